import { NUMBER, WORD } from "../tokens/token.ts";
import type { DateContext, DateRead } from "./context.ts";
import { endedPeriod } from "./ended.ts";
import { lengthAt } from "./lengths.ts";
import { keyAt, make, type Rule, skipArticle, yearInWords } from "./parts.ts";
import {
  addDays,
  dayPeriod,
  floating,
  quarterPeriod,
  weekdayOf,
  weekendPeriod,
  yearPeriod,
} from "./periods.ts";
import { quarterAt, quarterYear } from "./quarters.ts";
import { shifted, shiftUnit } from "./shifted.ts";
import { weekday } from "./weekday.ts";

/** "Access Now": a capital right after another is part of a name. */
function isNamePart(x: DateContext, i: number): boolean {
  const before = x.tokens[i - 1];
  return x.tokens[i]!.caps > 0 && before?.kind === WORD && before.caps > 0;
}

/** "now", "recently", "the future". */
export const vague: Rule = (x, i) => {
  const found = x.w.vague.longest(x.tokens, i);
  if (!found || isNamePart(x, i)) return null;
  // "in the past three months", "no passado dia 12": the last word places what stands behind it.
  const last = found.to - 1;
  const places = x.w.shift.longest(x.tokens, last)?.to === found.to;
  if (places && (lengthAt(x, found.to) ?? (last > i && (shifted(x, last) ?? weekday(x, last))))) return null;
  // "as soon as tomorrow" compares.
  const compares = x.tokens[i - 1]?.kind === WORD && keyAt(x, i - 1) === keyAt(x, i + 1);
  if (found.to === i + 1 && compares) return null;
  const period =
    x.ref && found.value === "PRESENT_REF"
      ? { ...dayPeriod(x.ref), timex: "PRESENT_REF" }
      : floating(found.value);
  return make(i, found.to, period);
};

/** From here on "the weekend" is the one ahead, before it the one behind. */
const THURSDAY = 4;

/** "the quarter", "the latest period", "year-earlier": what the text spoke of before. */
export const echoed: Rule = (x, i) => {
  const echo = x.c.echo;
  if (!echo) return null;
  const start = skipArticle(x, i);
  const earlier =
    echo.year.has(keyAt(x, start)) && keyAt(x, start + 1) === "-" && echo.earlier.has(keyAt(x, start + 2));
  if (earlier) return yearEarlier(x, i, start + 3);
  if (start === i) return null;
  const at = echo.same.has(keyAt(x, start)) ? start + 1 : start;
  const key = keyAt(x, at);
  const again = echo.quarter.has(key) || (echo.period.has(key) && at > start);
  if (again && x.quarter) return make(i, at + 1, quarterPeriod(x.quarter.y, x.quarter.q));
  if (echo.quarter.has(key) && at > start && x.ref) return shiftUnit(x, i, at + 1, "quarter", -1);
  if (echo.weekend.has(key) && echo.article.has(keyAt(x, i)) && x.ref) {
    const ahead = weekdayOf(x.ref) >= THURSDAY || x.w.before.endsBefore(x.tokens, i) !== null;
    return make(i, at + 1, weekendPeriod(addDays(x.ref, ahead ? 0 : -7)));
  }
  const next = keyAt(x, at + 1);
  const ended = echo.year.has(key) && at === start ? endedPeriod(x, 1, "year", at + 1) : null;
  if (ended) return make(i, at + 1, ended);
  if (echo.year.has(key) && at === start && echo.article.has(keyAt(x, i)) && x.ref)
    return echo.notAfter.has(next) ||
      /^['’-]$/.test(next) ||
      x.tokens[at + 1]?.kind === NUMBER ||
      yearInWords(x, at + 1)
      ? null
      : make(i, at + 1, yearPeriod(x.ref.y));
  return null;
};

function yearEarlier(x: DateContext, from: number, at: number): DateRead | null {
  const named = quarterAt(x, at);
  const word = keyAt(x, at);
  const again = x.c.echo?.quarter.has(word) || x.c.echo?.period.has(word);
  const to = named ? named.to : again ? at + 1 : at;
  if (!x.ref) return null;
  const q = named ? { y: quarterYear(x.ref, named.q, false), q: named.q } : x.quarter;
  return make(from, to, q ? quarterPeriod(q.y - 1, q.q) : yearPeriod(x.ref.y - 1));
}
