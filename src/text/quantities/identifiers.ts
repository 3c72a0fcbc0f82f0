import type { NumberRead } from "../numerals/read.ts";
import { NUMBER, SIGN, type Token } from "../tokens/token.ts";

/** Digits that identify something and count nothing. */

/** Phone numbers, identifiers, scores, dates in digits: digits joined to digits by signs, more than a range would. */
export function isCode(tokens: readonly Token[], read: NumberRead): boolean {
  const [a, b, d] = [tokens[read.to], tokens[read.to + 1], tokens[read.to + 2]];
  if (!a || !b || a.kind !== SIGN || b.kind !== NUMBER || a.gap || b.gap) return false;
  return (
    (a.key === "-" || a.key === "/") &&
    d !== undefined &&
    d.key === a.key &&
    !d.gap &&
    tokens[read.to + 3]?.kind === NUMBER
  );
}

/** Marks inside a telephone number. */
const PHONE_MARKS = new Set(["+", "-", "(", ")", "/", "."]);
/** How many pieces of a telephone number stand before and behind one of them, how many groups it has at least, and how many digits. */
const [PHONE_REACH, PHONE_GROUPS, PHONE_DIGITS] = [10, 3, 9];

/** "+381 11 123 4567", "(555) 123-4567", "020 7946 0958": groups of digits behind a plus, a nought or a bracket. */
export function isPhone(tokens: readonly Token[], read: NumberRead): boolean {
  if (read.words || read.scaled) return false;
  const isPiece = (token: Token | undefined) =>
    token?.kind === NUMBER ? /^\d+$/.test(token.key) : token?.kind === SIGN && PHONE_MARKS.has(token.key);
  let [from, to] = [read.from, read.to];
  while (read.from - from < PHONE_REACH && isPiece(tokens[from - 1])) from--;
  while (to - read.to < PHONE_REACH && isPiece(tokens[to])) to++;
  if (to - from < PHONE_GROUPS) return false;
  const pieces = tokens.slice(from, to);
  const groups = pieces.filter(({ kind }) => kind === NUMBER);
  const opens = pieces[0]!.key === "+" || pieces[0]!.key === "(" || groups[0]?.key.startsWith("0") === true;
  const digits = groups.reduce((sum, { key }) => sum + key.length, 0);
  return opens && groups.length >= PHONE_GROUPS && digits >= PHONE_DIGITS;
}
