import { type Token, WORD } from "../tokens/token.ts";
import { partOfCased } from "./cased.ts";
import { composeWords } from "./compose.ts";
import { digitsAt } from "./digits.ts";
import { fractionOf, lateHalf } from "./fraction.ts";
import { proportion, proportionPast, quotient } from "./proportion.ts";
import { type NumberRead, plain, times } from "./read.ts";
import { withScale } from "./scale.ts";
import { entriesAt, isHyphen } from "./sum.ts";
import { type Entry, LEAST_LEFT, type Numerals } from "./words.ts";

/** "साढ़े तीन लाख": what is added counts in the unit of the multiplier, or of the number alone. */
function added(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const more = numerals.addBefore.longest(tokens, i);
  if (!more) return null;
  const first = entriesAt(tokens, more.to, numerals)?.entries[0];
  const digits = first ? null : digitsAt(tokens, more.to, numerals.data);
  const bare = first?.kind === "scale" || first?.kind === "hundred";
  const whole = bare ? 1 : first?.kind === "add" ? first.value : digits?.value;
  if (whole === undefined) return null;
  const at = bare ? more.to : (digits?.to ?? entriesAt(tokens, more.to, numerals)!.to);
  return withScale(tokens, plain(i, at, whole + more.value, { words: true, marked: true }), numerals);
}

/** "جزء من مليون": one part of so many. */
function onePart(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const lead = numerals.onePartOf.longest(tokens, i);
  if (!lead) return null;
  const digits = digitsAt(tokens, lead.to, numerals.data);
  const whole = digits
    ? plain(lead.to, digits.to, digits.value)
    : entriesAt(tokens, lead.to, numerals) && composeWords(tokens, lead.to, numerals);
  if (!whole || !Number.isInteger(whole.value) || whole.value < 2) return null;
  return plain(i, whole.to, 1 / whole.value, { words: true, fraction: true });
}

/** "Каждая третья камера", "every third camera": one part of so many. */
function everyNth(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const every = numerals.every.longest(tokens, i);
  const nth = every && numerals.nth.longest(tokens, every.to);
  return nth && tokens[nth.to]?.kind === WORD
    ? plain(i, nth.to, 1 / nth.value, { words: true, fraction: true })
    : null;
}

export function readWords(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const more =
    added(tokens, i, numerals) ??
    onePart(tokens, i, numerals) ??
    everyNth(tokens, i, numerals) ??
    partOfCased(tokens, i, numerals);
  if (more) return more;
  const first = entriesAt(tokens, i, numerals);
  if (!first) return null;
  const entry = first.entries[0]!;
  if (entry.kind === "and") return null;
  if (entry.kind === "indefinite" && NEEDS_OF.test(tokens[i]!.key) && tokens[first.to]?.key !== "of")
    return null;
  if (entry.kind === "indefinite") return indefinite(tokens, i, entry.value, first.to, numerals);
  if (entry.kind === "article") return afterArticle(tokens, i, first.to, numerals);
  if (entry.kind === "scale") {
    const plural =
      numerals.bareIndefinite.longest(tokens, i) ??
      numerals.bareIndefinite.longest(tokens, i, key => withoutPrefix(key, numerals));
    if (plural && !entriesAt(tokens, plural.to, numerals))
      return indefinite(tokens, i, plural.value, plural.to, numerals);
    // A verb that is spelled like a thousand (Arabic ألف): smaller numbers follow the numeral only with "and".
    const and = numerals.data.prefixAnd;
    const apart = and !== undefined && tokens[first.to]?.key.startsWith(and) === false;
    if (apart && entriesAt(tokens, first.to, numerals)?.entries[0]?.kind === "add") return null;
    // "Mil", and "mil milhões", which opens with it.
    const isThousand = entry.value === 1000 || first.to > i + 1;
    if (!numerals.data.bareScale && !(numerals.data.bareThousand && isThousand)) return null;
  }
  if (entry.kind === "hundred" && !numerals.data.bareThousand) return null;
  if (entry.kind === "collective" && !numerals.data.bareThousand) return null;
  if (entry.kind === "collective" || entry.kind === "approximate")
    return collective(tokens, i, entry, first.to, numerals);
  const one = entry.kind === "add" && entry.value === 1 ? collectionAt(tokens, first.to, numerals) : null;
  if (one?.approximate) return { ...one, from: i };
  const read = composeWords(tokens, i, numerals);
  if (!read) return null;
  const hundreds = hundredsOver(tokens, i, numerals);
  if (hundreds) return hundreds;
  return lateHalf(
    tokens,
    fractionOf(tokens, read, numerals) ??
      proportion(tokens, read, numerals) ??
      proportionPast(tokens, read, numerals) ??
      quotient(tokens, read, numerals) ??
      read,
    numerals,
  );
}

/** "one hundred thirty-fifths": without "and" the tens belong to the denominator. */
function hundredsOver(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const [count, hundred, tens] = [i, i + 1, i + 2].map(at => numerals.words.longest(tokens, at));
  if (count?.value.kind !== "add" || hundred?.value.kind !== "hundred" || tens?.value.kind !== "add")
    return null;
  if (count.to !== i + 1 || tens.value.value < 20 || tens.value.value % 10 !== 0) return null;
  const at = isHyphen(tokens[tens.to]) ? tens.to + 1 : tens.to;
  const tail = numerals.fractionTails.longest(tokens, at) ?? numerals.fractions.longest(tokens, at);
  if (!tail || tail.value > 9 || numerals.ordinals.has(tokens[tail.to - 1]!.key)) return null;
  const value = (count.value.value * 100) / (tens.value.value + tail.value);
  return plain(i, tail.to, value, { words: true, fraction: true });
}

/** "a dozen", "una veintena", with a scale after it. */
function collective(
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
    const whole = read && { ...read, from: i };
    return whole && (fractionOf(tokens, whole, numerals) ?? lateHalf(tokens, whole, numerals));
  }
  const read = collectionAt(tokens, at, numerals);
  return read ? { ...read, from: i } : fractionOf(tokens, plain(i, next, 1, { words: true }), numerals);
}

/** "dozen", "centaine", where a word that may be the numeral stands before it as its article. */
function collectionAt(tokens: readonly Token[], at: number, numerals: Numerals): NumberRead | null {
  const word = numerals.words.longest(tokens, at);
  if (word?.value.kind !== "collective" && word?.value.kind !== "approximate") return null;
  return collective(tokens, at, word.value, word.to, numerals);
}

/** A word without what may be glued before it (Arabic لآلاف). */
const withoutPrefix = (key: string, numerals: Numerals): readonly string[] =>
  numerals.prefixes
    .filter(p => key.startsWith(p) && key.length - p.length >= LEAST_LEFT)
    .map(p => key.slice(p.length));

const NEEDS_OF = /^(?:scores|tens)$/;

/** "dozens", "hundreds of thousands": from the word's value to ten times it. */
function indefinite(
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
