/**
 * Partial dates: Extended Date/Time Format (EDTF, ISO 8601-2:2019) at level 1, limited to the years 0000 to 9999.
 * Level 1 has calendar dates, seasons (21 to 24), unspecified digits from the right (`201X`, `2019-XX`), the marks
 * `?` (uncertain), `~` (approximate) and `%` (both), and intervals with open (`..`) or unknown (nothing) ends.
 */

/** A partial date as the days it covers. */
export interface PartialDate {
  /** First day, ISO 8601; empty where the start is open or unknown. */
  readonly start: string;
  /** Last day, ISO 8601; empty where the end is open or unknown. */
  readonly end: string;
  /** What `?`, `~` and `%` say of it. */
  readonly certainty: "certain" | "uncertain" | "approximate" | "both";
}

type Days = readonly [start: string, end: string];

const MARKS = { "?": "uncertain", "~": "approximate", "%": "both" } as const;
const DATE = /^(\d{4}|\d{3}X|\d{2}XX|\dXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)$/;

/** Days of northern seasons as EDTF numbers them; winter runs into the next year. */
const SEASONS: Readonly<Record<string, readonly [first: string, last: string, yearsOn: number]>> = {
  "21": ["03-01", "05-31", 0],
  "22": ["06-01", "08-31", 0],
  "23": ["09-01", "11-30", 0],
  "24": ["12-01", "02", 1],
};

/** Reads a partial date or an interval of two; null when the text is neither. */
export function parseDate(text: string): PartialDate | null {
  if (!text.includes("/")) {
    const date = parsePart(text);
    return date && { start: date.days[0], end: date.days[1], certainty: date.certainty };
  }
  const parts = text.split("/");
  if (parts.length !== 2) return null;
  return parseInterval(parts[0]!, parts[1]!);
}

/** Days in a month (1 to 12) of a year in the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function parseInterval(from: string, to: string): PartialDate | null {
  const open = (part: string) => part === "" || part === "..";
  if (open(from) && open(to)) return null;
  const start = open(from) ? null : parsePart(from);
  const end = open(to) ? null : parsePart(to);
  if ((!open(from) && !start) || (!open(to) && !end)) return null;
  if (start && end && start.days[0] > end.days[1]) return null;
  const marks = new Set([start?.certainty ?? "certain", end?.certainty ?? "certain"]);
  marks.delete("certain");
  const certainty = marks.size === 0 ? "certain" : marks.size === 1 ? [...marks][0]! : "both";
  return { start: start?.days[0] ?? "", end: end?.days[1] ?? "", certainty };
}

function parsePart(text: string): { days: Days; certainty: PartialDate["certainty"] } | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, year = "", month, day, mark = ""] = match;
  const days = daysOf(year, month, day);
  const certainty = mark === "" ? "certain" : MARKS[mark as keyof typeof MARKS];
  return days && { days, certainty };
}

function daysOf(year: string, month: string | undefined, day: string | undefined): Days | null {
  const first = year.replaceAll("X", "0");
  const last = year.replaceAll("X", "9");
  if (month === undefined) return [`${first}-01-01`, `${last}-12-31`];
  // Digits are left unspecified from the right only: a known month needs a known year, a known day a known month.
  if (first !== last && month !== "XX") return null;
  if (month === "XX") return day === undefined || day === "XX" ? [`${first}-01-01`, `${last}-12-31`] : null;
  if (SEASONS[month]) return day === undefined ? daysOfSeason(year, SEASONS[month]) : null;
  return daysOfMonth(year, month, day);
}

function daysOfMonth(year: string, month: string, day: string | undefined): Days | null {
  const number = Number(month);
  if (number < 1 || number > 12) return null;
  const length = daysInMonth(Number(year), number);
  if (day === undefined || day === "XX") return [`${year}-${month}-01`, `${year}-${month}-${length}`];
  const valid = Number(day) >= 1 && Number(day) <= length;
  return valid ? [`${year}-${month}-${day}`, `${year}-${month}-${day}`] : null;
}

function daysOfSeason(year: string, season: readonly [string, string, number]): Days | null {
  const [first, last, yearsOn] = season;
  const ends = Number(year) + yearsOn;
  if (ends > 9999) return null;
  const lastDay = last.length === 2 ? `${last}-${daysInMonth(ends, Number(last))}` : last;
  return [`${year}-${first}`, `${String(ends).padStart(4, "0")}-${lastDay}`];
}
