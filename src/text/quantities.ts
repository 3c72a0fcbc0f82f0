import type { Compiled } from "./compile.ts";
import { datesIn } from "./dates.ts";
import { identifyLanguage } from "./language.ts";
import { compiledPack } from "./languages.ts";
import { type NumberRead, readNumber, times } from "./numerals.ts";
import { isExcluded } from "./quantity-rules.ts";
import { knownUnit, nounAfter, perAfter, singularOf, type UnitRead } from "./quantity-units.ts";
import { chunks, NUMBER, SIGN, type Token, tokenize, WORD } from "./tokens.ts";
import type { Hedge, Quantity, Span } from "./types.ts";

export interface QuantityOptions {
  /** ISO 639-1; identified from the text when left out. */
  readonly language?: string;
}

/** One number with its own currency sign and unit, before hedges and ranges. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly number: NumberRead;
  readonly sign: UnitRead | null;
  readonly unit: UnitRead | null;
}

interface Reader {
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
  if (word && first.caps < 2 && !/^(?:rs|rp|fr|sfr|y)$/.test(first.key)) return null;
  if (word && found.value === "GBP" && first.key === "ps" && next.gap) return null;
  return { unit: found.value, from: i, to: found.to, money: true, how: "known" };
}

/** "$", "US$" or a code before the number; "-$5" and "$-5" are both read. */
function partAt(r: Reader, i: number): Part | null {
  const sign = signBefore(r, i);
  const minus = !sign && r.tokens[i]?.key === "-" && !r.tokens[i + 1]?.gap ? signBefore(r, i + 1) : null;
  const before = sign ?? minus;
  const number = readNumber(r.tokens, before ? before.to : i, r.c.numerals);
  if (!number) return null;
  if (number.percent)
    return { from: number.from, to: number.to, number, sign: null, unit: percentUnit(r, number) };
  if (!before) return withCoins(r, withFactor(r, number, knownUnit(r.text, r.tokens, number.to, r.c)));
  if (number.words && !number.indefinite && !number.scaled && before.money && before.unit !== "USD")
    return null;
  if (isRangeOfDates(r, number)) return null;
  const signed = minus ? { ...number, value: -number.value } : number;
  return { from: i, to: number.to, number: signed, sign: before, unit: null };
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
  const joined = r.c.numerals.words.longest(r.tokens, at)?.value.kind === "and" || r.tokens[at]?.key === ",";
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
  const value = Number((part.number.value + coins.value / 100).toFixed(2));
  return {
    ...part,
    number: { ...part.number, value, marked: true },
    unit: { ...part.unit, to: unit?.to ?? coins.to },
  };
}

const COIN = /^(?:cent|penny|sen|fen|kopek|paisa|centime)$/;

function isRangeOfDates(r: Reader, number: NumberRead): boolean {
  return r.dates[number.from] !== 0;
}

const unitOf = (part: Part): UnitRead | null => part.sign ?? part.unit;
const endOf = (part: Part): number => (part.sign ? part.to : (part.unit?.to ?? part.to));

interface Range {
  readonly first: Part;
  readonly second: Part;
  readonly open: number;
}

function joinsTight(r: Reader, at: number): boolean {
  const token = r.tokens[at]!;
  return token.kind === SIGN && token.key !== ",";
}

const plainSmall = (n: NumberRead): boolean => Number.isInteger(n.value) && n.value <= 20;

/** Whether two numbers with a joiner between them bound a range. */
function isRange(r: Reader, first: Part, second: Part, open: boolean, at: number): boolean {
  const [a, b] = [unitOf(first), unitOf(second)];
  if (a && b && a.unit !== b.unit) return false;
  if (second.number.value <= first.number.value && !shares(first, second)) return false;
  if (first.number.indefinite || second.number.indefinite) return false;
  if (open) return true;
  const joiner = r.tokens[at]!;
  if (joinsTight(r, at)) return !first.number.fraction || second.number.fraction;
  if (directionBefore(r, first.from, a) && r.tokens[first.from - 1]?.key !== "by") return false;
  if (a !== null && b === null) return false;
  if (r.c.pack.quantity.rangeJoin.split("|")[1] === joiner.key) {
    return plainSmall(first.number) ? second.number.value - first.number.value <= 10 : true;
  }
  return b !== null || second.number.scaled || first.number.words === second.number.words;
}

/** "3-5 billion": the multiplier belongs to both ends. */
function shares(first: Part, second: Part): boolean {
  const n = second.number;
  if (!n.scaled || first.number.scaled || n.digits === null) return false;
  return first.number.value < 100 && !first.number.marked
    ? true
    : first.number.value < n.value / 1000 && first.number.value < 1000;
}

function scaleOf(n: NumberRead): number {
  for (const scale of [1e12, 1e9, 1e8, 1e6, 1e5, 1e4, 1e3])
    if (n.value >= scale && n.value / scale < 1e4) return scale;
  return 1;
}

function rangeFrom(r: Reader, first: Part): Range | null {
  const opened = r.c.open.endsBefore(r.tokens, first.from);
  const at = endOf(first);
  const join =
    (opened ? r.c.joinOpen : r.c.join).longest(r.tokens, at) ??
    (opened ? r.c.join.longest(r.tokens, at) : null);
  if (!join) return null;
  if (r.tokens[at]!.key === "-" && r.tokens[at]!.gap !== (r.tokens[at + 1]?.gap ?? false)) {
    if (first.unit === null && r.tokens[at]!.gap) return null;
  }
  let second = partAt(r, join.to);
  if (!second && first.sign === null) second = null;
  if (!second || r.dates[second.from]) return null;
  if (second.number.value < 0 && second.number.from !== second.from) return null;
  if (!isRange(r, first, second, opened !== null, at)) return null;
  return { first, second, open: opened?.to ?? -1 };
}

const TRANSPARENT_LIMIT = 4;

/** "gave up 500 yards": no rise. */
const GIVES =
  /^(?:give|gave|gives|giving|given|make|makes|made|take|took|set|sets|pick|picked|end|ended|wind|wound|sum|add|adds|rack|racked|put|puts|build|built|buy|bought|hold|held|start|started)$/;

/** Words of rising and falling right before a number, through "by", "another", "an average of". */
function directionBefore(r: Reader, from: number, unit: UnitRead | null): "up" | "down" | "" {
  let at = from;
  let stepped = false;
  for (let turn = 0; turn < TRANSPARENT_LIMIT; turn++) {
    const moved = r.c.movesBack.endsBefore(r.tokens, at);
    if (moved) {
      const word = r.tokens[moved.to]!;
      if (word.key === "up" && GIVES.test(r.tokens[moved.to - 1]?.key ?? "")) return "";
      if (word.kind === WORD && r.tokens[moved.to + 1]?.gap === false) return "";
      const firm = !r.c.weak.has(word.key) || stepped || (unit !== null && isShareLike(unit));
      return firm ? moved.value : "";
    }
    const through = r.c.through.endsBefore(r.tokens, at);
    if (!through) return "";
    stepped = stepped || r.tokens[through.to]!.key === "by";
    at = through.to;
  }
  return "";
}

const isShareLike = (unit: UnitRead): boolean => /percent|point|^cent|penny|^sen$/.test(unit.unit);

/** "by" before the number with the verb further back: "increased its staff by 40". */
function directionFar(r: Reader, from: number): "up" | "down" | "" {
  const by = r.tokens[from - 1];
  if (by?.key !== "by" || r.c.pack.language !== "en") return "";
  for (let i = from - 2; i >= Math.max(0, from - 8); i--) {
    const token = r.tokens[i]!;
    if (token.kind === SIGN && token.key !== "'" && token.key !== "-") return "";
    const found = r.c.moves.longest(r.tokens, i);
    if (found) return found.value;
  }
  return "";
}

/** "5% drop", "3 points higher". */
function directionAfter(r: Reader, to: number, unit: UnitRead | null): "up" | "down" | "" {
  if (!unit || (!isShareLike(unit) && !unit.money)) return "";
  for (let i = to; i < Math.min(to + 2, r.tokens.length); i++) {
    const token = r.tokens[i]!;
    if (token.kind !== WORD || token.key === "to" || token.key === "and") return "";
    const found = r.c.moves.longest(r.tokens, i);
    if (found) return i === to || !r.c.stop.has(r.tokens[to]!.key) ? found.value : "";
    if (r.c.stop.has(token.key)) return "";
  }
  return "";
}

interface Hedging {
  readonly qualifier: Hedge;
  readonly from: number;
  readonly to: number;
}

const TIME_UNIT = /^(?:second|minute|hour|day|week|month|year|decade|century)$/;

/** A time after "over" tells how long something went on, not a bound, unless a verb of duration stands before. */
function spansTime(r: Reader, at: number, unit: UnitRead | null): boolean {
  if (!unit || !TIME_UNIT.test(unit.unit) || r.c.pack.language !== "en" || r.tokens[at]!.key !== "over")
    return false;
  const before = r.tokens[at - 1];
  return (
    !before ||
    !/^(?:for|took|take|takes|last|lasted|lasting|lasts|of|is|was|after|spent|with|has|have|had|been|just|well|aged|be)$/.test(
      before.key,
    )
  );
}

const INDEFINITE: Readonly<Record<number, Hedge>> = { 12: "dozens", 100: "hundreds", 1000: "thousands" };

function hedgeOf(r: Reader, number: NumberRead, from: number, end: number, unit: UnitRead | null): Hedging {
  const before = r.c.before.endsBefore(r.tokens, from);
  const named = INDEFINITE[number.indefinite];
  if (before && !spansTime(r, before.to, unit)) {
    if (named === undefined || before.value === "about")
      return { qualifier: named ?? before.value, from: before.to, to: end };
    return { qualifier: before.value, from: before.to, to: end };
  }
  const after = r.c.after.longest(r.tokens, end);
  if (after && !(r.tokens[end]!.key === "+" && r.tokens[end]!.gap))
    return { qualifier: after.value, from, to: after.to };
  if (named !== undefined) return { qualifier: named, from, to: end };
  if (number.more) return { qualifier: "just-over", from, to: end };
  return { qualifier: number.approximate ? "about" : "exact", from, to: end };
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
}

function assemble(r: Reader, a: Assembly): { quantity: Quantity; to: number } {
  const own = a.sign ?? a.unit;
  let end = a.sign ? a.numberTo : (a.unit?.to ?? a.numberTo);
  if (a.sign) end = trailingCountry(r, end);
  const per = own && own.how === "known" ? perAfter(r.tokens, end, r.c) : null;
  const name = own ? (per ? `${own.unit} per ${per.unit}` : own.unit) : "";
  const number = a.high === null ? a.number : { ...a.number, indefinite: 0 };
  const hedge = hedgeOf(r, number, a.open >= 0 ? a.open : a.from, per ? per.to : end, own);
  const direction =
    directionBefore(r, hedge.from, own) || directionFar(r, hedge.from) || directionAfter(r, hedge.to, own);
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
  return token?.kind === WORD && token.key === "us" && token.caps === 2 && r.c.pack.language === "en"
    ? at + 1
    : at;
}

/** "nearly a year", "more than an hour": with a hedge, the article counts one. */
function articlePart(r: Reader, i: number): Part | null {
  const article = r.c.numerals.words.longest(r.tokens, i);
  if (article?.value.kind !== "article" || !r.c.before.endsBefore(r.tokens, i)) return null;
  const unit = knownUnit(r.text, r.tokens, article.to, r.c);
  if (!unit || !r.tokens[article.to]!.gap) return null;
  const number: NumberRead = {
    from: i,
    to: article.to,
    value: 1,
    high: null,
    digits: null,
    fraction: false,
    words: true,
    scaled: false,
    marked: false,
    approximate: false,
    indefinite: 0,
    percent: false,
    more: false,
  };
  return { from: i, to: article.to, number, sign: null, unit };
}

function quantityAt(r: Reader, i: number): { quantity: Quantity | null; to: number } | null {
  const part = partAt(r, i) ?? articlePart(r, i);
  if (!part) return null;
  const range = rangeFrom(r, part);
  if (range) return rangeQuantity(r, range);
  const known = unitOf(part);
  const noun = known || part.number.fraction ? null : nounAfter(r.tokens, part.number, part.to, r.c);
  const multiple = known ? null : multipleAfter(r, part);
  if (
    isExcluded(
      r.tokens,
      part.number,
      { unit: known !== null || multiple !== null, noun: noun !== null, sign: part.sign !== null },
      r.c,
    )
  ) {
    return { quantity: null, to: part.to };
  }
  if (part.unit && isTimeAdjective(r, part)) return { quantity: null, to: part.unit.to };
  if (isOrdinalTail(r, part) || isLoneWord(r, part, multiple ?? known, noun))
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
  });
}

/** "tenía cinco años", "âgé de 20 ans": a time after a word of age is an age. */
function agedUnit(r: Reader, part: Part): UnitRead | null {
  if (
    !part.unit ||
    !/^(?:year|month|week|day)$/.test(part.unit.unit) ||
    !r.c.aged.endsBefore(r.tokens, part.from)
  )
    return null;
  return { ...part.unit, unit: `${part.unit.unit} of age` };
}

function ageUnit(part: Part): UnitRead {
  return { unit: "year of age", from: part.to - 1, to: part.to, money: false, how: "known" };
}

/** "aged 25". */
function ageBefore(r: Reader, part: Part, noun: UnitRead | null): boolean {
  if (noun || part.number.value > 130 || part.number.value < 0) return false;
  return r.c.aged.endsBefore(r.tokens, part.from) !== null;
}

function multipleAfter(r: Reader, part: Part): UnitRead | null {
  let at = part.to;
  if (r.tokens[at]?.key === "-" && !r.tokens[at]!.gap) at++;
  const token = r.tokens[at];
  if (!token || !r.c.times.has(token.key) || (token.key === "x" && token.gap)) return null;
  return { unit: "multiple", from: at, to: at + 1, money: false, how: "known" };
}

/** "a five-year award": the length is a date, the number counts nothing. */
function isTimeAdjective(r: Reader, part: Part): boolean {
  const hyphen = r.tokens[part.to];
  return (
    hyphen !== undefined &&
    hyphen.key === "-" &&
    !hyphen.gap &&
    TIME_UNIT.test(part.unit!.unit) &&
    r.c.pack.language === "en"
  );
}

function isOrdinalTail(r: Reader, part: Part): boolean {
  const at = part.to;
  if (!part.number.words || part.number.scaled) return false;
  const next = r.tokens[at]?.key === "-" ? r.tokens[at + 1] : r.tokens[at];
  return next !== undefined && r.c.ordinals.has(next.key) && r.tokens[at - 1]!.kind === WORD;
}

/** "one" as a pronoun or article, and numerals that are common words, count only with something counted. */
function isLoneWord(r: Reader, part: Part, unit: UnitRead | null, noun: UnitRead | null): boolean {
  if (r.c.pack.dense && isLoneCharacter(r, part, unit)) return true;
  if (!part.number.words || part.number.value !== 1 || unit || part.number.scaled) return false;
  return !noun || r.c.pack.quantity.one !== "counts" || isSpeaker(r, noun.to);
}

/** A lone numeral character counts only before a counter or a unit; after 第 it is an ordinal. */
function isLoneCharacter(r: Reader, part: Part, unit: UnitRead | null): boolean {
  const before = r.tokens[part.from - 1];
  if (before?.key === "第" || before?.key === "제") return true;
  if (!part.number.words || unit || part.to - part.from > 1 || part.number.fraction) return false;
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
  const bare = !sign && !noun;
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
      { unit: noun !== null, noun: noun !== null, sign: first.sign !== null },
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
  });
}

function dateMask(
  tokens: readonly Token[],
  found: readonly { from: number; to: number; counts: boolean }[],
): Int32Array {
  const mask = new Int32Array(tokens.length + 1);
  for (const date of found) if (!date.counts) for (let i = date.from; i < date.to; i++) mask[i] = date.to;
  return mask;
}

function readStretch(text: string, tokens: readonly Token[], c: Compiled, out: Quantity[]): void {
  const r: Reader = { text, tokens, c, dates: dateMask(tokens, datesIn(tokens, c)) };
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
    if (read?.quantity) out.push(read.quantity);
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
  for (const [from, to] of chunks(text)) readStretch(text, tokenize(text, from, to), c, out);
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

/** Every numeral of a text, in digits or words, whatever it counts; years and labels are numerals too. */
export function readNumbers(text: string, options: QuantityOptions = {}): NumberMention[] {
  const c = compiledPack(options.language ?? identifyLanguage(text));
  const out: NumberMention[] = [];
  for (const [from, to] of chunks(text)) {
    const tokens = tokenize(text, from, to);
    for (let i = 0; i < tokens.length; ) {
      const skip = c.notNumbers.longest(tokens, i);
      const read = skip ? null : readNumber(tokens, i, c.numerals);
      if (read && !read.percent) {
        const span: Span = [tokens[read.from]!.start, tokens[read.to - 1]!.end];
        out.push({ span, text: text.slice(span[0], span[1]), value: read.value, high: read.high });
      }
      i = skip ? skip.to : read ? Math.max(read.to, i + 1) : i + 1;
    }
  }
  return out;
}
