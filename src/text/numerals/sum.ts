import type { NumberWords } from "../pack/number-words.ts";
import { SIGN, type Token, WORD } from "../tokens/token.ts";
import { casedEntry } from "./cased.ts";
import { type Entry, LEAST_LEFT, type Numerals } from "./words.ts";

/** The running value of a numeral in words: the finished scales and the open `group` below the next scale. */
interface Sum {
  /** Finished scales, largest first. */
  parts: readonly { readonly scale: number; readonly amount: number }[];
  group: number;
  open: boolean;
  hundredSeen: boolean;
}

/** An empty sum. */
export const newSum = (): Sum => ({ parts: [], group: 0, open: false, hundredSeen: false });

function canAdd(sum: Sum, value: number, joined: boolean, data: NumberWords): boolean {
  if (!sum.open) return true;
  const tail = sum.group % 100;
  if (value >= 100) return sum.group === 0;
  if (value < 10) {
    const tens = tail >= (data.plainTeens ? 10 : 20) && tail % 10 === 0;
    return value > 0 && (tens || (tail === 0 && sum.group > 0));
  }
  if (data.vigesimal?.includes(tail) && value < 20) return true;
  if (data.unitsFirst && joined && tail > 0 && tail < 10 && value % 10 === 0 && value >= 20) return true;
  return tail === 0 && sum.group > 0;
}

/** Adds an entry to the sum; false when it does not fit. */
export function push(sum: Sum, entry: Entry, joined: boolean, data: NumberWords): boolean {
  if (entry.kind === "add") {
    if (data.prefixAnd && !joined && sum.parts.length > 0 && !sum.open) return false;
    if (!canAdd(sum, entry.value, joined, data)) return false;
    sum.group += entry.value;
    sum.open = true;
    return true;
  }
  if (entry.kind === "hundred") {
    const tail = sum.open ? sum.group % 100 : 0;
    if (sum.open && (tail === 0 || sum.hundredSeen || sum.group > 99)) return false;
    sum.group = (sum.open ? sum.group : 1) * 100;
    sum.open = true;
    sum.hundredSeen = true;
    return true;
  }
  return pushScale(sum, entry.value);
}

/** A smaller scale continues the number ("million ... thousand"); a larger one multiplies all that is smaller ("mil millones"). */
function pushScale(sum: Sum, scale: number): boolean {
  const parts = [...sum.parts];
  let below = sum.open ? sum.group : 0;
  let any = sum.open;
  while (parts.length > 0 && parts.at(-1)!.scale < scale) {
    below += parts.pop()!.amount;
    any = true;
  }
  if (parts.at(-1)?.scale === scale) return false;
  parts.push({ scale, amount: (any ? below : 1) * scale });
  sum.parts = parts;
  sum.group = 0;
  sum.open = false;
  sum.hundredSeen = false;
  return true;
}

/** Sum of the finished scales. */
export const totalOf = (sum: Sum): number => sum.parts.reduce((total, part) => total + part.amount, 0);

const MAX_COMPOUND = 80;

/** Splits a compound numeral ("zweihundertfünfzig") into entries; null when some part is no numeral. */
function splitCompound(word: string, numerals: Numerals): Entry[] | null {
  if (word.length > MAX_COMPOUND) return null;
  const best: (Entry[] | null)[] = new Array(word.length + 1).fill(null);
  best[word.length] = [];
  for (let i = word.length - 1; i >= 0; i--) {
    for (const [part, entry] of numerals.parts) {
      const rest = best[i + part.length];
      if (!rest || !word.startsWith(part, i)) continue;
      const candidate = [entry, ...rest];
      if (!best[i] || candidate.length < best[i]!.length) best[i] = candidate;
    }
  }
  const entries = best[0];
  return entries && entries.length > 1 && entries[0]!.kind !== "and" && entries.at(-1)!.kind !== "and"
    ? entries
    : null;
}

/** Adds entries one after another; "and" joins the next to what stands before. */
export function pushAll(sum: Sum, entries: readonly Entry[], data: NumberWords): boolean {
  let joined = false;
  for (const entry of entries) {
    if (entry.kind === "and") joined = true;
    else if (!push(sum, entry, joined || data.compound === true, data)) return false;
    else joined = false;
  }
  return true;
}

/** "وخمسة" and longer are numerals below ten with "and"; shorter ones may be other words (وست). */
const LONG_AND = 5;

/** A numeral with prepositions or the article glued to it. */
function prefixed(
  tokens: readonly Token[],
  i: number,
  numerals: Numerals,
): { value: Entry; to: number } | null {
  if (numerals.prefixes.length === 0) return null;
  const found = numerals.words.longest(tokens, i, key =>
    numerals.prefixes
      .filter(p => key.startsWith(p) && key.length - p.length >= LEAST_LEFT)
      .map(p => key.slice(p.length)),
  );
  if (found && numerals.data.definite !== undefined && tokens[i]!.key.startsWith(numerals.data.definite))
    return found.value.value >= 100 ? found : null;
  if (!found || found.value.kind === "and") return null;
  const and = numerals.data.prefixAnd;
  const key = tokens[i]!.key;
  const sure =
    found.value.value >= 10 || (and !== undefined && key.startsWith(and) && key.length >= LONG_AND);
  return sure ? found : null;
}

/** Entries at a token: a word of the lexicon, a compound taken apart, or a numeral in its case; `inside` a number that has begun. */
export function entriesAt(
  tokens: readonly Token[],
  i: number,
  numerals: Numerals,
  inside = false,
): { entries: readonly Entry[]; to: number } | null {
  const found = numerals.words.longest(tokens, i) ?? prefixed(tokens, i, numerals);
  if (found) return { entries: [found.value], to: found.to };
  const token = tokens[i];
  if (!token || token.kind !== WORD || numerals.parts.length === 0) return null;
  const entries = token.key.length < 5 ? null : splitCompound(token.key, numerals);
  return entries ? { entries, to: i + 1 } : casedEntry(tokens, i, inside, numerals);
}

/** A hyphen glued to the word before it. */
export const isHyphen = (token: Token | undefined): boolean =>
  token?.kind === SIGN && token.key === "-" && !token.gap;

/** The next entries of a numeral at token `at`; `inside` when the numeral has begun. */
export function stepAt(
  tokens: readonly Token[],
  at: number,
  inside: boolean,
  numerals: Numerals,
): { entries: readonly Entry[]; to: number } | null {
  const glued = inside ? numerals.data.prefixAnd : undefined;
  if (glued !== undefined && tokens[at]?.key.startsWith(glued)) {
    const found = numerals.words.longest(tokens, at, key =>
      key.startsWith(glued) ? [key.slice(glued.length)] : [],
    );
    if (found && found.value.kind !== "and")
      return { entries: [{ kind: "and", value: 0 }, found.value], to: found.to };
  }
  const here = entriesAt(tokens, at, numerals, inside);
  if (here || !inside) return here;
  const hyphen = tokens[at];
  if (hyphen && isHyphen(hyphen) && tokens[at + 1] && !tokens[at + 1]!.gap)
    return entriesAt(tokens, at + 1, numerals);
  return null;
}
