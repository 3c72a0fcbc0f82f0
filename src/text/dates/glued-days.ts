import { NUMBER, SIGN, WORD } from "../tokens/token.ts";
import type { DateContext } from "./context.ts";
import { keyAt } from "./parts.ts";

const ALL_CAPITALS = 2;
const MOST_DAYS = 31;

/** One or two digits of a day, or null. */
function digitsOfDay(x: DateContext, i: number): number | null {
  const token = x.tokens[i];
  const d = token?.kind === NUMBER && /^\d{1,2}$/.test(token.key) ? Number(token.key) : 0;
  return d >= 1 && d <= MOST_DAYS ? d : null;
}

/** "mar3", "Apr4th": a day glued to the name of its month; in capitals that is a code ("SEP9"). */
export function gluedDay(x: DateContext, i: number): { d: number; to: number } | null {
  const [name, digits] = [x.tokens[i - 1], x.tokens[i]];
  if (!digits || digits.gap || name?.kind !== WORD || name.caps === ALL_CAPITALS) return null;
  const d = digitsOfDay(x, i);
  if (d === null) return null;
  const ending = x.tokens[i + 1];
  if (!ending || ending.gap || ending.kind !== WORD) return { d, to: i + 1 };
  return x.c.ordinalEndings.has(ending.key) ? { d, to: i + 2 } : null;
}

/** "Jan-1": one digit behind a hyphen is a day; two may be a year ("Jan-19"). */
export function hyphenedDay(x: DateContext, i: number): { d: number; to: number } | null {
  const [hyphen, digit] = [x.tokens[i], x.tokens[i + 1]];
  if (hyphen?.key !== "-" || hyphen.gap || digit?.gap !== false || !/^[1-9]$/.test(digit.key)) return null;
  const next = x.tokens[i + 2];
  return !next || next.gap || (next.kind === SIGN && next.key !== "-")
    ? { d: Number(digit.key), to: i + 2 }
    : null;
}

/** "4apr", "04apr2019": a day glued before its month, and its year behind that. */
export function gluedBefore(x: DateContext, i: number): { d: number; to: number } | null {
  const name = x.tokens[i + 1];
  if (name?.kind !== WORD || name.gap || name.caps === ALL_CAPITALS) return null;
  const month = x.w.months.longest(x.tokens, i + 1);
  const next = month && x.tokens[month.to];
  const d = month && digitsOfDay(x, i);
  if (!month || d === null || (next && !next.gap && next.kind === NUMBER && !/^\d{4}$/.test(next.key)))
    return null;
  return { d, to: i + 1 };
}

/** The year glued behind such a month. */
export function gluedYear(x: DateContext, i: number): { y: number; to: number } | null {
  const year = x.tokens[i];
  if (!year || year.gap || !/^[12]\d{3}$/.test(keyAt(x, i)) || x.tokens[i - 2]?.kind !== NUMBER) return null;
  return { y: Number(year.key), to: i + 1 };
}
