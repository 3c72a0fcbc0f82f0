import type { Qualifier } from "../codebook/index.ts";

/** A number as a source gives it: with its interval, unit and hedge. */
export interface Amount {
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly unit?: string;
  readonly qualifier?: string;
}

const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
const grouped0 = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });

/** A number for reading: digits grouped, at most two decimals (none from 1,000 on). */
export function formatNumber(value: number): string {
  return Math.abs(value) >= 1000 ? grouped0.format(value) : grouped.format(value);
}

/** A number for the axis of a chart: 1.5 m, 20 k. */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${grouped.format(value / 1e9)} bn`;
  if (size >= 1e6) return `${grouped.format(value / 1e6)} m`;
  if (size >= 1e4) return `${grouped.format(value / 1e3)} k`;
  return formatNumber(value);
}

const QUALIFIER_WORDS: Readonly<Record<Qualifier, string>> = {
  exact: "",
  exactly: "exactly",
  about: "about",
  nearly: "nearly",
  "just-over": "just over",
  "at-least": "at least",
  over: "over",
  "up-to": "up to",
  under: "under",
  dozens: "dozens of",
  hundreds: "hundreds of",
  thousands: "thousands of",
};

/** How a hedge is said before a number; empty for a bare one. */
export function qualifierWords(qualifier: string): string {
  return QUALIFIER_WORDS[qualifier as Qualifier] ?? qualifier;
}

const IRREGULAR: Readonly<Record<string, string>> = {
  person: "people",
  child: "children",
  percent: "percent",
};

/** English plural of a head noun. */
export function pluralOf(noun: string): string {
  const last = noun.split(" ").at(-1) ?? "";
  if (IRREGULAR[last] !== undefined) return noun.slice(0, noun.length - last.length) + IRREGULAR[last];
  if (/(s|x|z|ch|sh)$/.test(noun)) return /s$/.test(noun) && !/ss$/.test(noun) ? noun : `${noun}es`;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return noun === "" ? "" : `${noun}s`;
}

/** `1 record`, `2 records`. */
export function countOf(count: number, one: string, many = pluralOf(one)): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

function withUnit(number: string, unit: string, single: boolean): string {
  if (unit === "") return number;
  if (unit === "percent" || unit === "%") return `${number}%`;
  if (/^[A-Z]{3}$/.test(unit)) return `${unit} ${number}`;
  return `${number} ${single ? unit : pluralOf(unit)}`;
}

/** `nearly 900 sessions`, `30 to 40 people`, `at least 84 countries`, `49% to 63%`. */
export function formatAmount(amount: Amount): string {
  const { value, low = null, high = null, unit = "", qualifier = "" } = amount;
  const hedge = qualifierWords(qualifier);
  if (qualifier === "dozens" || qualifier === "hundreds" || qualifier === "thousands")
    return unit === "" ? hedge.replace(" of", "") : `${hedge} ${pluralOf(unit)}`;
  const from = low ?? value;
  const range = from !== null && high !== null && high !== from && (value === null || low === null);
  if (range && from !== null)
    return join(hedge, withUnit(`${formatNumber(from)} to ${formatNumber(high)}`, unit, false));
  if (value === null)
    return low === null ? "no number" : join("at least", withUnit(formatNumber(low), unit, low === 1));
  const interval =
    low !== null && high !== null && low !== high ? ` (${formatNumber(low)} to ${formatNumber(high)})` : "";
  return join(hedge, withUnit(formatNumber(value), unit, value === 1)) + interval;
}

const join = (...words: string[]) => words.filter(word => word !== "").join(" ");

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** A partial date for reading: `2024`, `September 2024`, `9 September 2024`. Anything else is given back as it is. */
export function formatDate(date: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  const month = match?.[2] === undefined ? "" : (MONTHS[Number(match[2]) - 1] ?? "");
  if (match === null || (match[2] !== undefined && month === "")) return date;
  return join(match[3] === undefined ? "" : String(Number(match[3])), month, match[1] ?? "");
}

/** `2010 to 2019`, `since 2000`, `until 2019`; empty when neither end is known. */
export function formatPeriod(start: string | null, end: string | null): string {
  if (start && end) return start === end ? formatDate(start) : `${formatDate(start)} to ${formatDate(end)}`;
  if (start) return `since ${formatDate(start)}`;
  return end ? `until ${formatDate(end)}` : "";
}

const languageNames = new Intl.DisplayNames(["en"], { type: "language" });

/** English name of a language by BCP 47 code; the code itself when it has none. */
export function languageName(code: string): string {
  try {
    return languageNames.of(code) ?? code;
  } catch {
    // Not a well-formed language tag.
    return code;
  }
}
