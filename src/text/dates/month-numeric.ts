import { NUMBER, type Token } from "../tokens/token.ts";
import type { DateContext, DateRead } from "./context.ts";
import { weekOfYear } from "./ordinals.ts";
import { keyAt, make, type Rule } from "./parts.ts";
import { monthPeriod } from "./periods.ts";

const YEAR = /^(?:19|20)\d{2}$/;
const MONTH = /^(?:0?[1-9]|1[0-2])$/;

/** Whether a sign or a digit is glued to a place in the text: a longer code goes on there. */
const goesOn = (token: Token | undefined): boolean =>
  token !== undefined && !token.gap && (token.kind === NUMBER || /^[-/]$/.test(token.key));

/** "09/2015", "09-2018" where dashes are the usual marks, "2018-09", "2018-W23": a month or a week in digits with its year. */
export const monthNumeric: Rule = (x, i) => {
  const [first, mark, second] = [x.tokens[i]!, x.tokens[i + 1], x.tokens[i + 2]];
  if (mark === undefined || mark.gap || !second || second.gap || !/^[-/]$/.test(mark.key)) return null;
  if (goesOn(x.tokens[i - 1]) && !first.gap) return null;
  if (mark.key === "-" && second.key === "w" && YEAR.test(first.key)) return isoWeek(x, i);
  if (second.kind !== NUMBER || goesOn(x.tokens[i + 3])) return null;
  // "Lei 05/2018", "Decreto n.º 12/2018": laws are numbered so.
  if (x.c.labels.endsBefore(x.tokens, i)) return null;
  const last = mark.key === "/" || (x.c.pack.dates.dashed === true && first.key.length === 2);
  if (last && MONTH.test(first.key) && YEAR.test(second.key))
    return make(i, i + 3, monthPeriod(Number(second.key), Number(first.key)));
  return yearThenMonth(i, first.key, second.key);
};

/** "2018-09", but "2008-09" is a season of two years. */
function yearThenMonth(i: number, year: string, month: string): DateRead | null {
  if (!YEAR.test(year) || month.length !== 2 || !MONTH.test(month)) return null;
  return Number(month) > Number(year.slice(2))
    ? null
    : make(i, i + 3, monthPeriod(Number(year), Number(month)));
}

/** "2018-W23". */
function isoWeek(x: DateContext, i: number): DateRead | null {
  const week = x.tokens[i + 3];
  const n = week?.kind === NUMBER && !week.gap && /^\d{2}$/.test(week.key) ? Number(week.key) : 0;
  return n > 0 && n <= 53 && keyAt(x, i + 4) !== "-"
    ? make(i, i + 4, weekOfYear(Number(keyAt(x, i)), n))
    : null;
}
