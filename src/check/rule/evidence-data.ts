import { QUALIFIERS, readDirection } from "./claim-data.ts";
import type { Fields } from "./fields.ts";
import type { RuleEvidence, Span } from "./types.ts";

const SPANS: readonly string[] = ["annual", "cumulative", "point"];

/** A piece of evidence given as data (VERDICTS.md, section 6). `numeric` where the claim is a number and the evidence must be one. */
export function readEvidence(fields: Fields, { numeric }: { numeric: boolean }): RuleEvidence {
  const [value, low, high] = [fields.number("value"), fields.number("low"), fields.number("high")];
  if (numeric && value === null && low === null && high === null && fields.problems.length === 0)
    fields.fail("value", { expected: "a number, or `low` and `high`", received: fields.raw("value") });
  if (low !== null && high !== null && high < low)
    fields.fail("high", { expected: "a number that is not below `low`", received: high });
  const span = fields.text("measure").toLowerCase();
  return {
    value,
    low,
    high,
    unit: fields.text("unit"),
    qualifier: fields.oneOf("qualifier", QUALIFIERS, "exact"),
    digits: fields.number("digits", { expected: "a whole power of ten", accept: Number.isInteger }),
    class: fields.oneOf("class", ["independent", "self-interested"] as const, "independent"),
    bound: fields.oneOf("bound", ["exact", "lower", "upper"] as const, "exact"),
    source: fields.text("source"),
    derivedFrom: fields.text("derived_from"),
    scope: fields.text("scope"),
    places: fields.has("places") ? fields.list("places") : fields.list("place"),
    period: fields.period("period"),
    asOf: fields.date("as_of"),
    status: fields.text("status").toLowerCase(),
    span: SPANS.includes(span) ? (span as Span) : "",
    fx: readRate(fields),
    negative: fields.oneOf("polarity", ["positive", "negative", ""] as const, "") === "negative",
    direction: readDirection(fields),
    printedBy: [],
    scopeRelation: null,
  };
}

/** `fx` is the rate itself, or an object that also dates it: `{"rate": 0.14, "date": "2024-09"}`. */
function readRate(fields: Fields): number | null {
  const given = fields.raw("fx");
  const rate = typeof given === "object" && given !== null ? (given as { rate?: unknown }).rate : given;
  if (rate === undefined || rate === null) return null;
  if (typeof rate === "number" && Number.isFinite(rate) && rate > 0) return rate;
  fields.fail("fx", {
    expected: "a rate above 0, in the claim's currency for one of this currency",
    received: given,
  });
  return null;
}
