import { WORD } from "../tokens/token.ts";
import { type Part, type Reader, TIME_UNIT } from "./part.ts";
import type { UnitRead } from "./units.ts";

/** "times", "-fold", "x" after a number. */
export function multipleAfter(r: Reader, part: Part): UnitRead | null {
  let at = part.to;
  if (r.tokens[at]?.key === "-" && !r.tokens[at]!.gap) at++;
  const token = r.tokens[at];
  if (!token || !r.c.times.has(token.key) || (token.key === "x" && token.gap)) return null;
  return { unit: "multiple", from: at, to: at + 1, money: false, how: "known" };
}

/** "a five-year award": the length is a date, the number counts nothing. */
export function isTimeAdjective(r: Reader, part: Part): boolean {
  const hyphen = r.tokens[part.to];
  return (
    hyphen !== undefined &&
    hyphen.key === "-" &&
    !hyphen.gap &&
    TIME_UNIT.test(part.unit!.unit) &&
    r.c.pack.quantity.timeAdjectives === true
  );
}

/** "twenty-first": the numeral belongs to an ordinal. */
export function isOrdinalTail(r: Reader, part: Part): boolean {
  const at = part.to;
  if (!part.number.words || part.number.scaled) return false;
  const next = r.tokens[at]?.key === "-" ? r.tokens[at + 1] : r.tokens[at];
  return next !== undefined && r.c.ordinals.has(next.key) && r.tokens[at - 1]!.kind === WORD;
}

/** "one" as a pronoun or article, and numerals that are common words, count only with something counted. */
export function isLoneWord(r: Reader, part: Part, unit: UnitRead | null, noun: UnitRead | null): boolean {
  if (r.c.pack.dense && isLoneCharacter(r, part, unit)) return true;
  if (!part.number.words || part.number.value !== 1 || unit || part.number.scaled) return false;
  return !noun || r.c.pack.quantity.one !== "counts" || isSpeaker(r, noun.to);
}

/** A lone numeral character counts only before a counter or a unit; after 第 it is an ordinal. */
function isLoneCharacter(r: Reader, part: Part, unit: UnitRead | null): boolean {
  const dense = r.c.numerals.dense;
  const before = r.tokens[part.from - 1];
  if (dense?.ordinalBefore.has(before?.key ?? "")) return true;
  if (dense?.ordinalAfter.longest(r.tokens, part.to) && !part.number.fraction) return true;
  if (!part.number.words || unit || part.to - part.from > 1 || part.number.fraction) return false;
  if (part.number.value >= 10 && r.c.after.longest(r.tokens, part.to)) return false;
  const next = r.tokens[part.to];
  return !next || next.gap || !r.c.skip.has(next.key);
}

/** "one analyst calls": the determiner of a speaker. */
function isSpeaker(r: Reader, at: number): boolean {
  for (let i = at; i < Math.min(at + 2, r.tokens.length); i++) {
    const token = r.tokens[i]!;
    if (token.kind === WORD && r.c.saying.has(token.key)) return true;
  }
  return false;
}
