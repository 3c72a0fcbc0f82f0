import { type Token, WORD } from "../tokens/token.ts";
import { composeWords } from "./compose.ts";
import { digitsAt } from "./digits.ts";
import { type NumberRead, plain } from "./read.ts";
import type { Numerals } from "./words.ts";

/** "1 in 5", "nine out of ten". */
export function proportion(
  tokens: readonly Token[],
  read: NumberRead,
  numerals: Numerals,
): NumberRead | null {
  const join = numerals.outOf.longest(tokens, read.to);
  if (!join || read.value < 1 || read.value > 99 || !Number.isInteger(read.value)) return null;
  const token = tokens[join.to];
  if (!token) return null;
  const digits = digitsAt(tokens, join.to, numerals.data);
  const other = digits
    ? plain(join.to, digits.to, digits.value)
    : token.kind === WORD
      ? composeWords(tokens, join.to, numerals)
      : null;
  if (!other || !Number.isInteger(other.value) || other.value <= read.value || other.value > 1e18)
    return null;
  if (read.value > 1 && RATE_BASES.has(other.value)) return null;
  // "18 на 100 тысяч": of 100 thousand, and not of 100.
  if (digits && numerals.words.longest(tokens, other.to)?.value.kind === "scale") return null;
  if (other.value > 1000 && other.value < 2100 && !other.scaled && other.value % 100 !== 0) return null;
  return { ...read, to: other.to, value: read.value / other.value, fraction: true };
}

/** Wholes of which news tells how many ("une caméra sur trois"); of any other both numbers are counts ("75 pays sur 176"). */
const ROUND_WHOLES: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100]);

/** "Une caméra sur trois", "quatre policiers sur dix": what is counted stands between the two numbers, and nothing behind them. */
export function proportionPast(
  tokens: readonly Token[],
  read: NumberRead,
  numerals: Numerals,
): NumberRead | null {
  const between = tokens[read.to];
  if (numerals.outOfPast.size === 0 || between?.kind !== WORD || numerals.times.has(between.key)) return null;
  if (!numerals.outOfPast.has(tokens[read.to + 1]?.key ?? "")) return null;
  const found = proportion(tokens, { ...read, to: read.to + 1 }, numerals);
  if (!found || !ROUND_WHOLES.has(Math.round(read.value / found.value))) return null;
  const next = tokens[found.to];
  return next?.kind === WORD && next.key.endsWith("s") && next.key.length > 4 ? null : found;
}

/** "18 for every 100,000 inhabitants" tells a rate by two numbers. */
const RATE_BASES: ReadonlySet<number> = new Set([1e3, 1e4, 1e5, 1e6]);

/** "one over three": a fraction where nothing else is counted. */
export function quotient(tokens: readonly Token[], read: NumberRead, numerals: Numerals): NumberRead | null {
  const join = numerals.over.longest(tokens, read.to);
  if (!join || read.marked || read.scaled || read.value <= 0 || !Number.isInteger(read.value)) return null;
  const digits = digitsAt(tokens, join.to, numerals.data);
  const other = digits
    ? plain(join.to, digits.to, digits.value)
    : tokens[join.to]?.kind === WORD
      ? composeWords(tokens, join.to, numerals)
      : null;
  if (!other || !Number.isInteger(other.value) || other.value < 2) return null;
  if (read.value !== 1 && tokens[other.to]?.kind === WORD) return null;
  return { ...read, to: other.to, value: read.value / other.value, fraction: true };
}
