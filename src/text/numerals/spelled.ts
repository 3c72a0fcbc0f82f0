import { DENSE, NUMBER, type Token } from "../tokens/token.ts";
import { readDense } from "./dense.ts";
import type { Dense } from "./dense-words.ts";
import { type NumberRead, plain } from "./read.ts";
import type { Numerals } from "./words.ts";

const HIRAGANA = /^[ぁ-ん]$/;

/** A spelled numeral stands alone: hiragana right before or behind it would make another word of it. */
const isFree = (token: Token | undefined, gap: boolean): boolean =>
  token === undefined || gap || !HIRAGANA.test(token.key);

const MOST_PARTS = 24;

/** にじゅうさん, はっせんまん: a numeral in kana, of two parts or more, one of which multiplies. */
export function readSpelled(tokens: readonly Token[], i: number, t: Dense): NumberRead | null {
  const first = tokens[i];
  if (first?.kind !== DENSE || !t.spelled.begins(first.key) || !isFree(tokens[i - 1], first.gap)) return null;
  let [total, section, digit, parts, scales, at] = [0, 0, 0, 0, 0, i];
  for (let found = t.spelled.longest(tokens, at); found; found = t.spelled.longest(tokens, at)) {
    if (parts > 0 && tokens[at]!.gap) break;
    const n = found.value;
    if (n < 10) {
      if (digit > 0) break;
      digit = n;
    } else if (n < 10_000) [section, digit, scales] = [section + (digit || 1) * n, 0, scales + 1];
    else {
      if (section + digit === 0) break;
      [total, section, digit, scales] = [total + (section + digit) * n, 0, 0, scales + 1];
    }
    at = found.to;
    if (++parts > MOST_PARTS) return null;
  }
  if (parts < 2 || scales === 0 || !isFree(tokens[at], tokens[at]?.gap ?? true)) return null;
  return plain(i, at, total + section + digit, { words: true });
}

/** 2.5の-1乗, 12×10の13乗: a base or a factor of ten with its exponent. */
export function powerOf(tokens: readonly Token[], base: NumberRead, numerals: Numerals): NumberRead | null {
  const t = numerals.dense;
  if (!t || t.power.size === 0 || base.high !== null) return null;
  const cross = /^[×x*]$/.test(tokens[base.to]?.key ?? "");
  const ten = cross ? readDense(tokens, base.to + 1, numerals) : null;
  if (cross && ten?.value !== 10) return null;
  const at = ten ? ten.to : base.to;
  if (!t.powerOf.has(tokens[at]?.key ?? "")) return null;
  const sign = numerals.minus.longest(tokens, at + 1);
  const minus = sign !== null || tokens[at + 1]?.key === "-";
  const start = sign?.to ?? (minus ? at + 2 : at + 1);
  if (tokens[start]?.kind !== DENSE && tokens[start]?.kind !== NUMBER) return null;
  const power = readDense(tokens, start, numerals);
  if (!power || !Number.isInteger(power.value) || power.value > 300) return null;
  if (!t.power.has(tokens[power.to]?.key ?? "")) return null;
  const exponent = minus ? -power.value : power.value;
  const value = ten ? Number(`${base.value}e${exponent}`) : base.value ** exponent;
  return Number.isFinite(value) ? { ...base, to: power.to + 1, value, marked: true, digits: null } : null;
}
