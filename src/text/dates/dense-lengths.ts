import { readDense } from "../numerals/dense.ts";
import { momentAway, partsAway } from "./away.ts";
import { type DateContext, type DateRead, durationValue, shiftedPeriod } from "./context.ts";
import { comesBack, composite, lengthOf, ORDER, spanned } from "./lengths.ts";
import { make } from "./parts.ts";
import { floating } from "./periods.ts";

/** 三年, 10个月, 三年前, 两天后. */
export function denseLength(x: DateContext, i: number): DateRead | null {
  const led = ledLength(x, i);
  if (led) return led;
  const first = unitsAt(x, i);
  if (!first) return null;
  const parts = [first];
  for (
    let next = unitsAt(x, pastAlso(x, first.to));
    next && next.n !== "X" && parts.length < 5;
    next = unitsAt(x, pastAlso(x, next.to))
  ) {
    if (ORDER.indexOf(next.unit) <= ORDER.indexOf(parts.at(-1)!.unit)) break;
    parts.push(next);
  }
  const rate = comesBack(x, i, { ...parts.at(-1)!, n: first.n, unit: first.unit });
  if (rate && parts.length === 1) return rate;
  if (parts.length > 1 && first.n !== "X") return compositeAway(x, i, parts);
  const { n, unit, to } = first;
  const after = x.w.after.longest(x.tokens, to);
  if (after && x.ref && n !== "X") {
    const moment = x.minutes === null ? null : momentAway(x, unit, after.value * n);
    const period = moment ?? shiftedPeriod(x.ref, unit, after.value * n);
    if (period) return make(i, after.to, period, true);
  }
  if (after) return make(i, after.to, floating(after.value < 0 ? "PAST_REF" : "FUTURE_REF"), n !== "X");
  const read = make(i, to, floating(durationValue(n, unit)), true);
  return n === "X" ? read : { ...read, length: { n, unit } };
}

/** 一个星期又三天: past a word that adds a smaller unit. */
const pastAlso = (x: DateContext, i: number): number => (x.tokens[i]?.key === "又" ? i + 1 : i);

/** 2년 1개월 21일, and the day so far away: 2년 1개월 21일 후. */
function compositeAway(x: DateContext, i: number, parts: readonly Units[]): DateRead {
  const { to } = parts.at(-1)!;
  const after = x.ref && x.w.after.longest(x.tokens, to);
  const day = after && partsAway(x.ref!, parts, after.value);
  return day ? make(i, after.to, day, true) : make(i, to, floating(composite(parts)), true);
}

interface Units {
  readonly n: number | "X";
  readonly unit: string;
  readonly to: number;
}

/** 三年, 3年半, 数日: a count and its unit. */
export function unitsAt(x: DateContext, i: number): Units | null {
  const word = x.w.lengthWords.longest(x.tokens, i);
  if (word?.value.includes(" ")) return { ...lengthOf(word.value), to: word.to };
  const few = word?.value === "X" ? word : null;
  const partly = word && !few ? x.w.units.longest(x.tokens, word.to) : null;
  if (word && partly) return { n: Number(word.value), unit: partly.value, to: partly.to };
  const number = few ? null : readDense(x.tokens, i, x.c.numerals);
  // 3분의 1: no minutes.
  if (number && x.c.numerals.dense?.denominator.longest(x.tokens, number.to)) return null;
  const halved = number ? andHalfOf(x, number.to) : null;
  const counted = halved && x.w.units.longest(x.tokens, halved);
  if (counted && number!.high === null)
    return { n: number!.value + 0.5, unit: counted.value, to: counted.to };
  const at = few ? few.to : number?.to;
  if (at === undefined) return null;
  const unit = x.w.units.longest(x.tokens, at);
  if (!unit || (number && number.value >= 1000 && unit.value === "year" && !number.scaled)) return null;
  const half = few === null && x.tokens[unit.to]?.key === x.c.pack.numbers.dense?.halfAfter;
  const whole = half && !goesOn(x, unit.to + 1);
  const n = few || number!.high !== null ? "X" : number!.value + (whole ? 0.5 : 0);
  return { n, unit: unit.value, to: whole ? unit.to + 1 : unit.to };
}

/** A character that makes another word of the half before it, and no particle (한 시간 반이면). */
function goesOn(x: DateContext, i: number): boolean {
  const next = x.tokens[i];
  return next !== undefined && !next.gap && /^[가-힣月日期]$/.test(next.key) && !x.c.stop.has(next.key);
}

/** 一个半(小时): the token after a counter and a half. */
function andHalfOf(x: DateContext, i: number): number | null {
  const counter = /^[个個]$/.test(x.tokens[i]?.key ?? "");
  return counter && x.tokens[i + 1]?.key === x.c.pack.numbers.dense?.halfAfter ? i + 2 : null;
}

/** 过去五年, 過去の十年間, 지난 5분, 今後2か月: a length of time that lies right before or after publication. */
function ledLength(x: DateContext, i: number): DateRead | null {
  const shift = x.w.shift.longest(x.tokens, i);
  if (!shift) return null;
  const joiner = x.tokens[shift.to];
  const length = unitsAt(x, joiner && /^[的の의]$/.test(joiner.key) ? shift.to + 1 : shift.to);
  if (!length) return null;
  const period = spanned(x, length, shift.value);
  const read = make(i, length.to, period, true);
  return length.n === "X" ? read : { ...read, length: { n: length.n, unit: length.unit } };
}
