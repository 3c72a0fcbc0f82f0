import { readDense } from "../numerals/dense.ts";
import { DENSE, NUMBER } from "../tokens/token.ts";
import type { DateContext } from "./context.ts";

/** Whether the characters of a text stand at a token, one a token; told by their codes, as `text[k]` would make a string for each. */
export function isAt(x: DateContext, i: number, text: string): boolean {
  for (let k = 0; k < text.length; k++) {
    const key = x.tokens[i + k]?.key;
    if (key === undefined || key.length !== 1 || key.charCodeAt(0) !== text.charCodeAt(k)) return false;
  }
  return text !== "";
}

export function anyAt(x: DateContext, i: number, texts: readonly string[]): number {
  for (const text of texts) if (isAt(x, i, text)) return i + text.length;
  return 0;
}

export function wholeAt(x: DateContext, i: number): { value: number; to: number; digits: number } | null {
  const token = x.tokens[i];
  if (token?.kind === NUMBER)
    return /^\d{1,4}$/.test(token.key)
      ? { value: Number(token.key), to: i + 1, digits: token.key.length }
      : null;
  if (token?.kind !== DENSE) return null;
  const read = readDense(x.tokens, i, x.c.numerals);
  if (!read || read.high !== null || !Number.isInteger(read.value) || read.value > 3000) return null;
  const mixed = mixedYear(x, i, read.to);
  if (mixed !== null) return { value: mixed, to: read.to, digits: 4 };
  return {
    value: read.value,
    to: read.to,
    digits: read.scaled
      ? read.value > 1900 && read.value < 2100 && read.value % 100 !== 0
        ? 4
        : 0
      : read.to - i,
  };
}

/** 二〇十九 for 二〇一九: two digits of the century, then the rest as a number. */
function mixedYear(x: DateContext, i: number, to: number): number | null {
  if (to - i < 3 || !/^[〇零]$/.test(x.tokens[i + 1]!.key)) return null;
  const text = x.tokens
    .slice(i, to)
    .map(t => t.key)
    .join("");
  const found = /^二[〇零](十)([〇零一二三四五六七八九]?)$/.exec(text);
  return found ? 2010 + Math.max(0, "零一二三四五六七八九".indexOf(found[2] || "零")) : null;
}
