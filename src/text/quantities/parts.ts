import { readNumber } from "../numerals/numerals.ts";
import { type NumberRead, plain, times } from "../numerals/read.ts";
import type { Compiled } from "../pack/compile.ts";
import { NUMBER, SIGN, type Token, WORD } from "../tokens/token.ts";
import { knownUnit, type UnitRead } from "./units.ts";

/** One number with its own currency sign and unit, before hedges and ranges. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly number: NumberRead;
  readonly sign: UnitRead | null;
  readonly unit: UnitRead | null;
}

/** What reading a stretch of text needs. */
export interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly c: Compiled;
  /** Token index after the date that starts or lies here, 0 for none. */
  readonly dates: Int32Array;
}

function signBefore(r: Reader, i: number): UnitRead | null {
  const found = r.c.signs.longest(r.tokens, i);
  if (!found) return null;
  if (found.value === "percent")
    return { unit: "percent", from: i, to: found.to, money: false, how: "known" };
  const last = r.tokens[found.to - 1]!;
  const first = r.tokens[i]!;
  const next = r.tokens[found.to];
  if (!next) return null;
  const word = first.kind === WORD && last.kind === WORD;
  // "at a $ 254 million": a small letter apart from the sign is a word of its own.
  // A capital article at the start of a sentence ("A $126 million deal") is none of the dollar either.
  const apart = first.kind === WORD && !word && r.tokens[i + 1]!.gap && first.caps < 2;
  if (apart && (r.c.stop.has(first.key) || r.tokens[i - 1]?.key === "'")) return null;
  if (word && first.caps < 2 && !/^(?:rs|rp|fr|sfr|y)$/.test(first.key)) return null;
  if (word && found.value === "GBP" && first.key === "ps" && next.gap) return null;
  return { unit: found.value, from: i, to: found.to, money: true, how: "known" };
}

/** "- 20 degrees": with temperatures a minus sign may stand apart, where no number stands before it. */
function minusApart(r: Reader, i: number): Part | null {
  const [sign, next, before] = [r.tokens[i], r.tokens[i + 1], r.tokens[i - 1]];
  if ((sign?.key !== "-" && sign?.key !== "–") || next?.kind !== NUMBER || !next.gap) return null;
  if (before && (!sign.gap || before.kind !== WORD)) return null;
  const number = readNumber(r.tokens, i + 1, r.c.numerals);
  const unit = number && knownUnit(r.text, r.tokens, number.to, r.c);
  if (!number || !unit || !DEGREE.test(unit.unit)) return null;
  return {
    from: i,
    to: number.to,
    number: { ...number, from: i, value: -number.value },
    sign: null,
    unit,
  };
}

/** "$", "US$" or a code before the number; "-$5" and "$-5" are both read. */
export function partAt(r: Reader, i: number): Part | null {
  const scale = r.c.unitsBefore.longest(r.tokens, i);
  const degrees = scale && degreesAfter(r, i, scale.value, scale.to);
  if (degrees) return degrees;
  const cold = minusApart(r, i);
  if (cold) return cold;
  const sign = signBefore(r, i);
  const minus = !sign && r.tokens[i]?.key === "-" && !r.tokens[i + 1]?.gap ? signBefore(r, i + 1) : null;
  const before = sign ?? minus;
  const number = readNumber(r.tokens, before ? before.to : i, r.c.numerals);
  if (!number || minusOfHedge(r, number)) return null;
  if (number.percent)
    return { from: number.from, to: number.to, number, sign: null, unit: percentUnit(r, number) };
  if (!before) {
    const unit = knownUnit(r.text, r.tokens, number.to, r.c);
    return withHalf(r, withCoins(r, withFactor(r, number, unit)));
  }
  if (number.words && !number.indefinite && !number.scaled && before.money && before.unit !== "USD")
    return null;
  if (isRangeOfDates(r, number)) return null;
  const signed = minus ? { ...number, value: -number.value } : number;
  return { from: i, to: number.to, number: signed, sign: before, unit: null };
}

/** 摄氏40度, 時速188マイル: the scale, or that it is a speed, stands before the number, the measure after it. */
function degreesAfter(r: Reader, i: number, scale: string, at: number): Part | null {
  const number = readNumber(r.tokens, at, r.c.numerals);
  if (!number || number.percent) return null;
  const unit = knownUnit(r.text, r.tokens, number.to, r.c);
  if (scale === "per hour") {
    if (!unit || unit.money || TIME_UNIT.test(unit.unit) || unit.unit === "percent") return null;
    return {
      from: i,
      to: number.to,
      number,
      sign: null,
      unit: { ...unit, from: i, unit: `${unit.unit} per hour` },
    };
  }
  const to = unit && DEGREE.test(unit.unit) ? unit.to : number.to;
  return {
    from: i,
    to: number.to,
    number,
    sign: null,
    unit: { unit: scale, from: i, to, money: false, how: "known" },
  };
}

const DEGREE = /^(?:degree|celsius|fahrenheit|kelvin)$/;

/** "al menos 20": the word for minus ends a hedge. */
function minusOfHedge(r: Reader, number: NumberRead): boolean {
  if (number.value >= 0 || r.tokens[number.from]!.kind !== WORD) return false;
  const hedge = r.c.before.endsBefore(r.tokens, number.from + 1);
  return hedge !== null && hedge.to < number.from;
}

/** 百分之三十, 七成: the unit is in the number's own words; 个百分点 may follow. */
function percentUnit(r: Reader, number: NumberRead): UnitRead {
  const point = knownUnit(r.text, r.tokens, number.to, r.c);
  if (point && /percent/.test(point.unit)) return point;
  return { unit: "percent", from: number.from, to: number.to, money: false, how: "known" };
}

/** "75 USD million", "30 MUSD": the multiplier stands with the unit. */
function withFactor(r: Reader, number: NumberRead, unit: UnitRead | null): Part {
  const part = { from: number.from, to: number.to, number, sign: null, unit };
  if (!unit?.money) return part;
  const word = number.scaled ? null : r.c.numerals.words.longest(r.tokens, unit.to);
  const scale = word?.value.kind === "scale" ? word : null;
  const factor = (unit.factor ?? 1) * (scale?.value.value ?? 1);
  if (factor === 1) return part;
  const scaled = { ...number, value: times(number.value, factor), scaled: true };
  return { ...part, number: scaled, unit: { ...unit, to: scale?.to ?? unit.to } };
}

/** 两米半: half a unit more. */
function withHalf(r: Reader, part: Part): Part {
  const { number, unit } = part;
  const half = r.c.pack.numbers.dense?.halfAfter;
  if (!unit || half === undefined || r.tokens[unit.to]?.key !== half || number.high !== null) return part;
  if (!Number.isInteger(number.value) || number.scaled || unit.unit === "percent") return part;
  return {
    ...part,
    number: { ...number, value: number.value + 0.5, marked: true },
    unit: { ...unit, to: unit.to + 1 },
  };
}

/** "3 dollars 50 cents", "15 dollars 50": coins add to the amount before them. */
function withCoins(r: Reader, part: Part): Part {
  if (
    !part.unit?.money ||
    part.number.scaled ||
    part.number.marked ||
    !Number.isInteger(part.number.value) ||
    COIN.test(part.unit.unit)
  )
    return part;
  let at = part.unit.to;
  const key = r.tokens[at]?.key ?? "";
  const joined =
    r.c.numerals.words.longest(r.tokens, at)?.value.kind === "and" ||
    r.c.numerals.fractionAnd.has(key) ||
    (r.c.numerals.dense?.mixed.longest(r.tokens, at) ?? null) !== null ||
    key === ",";
  if (joined) at++;
  const coins = readNumber(r.tokens, at, r.c.numerals);
  if (
    !coins ||
    coins.from !== at ||
    coins.value <= 0 ||
    coins.value > 99 ||
    !Number.isInteger(coins.value) ||
    coins.fraction
  )
    return part;
  const unit = knownUnit(r.text, r.tokens, coins.to, r.c);
  const after = r.tokens[coins.to];
  const bare = !joined && !unit && coins.value >= 10 && (!after || after.kind === SIGN);
  if (!(unit && COIN.test(unit.unit)) && !bare) return part;
  const value = Number(
    (part.number.value + coins.value / (TENTH.test(unit?.unit ?? "") ? 10 : 100)).toFixed(2),
  );
  return {
    ...part,
    number: { ...part.number, value, marked: true },
    unit: { ...part.unit, to: unit?.to ?? coins.to },
  };
}

const TENTH = /^jiao$/;
const COIN = /^(?:cent|penny|sen|fen|jiao|kopek|paisa|centime)$/;

function isRangeOfDates(r: Reader, number: NumberRead): boolean {
  return r.dates[number.from] !== 0;
}

/** The unit of a part, before or after its number. */
export const unitOf = (part: Part): UnitRead | null => part.sign ?? part.unit;

/** The token after a part and its unit. */
export const endOf = (part: Part): number => (part.sign ? part.to : (part.unit?.to ?? part.to));

/** Units of time. */
export const TIME_UNIT = /^(?:second|minute|hour|day|week|month|year|decade|century)$/;

const HEDGE_REACH = 3;

/** "hasta un máximo de 50": the article begins a hedge of the number behind it. */
export function isInHedge(r: Reader, from: number, to: number): boolean {
  for (let at = to + 1; at <= Math.min(to + HEDGE_REACH, r.tokens.length); at++) {
    const hedge = r.c.before.endsBefore(r.tokens, at);
    if (hedge && hedge.to <= from) return true;
  }
  return false;
}

/** "nearly a year", "more than an hour": with a hedge, the article counts one. */
export function articlePart(r: Reader, i: number): Part | null {
  const article = r.c.numerals.words.longest(r.tokens, i);
  if (article?.value.kind !== "article" || !r.c.before.endsBefore(r.tokens, i)) return null;
  if (isInHedge(r, i, article.to)) return null;
  const unit = knownUnit(r.text, r.tokens, article.to, r.c);
  if (!unit || !r.tokens[article.to]!.gap || r.tokens[unit.from]!.kind === SIGN) return null;
  const number = plain(i, article.to, 1, { words: true });
  return { from: i, to: article.to, number, sign: null, unit };
}

/** "tenía cinco años", "âgé de 20 ans": a time after a word of age is an age. */
export function agedUnit(r: Reader, part: Part): UnitRead | null {
  if (
    !part.unit ||
    !/^(?:year|month|week|day)$/.test(part.unit.unit) ||
    !r.c.aged.endsBefore(r.tokens, part.from)
  )
    return null;
  return { ...part.unit, unit: `${part.unit.unit} of age` };
}

/** The unit of an age that names none ("aged 25"). */
export function ageUnit(part: Part): UnitRead {
  return { unit: "year of age", from: part.to - 1, to: part.to, money: false, how: "known" };
}

/** "aged 25". */
export function ageBefore(r: Reader, part: Part, noun: UnitRead | null): boolean {
  if (noun || part.number.value > 130 || part.number.value < 0) return false;
  return r.c.aged.endsBefore(r.tokens, part.from) !== null;
}

/** "times", "-fold", "x" after a number. */
export function multipleAfter(r: Reader, part: Part): UnitRead | null {
  let at = part.to;
  if (r.tokens[at]?.key === "-" && !r.tokens[at]!.gap) at++;
  const token = r.tokens[at];
  if (!token || !r.c.times.has(token.key) || (token.key === "x" && token.gap)) return null;
  return { unit: "multiple", from: at, to: at + 1, money: false, how: "known" };
}

/** "a five-year award": the length is a date, the number counts nothing. */
export function isTimeAdjective(r: Reader, part: Part): boolean {
  const hyphen = r.tokens[part.to];
  return (
    hyphen !== undefined &&
    hyphen.key === "-" &&
    !hyphen.gap &&
    TIME_UNIT.test(part.unit!.unit) &&
    r.c.pack.quantity.timeAdjectives === true
  );
}

/** "twenty-first": the numeral belongs to an ordinal. */
export function isOrdinalTail(r: Reader, part: Part): boolean {
  const at = part.to;
  if (!part.number.words || part.number.scaled) return false;
  const next = r.tokens[at]?.key === "-" ? r.tokens[at + 1] : r.tokens[at];
  return next !== undefined && r.c.ordinals.has(next.key) && r.tokens[at - 1]!.kind === WORD;
}

/** "one" as a pronoun or article, and numerals that are common words, count only with something counted. */
export function isLoneWord(r: Reader, part: Part, unit: UnitRead | null, noun: UnitRead | null): boolean {
  if (r.c.pack.dense && isLoneCharacter(r, part, unit)) return true;
  if (!part.number.words || part.number.value !== 1 || unit || part.number.scaled) return false;
  return !noun || r.c.pack.quantity.one !== "counts" || isSpeaker(r, noun.to);
}

/** A lone numeral character counts only before a counter or a unit; after 第 it is an ordinal. */
function isLoneCharacter(r: Reader, part: Part, unit: UnitRead | null): boolean {
  const dense = r.c.numerals.dense;
  const before = r.tokens[part.from - 1];
  if (dense?.ordinalBefore.has(before?.key ?? "")) return true;
  if (dense?.ordinalAfter.longest(r.tokens, part.to) && !part.number.fraction) return true;
  if (!part.number.words || unit || part.to - part.from > 1 || part.number.fraction) return false;
  if (part.number.value >= 10 && r.c.after.longest(r.tokens, part.to)) return false;
  const next = r.tokens[part.to];
  return !next || next.gap || !r.c.skip.has(next.key);
}

/** "one analyst calls": the determiner of a speaker. */
function isSpeaker(r: Reader, at: number): boolean {
  for (let i = at; i < Math.min(at + 2, r.tokens.length); i++) {
    const token = r.tokens[i]!;
    if (token.kind === WORD && r.c.saying.has(token.key)) return true;
  }
  return false;
}
