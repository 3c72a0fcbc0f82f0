import { readDigits } from "./digits.ts";
import type { NumberRead } from "./numerals.ts";
import type { NumberWords } from "./pack.ts";
import { DENSE, NUMBER, type Token, WORD } from "./tokens.ts";

/** Numerals written character by character: Chinese, Japanese, Sino-Korean. */
export interface DenseNumerals {
  readonly digits: ReadonlyMap<string, number>;
  /** Ten, hundred, thousand. */
  readonly small: ReadonlyMap<string, number>;
  /** Ten thousand and up. */
  readonly big: ReadonlyMap<string, number>;
  readonly point: ReadonlySet<string>;
  /** "A few": 几, 数. */
  readonly some: ReadonlySet<string>;
  /** More than the number before it: 多, 余. */
  readonly more: ReadonlySet<string>;
  /** A lone digit is no number unless a counter follows. */
  readonly counters: ReadonlySet<string>;
}

const pairs = (text: string): Map<string, number> =>
  new Map(text.split(" ").map(item => [item[0]!, Number(item.slice(1))] as const));

const CHINESE: DenseNumerals = {
  digits: pairs(
    "〇0 零0 一1 二2 三3 四4 五5 六6 七7 八8 九9 两2 兩2 壹1 贰2 貳2 叁3 參3 肆4 伍5 陆6 陸6 柒7 捌8 玖9 俩2 ○0",
  ),
  small: pairs("十10 百100 千1000 拾10 佰100 仟1000 廿20 卅30"),
  big: pairs("万1e4 萬1e4 亿1e8 億1e8 兆1e12"),
  point: new Set(["点", "點"]),
  some: new Set(["几", "幾", "数", "數"]),
  more: new Set(["多", "余", "餘", "来"]),
  counters: new Set(),
};

const JAPANESE: DenseNumerals = {
  ...CHINESE,
  point: new Set(["点", "・"]),
  some: new Set(["数", "何"]),
  more: new Set(["余"]),
};

const KOREAN: DenseNumerals = {
  digits: pairs("영0 공0 일1 이2 삼3 사4 오5 육6 륙6 칠7 팔8 구9"),
  small: pairs("십10 백100 천1000"),
  big: pairs("만1e4 억1e8 조1e12"),
  point: new Set(["점"]),
  some: new Set(["수", "몇"]),
  more: new Set(["여"]),
  counters: new Set(),
};

const TABLES: Readonly<Record<string, DenseNumerals>> = { zh: CHINESE, ja: JAPANESE, ko: KOREAN };

/** The character table of a dense language. */
export function denseTable(language: string): DenseNumerals {
  return TABLES[language] ?? CHINESE;
}

/** Characters with which a number may begin, those of shares (百分之, 一半, 对折) included. */
export function denseStarts(language: string): readonly string[] {
  const t = denseTable(language);
  return [...t.digits.keys(), ...t.small.keys(), ...t.big.keys(), ...t.some, ..."百千半对對절上"];
}

interface State {
  total: number;
  section: number;
  /** Value waiting for its multiplier; null for none. */
  pending: number | null;
  pendingDigits: string;
  arabic: boolean;
  last: number;
  lastBig: number;
  zero: boolean;
  multiplied: boolean;
}

function newState(): State {
  return {
    total: 0,
    section: 0,
    pending: null,
    pendingDigits: "",
    arabic: false,
    last: 1,
    lastBig: Number.POSITIVE_INFINITY,
    zero: false,
    multiplied: false,
  };
}

function addBig(s: State, big: number): void {
  const section = s.section + (s.pending ?? 0);
  if (section === 0 && s.pending === null) s.total = s.total > 0 ? s.total * big : big;
  else if (big > s.lastBig) s.total = (s.total + section) * big;
  else s.total += section * big;
  s.section = 0;
  s.lastBig = big;
  s.last = big;
  clear(s);
}

function addSmall(s: State, small: number): void {
  s.section += (s.pending ?? 1) * small;
  s.last = small;
  clear(s);
}

function clear(s: State): void {
  s.pending = null;
  s.pendingDigits = "";
  s.zero = false;
  s.multiplied = true;
  s.arabic = false;
}

/** 九万四 is 94,000 and 一千二 is 1,200: a last digit takes the place below the last multiplier. */
function finish(s: State): number {
  const tail = s.pending ?? 0;
  const shortened =
    s.pending !== null && s.last >= 100 && !s.zero && !s.arabic && s.pendingDigits.length === 1;
  const value = s.total + s.section + (shortened ? (tail * s.last) / 10 : tail);
  return Number(value.toPrecision(15));
}

function digitStep(s: State, digit: number): boolean {
  if (s.arabic) return false;
  if (s.pending !== null && s.multiplied && !s.zero) return false;
  if (digit === 0 && s.multiplied && s.pending === null) {
    s.zero = true;
    return true;
  }
  s.pendingDigits += digit;
  s.pending = Number(s.pendingDigits);
  return s.pendingDigits.length <= 16;
}

function decimalPart(tokens: readonly Token[], at: number, t: DenseNumerals): { text: string; to: number } {
  let text = "";
  let to = at;
  while (tokens[to]?.kind === DENSE && t.digits.has(tokens[to]!.key) && text.length < 12)
    text += t.digits.get(tokens[to++]!.key);
  return { text, to };
}

const isMultiplier = (token: Token, t: DenseNumerals): boolean =>
  t.small.has(token.key) || t.big.has(token.key);

/** A numeral goes on without a gap; one space is let pass beside a multiplier. */
const fits = (tokens: readonly Token[], at: number, from: number, t: DenseNumerals): boolean => {
  const token = tokens[at];
  if (!token || at === from) return token !== undefined;
  if (!token.gap) return true;
  if (token.kind === DENSE && tokens[at - 1]!.kind === DENSE)
    return (
      token.start - tokens[at - 1]!.end === 1 && (isMultiplier(token, t) || isMultiplier(tokens[at - 1]!, t))
    );
  return token.start - tokens[at - 1]!.end === 1 && tokens[at - 1]!.kind === NUMBER && token.kind === DENSE;
};

interface Scan {
  readonly state: State;
  readonly to: number;
  readonly lastUnit: number;
  readonly decimals: number;
  readonly characters: number;
}

/** 千米, 千克, 兆瓦: the character belongs to the unit. */
function isUnitPrefix(tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at]!.key, tokens[at + 1]];
  if ((first !== "千" && first !== "兆") || !second || second.gap) return false;
  return /^[米克瓦焦帕赫字卡伏升]$/.test(second.key);
}

function scan(tokens: readonly Token[], i: number, t: DenseNumerals, words: NumberWords): Scan | null {
  const s = newState();
  let [at, decimals, characters] = [i, 0, 0];
  while (fits(tokens, at, i, t)) {
    const token = tokens[at]!;
    if (token.kind === NUMBER) {
      const read = s.pending === null ? readDigits(token.key, words) : null;
      if (!read) break;
      [s.pending, s.arabic, s.pendingDigits, decimals] = [read.value, true, token.key, read.decimals];
      at++;
      continue;
    }
    if (token.kind !== DENSE) break;
    const digit = t.digits.get(token.key);
    const small = t.small.get(token.key);
    const big = t.big.get(token.key);
    if (isUnitPrefix(tokens, at) && at > i) break;
    if (digit !== undefined) {
      if (!digitStep(s, digit)) break;
    } else if (small !== undefined) {
      if (s.pending === null && s.multiplied && (s.last <= small || s.section > 0) && s.last < 1e4 && !s.zero)
        break;
      addSmall(s, small);
    } else if (big !== undefined) {
      if (s.pending === null && s.section === 0 && s.total === 0) break;
      addBig(s, big);
    } else if (t.point.has(token.key) && (s.pending !== null || s.multiplied) && !s.arabic) {
      const part = decimalPart(tokens, at + 1, t);
      const after = tokens[part.to];
      if (part.text === "" || (after && !after.gap && /^[十分刻半钟鐘]$/.test(after.key))) break;
      const whole = s.multiplied ? finish(s) : s.pending;
      Object.assign(s, newState());
      s.pending = Number(`${whole}.${part.text}`);
      s.arabic = true;
      decimals = part.text.length;
      at = part.to;
      continue;
    } else break;
    characters++;
    at++;
  }
  return at === i ? null : { state: s, to: at, lastUnit: s.last, decimals, characters };
}

function base(from: number, to: number, value: number, more: Partial<NumberRead> = {}): NumberRead {
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

/** 一二十, 三四百, 七八: two neighbouring digits before a multiplier or a counter mean either. */
function eitherOf(tokens: readonly Token[], i: number, t: DenseNumerals): NumberRead | null {
  const [a, b, after] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (a?.kind !== DENSE || b?.kind !== DENSE || b.gap) return null;
  const [low, high] = [t.digits.get(a.key), t.digits.get(b.key)];
  if (low === undefined || high === undefined || low < 1 || high - low !== 1) return null;
  const unit = after && !after.gap ? (t.small.get(after.key) ?? t.big.get(after.key)) : undefined;
  if (unit === undefined && (after?.kind !== DENSE || t.digits.has(after.key))) return null;
  let [factor, to] = [unit ?? 1, unit ? i + 3 : i + 2];
  const big = unit && tokens[to] && !tokens[to]!.gap ? t.big.get(tokens[to]!.key) : undefined;
  if (big) [factor, to] = [factor * big, to + 1];
  return base(i, to, low * factor, { high: high * factor, words: true, approximate: true });
}

/** 几十, 数百, 数千万: from one to ten of the unit; 十几: ten to twenty. */
function someOf(tokens: readonly Token[], i: number, t: DenseNumerals): NumberRead | null {
  const first = tokens[i];
  if (first?.kind !== DENSE || !t.some.has(first.key)) return null;
  let [at, factor] = [i + 1, 1];
  for (let unit = unitAt(tokens, at, t); unit !== undefined; unit = unitAt(tokens, at, t))
    [factor, at] = [factor * unit, at + 1];
  return factor === 1 ? null : base(i, at, factor, { high: factor * 10, words: true, indefinite: factor });
}

function unitAt(tokens: readonly Token[], at: number, t: DenseNumerals): number | undefined {
  const token = tokens[at];
  return token && !token.gap ? (t.small.get(token.key) ?? t.big.get(token.key)) : undefined;
}

/** Characters of cheques that alone are ordinary words. */
const FORMAL = /^[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟廿卅]$/;

/** 100多万: the multiplier may follow the mark. */
function moreThan(tokens: readonly Token[], read: NumberRead, t: DenseNumerals): NumberRead {
  const big = tokens[read.to] && !tokens[read.to]!.gap ? t.big.get(tokens[read.to]!.key) : undefined;
  return big === undefined ? read : { ...read, to: read.to + 1, value: read.value * big, scaled: true };
}

/** The number at token `i`: 三百五十, 3.5亿, 十几, 二〇一九; null where a lone character is no number. */
export function readDense(
  tokens: readonly Token[],
  i: number,
  words: NumberWords,
  language: string,
): NumberRead | null {
  const token = tokens[i];
  if (!token || (token.kind !== NUMBER && token.kind !== DENSE)) return null;
  const t = denseTable(language);
  const either = eitherOf(tokens, i, t) ?? someOf(tokens, i, t);
  if (either) return either;
  const found = scan(tokens, i, t, words);
  if (!found) return null;
  if (token.kind === DENSE && found.characters === 1 && FORMAL.test(token.key)) return null;
  const { state } = found;
  const scaled = state.multiplied;
  const pure = token.kind === DENSE;
  if (pure && found.characters === 1 && scaled && tokens[found.to]?.kind === WORD) return null;
  const value = finish(state);
  const open = tokens[found.to];
  if (open && !open.gap && t.some.has(open.key) && value % 10 === 0 && value >= 10) {
    return base(i, found.to + 1, value, {
      high: value + found.lastUnit,
      words: pure,
      approximate: true,
      scaled,
    });
  }
  if (open && !open.gap && t.more.has(open.key) && value >= 10)
    return moreThan(tokens, base(i, found.to + 1, value, { words: pure, scaled, more: true }), t);
  const last = found.lastUnit > 1 ? Math.log10(found.lastUnit) : 0;
  const digits = scaled && state.pending === null && state.last >= 1e4 ? last - found.decimals : null;
  return base(i, found.to, value, {
    words: pure,
    scaled,
    marked: found.decimals > 0 || /\D/.test(token.kind === NUMBER ? token.key : ""),
    digits,
  });
}
