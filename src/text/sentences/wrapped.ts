/** Ends of lines that are the end of nothing, since the text was cut at a fixed width. */

/** A width that people and programs cut at. */
const [NARROWEST, WIDEST] = [40, 140];
/** Parts of the lines of a block that must look cut, and that must go on in small letters where letters have case. */
const [CUT_SHARE, LOWER_SHARE] = [0.8, 0.25];

/** A line that is shorter than this part of the longest was not cut. */
const SHORT = 0.6;

const ENDED = /[.!?…。！？؟۔:：][)\]"'”’»）」』】]*$/u;
const FIRST_WORD = /^\S+/u;
const CASED = /^(?:\p{Lu}|\p{Ll})/u;
const LOWER = /^\p{Ll}/u;
const DENSE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Marks that open a line of their own: of a list, of a quoted mail, of a table. */
const OPENS = /^(?:[•‣▪●■◦·*>|–—+-]\s|\d{1,3}[.)]\s|[-=_*]{3})/u;

interface Line {
  readonly words: string;
  /** Offset of its end. */
  readonly end: number;
}

/** What would have had to stand on the line above, had there been room. */
const firstPiece = (words: string): number =>
  DENSE.test(words) ? 1 : (FIRST_WORD.exec(words)?.[0].length ?? 0) + 1;

/** The ends of lines within a block that were made by a cut. */
function cutsOf(block: readonly Line[]): number[] {
  const width = block.reduce((most, { words }) => Math.max(most, words.length), 0);
  if (block.length < 2 || width < NARROWEST || width > WIDEST) return [];
  const ends = block.slice(1).flatMap(({ words: next }, i) => {
    const { words, end } = block[i]!;
    if (OPENS.test(next) || words.length < SHORT * width) return [];
    return [{ end, next, isEnd: ENDED.test(words), isFull: words.length + firstPiece(next) > width }];
  });
  const open = ends.filter(({ isEnd }) => !isEnd);
  const cased = open.filter(({ next }) => CASED.test(next));
  const full = open.filter(({ isFull }) => isFull);
  const lower = cased.filter(({ next }) => LOWER.test(next));
  // Items of a list begin with a capital, a line in the middle of a sentence seldom does.
  if (open.length === 0 || full.length < open.length * CUT_SHARE || lower.length < cased.length * LOWER_SHARE)
    return [];
  return ends.filter(({ isFull, next }) => isFull || LOWER.test(next)).map(({ end }) => end);
}

/**
 * Offsets of those line ends that a cut at a fixed width has made. Lines without an empty one between are a block; it was cut where the first
 * word of the next line would not have gone on a line that ends no sentence, and sentences go on in small letters. Lines of a list that have
 * about one length are not cut, and neither are a heading above a cut text and the items below it.
 */
export function cutEnds(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  let block: Line[] = [];
  const close = () => {
    for (const end of cutsOf(block)) found.add(end);
    block = [];
  };
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    // A longer line was never cut, so that its block was not.
    const words = text.slice(start, Math.min(end, start + 4 * WIDEST)).trim();
    if (words === "") close();
    else block.push({ words, end });
    start = end + 1;
  }
  close();
  return found;
}
