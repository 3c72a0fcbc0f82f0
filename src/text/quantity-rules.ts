import type { Compiled } from "./compile.ts";
import type { NumberRead } from "./numerals.ts";
import { NUMBER, SIGN, type Token, WORD } from "./tokens.ts";

/** Signs that, glued to digits, make them part of an address, a hashtag, a path or a name. */
const GLUE = new Set(["#", "@", "_", "\\", "&"]);

function gluedBefore(tokens: readonly Token[], read: NumberRead): boolean {
  const first = tokens[read.from]!;
  const before = tokens[read.from - 1];
  if (!before || first.gap) return false;
  if (GLUE.has(before.key)) return true;
  if (before.kind === WORD) return first.kind === NUMBER && !read.scaled && !read.marked;
  const earlier = tokens[read.from - 2];
  if (before.gap || !earlier) return false;
  if (before.key === "/" || before.key === ":") return earlier.kind === NUMBER || earlier.kind === WORD;
  if (before.key === ".")
    return (
      earlier.kind === WORD &&
      earlier.key.length > 1 &&
      earlier.kind === WORD &&
      !/^(?:rs|rp|no|us|s)$/.test(earlier.key)
    );
  return before.key === "-" && (earlier.kind === WORD || earlier.kind === NUMBER);
}

function gluedAfter(tokens: readonly Token[], read: NumberRead, unitKnown: boolean): boolean {
  const after = tokens[read.to];
  if (!after || after.gap || unitKnown) return false;
  if (after.kind === WORD && tokens[read.to - 1]!.kind === NUMBER) return true;
  const next = tokens[read.to + 1];
  if (!next || next.gap) return false;
  if (after.key === ":" || after.key === "/") return next.kind === NUMBER;
  return GLUE.has(after.key);
}

/** Phone numbers, identifiers, scores, dates in digits: digits joined to digits by signs, more than a range would. */
function isCode(tokens: readonly Token[], read: NumberRead): boolean {
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

const isYear = (read: NumberRead): boolean =>
  !read.words &&
  !read.marked &&
  !read.scaled &&
  Number.isInteger(read.value) &&
  read.value >= 1000 &&
  read.value <= 2100;

/** A four-digit number that names a year: by what stands before it, or because it counts nothing. */
function namesYear(tokens: readonly Token[], read: NumberRead, counts: boolean, c: Compiled): boolean {
  if (!isYear(read) || tokens[read.from]!.key.length !== 4) return false;
  const before = tokens[read.from - 1];
  if (!counts) return read.value >= 1400 || (before !== undefined && c.yearBefore.has(before.key));
  if (before === undefined) return read.value >= 1900;
  return read.value >= 1900 && (c.yearBefore.has(before.key) || tokens[read.to]!.caps > 0);
}

/** "Boeing 737", "Windows 10", "Article 5": a name or label and its number. */
function isLabelled(tokens: readonly Token[], read: NumberRead, counts: boolean, c: Compiled): boolean {
  if (read.words || read.marked || read.scaled) return false;
  const before = tokens[read.from - 1];
  if (!before) return false;
  const label = c.labels.endsBefore(tokens, read.from);
  if (label && !counts) return true;
  if (label && counts && before.caps > 0) return true;
  if (counts || before.kind !== WORD || before.caps === 0 || c.stop.has(before.key)) return false;
  const earlier = tokens[read.from - 2];
  return earlier !== undefined && earlier.key !== "." && c.pack.quantity.noun !== "capital";
}

/** Digits of a section or list mark at the start of a line: "1. Introduction", "2)". */
function isListMark(tokens: readonly Token[], read: NumberRead): boolean {
  const after = tokens[read.to];
  const before = tokens[read.from - 1];
  if (!after || read.marked || read.words || read.value > 99) return false;
  if (after.key === ")" && !after.gap && before?.key !== "(") {
    for (let i = read.from - 1; i >= Math.max(0, read.from - 12); i--) {
      if (tokens[i]!.key === "(") return false;
    }
    return true;
  }
  return false;
}

/** Whether what reads like a number counts or measures nothing. `unit`: a known measure or currency stands with it. */
export function isExcluded(
  tokens: readonly Token[],
  read: NumberRead,
  has: { unit: boolean; noun: boolean },
  c: Compiled,
): boolean {
  if (gluedBefore(tokens, read) && !(has.unit && read.from > 0 && tokens[read.from - 1]!.key === "-"))
    return true;
  if (gluedAfter(tokens, read, has.unit)) return true;
  if (isCode(tokens, read)) return true;
  if (has.unit) return false;
  if (read.fraction && !read.words) return false;
  return (
    namesYear(tokens, read, has.noun, c) || isLabelled(tokens, read, has.noun, c) || isListMark(tokens, read)
  );
}
