import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import { fieldOfRole } from "../gather/schema.ts";
import { stockOf } from "../gather/stock.ts";
import type { RecordRow } from "../gather/types.ts";
import { answerable, confidenceOf, statusOf, timeOfRecord } from "../match/record-fit.ts";
import { withOwners } from "../match/subject.ts";
import { isRealised } from "../rule/gate.ts";
import { othersThan, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

const ONLY =
  /\b(only|sole|solely|alone|unique|uniquely|no other|nobody else|único|única|seul|seule|единственн\p{L}*|唯一|الوحيد\p{L}*)/iu;
const FIRST = /\b(first|pioneer|primero|primera|premier|première|перв\p{L}*|首个|الأول\p{L}*)/iu;
const GIVERS = ["provider", "vendor", "vendor-country"];

/** "Only" and "first" fall by one sound counter-example; "leading" and the like say nothing without a yardstick. */
export async function checkSuperlative(claim: Claim, context: CheckContext): Promise<Outcome> {
  const text = context.document.text.slice(...claim.span);
  const only = ONLY.test(text);
  if (!only && !FIRST.test(text))
    return outcome("not-checkable", {
      reasons: [reason("no-yardstick")],
      missing: reason("missing-yardstick"),
    });
  const counter = await counterExamples(claim, context, { earlier: !only });
  if (counter.length === 0)
    return outcome("unverifiable", {
      reasons: [reason("no-counter-example")],
      missing: reason("missing-yardstick"),
    });
  const { shelf, language } = context;
  const note = reason("counter-example");
  return outcome("contradicted", {
    reasons: [reason("counter-example", { label: counter[0]!.label })],
    against: counter.slice(0, 5).map(record => recordShown(record, { shelf, language, note, period: "" })),
  });
}

/** Sound records of another giver that did the same; earlier ones where the text says "first". */
async function counterExamples(
  claim: Claim,
  context: CheckContext,
  { earlier }: { earlier: boolean },
): Promise<RecordRow[]> {
  const { shelf, book } = context;
  const role = GIVERS.find(name => (claim.roles[name]?.length ?? 0) > 0);
  const fitting = role
    ? answerable(shelf, { ...claim.roles, ...(claim.roles["recipient"] ? {} : { recipient: ["*"] }) })
    : null;
  const field = fitting && role ? fieldOfRole(fitting.kind, role) : undefined;
  if (!fitting || !role || !field) return [];
  const records = await (await stockOf(book)).all(fitting.kind);
  const own = new Set(claim.roles[role]);
  const sameOtherwise = records.filter(record =>
    [...fitting.fields].every(
      ([name, { id }]) =>
        GIVERS.includes(name) ||
        name === "recipient" ||
        texts(record.row[id]).some(value => claim.roles[name]?.includes(value)),
    ),
  );
  const isOwn = (record: RecordRow) =>
    [...withOwners(texts(record.row[field.id]), shelf.entities)].some(id => own.has(id));
  const theirs = sameOtherwise
    .filter(isOwn)
    .flatMap(record => timeOfRecord(record)?.start || [])
    .sort()[0];
  return sameOtherwise
    .filter(record => !isOwn(record) && texts(record.row[field.id]).length > 0)
    .filter(record => confidenceOf(record) === "high" && isRealised(statusOf(record), "delivered"))
    .filter(record => othersThan(record.sources, shelf).length > 0)
    .filter(record => !earlier || (theirs !== undefined && (timeOfRecord(record)?.end ?? "9999") < theirs));
}
