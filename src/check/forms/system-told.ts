import type { Claim } from "../../read/types.ts";
import { confidenceOf, statusOf, timeOfRecord } from "../match/record-fit.ts";
import { systemsTold, tellsOfSystem } from "../match/systems-told.ts";
import { isEnded, isRealised } from "../rule/gate.ts";
import { periodLabel } from "../rule/period.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/**
 * "Safe Philippines watches the capital today": a system that the sentence names is said to be at work, and all that the book has of it is a plan, or
 * was called off. Null in all other cases: that it is there does not show that it does what the sentence says.
 */
export function checkSystemTold(claim: Claim, context: CheckContext): Outcome | null {
  const { shelf, document, language } = context;
  if (shelf.systems.length === 0 || !tellsOfSystem(claim, document)) return null;
  const records = systemsTold(claim, shelf.systems, document).filter(
    record => isToldByOthers(record, shelf) && confidenceOf(record) !== "low",
  );
  const [first] = records;
  if (!first || records.some(record => isRealised(statusOf(record), "operating"))) return null;
  const code = isEnded(statusOf(first)) ? "ended-record" : "planned-record";
  const period = periodLabel(timeOfRecord(first));
  return outcome("imprecise", {
    reasons: [reason(code, { label: first.label, status: statusOf(first), period })],
    related: records.slice(0, 4).map(record => {
      const note = reason(`${code}-note`, { status: statusOf(record), label: record.label });
      return recordShown(record, { shelf, language, note, period: periodLabel(timeOfRecord(record)) });
    }),
    missing: reason("missing-realised"),
  });
}
