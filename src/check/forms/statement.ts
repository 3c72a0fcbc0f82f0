import type { Claim } from "../../read/types.ts";
import { answerable, timeOfRecord } from "../match/record-fit.ts";
import { withTownTaker } from "../match/town-taker.ts";
import { periodLabel } from "../rule/period.ts";
import { checkAlignment } from "./cause.ts";
import { checkCountedEvent } from "./counted-event.ts";
import { recordShown } from "./evidence.ts";
import { checkListedActs } from "./listed-acts.ts";
import { checkOwner } from "./owner.ts";
import { checkRelation } from "./relation.ts";
import { checkGoingOn } from "./still-there.ts";
import { checkToldAct } from "./told-act.ts";
import { eventsOfOthers, eventsTold } from "./told-event.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** A sentence that fits no other form: a relation if it names its parties, else an event that a record may tell of. */
export function checkStatement(given: Claim, context: CheckContext): Outcome | Promise<Outcome> {
  if (given.roles["aligned-with"]?.length) return checkAlignment(given, context);
  const owned = checkOwner(given, context);
  if (owned) return owned;
  const claim = withTownTaker(given, context.document.text.slice(...given.sentence), context.shelf);
  const parties = ["recipient", "provider", "vendor", "vendor-country"].filter(
    role => claim.roles[role]?.length,
  );
  const relation =
    parties.includes("recipient") && parties.length > 1 && answerable(context.shelf, claim.roles);
  if (relation) return checkRelation(claim, context);
  const ended = checkGoingOn(claim, context);
  if (ended) return ended;
  const act = checkListedActs(claim, context) ?? checkToldAct(claim, context);
  if (act) return act;
  const { told, alike, near } = eventsTold(claim, context);
  // That a thing of this sort did not happen is not refuted by one that did: it may be another.
  const events = told.length > 0 || claim.polarity === "negative" ? told : alike;
  const { shelf, language } = context;
  if (events.length === 0) {
    const counted = checkCountedEvent(claim, context);
    if (counted) return counted;
    const others = claim.polarity === "negative" ? [] : eventsOfOthers(claim, context);
    if (others.length > 0) {
      const note = reason("other-maker", { label: others[0]!.label });
      return outcome("contradicted", {
        reasons: [note],
        against: others
          .slice(0, 4)
          .map(record =>
            recordShown(record, { shelf, language, note, period: periodLabel(timeOfRecord(record)) }),
          ),
      });
    }
    const related = [...alike, ...near].slice(0, 4).map(record =>
      recordShown(record, {
        shelf,
        language,
        note: reason("similar-event"),
        period: periodLabel(timeOfRecord(record)),
      }),
    );
    return outcome("unverifiable", {
      reasons: [reason("no-evidence")],
      related,
      missing: reason("missing-source"),
    });
  }
  const shown = events.slice(0, 4).map(record =>
    recordShown(record, {
      shelf,
      language,
      note: reason("record-bears-out"),
      period: periodLabel(timeOfRecord(record)),
    }),
  );
  const turned = claim.polarity === "negative";
  return outcome(turned ? "contradicted" : "supported", {
    reasons: [
      reason(turned ? "record-denied" : told.length > 0 ? "record-shows" : "record-tells", {
        counter: shown[0]?.origin ?? "",
        label: events[0]!.label,
        records: events.length,
      }),
    ],
    for: turned ? [] : shown,
    against: turned ? shown : [],
  });
}
