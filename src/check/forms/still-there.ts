import type { Claim } from "../../read/types.ts";
import { rolesGoingOn } from "../match/going-on.ts";
import { recordsOn } from "../match/of-states.ts";
import { answerable, confidenceOf, statusOf, timeOfRecord, unmetRoles } from "../match/record-fit.ts";
import { isEnded } from "../rule/gate.ts";
import { periodLabel } from "../rule/period.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/**
 * "The firm's cameras still watch the square": whatever the verb, a system of a giver whom the sentence names is said to go on in a state
 * that it names. Where every record of the two says that it has ended, the sentence is behind the times. Null in all other cases: that a
 * record is open does not show that it does what the sentence says.
 */
export function checkGoingOn(claim: Claim, context: CheckContext): Outcome | null {
  const { shelf, document, language } = context;
  const roles = rolesGoingOn(claim, document.text, shelf);
  const fitting = roles && answerable(shelf, roles);
  if (!roles || !fitting || fitting.fields.size < 2) return null;
  const unmet = unmetRoles(roles, { fields: fitting.fields, shelf });
  const records = recordsOn(roles, fitting, shelf).filter(
    record => isToldByOthers(record, shelf) && confidenceOf(record) !== "low" && unmet(record).length === 0,
  );
  const [first] = records;
  if (!first || !records.every(record => isEnded(statusOf(record)))) return null;
  return outcome("imprecise", {
    reasons: [
      reason("ended-record", {
        label: first.label,
        status: statusOf(first),
        period: periodLabel(timeOfRecord(first)),
      }),
    ],
    related: records.slice(0, 4).map(record =>
      recordShown(record, {
        shelf,
        language,
        note: reason("ended-record-note", { status: statusOf(record), label: record.label }),
        period: periodLabel(timeOfRecord(record)),
      }),
    ),
    missing: reason("missing-source"),
  });
}
