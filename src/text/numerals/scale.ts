import { NUMBER, SIGN, type Token, WORD } from "../tokens/token.ts";
import { casedEntry } from "./cased.ts";
import { composeWords } from "./compose.ts";
import { digitsAt } from "./digits.ts";
import { lateHalf } from "./fraction.ts";
import { type NumberRead, plain, scaledBy, times } from "./read.ts";
import { entriesAt, isHyphen } from "./sum.ts";
import type { Entry, Numerals } from "./words.ts";

/** Adds "million", "bn", "hundred thousand" after digits. */
export function withScale(tokens: readonly Token[], read: NumberRead, numerals: Numerals): NumberRead {
  const next = tokens[read.to];
  if (!next) return read;
  if (next.kind === WORD && (!next.gap || isApartK(tokens, read.to) || isOfMoney(tokens, read.to))) {
    const suffix = numerals.suffixes.get(next.key);
    const glued = tokens[read.to + 1];
    if (
      suffix !== undefined &&
      isMillion(tokens, read, numerals) &&
      !(glued && !glued.gap && glued.kind === NUMBER)
    ) {
      return scaledBy(read, suffix, read.to + 1);
    }
  }
  let at = read.to;
  if (isHyphen(next) && tokens[at + 1] && !tokens[at + 1]!.gap) at++;
  const dozen = dozens(tokens, read, numerals);
  if (dozen.to > read.to && !read.marked) return dozen;
  const word = numerals.words.longest(tokens, at) ?? casedScale(tokens, at, numerals);
  if (
    !word ||
    (word.value.kind !== "scale" && word.value.kind !== "collective" && word.value.kind !== "hundred")
  ) {
    return lateHalf(tokens, read, numerals);
  }
  // "34 cents": in French only one digit counts hundreds.
  if (
    word.value.kind === "hundred" &&
    numerals.data.hundredIsCoin &&
    !read.words &&
    (read.marked || read.value > 9)
  )
    return read;
  let scaled = scaledBy(read, word.value.value, word.to);
  for (let more = numerals.words.longest(tokens, scaled.to); more?.value.kind === "scale"; ) {
    scaled = scaledBy(scaled, more.value.value, more.to);
    more = numerals.words.longest(tokens, scaled.to);
  }
  return moreGroups(tokens, lateHalf(tokens, scaled, numerals), numerals);
}

/** "2.33 k": a small letter for thousand apart from its number, with nothing behind it that it could name. */
function isApartK(tokens: readonly Token[], at: number): boolean {
  const [letter, next] = [tokens[at]!, tokens[at + 1]];
  return letter.key === "k" && letter.caps === 0 && (!next || next.kind === SIGN);
}

/** "4,5 M€": a large letter for million apart from its number, glued to the sign of its money. */
function isOfMoney(tokens: readonly Token[], at: number): boolean {
  const [letter, sign] = [tokens[at]!, tokens[at + 1]];
  return letter.caps > 0 && letter.key === "m" && sign?.gap === false && MONEY.test(sign.key);
}

const MONEY = /^[$€£¥₹₽₩₺]$/;

/** "2,5 milyardan": a multiplier in its case. */
function casedScale(
  tokens: readonly Token[],
  at: number,
  numerals: Numerals,
): { value: Entry; to: number } | null {
  const found = casedEntry(tokens, at, true, numerals);
  return found && found.entries[0]!.kind === "scale" ? { value: found.entries[0]!, to: found.to } : null;
}

/** A small "m" right after digits is a million with a sign of money before it or a noun after it, else a metre. */
function isMillion(tokens: readonly Token[], read: NumberRead, numerals: Numerals): boolean {
  const token = tokens[read.to]!;
  if (token.key !== "m" && token.key !== "mm")
    return token.key !== "t" || tokens[read.from - 1]?.kind === SIGN;
  if (token.key === "m" && token.caps > 0) return true;
  const before = tokens[read.from - 1];
  if (before?.kind === SIGN && /[$€£¥₹₽₩₺=]/.test(before.key)) return true;
  if (before?.kind === WORD && (before.caps === 2 || /^(?:ps|rs)$/.test(before.key))) return true;
  const next = tokens[read.to + 1];
  return (
    token.key === "m" &&
    next?.kind === WORD &&
    next.key.length > 4 &&
    numerals.words.longest(tokens, read.to + 1) === null
  );
}

/** "5 million 200 thousand", "2 thousand 5 hundred": the next group must be smaller than the last scale. */
function moreGroups(tokens: readonly Token[], read: NumberRead, numerals: Numerals): NumberRead {
  let out = read;
  let limit = read.digits === null ? 0 : 10 ** read.digits;
  for (let turn = 0; turn < 5; turn++) {
    let at = out.to;
    const joiner = numerals.words.longest(tokens, at);
    const joined = joiner?.value.kind === "and";
    if (joined) at = joiner!.to;
    const digits = digitsAt(tokens, at, numerals.data);
    const words = digits ? null : entriesAt(tokens, at, numerals) && composeWords(tokens, at, numerals);
    const part = digits ? plain(at, digits.to, digits.value, { marked: digits.marked }) : words;
    if (!part) return out;
    const next = digits ? numerals.words.longest(tokens, part.to) : null;
    const scale = next?.value.kind === "scale" || next?.value.kind === "hundred" ? next.value.value : 0;
    const value = scale ? times(part.value, scale) : part.value;
    const tight =
      scale > 0 ||
      (words !== null && (part.scaled || value >= 100)) ||
      joined ||
      numerals.data.compound === true;
    if (
      !tight ||
      value >= limit ||
      value <= 0 ||
      part.indefinite ||
      (digits && !scale && !(joined && (numerals.data.prefixAnd || limit === 100)))
    )
      return out;
    limit = scale || (part.scaled ? 1000 : 1);
    out = {
      ...out,
      to: scale ? next!.to : part.to,
      value: out.value + value,
      digits: scale ? Math.log10(scale) : 0,
    };
  }
  return out;
}

/** "two dozen". */
export function dozens(tokens: readonly Token[], read: NumberRead, numerals: Numerals): NumberRead {
  const word = numerals.words.longest(tokens, read.to);
  return word?.value.kind === "collective" || (word?.value.kind === "indefinite" && word.value.value === 12)
    ? { ...read, to: word.to, value: read.value * word.value.value }
    : read;
}
