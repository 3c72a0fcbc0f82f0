import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import { countedFields } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import { recordsOn } from "../match/of-states.ts";
import { isPlan } from "../match/plan.ts";
import {
  answerable,
  confidenceOf,
  placesOfRecord,
  type Roles,
  timeOfRecord,
  unmetRoles,
} from "../match/record-fit.ts";
import { wordsSaid } from "../match/sentence.ts";
import { comparableUnit } from "../match/unit-words.ts";
import { plainWords } from "../match/words.ts";
import { claimedSet } from "../rule/claimed.ts";
import { isInside, point, widen } from "../rule/interval.ts";
import { isWithinMonth, parsePeriod } from "../rule/period.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/**
 * "NtechLab's system in Moscow has 650,000 cameras": where nothing bears a number out, and the book has one record alone of that maker in
 * that very town, or of those two parties and all others of it in that very month, which states another number of the same things, the claim is imprecise.
 * It is no more than that: systems grow, and records lose hedges.
 */
export function againstRecord(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const isOpen = found.verdict === "unverifiable" && found.for.length === 0 && found.against.length === 0;
  if (!isOpen || claim.polarity === "negative" || isPlan(claim) || claim.value === null) return found;
  const record = pinnedRecord(claim, context);
  const stated = record ? statedBy(record, claim, context) : null;
  if (!record || !stated) return found;
  const { set, band } = claimedSet({
    ...claim,
    value: claim.value,
    digits: claim.digits ?? null,
    fraction: false,
  });
  const isFloor = ["at-least", "over"].includes(stated.qualifier) && stated.value < claim.value;
  if (isFloor || isInside(point(stated.value), widen(set, band))) return found;
  const { shelf, language } = context;
  const note = reason("record-gives-otherwise", { label: record.label, ...stated });
  return {
    ...found,
    verdict: "imprecise",
    reasons: [note, ...found.reasons],
    against: [recordShown(record, { shelf, language, note })],
  };
}

/**
 * The one record of the claim's two parties that the sentence tells from all others: of a maker by the town that it names, of whoever trained
 * by the very month. Null where there are none or several.
 */
function pinnedRecord(claim: Claim, context: CheckContext): RecordRow | null {
  const { shelf } = context;
  const { vendor = [], provider = [], recipient = [], topic = [] } = claim.roles;
  if (vendor.length + provider.length !== 1 || recipient.length === 0) return null;
  const about: Roles = topic.length > 0 ? { topic } : {};
  const roles: Roles = vendor.length > 0 ? { vendor, recipient } : { provider, recipient, ...about };
  const fitting = answerable(shelf, roles);
  if (!fitting) return null;
  const unmet = unmetRoles(roles, { fields: fitting.fields, shelf });
  const isTold = vendor.length > 0 ? ofTown(claim, context) : ofMonth(claim);
  // "8 officers of Lesotho" are a part of the 34 of five states.
  const takers = fitting.fields.get("recipient");
  const isOfAll = ({ row }: RecordRow) => {
    const states = takers ? texts(row[takers.id]) : [];
    return states.length === new Set(recipient).size && recipient.every(state => states.includes(state));
  };
  const found = recordsOn(roles, fitting, shelf).filter(
    record =>
      isTold(record) &&
      isOfAll(record) &&
      unmet(record).length === 0 &&
      confidenceOf(record) !== "low" &&
      isToldByOthers(record, shelf),
  );
  return found.length === 1 ? found[0]! : null;
}

/** Records of one maker alone in a town that the sentence names. */
function ofTown(claim: Claim, { document }: CheckContext): (record: RecordRow) => boolean {
  const said = wordsSaid(claim, document);
  return record =>
    texts(record.row["vendors"]).length === 1 &&
    placesOfRecord(record).some(town => plainWords(town).every(word => said.has(word)));
}

/** Records that ended or took place within the month, or the days, that the claim is told of. */
function ofMonth({ period: [from, to] }: Claim): (record: RecordRow) => boolean {
  const told = from && to ? parsePeriod([from, to]) : null;
  if (told === null || !isWithinMonth(told)) return () => false;
  return record => {
    const time = timeOfRecord(record);
    return time !== null && time.end >= told.start && time.end <= told.end;
  };
}

/** What a record states in the claim's unit; money has many sums. */
function statedBy(
  { kind, row }: RecordRow,
  claim: Claim,
  { shelf: { codebook } }: CheckContext,
): { value: number; unit: string; qualifier: string } | null {
  for (const { id, measure, unit = "" } of countedFields(kind)) {
    const of = codebook.measures.get(measure ?? "");
    const value = row[id];
    if (!of || of.unit === "money" || typeof value !== "number") continue;
    if (comparableUnit(claim.unit, of, codebook).fit === "same")
      return { value, unit, qualifier: String(row[`${id}_qualifier`] || "exact") };
  }
  return null;
}
