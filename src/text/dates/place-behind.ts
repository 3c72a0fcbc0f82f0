import { BREAK } from "../tokens/token.ts";
import { dayFirst, monthFirst } from "./calendar.ts";
import type { DateContext, DateRead } from "./context.ts";
import { holidayIn, nthWeekday } from "./holidays.ts";
import { dayMark } from "./named-days.ts";
import { dayIn, monthIn, placeAt, weekOfMonth, weekOfYear } from "./ordinals.ts";
import { make, skipArticle, wholeAt } from "./parts.ts";
import { dayPeriod, halfPeriod, isDay, type Period, quarterPeriod, seasonPeriod } from "./periods.ts";
import { quarterAt } from "./quarters.ts";
import { isRelative, namesYear, put } from "./reads.ts";

/** The `n`-th week, day, month, quarter or half of a year or month. */
function unitIn(whole: Period, y: number, m: number | undefined, unit: string, n: number): Period | null {
  if (unit === "week") return m === undefined ? weekOfYear(y, n) : weekOfMonth(y, m, n);
  if (unit === "month") return monthIn(y, m, n);
  if (unit === "day") return dayIn(whole, n);
  if (m !== undefined) return null;
  if (unit === "quarter") return n > 4 ? null : quarterPeriod(y, n < 0 ? 4 : n);
  return unit === "half" && n <= 2 ? halfPeriod(y, n < 0 ? 2 : n) : null;
}

/** 去年圣诞节, 2019年の感謝祭: a holiday behind its year. */
function feastOfYear(x: DateContext, whole: DateRead): DateRead | null {
  if (!/^\d{4}$/.test(whole.timex)) return null;
  const linked = /^[的の의]$/.test(x.tokens[whole.to]?.key ?? "");
  const feast = x.w.holidays.longest(x.tokens, linked ? whole.to + 1 : whole.to);
  const day = feast && holidayIn(feast.value, Number(whole.timex));
  return day && make(whole.from, feast.to, dayPeriod(day));
}

/** "gelecek yıl 7 Mayıs", पिछले साल अगस्त, "2019 Paskalya": a day, month or season without its year behind the year. */
function dayInYear(x: DateContext, whole: DateRead, at: number): DateRead | null {
  const y = Number(whole.timex);
  const token = x.tokens[at];
  if (!token || token.kind === BREAK || !Number.isInteger(y)) return null;
  const season = x.w.seasons.longest(x.tokens, at);
  if (season) return make(whole.from, season.to, seasonPeriod(y, season.value));
  const feast = x.w.holidays.longest(x.tokens, at);
  const holy = feast && holidayIn(feast.value, y);
  if (holy) return make(whole.from, feast!.to, dayPeriod(holy));
  const day = dayFirst(x, at) ?? monthFirst(x, at);
  if (!day || !/^\d{4}-\d{2}(?:-\d{2})?$/.test(day.timex) || namesYear(x, day)) return null;
  return {
    ...day,
    from: whole.from,
    timex: put(day.timex, y),
    start: put(day.start, y),
    end: put(day.end, y),
  };
}

/** "vorig jaar mei", "letztes Jahr im Sommer", "vorig jaar op 5 mei": behind a year that is told from the day of publication. */
function inToldYear(x: DateContext, whole: DateRead): DateRead | null {
  if (!/^\d{4}$/.test(whole.timex) || !isRelative(x, whole)) return null;
  const led = x.w.inYear.longest(x.tokens, whole.to);
  const at = led ? skipArticle(x, led.to) : whole.to;
  const inside = dayInYear(x, whole, at);
  if (inside) return inside;
  const part = quarterAt(x, skipArticle(x, at), true);
  const y = Number(whole.timex);
  return part && make(whole.from, part.to, part.half ? halfPeriod(y, part.q) : quarterPeriod(y, part.q));
}

/** "bu ayın 21'inde", अगले महीने 15 तारीख: a day by its number, marked as one, behind its month. */
function numberedDay(x: DateContext, whole: DateRead, at: number): DateRead | null {
  const d = wholeAt(x, at, /^\d{1,2}$/);
  const mark = d === null ? null : dayMark(x, at + 1);
  const [y, m] = whole.timex.split("-").map(Number) as [number, number];
  return d !== null && mark && isDay(y, m, d) ? make(whole.from, mark.to, dayPeriod({ y, m, d })) : null;
}

/** "2015'in ilk haftası", जुलाई के आखिरी हफ्ते: the whole stands first. */
export function placeBehind(x: DateContext, whole: DateRead): DateRead | null {
  if (x.c.pack.dense) return feastOfYear(x, whole);
  if (x.w.rangeClose === null && x.c.pack.dates.inYear !== undefined) return inToldYear(x, whole);
  if (x.w.rangeClose === null || !/^\d{4}(?:-\d{2})?$/.test(whole.timex)) return null;
  const isYear = whole.timex.length === 4;
  const led = isYear ? x.w.inYear.longest(x.tokens, whole.to) : null;
  const at = led?.to ?? x.w.join.longest(x.tokens, whole.to)?.to ?? whole.to;
  const inside = isYear ? dayInYear(x, whole, at) : numberedDay(x, whole, at);
  if (inside) return inside;
  const part = isYear ? quarterAt(x, at, true) : null;
  if (part) {
    const y = Number(whole.timex);
    return make(whole.from, part.to, part.half ? halfPeriod(y, part.q) : quarterPeriod(y, part.q));
  }
  const first = x.w.firstPart.longest(x.tokens, at);
  const place = first ? { n: 1, to: first.to } : placeAt(x, at);
  const unit = place && x.w.units.longest(x.tokens, place.to);
  const weekday = place && !unit ? x.w.weekdays.longest(x.tokens, place.to) : null;
  if (!place || (!unit && !weekday)) return null;
  const [y, m] = whole.timex.split("-").map(Number) as [number, number | undefined];
  const day = weekday && m !== undefined ? nthWeekday(y, m, weekday.value, place.n) : null;
  const period = unit ? unitIn(whole, y, m, unit.value, place.n) : day && dayPeriod(day);
  return period && make(whole.from, (unit ?? weekday)!.to, period);
}
