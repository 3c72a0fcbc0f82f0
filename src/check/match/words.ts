/** Letters that a name and its adjectives share ("Africa", "African"). */
const STEM = 5;

/** Does a set of plain words hold a word, or one of its stem? */
export function hasWord(words: ReadonlySet<string>, word: string): boolean {
  if (words.has(word)) return true;
  if (word.length < STEM) return false;
  const stem = word.slice(0, STEM);
  for (const each of words) if (each.startsWith(stem)) return true;
  return false;
}

/** Names are split again and again, texts once: of short ones this many are remembered. */
const REMEMBERED = 20_000;
const SHORT = 80;
const SPLIT = new Map<string, readonly string[]>();

/** Words without case and accents; a trailing s is dropped so that plurals meet. */
export function plainWords(text: string): readonly string[] {
  if (text.length > SHORT) return split(text);
  const known = SPLIT.get(text);
  if (known) return known;
  if (SPLIT.size >= REMEMBERED) SPLIT.clear();
  const words = split(text);
  SPLIT.set(text, words);
  return words;
}

function split(text: string): string[] {
  const words: string[] = [];
  for (const word of unaccented(text).toLowerCase().match(WORD) ?? []) {
    words.push(word);
    if (word.length <= 4 || !word.endsWith("s")) continue;
    words.push(word.slice(0, -1));
    if (word.endsWith("ies")) words.push(`${word.slice(0, -3)}y`);
  }
  return words;
}

const WORD = /[\p{L}\p{N}]+/gu;
const BEYOND_ASCII = /[^\0-\x7f]/;

const unaccented = (text: string): string =>
  BEYOND_ASCII.test(text) ? withGaps(text).normalize("NFKD").replace(/\p{M}/gu, "") : text;

/** A text with gaps where letters of other scripts meet those of one without spaces. These write names of other letters right beside their own ("IBM" in a Chinese sentence): they are words apart. */
export const withGaps = (text: string): string => (DENSE.test(text) ? text.replace(SEAM, " ") : text);
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const SEAM =
  /(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])/g;
