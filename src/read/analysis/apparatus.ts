import type { Span } from "../types.ts";

/** What of a sentence tells where it stands. */
interface Placed {
  readonly span: Span;
  readonly paragraph: number;
  readonly heading: boolean;
}

/** An entry of a list of sources is no longer than this. */
const LONGEST = 600;

/** A mark at its beginning, a year, an address, a title in quotation marks, pages. */
const ENTRY =
  /^\s*(?:\[?\d{1,3}[\].)]|[↑^•*†])|(?<!\d)(?:19|20)\d\d(?!\d)|https?:\/\/|www\.|doi|ISBN|[“”«»"《]|(?<!\p{L})pp?\.\s?\d/u;

/** Names and titles in a row: an entry without a year, which the heading of another part is not. */
const LISTED = /[,;，、；،.]/u;

const isEntry = (words: string): boolean => words.length <= LONGEST && ENTRY.test(words);

const LEAD = /^[\s\d.#)]*/;
const END = /[\s:：]/;

/** Whether words are one of the titles, whatever numbers it; most are too long for that, and are not looked at further. */
function isTitle(words: string, called: ReadonlySet<string>, longest: number): boolean {
  let to = words.length;
  while (to > 0 && END.test(words[to - 1]!)) to--;
  const from = LEAD.exec(words)![0].length;
  return to > from && to - from <= longest && called.has(words.slice(from, to).toLowerCase());
}

const lengthOf = (titles: ReadonlySet<string>): number =>
  Math.max(0, ...[...titles].map(({ length }) => length));

/** The paragraphs of sentences, each with the numbers of its sentences. */
function paragraphsOf(sentences: readonly Placed[]): number[][] {
  const found: number[][] = [];
  sentences.forEach(({ paragraph }, i) => {
    if (i > 0 && sentences[i - 1]!.paragraph === paragraph) found.at(-1)!.push(i);
    else found.push([i]);
  });
  return found;
}

/**
 * Numbers of the sentences that stand in a list of sources: behind a heading that is called so ("References"), as long as its entries look like
 * such. They assert nothing of their own. `open`: the stretch before ended inside such a list.
 */
export function apparatusIn(
  text: string,
  sentences: readonly Placed[],
  { called, open }: { readonly called: ReadonlySet<string>; readonly open: boolean },
): { readonly sentences: ReadonlySet<number>; readonly open: boolean } {
  const found = new Set<number>();
  const longest = lengthOf(called);
  let inside = open;
  for (const paragraph of paragraphsOf(sentences)) {
    const [first, last] = [sentences[paragraph[0]!]!, sentences[paragraph.at(-1)!]!];
    const words = text.slice(first.span[0], last.span[1]);
    if (isTitle(words, called, longest)) inside = true;
    else if (inside) inside = isEntry(words) || (first.heading && LISTED.test(words));
    if (inside) for (const number of paragraph) found.add(number);
  }
  return { sentences: found, open: inside };
}
