import type { Token } from "../tokens/token.ts";
import { andFraction } from "./fraction.ts";
import { type NumberRead, plain } from "./read.ts";
import { dozens, withScale } from "./scale.ts";
import { entriesAt, newSum, push, pushAll, stepAt, totalOf } from "./sum.ts";
import type { Numerals } from "./words.ts";

/**
 * Adds up numeral words (and digits before later scales) from token `i` as long as they fit together. A numerator has no fraction of its
 * own (`isWhole`), so that a long run of numerals is not read again at each "and" of it.
 */
export function sumOfWords(
  tokens: readonly Token[],
  i: number,
  numerals: Numerals,
  isWhole = false,
): NumberRead | null {
  const sum = newSum();
  let to = i;
  let scaled = false;
  let lastScale = 0;
  let at = i;
  let joined = false;
  for (let turn = 0; turn < 40; turn++) {
    const step = stepAt(tokens, at, to > i, numerals);
    if (!step) break;
    if (step.entries.length === 1 && step.entries[0]!.kind === "and") {
      if (to === i || joined) break;
      if (!isWhole && andFraction(tokens, at, numerals)) break;
      joined = true;
      at = step.to;
      continue;
    }
    if (
      !isWhole &&
      numerals.data.prefixAnd &&
      step.entries[0]?.kind === "and" &&
      andFraction(tokens, at, numerals)
    )
      break;
    // "مئة وثلاثون خمس": without "and" a word that is a fraction too is one.
    if (
      numerals.data.prefixAnd &&
      to > i &&
      !joined &&
      step.entries.length === 1 &&
      isFifth(tokens, at, numerals)
    )
      break;
    const trial = { ...sum };
    const kinds = step.entries.map(e => e.kind);
    if (
      !step.entries.every(
        e => e.kind === "add" || e.kind === "hundred" || e.kind === "scale" || e.kind === "and",
      )
    )
      break;
    if (
      step.entries.length > 1
        ? !pushAll(trial, step.entries, numerals.data)
        : !push(trial, step.entries[0]!, joined, numerals.data)
    )
      break;
    Object.assign(sum, trial);
    if (kinds.includes("scale")) {
      scaled = true;
      lastScale = step.entries.at(-1)!.kind === "scale" ? step.entries.at(-1)!.value : 1;
    } else lastScale = 1;
    joined = false;
    at = to = step.to;
  }
  if (to === i) return null;
  const value = totalOf(sum) + (sum.open ? sum.group : 0);
  const read = plain(i, to, value, {
    words: true,
    scaled,
    digits: scaled && lastScale >= 1000 ? Math.log10(lastScale) : null,
  });
  return read;
}

const isFifth = (tokens: readonly Token[], at: number, numerals: Numerals): boolean =>
  numerals.words.longest(tokens, at)?.value.kind === "add" &&
  numerals.fractions.longest(tokens, at) !== null &&
  numerals.words.longest(tokens, at)!.to === numerals.fractions.longest(tokens, at)!.to;

/** A numeral in words with its dozens and decimals. */
export function composeWords(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const read = sumOfWords(tokens, i, numerals);
  return read && decimalWords(tokens, dozens(tokens, read, numerals), numerals);
}

/** "three point one four", "two hundred point seventy-one": digits one by one, or a whole number of them. */
function decimalWords(tokens: readonly Token[], read: NumberRead, numerals: Numerals): NumberRead {
  const token = tokens[read.to];
  if (!token || !numerals.point.has(token.key) || read.digits !== null) return read;
  const part = spelledDigits(tokens, read.to + 1, numerals) ?? spokenDigits(tokens, read.to + 1, numerals);
  if (!part) return read;
  const value = Number(`${read.value}.${part.digits}`);
  return withScale(tokens, { ...read, to: part.to, value, marked: true }, numerals);
}

interface DecimalPart {
  readonly digits: string;
  readonly to: number;
}

/** "one four one five", "zero five". */
function spelledDigits(tokens: readonly Token[], from: number, numerals: Numerals): DecimalPart | null {
  let [digits, at] = ["", from];
  for (let step = entriesAt(tokens, at, numerals); step; step = entriesAt(tokens, at, numerals)) {
    const entry = step.entries[0]!;
    if (step.entries.length > 1 || entry.kind !== "add" || entry.value > 9 || digits.length >= 15) break;
    digits += entry.value;
    at = step.to;
  }
  return digits === "" ? null : { digits, to: at };
}

/** "seventy-one", "mil quinientos". */
function spokenDigits(tokens: readonly Token[], from: number, numerals: Numerals): DecimalPart | null {
  const whole = entriesAt(tokens, from, numerals) && sumOfWords(tokens, from, numerals);
  return whole && whole.value < 1e6 ? { digits: String(whole.value), to: whole.to } : null;
}
