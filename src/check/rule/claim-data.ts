import type { Qualifier } from "../../codebook/types.ts";
import { Fields, isObject } from "./fields.ts";
import type { Direction, NumberClaim, RuleClaim, Span } from "./types.ts";

export const QUALIFIERS: readonly Qualifier[] = [
  "exact",
  "exactly",
  "about",
  "nearly",
  "just-over",
  "at-least",
  "over",
  "up-to",
  "under",
  "dozens",
  "hundreds",
  "thousands",
];
const WORDED = new Set<Qualifier>(["dozens", "hundreds", "thousands"]);

/** A claim given as data (VERDICTS.md, section 6). What is wrong with it is left in `fields.problems`. */
export function readClaim(fields: Fields): RuleClaim {
  const series = fields.raw("series");
  const parts = series === undefined || series === null ? null : readSeries(series, fields);
  const number = parts ? null : readNumber(fields);
  const kind = fields.text("kind").toLowerCase();
  const numbers = parts ?? (number ? [number] : []);
  if (numbers.length === 0 && kind === "" && fields.problems.length === 0)
    fields.fail("value", {
      expected: "a number, or `series`, or a `kind` that needs none",
      received: fields.raw("value"),
    });
  return {
    numbers,
    series: parts !== null,
    relation: fields.oneOf("relation", ["rose", "fell", ""] as const, ""),
    attribution: readAttribution(fields),
    published: fields.date("published"),
    scope: fields.text("scope") || fields.text("population"),
    places: fields.has("places") ? fields.list("places") : fields.list("place"),
    status: fields.text("status").toLowerCase(),
    negative: fields.oneOf("polarity", ["positive", "negative", ""] as const, "") === "negative",
    kind,
  };
}

/** One number, or null where the claim has none. */
function readNumber(fields: Fields, defaults: Partial<NumberClaim> = {}): NumberClaim | null {
  const qualifier = fields.oneOf("qualifier", QUALIFIERS, defaults.qualifier ?? "exact");
  const value = fields.number("value");
  const high = fields.number("high");
  const digits = fields.number("digits", { expected: "a whole power of ten", accept: Number.isInteger });
  const period = fields.period("period") ?? defaults.period ?? null;
  if (value === null && !WORDED.has(qualifier)) return null;
  if (high !== null && value !== null && high < value)
    fields.fail("high", { expected: "a number that is not below `value`", received: high });
  const unit = fields.text("unit") || defaults.unit || "";
  const fraction = fields.flag("fraction") || defaults.fraction === true;
  return {
    // A fraction in words may be given as 0.75 as well as 75.
    ...fractionValue({ value: value ?? 0, unit, fraction }),
    high,
    qualifier,
    digits,
    fraction,
    period,
    span: readSpan(fields, defaults.span ?? ""),
    direction: readDirection(fields),
  };
}

/** Which way a change went. */
export const readDirection = (fields: Fields): Direction =>
  fields.oneOf("direction", ["up", "down", ""] as const, "");

function fractionValue({ value, unit, fraction }: { value: number; unit: string; fraction: boolean }) {
  const isShare = unit === "share" || (unit === "" && Math.abs(value) <= 1);
  if (!fraction || unit === "percent") return { value, unit };
  if (unit === "share" || !isShare) return { value, unit: unit || "percent" };
  return { value: value * 100, unit: "percent" };
}

function readSpan(fields: Fields, fallback: Span): Span {
  const given = fields.text("measure") || fields.text("period_kind");
  return given === "annual" || given === "cumulative" || given === "point" ? given : fallback;
}

function readSeries(series: unknown, fields: Fields): NumberClaim[] {
  if (!Array.isArray(series) || series.length < 2) {
    fields.fail("series", {
      expected: "a list of two or more numbers, each with its period",
      received: series,
    });
    return [];
  }
  const qualifier = fields.oneOf("qualifier", QUALIFIERS, "exact");
  const span = readSpan(fields, "");
  return series.flatMap((part: unknown, index) => {
    const path = `series[${index}]`;
    if (!isObject(part)) {
      fields.fail(path, { expected: "an object with `value` and `period`", received: part });
      return [];
    }
    const own = new Fields(part, `claim.${path}`);
    const number = readNumber(own, { unit: fields.text("unit"), qualifier, span });
    if (!number && own.problems.length === 0)
      own.fail("value", { expected: "a number", received: part["value"] });
    fields.problems.push(...own.problems);
    // The ends of a series are those of single years: a running total is not one of them.
    return number ? [{ ...number, span: number.span === "" && number.period ? "annual" : number.span }] : [];
  });
}

/** A name, or an object with `to` as the finding's JSON has it. */
function readAttribution(fields: Fields): string {
  const given = fields.raw("attribution");
  if (isObject(given)) return typeof given["to"] === "string" ? given["to"] : "";
  return fields.text("attribution");
}
