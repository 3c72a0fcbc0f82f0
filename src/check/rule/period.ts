/** First and last day, ISO 8601; empty where open. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A partial date ("2019", "2019-05", "2019-05-14") as the days it covers; null if it is none. */
export function parseDate(text: string): Period | null {
  const match = DATE.exec(text.replace(/T.*$/, ""));
  if (!match) return null;
  const [, year = "", month, day] = match;
  if (month !== undefined && (month < "01" || month > "12")) return null;
  const last = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  if (day !== undefined && (Number(day) < 1 || Number(day) > last)) return null;
  return {
    start: `${year}-${month ?? "01"}-${day ?? "01"}`,
    end: `${year}-${month ?? "12"}-${day ?? String(last).padStart(2, "0")}`,
  };
}

/** `2019`, `2000/2025`, `2000/..`, `2000-2025`, or the pair `[start, end]` with null where open. Null if it cannot be read. */
export function parsePeriod(value: unknown): Period | null {
  if (typeof value === "number" && Number.isInteger(value)) return parseDate(String(value));
  if (Array.isArray(value) && value.length === 2) return fromEnds(value[0], value[1]);
  if (typeof value !== "string") return null;
  const range = /^(\d{4})\s*[-–]\s*(\d{4})$/.exec(value) ?? /^(.*?)\s*\/\s*(.*)$/.exec(value);
  return range ? fromEnds(range[1], range[2]) : parseDate(value);
}

function fromEnds(start: unknown, end: unknown): Period | null {
  const open = (part: unknown) => part === null || part === undefined || part === "" || part === "..";
  const first = open(start) ? { start: "", end: "" } : parseDate(String(start));
  const last = open(end) ? { start: "", end: "" } : parseDate(String(end));
  return first && last ? { start: first.start, end: last.end } : null;
}

export const overlaps = (a: Period, b: Period): boolean =>
  (a.start === "" || b.end === "" || a.start <= b.end) &&
  (b.start === "" || a.end === "" || b.start <= a.end);

export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Years that a period touches; Infinity where an end is open. */
export const yearsIn = (period: Period): number =>
  period.start === "" || period.end === ""
    ? Number.POSITIVE_INFINITY
    : yearOf(period.end) - yearOf(period.start) + 1;

/** True of a calendar year or less, and of any twelve months such as a fiscal year. */
export function isOneYear(period: Period): boolean {
  if (yearsIn(period) === 1) return true;
  if (yearsIn(period) !== 2) return false;
  const days = (Date.parse(period.end) - Date.parse(period.start)) / 86_400_000;
  return days <= 366;
}

/** Does it lie within one month of a year? */
export const isWithinMonth = ({ start, end }: Period): boolean =>
  start !== "" && start.slice(0, MONTH) === end.slice(0, MONTH);

/** Length of a date to its month ("2024-05"). */
const MONTH = 7;

/** `2019`, `2000 to 2025`, `since 2000`, `until 2019`, for the reader. */
export function periodLabel(period: Period | null): string {
  if (!period) return "";
  const [from, to] = [period.start.slice(0, 4), period.end.slice(0, 4)];
  if (from === to) return from;
  if (to === "") return `since ${from}`;
  return from === "" ? `until ${to}` : `${from} to ${to}`;
}
