import { DENSE, NUMBER, SIGN, type Token, WORD } from "../tokens/token.ts";
import { partOfCased } from "./cased.ts";
import { readDense } from "./dense.ts";
import { digitsAt, powerAfter, type Start, slashFraction } from "./digits.ts";
import { bareFraction } from "./fraction.ts";
import { keepingReads } from "./kept-reads.ts";
import { readPart } from "./parts.ts";
import { readWords } from "./phrase.ts";
import { proportion, quotient } from "./proportion.ts";
import { type NumberRead, plain } from "./read.ts";
import { dozens, withScale } from "./scale.ts";
import { powerOf } from "./spelled.ts";
import { isHyphen } from "./sum.ts";
import { FRACTION_SIGNS, type Numerals } from "./words.ts";

const kept = keepingReads(numberAt);

/** Reads a numeral (digits, words, or both) that starts at token `i`; null if there is none. */
export function readNumber(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const token = tokens[i];
  if (!token || (token.kind === WORD && numerals.opens?.(token.key) === false)) return null;
  if (token.kind === DENSE && numerals.dense?.opens.hold(token) === false) return null;
  return kept(tokens, i, numerals);
}

function numberAt(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const sign = signAt(tokens, i, numerals);
  const from = i + sign.skip;
  const read = readUnsigned(tokens, from, numerals);
  if (!read || (sign.skip > 0 && !read.marked && read.indefinite > 0)) return null;
  if (sign.skip === 0) return read;
  return { ...read, from: i, value: -read.value };
}

/** A particle before a minus sign: 答えは-1. */
const KANA = /^[ぁ-ん]$/;

function signAt(tokens: readonly Token[], i: number, numerals: Numerals): { skip: number } {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next) return { skip: 0 };
  if (token.kind === SIGN && token.key === "-" && !next.gap && opensDigits(next, tokens[i + 2])) {
    const before = tokens[i - 1];
    const free =
      !before ||
      (token.gap && before.kind !== NUMBER) ||
      /^[($<>=≤≥]$/.test(before.key) ||
      KANA.test(before.key);
    return { skip: free ? 1 : 0 };
  }
  const minus = numerals.minus.longest(tokens, i);
  if (!minus) return { skip: 0 };
  const hyphen = isHyphen(tokens[minus.to]) && !tokens[minus.to + 1]?.gap;
  return { skip: minus.to - i + (hyphen ? 1 : 0) };
}

/** Digits, or a decimal mark with digits after it: "-.5". */
const opensDigits = (token: Token, next: Token | undefined): boolean =>
  token.kind === NUMBER || ((token.key === "." || token.key === ",") && next?.kind === NUMBER && !next.gap);

function readUnsigned(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const token = tokens[i];
  if (!token) return null;
  if (numerals.dense !== null && (token.kind === DENSE || token.kind === NUMBER))
    return readDenseOrPart(tokens, i, numerals);
  const sign = token.kind === SIGN ? FRACTION_SIGNS[token.key] : undefined;
  if (sign !== undefined) return withScale(tokens, plain(i, i + 1, sign, { fraction: true }), numerals);
  const digits = digitsAt(tokens, i, numerals.data);
  const part = digits && partOfCased(tokens, i, numerals);
  if (part) return part;
  if (digits) return withScale(tokens, fromDigits(tokens, i, digits, numerals), numerals);
  if (token.kind !== WORD && token.kind !== DENSE) return null;
  const bare = bareFraction(tokens, i, numerals);
  if (bare) return bare;
  return readWords(tokens, i, numerals);
}

function readDenseOrPart(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const part = readPart(tokens, i, numerals);
  if (part) return part;
  const number = readDense(tokens, i, numerals);
  if (!number) return null;
  const power = powerOf(tokens, number, numerals);
  if (power) return power;
  if (number.scaled || number.words) return dozens(tokens, number, numerals);
  const digits = digitsAt(tokens, i, numerals.data);
  return digits && digits.to >= number.to
    ? withScale(tokens, fromDigits(tokens, i, digits, numerals), numerals)
    : number;
}

function fromDigits(tokens: readonly Token[], i: number, digits: Start, numerals: Numerals): NumberRead {
  const read = plain(i, digits.to, digits.value, {
    marked: digits.marked,
    digits:
      digits.decimals > 0 && Number.isInteger(digits.value * 10 ** (digits.decimals - 1))
        ? -digits.decimals
        : null,
  });
  return withFractionSign(tokens, read, digits, numerals);
}

function withFractionSign(
  tokens: readonly Token[],
  read: NumberRead,
  digits: Start,
  numerals: Numerals,
): NumberRead {
  const after = tokens[read.to];
  const sign = after?.kind === SIGN ? FRACTION_SIGNS[after.key] : undefined;
  if (sign !== undefined && !digits.marked)
    return { ...read, to: read.to + 1, value: read.value + sign, marked: true };
  const own = slashFraction(tokens, read.from);
  if (own !== null) return { ...read, to: read.from + 3, value: own, fraction: true };
  const mixed = digits.marked ? null : slashFraction(tokens, read.to);
  if (mixed !== null && tokens[read.to]!.gap)
    return { ...read, to: read.to + 3, value: read.value + mixed, marked: true };
  const power = powerAfter(tokens, read.to, read.value);
  if (power) return { ...read, to: power.to, value: power.value, marked: true };
  if (digits.marked) return read;
  return proportion(tokens, read, numerals) ?? quotient(tokens, read, numerals) ?? read;
}
