import { BREAK, SIGN } from "../tokens/token.ts";
import { pointsAhead } from "./ahead.ts";
import { clockAt } from "./clock.ts";
import { type DateContext, type DateRead, dayAway, shiftedPeriod } from "./context.ts";
import { comesBack, type Length, wholeLength } from "./lengths.ts";
import { awayAt, keyAt, make, type Rule, shiftBehind, skipArticle } from "./parts.ts";
import { addDays, type Day, dayPeriod, floating, type Period, quarterPeriod } from "./periods.ts";
import { bounded } from "./widen.ts";

/** "two years ago", "a month earlier", "in three days", "hace dos años". */
export const distance: Rule = (x, i) => {
  const lead = x.w.agoBefore.longest(x.tokens, i);
  if (lead) {
    const length = wholeLength(x, lead.to);
    if (length && lead.value > 0 && countsFromDay(x, length.to)) return null;
    // "en los últimos meses": the word for several tells that they are over.
    if (
      length?.n === "X" &&
      lead.value > 0 &&
      x.w.shift.longest(x.tokens, skipArticle(x, lead.to))?.value === -1
    )
      return null;
    // خلال السنوات الخمس الماضية: what places the length stands behind it.
    if (length && shiftBehind(x, length.to)) return null;
    // "voor het eerst in drie jaar", "in drie jaar tijd": how long it took.
    const lasts =
      x.w.lastsBehind.longest(x.tokens, length?.to ?? 0) ?? x.w.lasting.endsBefore(x.tokens, lead.to);
    if (length && lead.value > 0 && lasts) return null;
    const time = length && lead.value > 0 ? x.w.timeAhead.longest(x.tokens, length.to) : null;
    if (length && time) return awayBy(x, i, time.to, length, lead.value);
    if (length && (lead.value < 0 || !x.w.inLasts.has(keyAt(x, i)) || inFits(x, i, lead.to, length))) {
      const { to } = x.w.fromNow.longest(x.tokens, length.to) ?? length;
      return awayBy(x, i, to, length, lead.value);
    }
  }
  const length = wholeLength(x, i);
  // "5 आगामी वर्षों में": placed already by the word inside it.
  if (!length || length.shift !== undefined) return null;
  const rate = comesBack(x, i, length);
  if (rate) return rate;
  const soBut = keyAt(x, length.to) === "or" && keyAt(x, length.to + 1) === "so" ? length.to + 2 : length.to;
  const after = awayAt(x, keyAt(x, soBut) === "-" ? soBut + 1 : soBut);
  // "for three days from today" lasts.
  if (after && x.w.lasting.endsBefore(x.tokens, i) && x.w.fromAhead.longest(x.tokens, length.to)) return null;
  return after && !fromOther(x, after.to - 1)
    ? bounded(x, awayBy(x, i, after.to, length, after.value))
    : null;
};

/** "dans trois jours à partir d'aujourd'hui": the day that is counted from stands behind the length. */
function countsFromDay(x: DateContext, i: number): boolean {
  const hence = awayAt(x, i);
  if (hence && hence.value > 0 && hence.to > i + 1) return true;
  const link = x.w.distanceLinks.longest(x.tokens, i);
  return link !== null && link.value > 0 && x.w.days.longest(x.tokens, link.to) !== null;
}

/** "two years after the coup": counted from what follows, not from the day of publication. */
function fromOther(x: DateContext, at: number): boolean {
  const { told } = x.w;
  const found = told?.behind.longest(x.tokens, at);
  const next = found && x.tokens[found.to];
  if (!told || !found || !next || next.kind === SIGN || next.kind === BREAK) return false;
  return found.value.endsWith(".") || told.notThen.has(next.key);
}

/** "in two years" looks ahead only where the sentence does, or where nothing else is said; "grew in two years" is a length. */
function inFits(x: DateContext, i: number, at: number, length: Length): boolean {
  if (length.n === "X") return false;
  const alone = i === 0 && x.tokens.length <= length.to + 1;
  // "in 3 days at 5 pm".
  const time = x.w.clockLead.longest(x.tokens, length.to);
  if (time && length.unit !== "hour" && clockAt(x, time.to, true)) return true;
  return pointsAhead(x, length.to) || (alone && !x.w.within.endsBefore(x.tokens, at));
}

function awayBy(x: DateContext, from: number, to: number, length: Length, sign: number): DateRead {
  return { ...placeAway(x, from, to, length, sign), counts: length.n !== "X" && !length.article };
}

function placeAway(x: DateContext, from: number, to: number, length: Length, sign: number): DateRead {
  const vague = floating(sign < 0 ? "PAST_REF" : "FUTURE_REF");
  if (!x.ref || length.n === "X") return make(from, to, vague);
  if (!length.parts && !Number.isInteger(length.n)) {
    const months = length.unit === "year" && Number.isInteger(12 * length.n) ? 12 * length.n : null;
    const month = months === null ? null : shiftedPeriod(x.ref, "month", sign * months);
    return make(from, to, month ?? momentAway(x, length.unit, sign * length.n) ?? vague);
  }
  if (length.parts)
    return make(from, to, timesAway(x, length.parts, sign) ?? partsAway(x.ref, length.parts, sign) ?? vague);
  const n = sign * length.n;
  const moment = x.minutes === null ? null : momentAway(x, length.unit, n);
  if (moment) return make(from, to, moment);
  if (length.unit === "year" && Math.abs(n) === 1 && sign < 0 && x.quarter && from - x.quarter.at < 220) {
    return make(from, to, quarterPeriod(x.quarter.y - 1, x.quarter.q));
  }
  const period = shiftedPeriod(x.ref, length.unit, n);
  return make(from, to, period ?? vague);
}

const IN_MINUTES: Readonly<Record<string, number>> = { week: 10080, day: 1440, hour: 60, minute: 1 };

/** "in 2 hours and 30 minutes", "in 1 day and 2 hours": a moment. */
function timesAway(
  x: DateContext,
  parts: readonly Pick<Length, "n" | "unit">[],
  sign: number,
): Period | null {
  if (!parts.some(({ unit }) => unit === "hour" || unit === "minute")) return null;
  const minutes = parts.map(({ n, unit }) => Number(n) * (IN_MINUTES[unit] ?? Number.NaN));
  const sum = minutes.reduce((a, b) => a + b, 0);
  return Number.isInteger(sum) ? momentAway(x, "minute", sign * sum) : null;
}

/** "2 weeks and 2 days ago": the day that all parts lead to. */
export function partsAway(
  ref: Day,
  parts: readonly Pick<Length, "n" | "unit">[],
  sign: number,
): Period | null {
  let day: Day | null = ref;
  for (const { n, unit } of parts) day = day && n !== "X" ? dayAway(day, unit, sign * n) : null;
  return day && dayPeriod(day);
}

/** "in 3 minutes", "two hours ago": a moment, where the time of publication is known. */
export function momentAway(x: DateContext, unit: string, n: number): Period | null {
  const factor = { minute: 1, hour: 60 }[unit];
  if (factor === undefined || !x.ref || x.minutes === null) return null;
  const minutes = Math.round(x.minutes + n * factor);
  const day = dayPeriod(addDays(x.ref, Math.floor(minutes / 1440)));
  const rest = ((minutes % 1440) + 1440) % 1440;
  const two = (k: number): string => String(k).padStart(2, "0");
  return { ...day, timex: `${day.timex}T${two(Math.floor(rest / 60))}:${two(rest % 60)}` };
}
