import type { NumberWords } from "../pack/number-words.ts";
import { DENSE, NUMBER, SIGN, type Token } from "../tokens/token.ts";
import { readDigits } from "./figures.ts";

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
    if (
      !next ||
      next.kind !== NUMBER ||
      next.gap ||
      !/^\d+$/.test(next.key) ||
      (before && !token.gap && !/^[-+(~<>=$€£¥]$/.test(before.key))
    )
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
  return data.spaceGroups === true || token.thin || token.key.startsWith("0") || isLongGroup(tokens, i);
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

/** A signed whole number glued to what stands before it: the exponent of a power. */
function exponentAt(tokens: readonly Token[], at: number): { exponent: number; to: number } | null {
  const minus = tokens[at]?.key === "-";
  const to = minus || tokens[at]?.key === "+" ? at + 1 : at;
  const power = tokens[to];
  if (!power || tokens[at]!.gap || power.gap || !/^\d{1,3}$/.test(power.key)) return null;
  return { exponent: minus ? -Number(power.key) : Number(power.key), to: to + 1 };
}

/** "×10^6", "x10−30", "1e10", "2^5" after a number. */
export function powerAfter(
  tokens: readonly Token[],
  at: number,
  base: number,
): { value: number; to: number } | null {
  const mark = tokens[at];
  if (!mark) return null;
  if (mark.key === "×" || mark.key === "x" || mark.key === "*") {
    if (tokens[at + 1]?.key !== "10") return null;
    const power = exponentAt(tokens, tokens[at + 2]?.key === "^" ? at + 3 : at + 2);
    return power && { value: Number(`${base}e${power.exponent}`), to: power.to };
  }
  if (mark.gap || (mark.key !== "^" && mark.key !== "e")) return null;
  const power = exponentAt(tokens, at + 1);
  const next = power && tokens[power.to];
  if (!power || (next && !next.gap && next.kind !== SIGN && next.kind !== DENSE)) return null;
  const value = mark.key === "^" ? base ** power.exponent : Number(`${base}e${power.exponent}`);
  return Number.isFinite(value) ? { value, to: power.to } : null;
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
