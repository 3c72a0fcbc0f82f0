import { times } from "../numerals/read.ts";
import { NUMBER, WORD } from "../tokens/token.ts";
import type { Quantity } from "../types.ts";
import { ageBefore, agedUnit, ageUnit } from "./ages.ts";
import { assemble } from "./assemble.ts";
import { hedgeAfter, isBound } from "./context.ts";
import { isLoneWord, isOrdinalTail, isTimeAdjective, multipleAfter } from "./lone.ts";
import { nounAfter } from "./nouns.ts";
import { endOf, type Part, type Reader, TIME_UNIT, unitOf } from "./part.ts";
import { articlePart, isInHedge, partAt } from "./parts.ts";
import { isDashed, type Range, rangeFrom, scaleOf, shares } from "./ranges.ts";
import { isExcluded } from "./rules.ts";
import type { UnitRead } from "./units.ts";

export function quantityAt(r: Reader, i: number): { quantity: Quantity | null; to: number } | null {
  const part = partAt(r, i) ?? articlePart(r, i);
  if (!part) return null;
  if (part.number.words && part.number.value === 1 && isArticle(r, part))
    return { quantity: null, to: part.to };
  const range = rangeFrom(r, part);
  if (range) return rangeQuantity(r, range);
  const known = unitOf(part);
  if (isTimeName(r, part)) return { quantity: null, to: part.unit!.to };
  if (isDecades(part)) return { quantity: null, to: part.unit!.to };
  const noun =
    known || part.number.fraction
      ? null
      : (nounAfter(r.tokens, part.number, part.to, r.c) ?? nounOfWhole(r, part));
  const multiple = known ? null : multipleAfter(r, part);
  if (
    isExcluded(
      r.tokens,
      part.number,
      {
        unit: known !== null || multiple !== null,
        noun: noun !== null || hasBound(r, part),
        sign: part.sign !== null,
      },
      r.c,
    )
  ) {
    return { quantity: null, to: part.to };
  }
  if (part.unit && isTimeAdjective(r, part)) return { quantity: null, to: part.unit.to };
  if (isOrdinalTail(r, part) || (isLoneWord(r, part, multiple ?? known, noun) && !isBounded(r, part)))
    return { quantity: null, to: part.to };
  const unit =
    multiple ?? agedUnit(r, part) ?? part.unit ?? (ageBefore(r, part, noun) ? ageUnit(r, part) : noun);
  return assemble(r, {
    from: part.from,
    number: part.number,
    high: null,
    sign: part.sign,
    unit,
    numberTo: part.to,
    open: -1,
    close: -1,
  });
}

/** "Al menos un 30 %", "como una de": a word for one that only leads to the number, or is part of a hedge. */
const isArticle = (r: Reader, { from, to }: Part): boolean =>
  r.tokens[to]?.kind === NUMBER || isInHedge(r, from, to);

/** Whether a bound stands beside a number, past its counter (一個以上). */
function isBounded(r: Reader, part: Part): boolean {
  const end = endOf(part);
  const counter = r.c.pack.dense === true && r.c.skip.has(r.tokens[end]?.key ?? "");
  const found =
    r.c.before.endsBefore(r.tokens, part.from) ??
    hedgeAfter(r, end) ??
    (counter ? hedgeAfter(r, end + 1) : null);
  return found !== null && isBound(found.value);
}

/** "the Thirty Years' War", "la guerre de Trente Ans", 三十年战争: capitals, or what stands behind it, make a name of a length of time. */
function isTimeName(r: Reader, { number, from, unit }: Part): boolean {
  if (!number.words || !unit || !TIME_UNIT.test(unit.unit)) return false;
  if (r.c.namesBehind.longest(r.tokens, unit.to)) return true;
  if (r.tokens[from]!.caps === 0 || r.tokens[unit.from]!.caps === 0) return false;
  if (r.c.pack.quantity.noun !== "plural") return true;
  const next = r.tokens[/^['’]$/.test(r.tokens[unit.to]?.key ?? "") ? unit.to + 1 : unit.to];
  return next?.kind === WORD && next.caps > 0 && !r.c.stop.has(next.key);
}

/** 数十年, "dizaines d'années": decades, which count as little as the English word does. */
const isDecades = (part: Part): boolean => part.number.indefinite === 10 && part.unit?.unit === "year";

/** "12 of the 30 officers": what the part counts is named with the whole. */
function nounOfWhole(r: Reader, part: Part): UnitRead | null {
  const [of, the] = [r.tokens[part.to], r.tokens[part.to + 1]];
  if (of?.kind !== WORD || !r.c.of.has(of.key) || the?.kind !== WORD || !r.c.stop.has(the.key)) return null;
  const whole = partAt(r, part.to + 2);
  if (!whole || whole.number.from !== part.to + 2 || whole.sign || whole.number.value < part.number.value)
    return null;
  const unit = whole.unit ?? nounAfter(r.tokens, whole.number, whole.to, r.c);
  return unit && { ...unit, apart: true };
}

/** A bound before or after a number shows that it counts, even where it could be a year. */
function hasBound(r: Reader, part: Part): boolean {
  const before = r.c.before.endsBefore(r.tokens, part.from);
  const found = before ?? hedgeAfter(r, endOf(part));
  if (found?.value === "exactly") return true;
  return found !== null && isBound(found.value) && found.value !== (before ? "up-to" : undefined);
}

function rangeQuantity(r: Reader, range: Range): { quantity: Quantity; to: number } | null {
  const { first, second } = range;
  const factor = shares(first, second) ? scaleOf(second.number) : 1;
  const noun = unitOf(second) ?? unitOf(first) ?? nounAfter(r.tokens, second.number, second.to, r.c);
  const low =
    first.number.value * factor > second.number.value
      ? first.number.value
      : times(first.number.value, factor);
  const number = { ...first.number, value: low, digits: second.number.digits ?? first.number.digits };
  const sign = second.sign ?? (second.unit ? null : first.sign);
  const told =
    range.open >= 0 ||
    range.close >= 0 ||
    isDashed(r, first, second) ||
    r.c.before.endsBefore(r.tokens, first.from) !== null;
  const bare = !sign && !noun && !told;
  if (
    bare &&
    isExcluded(r.tokens, second.number, { unit: false, noun: false }, r.c) &&
    second.number.value >= 1000
  )
    return null;
  if (
    isExcluded(
      r.tokens,
      first.number,
      { unit: noun !== null || told, noun: noun !== null, sign: first.sign !== null },
      r.c,
    )
  )
    return null;
  return assemble(r, {
    from: first.from,
    number,
    high: second.number.value,
    sign: sign && { ...sign, from: first.sign?.from ?? sign.from, to: first.sign?.to ?? sign.to },
    unit: sign ? null : noun,
    numberTo: second.to,
    open: range.open,
    close: range.close,
  });
}
