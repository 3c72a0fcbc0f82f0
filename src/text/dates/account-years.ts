import { NUMBER } from "../tokens/token.ts";
import type { DateContext, DateRead } from "./context.ts";
import { endedPeriod } from "./ended.ts";
import { endsPhrase, fullYear, keyAt, make, type Rule, skipArticle } from "./parts.ts";
import { floating, yearPeriod } from "./periods.ts";

/** "FY18", "FY2017-18", "school year '18", "the fiscal year": years of accounts and of schools, by the year that names them. */
export const accountYear: Rule = (x, i) => {
  const label = x.w.accountYears.longest(x.tokens, skipArticle(x, i));
  if (!label) return null;
  const mark = /^['’]$/.test(keyAt(x, label.to));
  const at = mark ? label.to + 1 : label.to;
  const token = x.tokens[at];
  if (token?.kind !== NUMBER) return alone(x, i, label);
  const short = /^\d{2}$/.test(token.key) && (mark || label.value === "code" || endsPhrase(x, at + 1));
  const glued = /^\d{4}$/.test(token.key) && !token.gap;
  if (!short && !glued) return null;
  const n = Number(token.key);
  const y = glued ? n : fullYear(n);
  if (y < 1900 || y > 2100) return null;
  return throughYear(x, i, at, y);
};

/** "FY2017-18": the second of two years. */
function throughYear(x: DateContext, i: number, at: number, y: number): DateRead {
  const [dash, next] = [x.tokens[at + 1], x.tokens[at + 2]];
  const joins = (dash?.key === "-" || dash?.key === "/") && !dash.gap && next?.gap === false;
  const second = joins && /^(?:\d{2}|\d{4})$/.test(next.key) ? Number(next.key) : 0;
  const last = second > 99 ? second : Math.floor(y / 100) * 100 + second;
  if (last <= y || last - y > 99) return make(i, at + 1, yearPeriod(y));
  const [first, end] = [yearPeriod(y), yearPeriod(last)];
  return make(i, at + 3, { timex: `${first.timex}/${end.timex}`, start: first.start, end: end.end });
}

/** "in fiscal year": without its number it cannot be placed; English "the fiscal year" tells how long something takes. */
function alone(x: DateContext, i: number, label: { value: string; to: number }): DateRead | null {
  if (!/^[FS]Y$/.test(label.value)) return null;
  const ended = endedPeriod(x, 1, "year", label.to);
  if (ended) return make(i, label.to, ended);
  if (!endsPhrase(x, label.to)) return null;
  if (x.w.join.longest(x.tokens, label.to) !== null) return null;
  const lasts = x.c.pack.dates.order === "mdy" && skipArticle(x, i) > i;
  return make(i, label.to, floating(lasts ? "P1Y" : `${label.value}XXXX`));
}
