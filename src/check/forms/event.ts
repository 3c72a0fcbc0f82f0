import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import { timeOfRecord } from "../match/record-fit.ts";
import { periodLabel } from "../rule/period.ts";
import { checkCountedEvent } from "./counted-event.ts";
import { recordShown } from "./evidence.ts";
import { eventsOfOthers, eventsTold } from "./told-event.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** Checks what happened to somebody against the records of events. */
export function checkEvent(claim: Claim, context: CheckContext): Outcome {
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
  const sentence = context.document.text.slice(...claim.sentence);
  const denied = events.filter(({ row }) =>
    texts(row["note"]).some(note => idiom("denies", "en").test(note)),
  );
  if (idiom("admits", context.document.language.slice(0, 2)).test(sentence) && denied.length > 0)
    return outcome("contradicted", {
      reasons: [reason("denial-on-record", { label: denied[0]!.label })],
      against: shown,
    });
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
