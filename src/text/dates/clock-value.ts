/** A time of day: hours and minutes, whether the half of the day is told, and the token after it. */
export interface Clock {
  readonly h: number;
  readonly m: number | null;
  readonly s?: number | null;
  readonly told: boolean;
  /** Only a word that may also tell how long something took makes it a time. */
  readonly weak?: boolean;
  readonly to: number;
}

/** The half of the day that the night stands for: an hour of it may be early or late. */
export const NIGHT = 24;

/** Hours up to this one lie behind midnight when told of the night. */
const SMALL_HOURS = 4;

/** The hour of the day that an hour of a half of the day is: 3 p.m., 11 at night, 2 at night. */
export function within(hour: number, half: number): number {
  if (hour > 12) return hour;
  if (half !== NIGHT) return (hour % 12) + half;
  return hour === 12 ? 0 : hour <= SMALL_HOURS ? hour : hour + 12;
}

export const two = (n: number): string => String(n).padStart(2, "0");

/** TIMEX3 value of a time of day. */
export const clockValue = (c: Clock): string =>
  `T${two(c.h)}:${two(c.m ?? 0)}${c.s == null ? "" : `:${two(c.s)}`}`;

/** TIMEX3 value of a part of the day; noon and midnight are times. */
export const partValue = (part: string): string =>
  part === "MI" ? "T12:00" : part === "MN" ? "T24:00" : `T${part}`;
