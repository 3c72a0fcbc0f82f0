import { addDays, type Day, weekdayOf } from "./periods.ts";

const SATURDAY = 6;

/** The day `n` working days away: Monday to Friday, as holidays differ from place to place. */
export function workdaysAway(day: Day, n: number): Day {
  const step = Math.sign(n);
  let at = day;
  for (let left = Math.abs(n); left > 0; ) {
    at = addDays(at, step);
    if (weekdayOf(at) < SATURDAY) left--;
  }
  return at;
}
