import { readDigits } from "./digits.ts";
import { Lexicon } from "./lexicon.ts";
import { readDense } from "./numerals-dense.ts";
import { readPart } from "./numerals-parts.ts";
import { listOf, type NumberWords, pairsOf } from "./pack.ts";
import { DENSE, NUMBER, SIGN, type Token, WORD } from "./tokens.ts";

/** A number read from tokens `from` to `to` (exclusive). */
export interface NumberRead {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Upper end of an indefinite plural ("hundreds"), else null. */
  readonly high: number | null;
  /** Power of ten of the last written digit when the value cannot show it. */
  readonly digits: number | null;
  readonly fraction: boolean;
  /** Written in words only. */
  readonly words: boolean;
  /** A multiplier stands with it. */
  readonly scaled: boolean;
  /** It has group or decimal marks. */
  readonly marked: boolean;
  /** Approximate by its word ("veintena", 十几). */
  readonly approximate: boolean;
  /** The indefinite word itself: 12, 100, 1000, ...; 0 for others. */
  readonly indefinite: number;
  /** A share by its own words (百分之三十, 七成): the value is in percent. */
  readonly percent: boolean;
  /** A little more than the value by its own words (300多). */
  readonly more: boolean;
}

type Kind = "add" | "hundred" | "scale" | "and" | "article" | "collective" | "indefinite" | "approximate";

interface Entry {
  readonly kind: Kind;
  readonly value: number;
}

/** Numerals of one language, ready to be read. */
export interface Numerals {
  readonly data: NumberWords;
  readonly words: Lexicon<Entry>;
  readonly suffixes: ReadonlyMap<string, number>;
  readonly fractions: Lexicon<number>;
  readonly andHalf: Lexicon<number>;
  readonly outOf: Lexicon<number>;
  readonly bareIndefinite: Lexicon<number>;
  readonly prefixes: readonly string[];
  readonly minus: ReadonlySet<string>;
  readonly point: ReadonlySet<string>;
  readonly fractionAnd: ReadonlySet<string>;
  /** Language whose numerals are read character by character, else null. */
  readonly dense: string | null;
  /** Components of compound words, longest first. */
  readonly parts: readonly (readonly [string, Entry])[];
}

const FRACTION_SIGNS: Readonly<Record<string, number>> = {
  "½": 1 / 2,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "¼": 1 / 4,
  "¾": 3 / 4,
  "⅕": 1 / 5,
  "⅖": 2 / 5,
  "⅗": 3 / 5,
  "⅘": 4 / 5,
  "⅙": 1 / 6,
  "⅚": 5 / 6,
  "⅛": 1 / 8,
  "⅜": 3 / 8,
  "⅝": 5 / 8,
  "⅞": 7 / 8,
};

function addAll(into: [string, Entry][], list: string | undefined, kind: Kind): void {
  for (const [word, value] of pairsOf(list)) into.push([word, { kind, value: Number(value) }]);
}

/** Prepares the numerals of a pack. */
export function compileNumerals(data: NumberWords, dense: string | null = null): Numerals {
  const entries: [string, Entry][] = [];
  addAll(entries, data.words, "add");
  for (const word of listOf(data.hundred)) entries.push([word, { kind: "hundred", value: 100 }]);
  addAll(entries, data.scales, "scale");
  addAll(entries, data.collective, "collective");
  addAll(entries, data.indefinite, "indefinite");
  addAll(entries, data.approximate, "approximate");
  const parts = data.compound
    ? entries.filter(([w, e]) => !w.includes(" ") && ["add", "hundred", "scale"].includes(e.kind))
    : [];
  for (const word of listOf(data.and)) entries.push([word, { kind: "and", value: 0 }]);
  for (const word of listOf(data.article)) entries.push([word, { kind: "article", value: 1 }]);
  const words = new Lexicon<Entry>();
  for (const [word, entry] of entries) words.add(word, entry);
  const fractions = new Lexicon<number>();
  for (const [word, value] of pairsOf(data.fractions)) fractions.add(word, Number(value));
  const andHalf = new Lexicon<number>();
  for (const word of listOf(data.andHalf)) andHalf.add(word, 0.5);
  const bareIndefinite = new Lexicon<number>();
  for (const [word, value] of pairsOf(data.bareIndefinite)) bareIndefinite.add(word, Number(value));
  const outOf = new Lexicon<number>();
  for (const word of listOf(data.outOf)) outOf.add(word, 1);
  const and: [string, Entry][] = data.compound
    ? listOf(data.and).map(w => [w, { kind: "and", value: 0 }])
    : [];
  return {
    data,
    dense,
    words,
    fractions,
    andHalf,
    outOf,
    bareIndefinite,
    fractionAnd: new Set(listOf(data.fractionAnd)),
    prefixes: listOf(data.prefixes),
    suffixes: new Map(pairsOf(data.suffixes).map(([w, v]) => [w, Number(v)])),
    minus: new Set([...listOf(data.minus)]),
    point: new Set(listOf(data.point)),
    parts: [...parts, ...and].sort((a, b) => b[0].length - a[0].length),
  };
}

/** The running value of a numeral in words: the finished scales and the open `group` below the next scale. */
interface Sum {
  /** Finished scales, largest first. */
  parts: readonly { readonly scale: number; readonly amount: number }[];
  group: number;
  open: boolean;
  hundredSeen: boolean;
}

const newSum = (): Sum => ({ parts: [], group: 0, open: false, hundredSeen: false });

function canAdd(sum: Sum, value: number, joined: boolean, data: NumberWords): boolean {
  if (!sum.open) return true;
  const tail = sum.group % 100;
  if (value >= 100) return sum.group === 0;
  if (value < 10) return value > 0 && ((tail >= 20 && tail % 10 === 0) || (tail === 0 && sum.group > 0));
  if (data.vigesimal?.includes(tail) && value < 20) return true;
  if (data.unitsFirst && joined && tail > 0 && tail < 10 && value % 10 === 0 && value >= 20) return true;
  return tail === 0 && sum.group > 0;
}

/** Adds an entry to the sum; false when it does not fit. */
function push(sum: Sum, entry: Entry, joined: boolean, data: NumberWords): boolean {
  if (entry.kind === "add") {
    if (data.prefixAnd && !joined && sum.parts.length > 0 && !sum.open) return false;
    if (!canAdd(sum, entry.value, joined, data)) return false;
    sum.group += entry.value;
    sum.open = true;
    return true;
  }
  if (entry.kind === "hundred") {
    const tail = sum.open ? sum.group % 100 : 0;
    if (sum.open && (tail === 0 || sum.hundredSeen || sum.group > 99)) return false;
    sum.group = (sum.open ? sum.group : 1) * 100;
    sum.open = true;
    sum.hundredSeen = true;
    return true;
  }
  return pushScale(sum, entry.value);
}

/** A smaller scale continues the number ("million ... thousand"); a larger one multiplies all that is smaller ("mil millones"). */
function pushScale(sum: Sum, scale: number): boolean {
  const parts = [...sum.parts];
  let below = sum.open ? sum.group : 0;
  let any = sum.open;
  while (parts.length > 0 && parts.at(-1)!.scale < scale) {
    below += parts.pop()!.amount;
    any = true;
  }
  if (parts.at(-1)?.scale === scale) return false;
  parts.push({ scale, amount: (any ? below : 1) * scale });
  sum.parts = parts;
  sum.group = 0;
  sum.open = false;
  sum.hundredSeen = false;
  return true;
}

const totalOf = (sum: Sum): number => sum.parts.reduce((total, part) => total + part.amount, 0);

const MAX_COMPOUND = 80;

/** Splits a compound numeral ("zweihundertfünfzig") into entries; null when some part is no numeral. */
function splitCompound(word: string, numerals: Numerals): Entry[] | null {
  if (word.length > MAX_COMPOUND) return null;
  const best: (Entry[] | null)[] = new Array(word.length + 1).fill(null);
  best[word.length] = [];
  for (let i = word.length - 1; i >= 0; i--) {
    for (const [part, entry] of numerals.parts) {
      const rest = best[i + part.length];
      if (!rest || !word.startsWith(part, i)) continue;
      const candidate = [entry, ...rest];
      if (!best[i] || candidate.length < best[i]!.length) best[i] = candidate;
    }
  }
  const entries = best[0];
  return entries && entries.length > 1 && entries[0]!.kind !== "and" && entries.at(-1)!.kind !== "and"
    ? entries
    : null;
}

/** Adds entries one after another; "and" joins the next to what stands before. */
function pushAll(sum: Sum, entries: readonly Entry[], data: NumberWords): boolean {
  let joined = false;
  for (const entry of entries) {
    if (entry.kind === "and") joined = true;
    else if (!push(sum, entry, joined || data.compound === true, data)) return false;
    else joined = false;
  }
  return true;
}

/** A numeral with prepositions or the article glued to it. */
function prefixed(
  tokens: readonly Token[],
  i: number,
  numerals: Numerals,
): { value: Entry; to: number } | null {
  if (numerals.prefixes.length === 0) return null;
  const found = numerals.words.longest(tokens, i, key =>
    numerals.prefixes
      .filter(p => key.startsWith(p) && key.length - p.length >= 3)
      .map(p => key.slice(p.length)),
  );
  return found && found.value.kind !== "and" && found.value.value >= 10 ? found : null;
}

/** Entries at a token: a word of the lexicon, or a compound taken apart. */
function entriesAt(
  tokens: readonly Token[],
  i: number,
  numerals: Numerals,
): { entries: readonly Entry[]; to: number } | null {
  const found = numerals.words.longest(tokens, i) ?? prefixed(tokens, i, numerals);
  if (found) return { entries: [found.value], to: found.to };
  const token = tokens[i];
  if (!token || token.kind !== WORD || numerals.parts.length === 0 || token.key.length < 5) return null;
  const entries = splitCompound(token.key, numerals);
  return entries ? { entries, to: i + 1 } : null;
}

interface Start {
  readonly value: number;
  readonly decimals: number;
  readonly marked: boolean;
  readonly to: number;
}

/** Digits at token `i`, joined with groups that a space sets off, or a leading decimal mark (".5"). */
export function digitsAt(tokens: readonly Token[], i: number, data: NumberWords): Start | null {
  const token = tokens[i];
  if (!token) return null;
  if (
    token.kind === SIGN &&
    (token.key === "." || token.key === "·" || (token.key === "," && data.decimal === ","))
  ) {
    const next = tokens[i + 1];
    const before = tokens[i - 1];
    if (!next || next.kind !== NUMBER || next.gap || !/^\d+$/.test(next.key) || (before && !token.gap))
      return null;
    return { value: Number(`0.${next.key}`), decimals: next.key.length, marked: true, to: i + 2 };
  }
  if (token.kind !== NUMBER) return null;
  let key = token.key;
  let to = i + 1;
  if (/^\d{1,3}$/.test(key)) {
    for (let next = tokens[to]; next && isSpaceGroup(tokens, to, data); next = tokens[to]) {
      key += next.key;
      to++;
      if (/\D/.test(next.key)) break;
    }
    if (tokens[to]?.key === "," && tokens[to + 1]?.key === "000" && !tokens[to]!.gap && tokens[to + 1]!.gap) {
      key += "000";
      to += 2;
    }
  }
  const read = readDigits(key, data);
  if (!read) return null;
  return { value: read.value, decimals: read.decimals, marked: read.marked || to > i + 1, to };
}

function isSpaceGroup(tokens: readonly Token[], i: number, data: NumberWords): boolean {
  const token = tokens[i]!;
  const before = tokens[i - 1]!;
  if (token.kind !== NUMBER || !token.gap || token.start - before.end !== 1) return false;
  if (!/^\d{3}$/.test(token.key) && !/^\d{3}[.,]\d+$/.test(token.key)) return false;
  return data.spaceGroups === true || token.thin || isLongGroup(tokens, i);
}

/** "1 414 021": two groups in a row are no accident, whatever the language. */
function isLongGroup(tokens: readonly Token[], i: number): boolean {
  const [next, before] = [tokens[i + 1], tokens[i - 2]];
  const plainGroup = (a: Token | undefined, b: Token | undefined): boolean =>
    a?.kind === NUMBER && b?.kind === NUMBER && /^\d{3}$/.test(b.key) && b.start - a.end === 1;
  return (
    plainGroup(tokens[i], next) ||
    (before?.kind === NUMBER &&
      /^\d{1,3}$/.test(before.key) &&
      plainGroup(tokens[i - 1], tokens[i]) &&
      tokens[i - 1]!.start - before.end === 1 &&
      /^\d{3}$/.test(tokens[i - 1]!.key))
  );
}

/** Multiplies without the noise of binary fractions: 1.3 million is 1300000. */
export function times(value: number, factor: number): number {
  const product = value * factor;
  const rounded = Number(product.toPrecision(14));
  return rounded;
}

const isHyphen = (token: Token | undefined): boolean =>
  token?.kind === SIGN && token.key === "-" && !token.gap;

/** Reads a numeral (digits, words, or both) that starts at token `i`; null if there is none. */
export function readNumber(tokens: readonly Token[], i: number, numerals: Numerals): NumberRead | null {
  const sign = signAt(tokens, i, numerals);
  const from = i + sign.skip;
  const read = readUnsigned(tokens, from, numerals);
  if (!read || (sign.skip > 0 && !read.marked && read.indefinite > 0)) return null;
  if (sign.skip === 0) return read;
  return { ...read, from: i, value: -read.value };
}

function signAt(tokens: readonly Token[], i: number, numerals: Numerals): { skip: number } {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next) return { skip: 0 };
  if (token.kind === SIGN && token.key === "-" && !next.gap && next.kind === NUMBER) {
    const before = tokens[i - 1];
    const free = !before || token.gap || before.key === "(" || before.key === "$";
    return { skip: free ? 1 : 0 };
  }
  if (numerals.minus.has(token.key)) return { skip: isHyphen(next) && !tokens[i + 2]?.gap ? 2 : 1 };
  return { skip: 0 };
}

function plain(from: number, to: number, value: number, more: Partial<NumberRead> = {}): NumberRead {
  return {
    from,
    to,
    value,
    high: null,
    digits: null,
    fraction: false,
    words: false,
    scaled: false,
    marked: false,
    approximate: false,
    indefinite: 0,
    percent: false,
    more: false,
    ...more,
  };
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
  const read = (list: readonly Token[], at: number): NumberRead | null =>
    readDense(list, at, numerals.data, numerals.dense!);
  const part = readPart(tokens, i, read);
  if (part) return { ...part.number, to: part.to, percent: part.percent };
  const number = read(tokens, i);
  if (!number || number.scaled || number.words) return number;
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

/** "×10^6", "x10−30". */
function scientific(tokens: readonly Token[], at: number): { exponent: number; to: number } | null {
  const mark = tokens[at]?.key;
  if (mark !== "×" && mark !== "x" && mark !== "*") return null;
  if (tokens[at + 1]?.key !== "10" || !tokens[at + 2] || tokens[at + 2]!.gap) return null;
  let to = at + 2;
  if (tokens[to]!.key === "^") to++;
  const minus = tokens[to]?.key === "-";
  if (minus || tokens[to]?.key === "+") to++;
  const power = tokens[to];
  if (power?.kind !== NUMBER || power.gap || !/^\d{1,3}$/.test(power.key)) return null;
  return { exponent: minus ? -Number(power.key) : Number(power.key), to: to + 1 };
}

/** `3/4`: a proper fraction with a usual denominator; others are dates, scores and room numbers. */
function slashFraction(tokens: readonly Token[], i: number): number | null {
  const [a, slash, b] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (!a || !slash || !b || a.kind !== NUMBER || b.kind !== NUMBER || slash.key !== "/" || slash.gap || b.gap)
    return null;
  if (!/^\d{1,2}$/.test(a.key) || !/^\d{1,3}$/.test(b.key) || tokens[i + 3]?.key === "/") return null;
  const top = Number(a.key);
  const bottom = Number(b.key);
  const usual = [2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128].includes(bottom);
  return usual && top > 0 && top < bottom ? top / bottom : null;
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

function scaledBy(read: NumberRead, factor: number, to: number): NumberRead {
  const decimals = decimalsOf(read.value);
  const power = Math.log10(factor);
  const last = read.digits ?? -decimals;
  return {
    ...read,
    to,
    value: times(read.value, factor),
    scaled: true,
    digits: Number.isInteger(power) ? power + last : null,
    high: read.high === null ? null : times(read.high, factor),
  };
}

function decimalsOf(value: number): number {
  const text = String(value);
  const at = text.indexOf(".");
  return at < 0 || text.includes("e") ? 0 : Math.min(text.length - at - 1, 9);
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

function stepAt(
  tokens: readonly Token[],
  at: number,
  inside: boolean,
  numerals: Numerals,
): { entries: readonly Entry[]; to: number } | null {
  const glued = inside ? numerals.data.prefixAnd : undefined;
  if (glued !== undefined && tokens[at]?.key.startsWith(glued)) {
    const found = numerals.words.longest(tokens, at, key =>
      key.startsWith(glued) ? [key.slice(glued.length)] : [],
    );
    if (found && found.value.kind !== "and")
      return { entries: [{ kind: "and", value: 0 }, found.value], to: found.to };
  }
  const here = entriesAt(tokens, at, numerals);
  if (here || !inside) return here;
  const hyphen = tokens[at];
  if (hyphen && isHyphen(hyphen) && tokens[at + 1] && !tokens[at + 1]!.gap)
    return entriesAt(tokens, at + 1, numerals);
  return null;
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
