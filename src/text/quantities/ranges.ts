import type { NumberRead } from "../numerals/read.ts";
import { NUMBER, SIGN, WORD } from "../tokens/token.ts";
import { directionBefore } from "./context.ts";
import { endOf, type Part, type Reader, unitOf } from "./part.ts";
import { partAt } from "./parts.ts";

/** Two numbers that bound a range; `open` is the token of its opener, -1 without one. */
export interface Range {
  readonly first: Part;
  readonly second: Part;
  readonly open: number;
  /** Token after the words that close it, -1 without them. */
  readonly close: number;
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
  // "increased by $43 billion to $419 billion": a change and the level it led to.
  const far = b?.money === true && second.sign !== null && second.number.value > 3 * first.number.value;
  if (far && r.c.by.has(r.tokens[first.from - 1]?.key ?? "")) return false;
  const joiner = r.tokens[at]!;
  // 二、三人: a comma joins neighbours only; others are a list.
  if (joiner.key === "," && (a !== null || second.number.value - first.number.value !== 1)) return false;
  if (joinsTight(r, at)) return !first.number.fraction || second.number.fraction;
  if (directionBefore(r, first.from, a) && r.tokens[first.from - 1]?.key !== "by") return false;
  if (a !== null && b === null) return false;
  if (r.c.pack.quantity.rangeJoin.split("|")[1] === joiner.key) {
    return plainSmall(first.number) ? second.number.value - first.number.value <= 10 : true;
  }
  return b !== null || second.number.scaled || first.number.words === second.number.words;
}

/** "3-5 billion": the multiplier belongs to both ends. */
export function shares(first: Part, second: Part): boolean {
  const n = second.number;
  if (!n.scaled || first.number.scaled || n.digits === null) return false;
  return first.number.value < 100 && !first.number.marked
    ? true
    : first.number.value < n.value / 1000 && first.number.value < 1000;
}

/** The multiplier of a number: 1e6 for 5 million. */
export function scaleOf(n: NumberRead): number {
  for (const scale of [1e12, 1e9, 1e8, 1e6, 1e5, 1e4, 1e3])
    if (n.value >= scale && n.value / scale < 1e4) return scale;
  return 1;
}

/**
 * "1000–5000": a dash between round numbers joins a range, from a hundred up, or from a thousand up when it is a hyphen; scores
 * and codes are small or not round.
 */
export function isDashed(r: Reader, first: Part, second: Part): boolean {
  const dash = r.tokens[endOf(first)]!;
  if (dash.key !== "-" && dash.key !== "–") return false;
  const least = r.text[dash.start] === "–" ? 100 : 1000;
  const round = (part: Part): boolean => part.number.value >= least && part.number.value % 100 === 0;
  return round(first) && round(second) && second.number.value > 2100;
}

/** "بين عشرة وعشرين", "1000 – 5000": "and" glued to the second number, and a dash that stands free between round numbers. */
function looseJoin(r: Reader, first: Part, at: number, opened: boolean): { to: number } | null {
  const token = r.tokens[at];
  const and = r.c.pack.numbers.prefixAnd;
  if (opened && and !== undefined && token?.key.startsWith(and)) return { to: at };
  if (token?.key !== "–" || r.tokens[at + 1]?.kind !== NUMBER) return null;
  const second = partAt(r, at + 1);
  return second && isDashed(r, first, second) ? { to: at + 1 } : null;
}

/** "binden bin beş yüze kadar": the case of the first end joins it to the second, where a word closes the range. */
function casedJoin(r: Reader, at: number): { to: number } | null {
  const cases = r.c.numerals.cased ? (r.c.pack.dates.ablative?.split("|") ?? []) : [];
  const token = r.tokens[at - 1]!;
  if (token.kind !== WORD || !cases.some(ending => token.key.endsWith(ending))) return null;
  const second = partAt(r, at);
  return second && r.c.close.longest(r.tokens, endOf(second)) ? { to: at } : null;
}

/** 40名至60名: the counter of the first end belongs to it. */
function endOfCounted(r: Reader, first: Part): number {
  const at = endOf(first);
  const counter = r.c.pack.dense === true && !first.unit && r.c.skip.has(r.tokens[at]?.key ?? "");
  return counter && r.c.join.longest(r.tokens, at + 1) ? at + 1 : at;
}

/** The range that starts with a part, or null. */
export function rangeFrom(r: Reader, first: Part): Range | null {
  const opened = r.c.open.endsBefore(r.tokens, first.from);
  const at = endOfCounted(r, first);
  const loose = looseJoin(r, first, at, opened !== null) ?? casedJoin(r, at);
  const plainJoin = r.c.join.longest(r.tokens, at) ?? loose;
  const openJoin = r.c.joinOpen.longest(r.tokens, at);
  const join = (opened ? openJoin : null) ?? plainJoin ?? openJoin;
  if (!join) return null;
  if (r.tokens[at]!.key === "-" && r.tokens[at]!.gap !== (r.tokens[at + 1]?.gap ?? false)) {
    if (first.unit === null && r.tokens[at]!.gap) return null;
  }
  const second = partAt(r, join.to);
  if (!second || r.dates[second.from]) return null;
  if (second.number.value < 0 && second.number.from !== second.from) return null;
  const close = r.c.close.longest(r.tokens, endOf(second));
  if (!opened && !close && !plainJoin) return null;
  if (!isRange(r, first, second, opened !== null || close !== null, at)) return null;
  return { first, second, open: opened?.to ?? -1, close: close?.to ?? -1 };
}
