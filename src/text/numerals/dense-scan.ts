import type { NumberWords } from "../pack/number-words.ts";
import { DENSE, NUMBER, type Token } from "../tokens/token.ts";
import type { Dense } from "./dense-words.ts";
import { readDigits } from "./figures.ts";

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

/** In Chinese 九万四 is 94,000 and 一千二 is 1,200: a last digit takes the place below the last multiplier. */
export function finish(s: State, t: Dense): number {
  const tail = s.pending ?? 0;
  const shortened =
    t.data.shortens === true &&
    s.pending !== null &&
    s.last >= 100 &&
    !s.zero &&
    !s.arabic &&
    s.pendingDigits.length === 1;
  const value = s.total + s.section + (shortened ? (tail * s.last) / 10 : tail);
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(15));
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

function decimalPart(tokens: readonly Token[], at: number, t: Dense): { text: string; to: number } {
  let text = "";
  let to = at;
  const digits = tokens[at];
  if (digits?.kind === NUMBER && !digits.gap && /^\d{1,12}$/.test(digits.key))
    return { text: digits.key, to: at + 1 };
  while (
    tokens[to]?.kind === DENSE &&
    t.digits.has(tokens[to]!.key) &&
    !t.leadOnly.has(tokens[to]!.key) &&
    text.length < 12
  )
    text += t.digits.get(tokens[to++]!.key);
  return { text, to };
}

export const multiplier = (token: Token | undefined, t: Dense): number | undefined =>
  token && (t.small.get(token.key) ?? t.big.get(token.key));

/** A numeral goes on without a gap; one space is let pass beside a multiplier. */
function fits(tokens: readonly Token[], at: number, from: number, t: Dense): boolean {
  const token = tokens[at];
  if (!token || at === from) return token !== undefined;
  if (!token.gap) return true;
  const before = tokens[at - 1]!;
  if (token.start - before.end !== 1 && !token.thin && token.start - before.end > 2) return false;
  if (token.kind === NUMBER) return multiplier(before, t) !== undefined;
  if (token.kind !== DENSE) return false;
  return before.kind === NUMBER || multiplier(token, t) !== undefined || multiplier(before, t) !== undefined;
}

/** "7万 5千", "1만 2천 345": digits after a space fill the places that the last multiplier left, or have one of their own. */
function fillsPlaces(tokens: readonly Token[], at: number, value: number, s: State, t: Dense): boolean {
  const token = tokens[at]!;
  if (!token.gap) return true;
  const own = multiplier(tokens[at + 1], t);
  if (own !== undefined && !tokens[at + 1]!.gap) return value * own < s.last || value < s.last;
  return token.key.length === Math.log10(s.last) && /^\d+$/.test(token.key);
}

export interface Scan {
  readonly state: State;
  readonly to: number;
  readonly lastUnit: number;
  readonly decimals: number;
  readonly characters: number;
}

/** 千米, 千克, 兆瓦: the character belongs to the unit. */
export function isUnitPrefix(tokens: readonly Token[], at: number, t: Dense): boolean {
  const second = tokens[at + 1];
  return (
    t.unitPrefixes.has(tokens[at]!.key) && second !== undefined && !second.gap && t.unitHeads.has(second.key)
  );
}

/** 만 6천: a multiplier without its one, before a smaller group. */
function opensWithBig(tokens: readonly Token[], at: number, t: Dense): boolean {
  const next = tokens[at + 1];
  if (t.data.bareBig !== true || !next || tokens[at]!.key !== "만") return false;
  if (next.kind === NUMBER) return t.small.has(tokens[at + 2]?.key ?? "") && !tokens[at + 2]!.gap;
  return t.small.has(next.key) || (t.digits.has(next.key) && t.small.has(tokens[at + 2]?.key ?? ""));
}

/** No number has so many characters; without this bound a long run of them would be read again from each. */
const LONGEST = 64;

export function scan(tokens: readonly Token[], i: number, t: Dense, words: NumberWords): Scan | null {
  const s = newState();
  let [at, decimals, characters] = [i, 0, 0];
  while (at - i < LONGEST && fits(tokens, at, i, t)) {
    const token = tokens[at]!;
    if (token.kind === NUMBER) {
      const read = s.pending === null ? readDigits(token.key, words) : null;
      if (!read || (at > i && !fillsPlaces(tokens, at, read.value, s, t))) break;
      [s.pending, s.arabic, s.pendingDigits, decimals] = [read.value, true, token.key, read.decimals];
      at++;
      continue;
    }
    const isPoint = at > i && t.point.has(token.key);
    if ((token.kind !== DENSE && !isPoint) || (at > i && t.tail.longest(tokens, at) !== null)) break;
    const digit = t.digits.get(token.key);
    const small = t.small.get(token.key);
    const big = t.big.get(token.key);
    if (isUnitPrefix(tokens, at, t) && at > i) break;
    if (digit !== undefined) {
      if (s.multiplied && t.leadOnly.has(token.key) && multiplier(tokens[at + 1], t) === undefined) break;
      if (!digitStep(s, digit)) break;
    } else if (small !== undefined) {
      if (
        s.pending === null &&
        s.multiplied &&
        (s.last <= small || (s.section > 0 && t.data.shortens === true)) &&
        s.last < 1e4 &&
        !s.zero
      )
        break;
      addSmall(s, small);
    } else if (big !== undefined) {
      if (
        s.pending === null &&
        s.section === 0 &&
        s.total === 0 &&
        !(at === i && opensWithBig(tokens, at, t))
      )
        break;
      addBig(s, big);
    } else if (t.point.has(token.key) && (s.pending !== null || s.multiplied)) {
      const part = decimalPart(tokens, at + 1, t);
      if (s.arabic && decimals > 0) break;
      const after = tokens[part.to];
      if (part.text === "" || (after && !after.gap && /^[十分刻半钟鐘]$/.test(after.key))) break;
      const whole = s.multiplied ? finish(s, t) : s.pending;
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
