import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { onceById, texts } from "../gather/rows.ts";
import { countedFields, isOfSystems } from "../gather/schema.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { gives } from "../match/counted-records.ts";
import { besideIt } from "../match/of-sentence.ts";
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
import { systemsTold } from "../match/systems-told.ts";
import { comparableUnit } from "../match/unit-words.ts";
import { plainWords } from "../match/words.ts";
import { claimedSet } from "../rule/claimed.ts";
import { isInside, point, widen } from "../rule/interval.ts";
import { isWithinMonth, parsePeriod } from "../rule/period.ts";
import { isCurrency, normalUnit } from "../rule/units.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { checkByRecord } from "./record-number.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/**
 * "NtechLab's system in Moscow has 650,000 cameras": where nothing bears a number out, and the book has one record alone of that maker in
 * that very town, or of those two parties and all others of it in that very month, which states another number of the same things, the claim is imprecise.
 * It is no more than that: systems grow, and records lose hedges.
 */
export function againstRecord(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const isOpen = found.verdict === "unverifiable" && found.for.length === 0 && found.against.length === 0;
  if (!isOpen || claim.polarity === "negative" || isPlan(claim) || claim.value === null) return found;
  const record = pinnedRecord(claim, context) ?? recordNamed(claim, context) ?? recordBeside(claim, context);
  const stated = record ? statedBy(record, claim, context) : null;
  if (!record || !stated) return found;
  const { set, band } = claimedSet({
    ...claim,
    value: claim.value,
    digits: claim.digits ?? null,
    fraction: false,
  });
  const isFloor = ["at-least", "over"].includes(stated.qualifier) && stated.value < claim.value;
  const isNear = isInside(point(stated.value), widen(set, band)) && !isTransposed(stated.value, claim.value);
  if (isFloor || isNear || stated.value === claim.value) return found;
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
  const isOne = vendor.length > 0 ? provider.length === 0 : provider.length === 1;
  if (!isOne || recipient.length === 0) return null;
  const about: Roles = topic.length > 0 ? { topic } : {};
  const roles: Roles = vendor.length > 0 ? { vendor, recipient } : { provider, recipient, ...about };
  const fitting = answerable(shelf, roles);
  if (!fitting) return null;
  const unmet = unmetRoles(roles, { fields: fitting.fields, shelf });
  const isTold = vendor.length > 0 ? ofMakers(claim, context) : ofMonth(claim);
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

/** Records of the claim's makers alone, in a town that the sentence names or, of several makers, of the month that it tells. */
function ofMakers(claim: Claim, { document }: CheckContext): (record: RecordRow) => boolean {
  const said = wordsSaid(claim, document);
  const makers = claim.roles["vendor"] ?? [];
  const isThen = makers.length > 1 ? ofMonth(claim) : () => false;
  return record =>
    texts(record.row["vendors"]).length === makers.length &&
    makers.every(id => texts(record.row["vendors"]).includes(id)) &&
    (isThen(record) || placesOfRecord(record).some(town => plainWords(town).every(word => said.has(word))));
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

/** "8,800" for "8,080": the very digits in another order are a slip, however near the two numbers are. */
function isTransposed(a: number, b: number): boolean {
  const [first, second] = [String(a), String(b)];
  const sorted = (digits: string) => [...digits].sort().join("");
  return first !== second && first.length >= 3 && sorted(first) === sorted(second);
}

/** The one record of the system that the sentence names, of all whom it says to have made it. */
function recordNamed(claim: Claim, { shelf, document }: CheckContext): RecordRow | null {
  // A system has many sums: a loan, a price, what was paid so far.
  const isPrice = idiom("costs", document.language.slice(0, 2)).test(document.text.slice(...claim.sentence));
  if (claim.places.length === 0 || (isCurrency(claim.unit) && !isPrice)) return null;
  const vendors = claim.roles["vendor"] ?? [];
  const records = systemsTold(claim, systemsOn(shelf), document).filter(
    record =>
      vendors.every(id => texts(record.row["vendors"]).includes(id)) &&
      confidenceOf(record) !== "low" &&
      isToldByOthers(record, shelf),
  );
  return records.length === 1 ? records[0]! : null;
}

const SYSTEMS = new WeakMap<Shelf, readonly RecordRow[]>();

/** All records of systems on the shelf, by id. */
function systemsOn(shelf: Shelf): readonly RecordRow[] {
  const known = SYSTEMS.get(shelf);
  if (known) return known;
  const all = [...shelf.counted, ...shelf.systems, ...[...shelf.records.values()].flat()];
  const systems = onceById(all.filter(({ kind }) => isOfSystems(kind)));
  SYSTEMS.set(shelf, systems);
  return systems;
}

/** "200 cameras, which cost 13 million dollars": the one record that bears out another number of the sentence tells what its things cost. */
function recordBeside(claim: Claim, context: CheckContext): RecordRow | null {
  if (!isCurrency(claim.unit)) return null;
  const beside = besideIt(context.claims, claim).filter(
    ({ form, unit }) => form === "number" && !isCurrency(unit),
  );
  const [host, ...more] = beside;
  if (!host || more.length > 0 || !context.shelf.counted.some(record => gives(record, host))) return null;
  const found = checkByRecord(host, context);
  const ids = new Set(found?.verdict === "supported" ? found.for.map(({ record }) => record) : []);
  const records = context.shelf.counted.filter(({ id }) => ids.has(id));
  return records.length === 1 ? records[0]! : null;
}

/** What a record states in the claim's unit. Money has many sums: only what a thing is said to cost is held against its price. */
function statedBy(
  { kind, row }: RecordRow,
  claim: Claim,
  { shelf: { codebook } }: CheckContext,
): { value: number; unit: string; qualifier: string } | null {
  for (const { id, measure, unit = "" } of countedFields(kind)) {
    const of = codebook.measures.get(measure ?? "");
    const value = row[id];
    if (!of || typeof value !== "number") continue;
    const own = String(row[`${id}_unit`] || unit);
    const isPrice =
      of.unit === "money" && claim.measure === of.id && normalUnit(own) === normalUnit(claim.unit);
    if (of.unit === "money" ? isPrice : comparableUnit(claim.unit, of, codebook).fit === "same")
      return { value, unit: own, qualifier: String(row[`${id}_qualifier`] || "exact") };
  }
  return null;
}
