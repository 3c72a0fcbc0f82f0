import { readNumber } from "../numerals/numerals.ts";
import { type NumberRead, plain, times } from "../numerals/read.ts";
import { NUMBER, SIGN, WORD } from "../tokens/token.ts";
import { withCoins } from "./coins.ts";
import { withSmaller } from "./compound.ts";
import { type Part, type Reader, TIME_UNIT } from "./part.ts";
import { isHyphen, knownUnit, type UnitRead } from "./units.ts";
import { weighed } from "./weights.ts";

function signBefore(r: Reader, i: number): UnitRead | null {
  const found = r.c.signs.longest(r.tokens, i);
  if (!found) return null;
  if (found.value === "percent")
    return { unit: "percent", from: i, to: found.to, money: false, how: "known" };
  const last = r.tokens[found.to - 1]!;
  const first = r.tokens[i]!;
  const next = r.tokens[found.to];
  if (!next) return null;
  const inside = r.tokens.slice(i, found.to).some(token => token.kind === SIGN);
  const word = first.kind === WORD && last.kind === WORD && !inside;
  // "at a $ 254 million": a small letter apart from the sign is a word of its own.
  // A capital article at the start of a sentence ("A $126 million deal") is none of the dollar either.
  const apart = first.kind === WORD && !word && r.tokens[i + 1]!.gap && first.caps < 2;
  if (apart && (r.c.stop.has(first.key) || r.tokens[i - 1]?.key === "'")) return null;
  if (word && namesThings(r, first.key, found.to)) return null;
  if (word && first.caps < 2 && !/^(?:rs|rp|fr|sfr|y)$/.test(first.key)) return null;
  if (word && found.value === "GBP" && first.key === "ps" && next.gap) return null;
  return { unit: found.value, from: i, to: found.to, money: true, how: "known" };
}

/** "ALL 5 solutions", "TOP 10 companies": a code that is a word of the language, before a small number that counts something. */
function namesThings(r: Reader, key: string, i: number): boolean {
  if (!r.c.wordCodes.has(key) || r.tokens[i]?.kind !== NUMBER) return false;
  const number = readNumber(r.tokens, i, r.c.numerals);
  return number !== null && !number.scaled && !number.marked && r.tokens[number.to]?.kind === WORD;
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
    const own = unit && ownsNext(r, unit) ? null : unit;
    return withHalf(r, withSmaller(r, weighed(r, andHalf(r, withCoins(r, withFactor(r, number, own))))));
  }
  if (number.words && !number.indefinite && !number.scaled && before.money && before.unit !== "USD")
    return null;
  if (isRangeOfDates(r, number)) return null;
  const signed = minus ? { ...number, value: -number.value } : number;
  return { from: i, to: number.to, number: signed, sign: before, unit: null };
}

/** "1 $10 note", "3 USD50 cards": a sign or code glued to the number behind it is that number's. */
function ownsNext(r: Reader, unit: UnitRead): boolean {
  const [sign, next] = [r.tokens[unit.from]!, r.tokens[unit.to]];
  return unit.money && sign.gap && next?.kind === NUMBER && !next.gap;
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

const MILLION = 1e6;

/** "361 मिलियन पाउंड": what weighs and pays by the same name is money where there are millions of it. */
function inMillions(r: Reader, number: NumberRead, unit: UnitRead | null): UnitRead | null {
  const money = unit && r.c.pack.units.moneyInMillions?.[unit.unit];
  return money && number.scaled && number.value >= MILLION ? { ...unit, unit: money, money: true } : unit;
}

/** "75 USD million", "30 MUSD": the multiplier stands with the unit. */
function withFactor(r: Reader, number: NumberRead, unit: UnitRead | null): Part {
  const part = { from: number.from, to: number.to, number, sign: null, unit: inMillions(r, number, unit) };
  if (!unit?.money) return part;
  const word = number.scaled ? null : r.c.numerals.words.longest(r.tokens, unit.to);
  const scale = word?.value.kind === "scale" ? word : null;
  const factor = (unit.factor ?? 1) * (scale?.value.value ?? 1);
  if (factor === 1) return part;
  const scaled = { ...number, value: times(number.value, factor), scaled: true };
  return { ...part, number: scaled, unit: { ...unit, to: scale?.to ?? unit.to } };
}

/** "une heure et demie", "three hours and a half": a part of the unit behind it. */
function andHalf(r: Reader, part: Part): Part {
  const { number, unit } = part;
  if (!unit || unit.money || unit.how === "noun" || !Number.isInteger(number.value) || number.high !== null)
    return part;
  const half = r.c.numerals.andHalf.longest(r.tokens, unit.to);
  const next = half && r.tokens[half.to];
  // "trois mois et demi-tour".
  if (!half || isHyphen(next ?? undefined) || r.c.units.longest(r.tokens, half.to)) return part;
  return {
    ...part,
    number: { ...number, value: number.value + half.value, marked: true },
    unit: { ...unit, to: half.to },
  };
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

function isRangeOfDates(r: Reader, number: NumberRead): boolean {
  return r.dates[number.from] !== 0;
}

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
