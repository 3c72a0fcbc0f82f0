import { datesIn } from "../dates/dates.ts";
import { identifyLanguage } from "../language/language.ts";
import { readNumber } from "../numerals/numerals.ts";
import { type NumberRead, times } from "../numerals/read.ts";
import type { Compiled } from "../pack/compile.ts";
import { compiledPack } from "../pack/languages.ts";
import { stretches } from "../tokens/stretches.ts";
import { NUMBER, type Token, WORD } from "../tokens/token.ts";
import type { Quantity, Span } from "../types.ts";
import {
  directionAfter,
  directionBefore,
  directionBelow,
  directionFar,
  hedgeAfter,
  hedgeOf,
  isBound,
} from "./context.ts";
import {
  ageBefore,
  agedUnit,
  ageUnit,
  articlePart,
  endOf,
  isInHedge,
  isLoneWord,
  isOrdinalTail,
  isTimeAdjective,
  multipleAfter,
  type Part,
  partAt,
  type Reader,
  unitOf,
} from "./parts.ts";
import { isDashed, type Range, rangeFrom, scaleOf, shares } from "./ranges.ts";
import { isExcluded } from "./rules.ts";
import { nounAfter, perAfter, singularOf, type UnitRead } from "./units.ts";

export interface QuantityOptions {
  /** ISO 639-1; identified from the text when left out. */
  readonly language?: string;
  /** Day of publication, by which the dates are read that hold no quantities. */
  readonly date?: string;
}

interface Reading {
  readonly c: Compiled;
  readonly date?: string | undefined;
}

function spanOf(r: Reader, from: number, to: number): Span {
  return [r.tokens[from]!.start, r.tokens[to - 1]!.end];
}

interface Assembly {
  readonly from: number;
  readonly number: NumberRead;
  readonly high: number | null;
  readonly sign: UnitRead | null;
  readonly unit: UnitRead | null;
  readonly numberTo: number;
  readonly open: number;
  /** Token after the words that close a range, -1 without them. */
  readonly close: number;
}

function assemble(r: Reader, a: Assembly): { quantity: Quantity; to: number } {
  const own = a.sign ?? a.unit;
  const unitTo = a.unit && !a.unit.apart ? a.unit.to : a.numberTo;
  let end = Math.max(a.close, a.sign ? a.numberTo : unitTo);
  if (a.sign) end = trailingCountry(r, end);
  const per = own && own.how === "known" ? perAfter(r.tokens, end, r.c) : null;
  const name = own ? (per ? `${own.unit} per ${per.unit}` : own.unit) : "";
  const number = a.high === null ? a.number : { ...a.number, indefinite: 0 };
  const hedge = hedgeOf(r, number, a.open >= 0 ? a.open : a.from, per ? per.to : end, own);
  const direction =
    directionBefore(r, hedge.from, own) ||
    directionFar(r, hedge.from) ||
    directionAfter(r, hedge.to, own) ||
    (a.number.value < 0 ? directionBelow(r, hedge.from, own) : "");
  const span = spanOf(r, hedge.from, Math.max(hedge.to, per?.to ?? end, a.numberTo));
  return {
    quantity: {
      span,
      text: r.text.slice(span[0], span[1]),
      value: a.number.value,
      high: a.high ?? a.number.high,
      unit: name,
      qualifier: hedge.qualifier,
      direction,
      number: spanOf(r, a.number.from, a.numberTo),
      unitSpan: own ? spanOf(r, own.from, own.to) : null,
      digits: a.number.digits,
      fraction: a.number.fraction,
    },
    to: Math.max(hedge.to, per?.to ?? end),
  };
}

/** "$76 US a barrel". */
function trailingCountry(r: Reader, at: number): number {
  const token = r.tokens[at];
  return token?.caps === 2 && token.key === r.c.pack.quantity.sumCountry ? at + 1 : at;
}

function quantityAt(r: Reader, i: number): { quantity: Quantity | null; to: number } | null {
  const part = partAt(r, i) ?? articlePart(r, i);
  if (!part) return null;
  if (part.number.words && part.number.value === 1 && isInHedge(r, part.from, part.to))
    return { quantity: null, to: part.to };
  const range = rangeFrom(r, part);
  if (range) return rangeQuantity(r, range);
  const known = unitOf(part);
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
    multiple ?? agedUnit(r, part) ?? part.unit ?? (ageBefore(r, part, noun) ? ageUnit(part) : noun);
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

/** Tokens of dates and of web addresses, which hold no quantities: each holds the token after the whole. */
function maskOf(
  tokens: readonly Token[],
  found: readonly { from: number; to: number; counts: boolean }[],
): Int32Array {
  const mask = new Int32Array(tokens.length + 1);
  for (const date of found) if (!date.counts) mask.fill(date.to, date.from, date.to);
  for (let i = 0; i + 2 < tokens.length; i++) {
    if (tokens[i]!.key !== ":" || tokens[i + 1]!.key !== "/" || tokens[i + 2]!.key !== "/") continue;
    if (tokens[i + 1]!.gap || tokens[i + 2]!.gap) continue;
    let to = i + 3;
    while (to < tokens.length && !tokens[to]!.gap) to++;
    mask.fill(to, i, to);
    i = to - 1;
  }
  return mask;
}

/** "just under 296 hp (224 kW / 300 PS)": a measure in brackets right after another says the same again. */
function restates(r: Reader, at: number, end: number): boolean {
  const mark = r.tokens[at - 1]?.key;
  return at - 1 === end && (mark === "(" || mark === "/");
}

/** A restatement in another unit shares hedge, bound and direction; a share beside an amount does not. */
function restated(quantity: Quantity, last: Quantity): Quantity {
  const share = /^percent|^$/.test(quantity.unit) || /^percent|^$/.test(last.unit);
  if (share || quantity.unit === last.unit || quantity.qualifier !== "exact" || quantity.direction !== "")
    return quantity;
  return { ...quantity, qualifier: last.qualifier, direction: last.direction };
}

const LOWER = new Set(["over", "at-least"]);
const UPPER = new Set(["under", "up-to"]);

/** "more than 10 and less than 20 points": a lower and an upper bound of one number, with nothing but a joiner between. */
function bounded(
  r: Reader,
  last: Quantity | undefined,
  end: number,
  now: Quantity,
  to: number,
): Quantity | null {
  if (!last || end < 0 || last.high !== null || now.high !== null) return null;
  const rising = LOWER.has(last.qualifier) && UPPER.has(now.qualifier);
  const falling = UPPER.has(last.qualifier) && LOWER.has(now.qualifier);
  const [low, high] = rising ? [last, now] : [now, last];
  if ((!rising && !falling) || low.value >= high.value) return null;
  if (last.unit !== now.unit && last.unit !== "" && now.unit !== "") return null;
  let at = end;
  for (let join = r.c.boundJoin.longest(r.tokens, at); join; join = r.c.boundJoin.longest(r.tokens, at))
    at = join.to;
  if (r.tokens[at]!.start !== now.span[0]) return null;
  const unit = now.unit === "" ? last : now;
  const close = r.c.close.longest(r.tokens, to);
  const span: Span = [last.span[0], close ? r.tokens[close.to - 1]!.end : now.span[1]];
  return {
    ...unit,
    span,
    text: r.text.slice(span[0], span[1]),
    value: low.value,
    high: high.value,
    qualifier: "exact",
    number: [last.number[0], now.number[1]],
  };
}

function readStretch(text: string, tokens: readonly Token[], { c, date }: Reading, out: Quantity[]): void {
  const r: Reader = { text, tokens, c, dates: maskOf(tokens, datesIn(tokens, c, date)) };
  let end = -1;
  for (let i = 0; i < tokens.length; ) {
    if (r.dates[i]) {
      i = r.dates[i]!;
      continue;
    }
    const token = tokens[i]!;
    if (
      token.kind !== NUMBER &&
      c.starts !== null &&
      !c.starts.has(token.key) &&
      !c.notNumbers.begins(token.key)
    ) {
      i++;
      continue;
    }
    const not = c.notNumbers.longest(tokens, i);
    if (not) {
      i = not.to;
      continue;
    }
    const read = quantityAt(r, i);
    if (read?.quantity) {
      const last = restates(r, i, end) ? out.at(-1) : undefined;
      const quantity = last ? restated(read.quantity, last) : read.quantity;
      const both = bounded(r, out.at(-1), end, quantity, read.to);
      if (both) out[out.length - 1] = both;
      else out.push(quantity);
      end = read.to;
    }
    i = read ? Math.max(read.to, i + 1) : i + 1;
  }
}

/**
 * Numbers with their units, hedges, bounds, ranges and directions. Years, dates, ordinals, model names, addresses and
 * labels are left out. Spans are offsets of the text as given.
 */
export function readQuantities(text: string, options: QuantityOptions = {}): Quantity[] {
  const c = compiledPack(options.language ?? identifyLanguage(text));
  const out: Quantity[] = [];
  for (const tokens of stretches(text)) readStretch(text, tokens, { c, date: options.date }, out);
  return out;
}

/** Singular of a noun by the rules of a language's pack. */
export function singular(word: string, language: string): string {
  return singularOf(word, compiledPack(language));
}

/** A numeral alone: no unit, hedge or meaning is looked at. */
export interface NumberMention {
  readonly span: Span;
  readonly text: string;
  readonly value: number;
  readonly high: number | null;
}

/** "un nombre": one before a word is the article, in languages where both are the same. */
function isArticle(tokens: readonly Token[], read: NumberRead, c: Compiled): boolean {
  if (!read.words || read.value !== 1 || read.to - read.from > 1 || c.pack.quantity.one === "counts")
    return false;
  return c.pack.quantity.noun !== "dense" && tokens[read.to]?.kind === WORD;
}

/** "4th", "4e", "2º": digits with the ending of an ordinal. */
function isOrdinal(tokens: readonly Token[], read: NumberRead, c: Compiled): boolean {
  const next = tokens[read.to];
  if (read.words || read.marked || read.scaled || next?.kind !== WORD || next.gap) return false;
  return c.ordinalEndings.has(next.key);
}

/** Every numeral of a text, in digits or words, whatever it counts; years and labels are numerals too, ordinals are none. */
export function readNumbers(text: string, options: QuantityOptions = {}): NumberMention[] {
  const c = compiledPack(options.language ?? identifyLanguage(text));
  const out: NumberMention[] = [];
  for (const tokens of stretches(text)) {
    for (let i = 0; i < tokens.length; ) {
      const skip = c.notNumbers.longest(tokens, i);
      const read = skip ? null : readNumber(tokens, i, c.numerals);
      const counts = read && (!read.percent || read.core !== null) && !isOrdinal(tokens, read, c);
      if (counts && !isArticle(tokens, read, c)) {
        const span: Span = [tokens[read.core ?? read.from]!.start, tokens[read.to - 1]!.end];
        out.push({ span, text: text.slice(span[0], span[1]), value: read.value, high: read.high });
      }
      i = skip ? skip.to : read ? Math.max(read.to, i + 1) : i + 1;
    }
  }
  return out;
}
