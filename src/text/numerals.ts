import { digitsAt, type Start, scientific, slashFraction } from "./numeral-digits.ts";
import { type NumberRead, plain, scaledBy, times } from "./numeral-read.ts";
import { entriesAt, isHyphen, newSum, push, pushAll, stepAt, totalOf } from "./numeral-sum.ts";
import { type Entry, FRACTION_SIGNS, type Numerals } from "./numeral-words.ts";
import { readDense } from "./numerals-dense.ts";
import { readPart } from "./numerals-parts.ts";
import { DENSE, NUMBER, SIGN, type Token, WORD } from "./tokens.ts";

/** Reads a numeral (digits, words, or both) that starts at token `i`; null if there is none. */
export function readNumber(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
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
  if (token.kind === SIGN && token.key === "-" && !next.gap && next.kind === NUMBER) {
    const before = tokens[i - 1];
    const free = !before || token.gap || before.key === "(" || before.key === "$" || KANA.test(before.key);
    return { skip: free ? 1 : 0 };
  }
  const minus = numerals.minus.longest(tokens, i);
  if (!minus) return { skip: 0 };
  const hyphen = isHyphen(tokens[minus.to]) && !tokens[minus.to + 1]?.gap;
  return { skip: minus.to - i + (hyphen ? 1 : 0) };
}

function readUnsigned(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const token = tokens[i];
  if (!token) return null;
  if (numerals.dense !== null && (token.kind === DENSE || token.kind === NUMBER))
    return readDenseOrPart(tokens, i, numerals);
  const sign = token.kind === SIGN ? FRACTION_SIGNS[token.key] : undefined;
  if (sign !== undefined) return withScale(tokens, plain(i, i + 1, sign, { fraction: true }), numerals);
  const digits = digitsAt(tokens, i, numerals.data);
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
  const power = scientific(tokens, read.to);
  if (power) return { ...read, to: power.to, value: Number(`${read.value}e${power.exponent}`), marked: true };
  if (digits.marked) return read;
  return proportion(tokens, read, numerals) ?? read;
}

/** "1 in 5", "nine out of ten". */
function proportion(tokens: readonly Token[], read: NumberRead, numerals: Numerals): NumberRead | null {
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
  if (!other || !Number.isInteger(other.value) || other.value <= read.value || other.value > 1e6) return null;
  if (other.value > 1000 && other.value < 2100 && !other.scaled && other.value % 100 !== 0) return null;
  return { ...read, to: other.to, value: read.value / other.value, fraction: true };
}

/** Adds "million", "bn", "hundred thousand" after digits. */
function withScale(tokens: readonly Token[], read: NumberRead, numerals: Numerals): NumberRead {
  const next = tokens[read.to];
  if (!next) return read;
  if (!next.gap && next.kind === WORD) {
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
  const word = numerals.words.longest(tokens, at);
  if (
    !word ||
    (word.value.kind !== "scale" && word.value.kind !== "collective" && word.value.kind !== "hundred")
  ) {
    return lateHalf(tokens, read, numerals);
  }
  let scaled = scaledBy(read, word.value.value, word.to);
  for (let more = numerals.words.longest(tokens, scaled.to); more?.value.kind === "scale"; ) {
    scaled = scaledBy(scaled, more.value.value, more.to);
    more = numerals.words.longest(tokens, scaled.to);
  }
  return moreGroups(tokens, lateHalf(tokens, scaled, numerals), numerals);
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

/** "three and a half", "2 million and a half", "five and a half million", "three and two thirds". */
function lateHalf(tokens: readonly Token[], read: NumberRead, numerals: Numerals): NumberRead {
  if (read.marked || read.fraction) return read;
  const half = numerals.andHalf.longest(tokens, read.to);
  const part = half ? { value: half.value, to: half.to } : andFraction(tokens, read.to, numerals);
  if (!part) return read;
  const unit = read.scaled && read.digits !== null ? 10 ** read.digits : 1;
  const mixed = { ...read, to: part.to, value: read.value + unit * part.value, marked: true, digits: null };
  const scale = read.scaled ? null : numerals.words.longest(tokens, part.to);
  return scale?.value.kind === "scale" ? scaledBy(mixed, scale.value.value, scale.to) : mixed;
}

/** "and two thirds", "and a quarter" after a whole number. */
function andFraction(
  tokens: readonly Token[],
  at: number,
  numerals: Numerals,
): { value: number; to: number } | null {
  const joiner = numerals.words.longest(tokens, at);
  if (joiner?.value.kind !== "and" && !numerals.fractionAnd.has(tokens[at]?.key ?? "")) return null;
  const start = joiner?.value.kind === "and" ? joiner.to : at + 1;
  const top = numerals.words.longest(tokens, start);
  if (!top || (top.value.kind !== "add" && top.value.kind !== "article")) return null;
  const hyphen = isHyphen(tokens[top.to]) ? top.to + 1 : top.to;
  const bottom = numerals.fractions.longest(tokens, hyphen);
  if (!bottom || top.value.value >= bottom.value) return null;
  return { value: top.value.value / bottom.value, to: bottom.to };
}

/** A fraction without a numerator: "half", "half a million". */
function bareFraction(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const found = numerals.fractions.longest(tokens, i);
  if (found === null || (found.value !== 2 && found.value !== 4)) return null;
  const article = numerals.words.longest(tokens, found.to);
  const skip = article?.value.kind === "article" ? article.to : found.to;
  const scale = numerals.words.longest(tokens, skip);
  if (scale && (scale.value.kind === "scale" || scale.value.kind === "collective")) {
    return scaledBy(plain(i, found.to, 1 / found.value, { words: true }), scale.value.value, scale.to);
  }
  if (found.value !== 2) return null;
  return plain(i, found.to, 0.5, { fraction: true, words: true });
}

function readWords(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const first = entriesAt(tokens, i, numerals);
  if (!first) return null;
  const entry = first.entries[0]!;
  if (entry.kind === "and") return null;
  if (entry.kind === "indefinite" && NEEDS_OF.test(tokens[i]!.key) && tokens[first.to]?.key !== "of")
    return null;
  if (entry.kind === "indefinite") return indefinite(tokens, i, entry.value, first.to, numerals);
  if (entry.kind === "article") return afterArticle(tokens, i, first.to, numerals);
  if (entry.kind === "scale") {
    const plural = numerals.bareIndefinite.longest(tokens, i);
    if (plural && !entriesAt(tokens, plural.to, numerals))
      return indefinite(tokens, i, plural.value, plural.to, numerals);
    if (!numerals.data.bareThousand || entry.value !== 1000) return null;
  }
  if (entry.kind === "hundred" && !numerals.data.bareThousand) return null;
  if (entry.kind === "collective" && !numerals.data.bareThousand) return null;
  if (entry.kind === "collective" || entry.kind === "approximate")
    return collective(tokens, i, entry, first.to, numerals);
  const read = composeWords(tokens, i, numerals);
  if (!read) return null;
  return lateHalf(
    tokens,
    fractionOf(tokens, read, numerals) ?? proportion(tokens, read, numerals) ?? read,
    numerals,
  );
}

/** "a dozen", "una veintena", with a scale after it. */
export function collective(
  tokens: readonly Token[],
  i: number,
  entry: Entry,
  to: number,
  numerals: Numerals,
): NumberRead {
  const read = plain(i, to, entry.value, { words: true, approximate: entry.kind === "approximate" });
  return ofScale(tokens, read, numerals);
}

/** "a dozen", "a hundred", "a third", "a million and a half"; "a" alone is no number. */
function afterArticle(
  tokens: readonly Token[],
  i: number,
  next: number,
  numerals: Numerals,
): NumberRead | null {
  const at = isHyphen(tokens[next]) ? next + 1 : next;
  const word = numerals.words.longest(tokens, at);
  if (word && (word.value.kind === "scale" || word.value.kind === "hundred")) {
    const read = composeWords(tokens, at, numerals);
    return read && lateHalf(tokens, { ...read, from: i }, numerals);
  }
  if (word && (word.value.kind === "collective" || word.value.kind === "approximate")) {
    const read = collective(tokens, at, word.value, word.to, numerals);
    return { ...read, from: i };
  }
  return fractionOf(tokens, plain(i, next, 1, { words: true }), numerals);
}

/** "two-thirds", "three quarters", "a third of a million". */
function fractionOf(tokens: readonly Token[], read: NumberRead, numerals: Numerals): NumberRead | null {
  const at = isHyphen(tokens[read.to]) && !tokens[read.to + 1]?.gap ? read.to + 1 : read.to;
  const found = numerals.fractions.longest(tokens, at);
  if (!found || !Number.isInteger(read.value) || read.value <= 0 || read.value >= found.value * 20)
    return null;
  const scale = ofScaleWord(tokens, found.to, numerals);
  const value = read.value / found.value;
  if (scale && scale.value >= 1000)
    return { ...read, to: scale.to, value: times(value, scale.value), scaled: true };
  if (read.value === 1 && at === read.to && found.value > 2 && !endsFraction(tokens, found.to, numerals))
    return null;
  return { ...read, to: found.to, value, fraction: true };
}

/** "a third" is a share before "of" and at the end of a phrase; before a noun it is an ordinal. */
function endsFraction(tokens: readonly Token[], at: number, numerals: Numerals): boolean {
  const next = tokens[at];
  if (!next || numerals.data.compound || numerals.data.bareThousand) return true;
  if (next.kind === SIGN) return next.key !== "-" || next.gap;
  return next.kind !== WORD || next.key.length <= 4;
}

const NEEDS_OF = /^(?:scores|tens)$/;

/** "dozens", "hundreds of thousands": from the word's value to ten times it. */
export function indefinite(
  tokens: readonly Token[],
  i: number,
  value: number,
  to: number,
  numerals: Numerals,
): NumberRead {
  let read = plain(i, to, value, { words: true, high: value * 10, indefinite: value });
  for (let turn = 0; turn < 2; turn++) {
    const of = ofScaleWord(tokens, read.to, numerals);
    if (!of) break;
    read = {
      ...read,
      to: of.to,
      value: times(read.value, of.value),
      high: times(read.high!, of.value),
      indefinite: -1,
    };
  }
  return read;
}

/** A scale word after an indefinite or collective, with or without "of". */
function ofScaleWord(
  tokens: readonly Token[],
  at: number,
  numerals: Numerals,
): { value: number; to: number } | null {
  const next = tokens[at];
  if (!next || next.kind !== WORD) return null;
  for (const start of next.key.length <= 3 ? [at, at + 1] : [at]) {
    const word = numerals.words.longest(tokens, start);
    if (word && (word.value.kind === "indefinite" || word.value.kind === "scale"))
      return { value: word.value.value, to: word.to };
  }
  return null;
}

function ofScale(tokens: readonly Token[], read: NumberRead, numerals: Numerals): NumberRead {
  const of = ofScaleWord(tokens, read.to, numerals);
  return of ? { ...read, to: of.to, value: times(read.value, of.value), scaled: true } : read;
}

/** Adds up numeral words (and digits before later scales) from token `i` as long as they fit together. */
function composeWords(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
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
      if (andFraction(tokens, at, numerals)) break;
      joined = true;
      at = step.to;
      continue;
    }
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
  return decimalWords(tokens, dozens(tokens, read, numerals), numerals);
}

/** "two dozen". */
function dozens(tokens: readonly Token[], read: NumberRead, numerals: Numerals): NumberRead {
  const word = numerals.words.longest(tokens, read.to);
  return word?.value.kind === "collective" || (word?.value.kind === "indefinite" && word.value.value === 12)
    ? { ...read, to: word.to, value: read.value * word.value.value }
    : read;
}

/** "three point one four". */
function decimalWords(tokens: readonly Token[], read: NumberRead, numerals: Numerals): NumberRead {
  const token = tokens[read.to];
  if (!token || !numerals.point.has(token.key) || read.scaled) return read;
  let digits = "";
  let at = read.to + 1;
  for (
    let step = entriesAt(tokens, at, numerals);
    step && digits.length < 15;
    step = entriesAt(tokens, at, numerals)
  ) {
    const entry = step.entries[0]!;
    if (entry.kind !== "add" || entry.value > 99 || (entry.value > 9 && digits !== "")) break;
    digits += entry.value;
    at = step.to;
  }
  if (digits === "") return read;
  const value = Number(`${read.value}.${digits}`);
  return withScale(tokens, { ...read, to: at, value, marked: true }, numerals);
}
