import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { answerable, confidenceOf, isOtherTime, timeOfRecord } from "../match/record-fit.ts";
import { plainWords } from "../match/subject.ts";
import { parsePeriod, periodLabel } from "../rule/period.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { checkRelation } from "./relation.ts";
import { checkToldAct } from "./told-act.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** A sentence that fits no other form: a relation if it names its parties, else an event that a record may tell of. */
export function checkStatement(claim: Claim, context: CheckContext): Outcome | Promise<Outcome> {
  const parties = ["recipient", "provider", "vendor", "vendor-country"].filter(
    role => claim.roles[role]?.length,
  );
  const relation =
    parties.includes("recipient") && parties.length > 1 && answerable(context.shelf, claim.roles);
  if (relation) return checkRelation(claim, context);
  const act = checkToldAct(claim, context);
  if (act) return act;
  const { told: events, near } = eventsTold(claim, context);
  const { shelf, language } = context;
  if (events.length === 0) {
    const related = near.slice(0, 4).map(record =>
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
      reason(turned ? "record-denied" : "record-shows", {
        counter: shown[0]?.origin ?? "",
        label: events[0]!.label,
        records: events.length,
      }),
    ],
    for: turned ? [] : shown,
    against: turned ? shown : [],
  });
}

interface Events {
  /** All required words of the record (who was affected) stand in the sentence: only they are taken to tell of it. */
  readonly told: RecordRow[];
  /** Like it in some words. */
  readonly near: RecordRow[];
}

/** Records of events in one of the claim's countries. Kinds of relations, acts, figures and sources have their own ways. */
function eventsTold(claim: Claim, { shelf, document }: CheckContext): Events {
  const sentence = new Set(plainWords(document.text.slice(...claim.sentence)));
  if (claim.places.length === 0) return { told: [], near: [] };
  const period = claim.period[0] && claim.period[1] ? parsePeriod([...claim.period]) : null;
  const found = shelf.events
    .filter(record => countriesOf(record).some(place => claim.places.includes(place)))
    .filter(record => confidenceOf(record) !== "low" && !isOtherTime(record, period))
    .filter(record => isToldByOthers(record, shelf));
  const told = found.filter(record => requiredTexts(record).every(value => isTold(value, sentence)));
  const shared = (record: RecordRow) => sharedWords(record, sentence);
  const near = found
    .filter(record => !told.includes(record) && shared(record) >= 2)
    .sort((a, b) => shared(b) - shared(a));
  return { told, near };
}

const countriesOf = ({ kind, row }: RecordRow): string[] =>
  kind.fields.filter(({ type }) => type === "country").flatMap(({ id }) => texts(row[id]));

const requiredTexts = ({ kind, row }: RecordRow): string[] =>
  kind.fields.filter(({ type, required }) => type === "text" && required).flatMap(({ id }) => texts(row[id]));

function sharedWords({ kind, row }: RecordRow, sentence: ReadonlySet<string>): number {
  const told = kind.fields
    .filter(({ type }) => type === "text" || type === "place")
    .flatMap(({ id }) => texts(row[id]));
  return new Set(
    plainWords(told.join(" ")).filter(word => word.length > 4 && !word.endsWith("s") && sentence.has(word)),
  ).size;
}

/** All words of content of a field stand in the sentence; a single common word is not enough. */
function isTold(value: string, sentence: ReadonlySet<string>): boolean {
  const words = plainWords(value).filter(word => word.length > 3);
  return words.length >= 2 && words.every(word => sentence.has(word));
}
