import type { Found, Lexicon } from "../phrases/lexicon.ts";
import { SIGN, type Token, WORD, withKey } from "../tokens/token.ts";
import { sumOfWords } from "./compose.ts";
import { slashFraction } from "./digits.ts";
import { type NumberRead, plain, scaledBy, times } from "./read.ts";
import { entriesAt, isHyphen } from "./sum.ts";
import type { Numerals } from "./words.ts";

/** "three and a half", "2 million and a half", "a billion and a half million", "five and a half million", "three and two thirds". */
export function lateHalf(tokens: readonly Token[], read: NumberRead, numerals: Numerals): NumberRead {
  if (read.marked || read.fraction) return read;
  // "two-and-a-half".
  const glued = isHyphen(tokens[read.to]) && tokens[read.to + 1]?.gap === false;
  const half = numerals.andHalf.longest(tokens, glued ? read.to + 1 : read.to);
  const part = half ? { value: half.value, to: half.to } : andFraction(tokens, read.to, numerals);
  // "two and half a dozen" are two numbers.
  if (!part || numerals.words.longest(tokens, part.to)?.value.kind === "collective") return read;
  const lesser = lesserScale(tokens, read, part, numerals);
  if (lesser) return lesser;
  const unit = read.scaled && read.digits !== null ? 10 ** read.digits : 1;
  const mixed = { ...read, to: part.to, value: read.value + unit * part.value, marked: true, digits: null };
  const scale = read.scaled ? null : numerals.words.longest(tokens, part.to);
  return scale?.value.kind === "scale" ? scaledBy(mixed, scale.value.value, scale.to) : mixed;
}

/** "one billion and a quarter million": a share of a smaller multiplier. */
function lesserScale(
  tokens: readonly Token[],
  read: NumberRead,
  part: { value: number; to: number },
  numerals: Numerals,
): NumberRead | null {
  const scale = read.scaled && read.digits !== null ? numerals.words.longest(tokens, part.to) : null;
  if (scale?.value.kind !== "scale" || scale.value.value >= 10 ** read.digits!) return null;
  return {
    ...read,
    to: scale.to,
    value: read.value + times(part.value, scale.value.value),
    marked: true,
    digits: null,
  };
}

/** "and two thirds", "and a quarter", "and 1/2" after a whole number. */
export function andFraction(
  tokens: readonly Token[],
  at: number,
  numerals: Numerals,
): { value: number; to: number } | null {
  const joiner = numerals.words.longest(tokens, at);
  const glued = numerals.data.prefixAnd;
  if (glued !== undefined) return gluedFraction(tokens, at, glued, numerals);
  if (joiner?.value.kind !== "and" && !numerals.fractionAnd.has(tokens[at]?.key ?? "")) return null;
  const start = joiner?.value.kind === "and" ? joiner.to : at + 1;
  const slash = slashFraction(tokens, start);
  if (slash !== null) return { value: slash, to: start + 3 };
  const top = numerals.words.longest(tokens, start);
  if (!top || (top.value.kind !== "add" && top.value.kind !== "article")) return null;
  const hyphen = isHyphen(tokens[top.to]) ? top.to + 1 : top.to;
  const bottom = numerals.fractions.longest(tokens, hyphen);
  if (!bottom) return composedFraction(tokens, start, numerals);
  if (top.value.value >= bottom.value) return null;
  return { value: top.value.value / bottom.value, to: bottom.to };
}

/** "(two and) fifty-four hundredths": a numerator of several words, below a denominator that no smaller one is. */
function composedFraction(
  tokens: readonly Token[],
  i: number,
  numerals: Numerals,
): { value: number; to: number } | null {
  const top = sumOfWords(tokens, i, numerals, true);
  const bottom = top && numerals.fractions.longest(tokens, top.to);
  if (!top || !bottom || bottom.value < 100 || top.value >= bottom.value) return null;
  return { value: top.value / bottom.value, to: bottom.to };
}

/** "وثلاثة أرباع", "و ربع": where "and" may be glued to the numerator or to the fraction itself. */
function gluedFraction(
  tokens: readonly Token[],
  at: number,
  and: string,
  numerals: Numerals,
): { value: number; to: number } | null {
  const token = tokens[at];
  if (token?.kind !== WORD || !token.key.startsWith(and)) return null;
  const apart = token.key === and;
  const bare = (key: string): readonly string[] => (key.startsWith(and) ? [key.slice(and.length)] : []);
  const start = apart ? at + 1 : at;
  const find = <V>(lexicon: { longest: Lexicon<V>["longest"] }): Found<V> | null =>
    apart ? lexicon.longest(tokens, start) : lexicon.longest(tokens, start, bare);
  const one = find(numerals.fractions);
  if (one && numerals.bareFractions.longest(tokens, start, bare)) return { value: 1 / one.value, to: one.to };
  const top = find(numerals.words);
  const bottom = top?.value.kind === "add" ? numerals.fractions.longest(tokens, top.to) : null;
  if (!top || !bottom || top.value.value >= bottom.value) return null;
  return { value: top.value.value / bottom.value, to: bottom.to };
}

/** A fraction without a numerator: "half", "half a million". */
export function bareFraction(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const found = numerals.fractions.longest(tokens, i);
  if (found === null) return null;
  const bare = numerals.bareFractions.longest(tokens, i);
  const next = numerals.words.longest(tokens, found.to)?.value.kind;
  if (bare && bare.to === found.to && next !== "scale" && next !== "collective")
    return plain(i, found.to, 1 / found.value, { fraction: true, words: true });
  if (found.value !== 2 && found.value !== 4) return null;
  const article = numerals.words.longest(tokens, found.to);
  const skip = article?.value.kind === "article" ? article.to : found.to;
  const scale = numerals.words.longest(tokens, skip);
  if (scale && (scale.value.kind === "scale" || scale.value.kind === "collective")) {
    return scaledBy(plain(i, found.to, 1 / found.value, { words: true }), scale.value.value, scale.to);
  }
  if (found.value !== 2) return null;
  return plain(i, found.to, 0.5, { fraction: true, words: true });
}

/** "two-thirds", "three quarters", "a third of a million", "three twenty-fifths". */
export function fractionOf(
  tokens: readonly Token[],
  read: NumberRead,
  numerals: Numerals,
): NumberRead | null {
  const hyphen = isHyphen(tokens[read.to]) && !tokens[read.to + 1]?.gap;
  const of = numerals.fractionOf.has(tokens[read.to]?.key ?? "");
  const apart = !hyphen && read.words && isApartHyphen(tokens, read.to);
  const at = hyphen || of || apart ? read.to + 1 : read.to;
  const found = denominatorAt(tokens, at, numerals);
  if (!found || (apart && found.ordinal) || !Number.isInteger(read.value) || read.value <= 0) return null;
  const mixed = hyphen || of || apart ? null : wholeAndPart(tokens, read, found, numerals);
  if (mixed) return mixed;
  const whole = read.value >= found.value * MOST_WHOLES || isTens(read, found.value);
  if (found.ordinal && !of && (whole || (hyphen && isScore(read, found.value, numerals)))) return null;
  const value = read.value / found.value;
  const scale = scaleAfter(tokens, found.to, numerals);
  if (scale && scale.value > 1)
    return { ...read, to: scale.to, value: times(value, scale.value), scaled: true };
  const loose = (read.value === 1 && at === read.to && found.value > 2) || (found.composed && found.ordinal);
  if (loose && !endsFraction(tokens, found.to, numerals)) return null;
  return { ...read, to: found.to, value, fraction: true };
}

/** "five - eighths": a hyphen between spaces. */
const isApartHyphen = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.key === "-" && tokens[i]!.gap && tokens[i + 1]?.gap === true;

/** "twintig drie vijfde": where units stand before their tens and are glued to them, one apart is the numerator alone. */
function wholeAndPart(
  tokens: readonly Token[],
  read: NumberRead,
  bottom: { readonly value: number; readonly to: number },
  numerals: Numerals,
): NumberRead | null {
  const at = read.to - 1;
  if (!numerals.data.unitsFirst || !read.words || read.value < 20 || at <= read.from) return null;
  const top = numerals.words.longest(tokens, at);
  if (top?.value.kind !== "add" || top.value.value >= Math.min(10, bottom.value)) return null;
  const value = read.value - top.value.value + top.value.value / bottom.value;
  return { ...read, to: bottom.to, value, marked: true };
}

/** "twenty-fifth" is the ordinal of 25. */
const isTens = (read: NumberRead, bottom: number): boolean =>
  read.words && read.value >= 20 && read.value % 10 === 0 && bottom < 10;

/** "soixante-dixième", "quatre-vingt-dixième" are the ordinals of 70 and 90. */
const isScore = (read: NumberRead, bottom: number, { data }: Numerals): boolean =>
  read.words && data.vigesimal?.includes(read.value) === true && bottom >= 10 && bottom < 20;

/** A word that is an ordinal too ("two hundred fifth graders") is a denominator only below so many wholes. */
const MOST_WHOLES = 20;

/** "of a million", "dozen" after a fraction. */
function scaleAfter(
  tokens: readonly Token[],
  at: number,
  numerals: Numerals,
): { value: number; to: number } | null {
  const dozen = numerals.words.longest(tokens, at);
  if (dozen?.value.kind === "collective") return { value: dozen.value.value, to: dozen.to };
  for (let start = at; start <= at + 2; start++) {
    const word = numerals.words.longest(tokens, start);
    if (word?.value.kind === "scale" || (word?.value.kind === "indefinite" && start === at + 1))
      return word.value.value >= 1000 ? { value: word.value.value, to: word.to } : null;
    if (word ? word.value.kind !== "article" : (tokens[start]?.key.length ?? 9) > 3) return null;
  }
  return null;
}

interface Denominator {
  readonly value: number;
  readonly to: number;
  /** The word may be an ordinal as well. */
  readonly ordinal: boolean;
  /** More than one word, or a numeral with an ending. */
  readonly composed: boolean;
}

/** "thirds", "twenty-fifths", "veinticincoavos", "vinte e cinco avos". */
function denominatorAt(tokens: readonly Token[], at: number, numerals: Numerals): Denominator | null {
  const found = numerals.fractions.longest(tokens, at);
  if (found) {
    const ordinal = numerals.ordinals.has(tokens[found.to - 1]!.key);
    return { value: found.value, to: found.to, ordinal, composed: false };
  }
  const ended = endedNumeral(tokens, at, numerals);
  if (ended !== null) return { value: ended, to: at + 1, ordinal: false, composed: true };
  const head = entriesAt(tokens, at, numerals) && sumOfWords(tokens, at, numerals);
  if (!head || head.value < 1 || !Number.isInteger(head.value)) return null;
  if (numerals.fractionEndings.includes(tokens[head.to]?.key ?? ""))
    return { value: head.value, to: head.to + 1, ordinal: false, composed: true };
  if (head.value < 20 || head.value % 10 !== 0) return null;
  let start = head.to;
  while (start < head.to + 3 && (isHyphen(tokens[start]) || numerals.and.has(tokens[start]?.key ?? "")))
    start++;
  const tail = numerals.fractionTails.longest(tokens, start) ?? numerals.fractions.longest(tokens, start);
  if (!tail || tail.value > 9) return null;
  return {
    value: head.value + tail.value,
    to: tail.to,
    ordinal: isOrdinalWord(tokens[tail.to - 1]!.key, numerals),
    composed: true,
  };
}

const isOrdinalWord = (key: string, numerals: Numerals): boolean => numerals.ordinals.has(key);

/** "cincoavos", "venticinquesimi", "zwanzigstel": a numeral with the ending of a denominator. */
function endedNumeral(tokens: readonly Token[], at: number, numerals: Numerals): number | null {
  const token = tokens[at];
  if (token?.kind !== WORD) return null;
  const ending = numerals.fractionEndings.find(e => token.key.endsWith(e) && token.key.length > e.length + 1);
  if (ending === undefined) return null;
  const stem = token.key.slice(0, -ending.length);
  for (const vowel of ["", "e", "o", "a", "i"]) {
    const head = sumOfWords([withKey(token, stem + vowel)], 0, numerals);
    if (head && head.value > 1) return head.value;
  }
  return null;
}

/** "a third" is a share before "of" and at the end of a phrase; before a noun it is an ordinal. */
function endsFraction(tokens: readonly Token[], at: number, numerals: Numerals): boolean {
  const next = tokens[at];
  if (!next || numerals.data.compound || numerals.data.bareThousand) return true;
  if (next.kind === SIGN) return next.key !== "-" || next.gap;
  return next.kind !== WORD || next.key.length <= 4;
}
