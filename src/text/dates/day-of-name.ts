import { WORD } from "../tokens/token.ts";
import type { DateContext } from "./context.ts";
import { shiftBehind } from "./parts.ts";
import { type Day, dayPeriod, isDay, isoOf, type Period } from "./periods.ts";

/** The last such day of a month before a day (-1), or the next one after it (1). */
export function dayOfName(ref: Day, m: number, d: number, sign: number): Period | null {
  const now = isoOf(ref);
  const years = [ref.y - 1, ref.y, ref.y + 1].filter(y => isDay(y, m, d));
  const days = years.map(y => dayPeriod({ y, m, d }));
  const fits = days.filter(({ start }) => (sign < 0 ? start < now : start > now));
  return (sign < 0 ? fits.at(-1) : fits[0]) ?? null;
}

/** "le 5 mai dernier", "il 3 maggio scorso": the word behind a day and its month tells the year. */
export function dayPlacedBehind(
  x: DateContext,
  m: number,
  d: number,
  i: number,
): { period: Period; to: number } | null {
  const post = x.ref ? shiftBehind(x, i) : null;
  if (!post || post.value === 0 || !x.ref) return null;
  // "le 5 mai dernier délai": the word belongs to what follows.
  const next = x.tokens[post.to];
  if (next?.kind === WORD && !x.c.stop.has(next.key)) return null;
  const period = dayOfName(x.ref, m, d, post.value);
  return period && { period, to: post.to };
}
