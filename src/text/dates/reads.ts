import { NUMBER } from "../tokens/token.ts";
import type { DateContext, DateRead } from "./context.ts";
import { skipArticle } from "./parts.ts";

export const isDay = (read: DateRead): boolean =>
  /^(?:\d{4}-\d{2}-\d{2}|XXXX-\d{2}-\d{2}|XXXX-WXX-\d)$/.test(read.timex);
export const isDated = (read: DateRead): boolean => read.start !== "" && read.end !== "";
export const hasTime = (read: DateRead): boolean => /^T|\dT/.test(read.timex);

export const isWeek = (read: DateRead): boolean => /^\d{4}-W\d{2}$/.test(read.timex);

export const namesYear = (x: DateContext, read: DateRead): boolean =>
  x.tokens
    .slice(read.from, read.to)
    .some(t => (t.kind === NUMBER && /\d{4}/.test(t.key)) || t.key === (x.c.pack.dates.dense?.year ?? ""));

export function namesMonth(x: DateContext, read: DateRead): boolean {
  for (let i = read.from; i < read.to; i++) if (x.w.months.longest(x.tokens, i)) return true;
  return false;
}

export const put = (text: string, y: number): string => text.replace(/^\d{4}/, String(y).padStart(4, "0"));

/** Told from the day of publication: "today", "next month", 今天. */
export const isRelative = (x: DateContext, read: DateRead): boolean =>
  [x.w.days, x.w.relative, x.w.shift, x.w.vague].some(
    w => w.longest(x.tokens, skipArticle(x, read.from)) !== null,
  );
