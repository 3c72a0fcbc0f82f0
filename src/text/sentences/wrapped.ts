/** Whether the lines of a text were cut at a fixed width, so that a line's end is the end of nothing. */

const SAMPLE = 20_000;
/** A width that people and programs cut at. */
const [NARROWEST, WIDEST] = [40, 140];
/** A line is full from this part of the longest on. */
const FULL = 0.7;

const ENDED = /[.!?…。！？؟۔।:：][)\]"'”’»）」』】]*$/u;
const FIRST_WORD = /^\S+/u;
const CASED = /^\p{L}/u;
const LOWER = /^\p{Ll}/u;
const DENSE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Lines, trimmed; an empty one stands for each empty line. */
const linesOf = (text: string): string[] =>
  text
    .slice(0, SAMPLE)
    .split("\n", SAMPLE)
    .map(line => line.trim());

/** Full lines that end no sentence, each with the line that follows it at once. */
function* cuts(lines: readonly string[], full: number): Generator<readonly [line: string, next: string]> {
  for (let i = 1; i < lines.length; i++) {
    const [line, next] = [lines[i - 1]!, lines[i]!];
    if (line.length > full && next !== "" && !ENDED.test(line)) yield [line, next];
  }
}

/** What would have had to stand on the line above, had there been room. */
const firstPiece = (line: string): number =>
  DENSE.test(line) ? 1 : (FIRST_WORD.exec(line)?.[0].length ?? 0) + 1;

/** Signs of a cut for the ends of lines that end no sentence. */
function areCuts(pairs: readonly (readonly [string, string])[], longest: number): boolean {
  let [overflowing, cased, lower] = [0, 0, 0];
  for (const [line, next] of pairs) {
    if (line.length + firstPiece(next) > longest) overflowing++;
    if (!CASED.test(next) || next[0]!.toLowerCase() === next[0]!.toUpperCase()) continue;
    cased++;
    if (LOWER.test(next)) lower++;
  }
  // Items of a list begin with a capital, a line in the middle of a sentence seldom does.
  return overflowing * 5 >= pairs.length * 4 && lower * 4 >= cased;
}

/**
 * Was a text cut at a fixed width? Most of its lines are nearly as long as the longest, the first word of the next line would not have gone
 * on a line that ends no sentence, and where letters have case, sentences go on in small ones. Lists of lines of one length are not cut.
 */
export function isWrapped(text: string): boolean {
  const lines = linesOf(text);
  const lengths = lines.map(line => line.length).filter(length => length > 0);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  if (lengths.length < 3 || longest > WIDEST || longest < NARROWEST) return false;
  if (lengths.filter(length => length > longest * FULL).length * 2 < lengths.length) return false;
  const pairs = [...cuts(lines, longest * FULL)];
  return pairs.length > 0 && areCuts(pairs, longest);
}
