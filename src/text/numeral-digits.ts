import { readDigits } from "./digits.ts";
import type { NumberWords } from "./pack.ts";
import { NUMBER, SIGN, type Token } from "./tokens.ts";

/** A number read from digits, up to token `to`. */
export interface Start {
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

/** "×10^6", "x10−30". */
export function scientific(tokens: readonly Token[], at: number): { exponent: number; to: number } | null {
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
export function slashFraction(tokens: readonly Token[], i: number): number | null {
  const [a, slash, b] = [tokens[i], tokens[i + 1], tokens[i + 2]];
  if (!a || !slash || !b || a.kind !== NUMBER || b.kind !== NUMBER || slash.key !== "/" || slash.gap || b.gap)
    return null;
  if (!/^\d{1,2}$/.test(a.key) || !/^\d{1,3}$/.test(b.key) || tokens[i + 3]?.key === "/") return null;
  const top = Number(a.key);
  const bottom = Number(b.key);
  const usual = [2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128].includes(bottom);
  return usual && top > 0 && top < bottom ? top / bottom : null;
}
