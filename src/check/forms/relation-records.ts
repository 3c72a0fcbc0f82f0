import type { Field } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { texts, valuesOfType } from "../gather/rows.ts";
import { fieldOfRole, fieldsOfType, GIVERS, isPartyRole } from "../gather/schema.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { isOfOtherHost } from "../match/host.ts";
import { phasesIn } from "../match/phase.ts";
import { confidenceOf, isSeenLater, placesOfRecord, timeOfRecord, unmetRoles } from "../match/record-fit.ts";
import { wordsSaid } from "../match/sentence.ts";
import { withOwners } from "../match/subject.ts";
import { isOfTopicSaid } from "../match/taught.ts";
import { plainWords } from "../match/words.ts";
import { type Period, parsePeriod } from "../rule/period.ts";
import { systemsOfCountry } from "./country-system.ts";
import { courseOf, isOfSystems } from "./course-of.ts";
import { ofOtherTowns } from "./other-towns.ts";
import { isAgreedThen, isNationalOne, isProductSaid } from "./product-said.ts";
import type { CheckContext } from "./types.ts";

/** Records sorted by how they bear on a relation. */
export interface Sorted {
  /** Bear the relation out. */
  readonly full: RecordRow[];
  /** Would, but for what has not come about, for their date, or for how weak they are. */
  readonly planned: RecordRow[];
  readonly dated: RecordRow[];
  readonly weak: RecordRow[];
  /** Same parties, another product or topic. */
  readonly other: RecordRow[];
  /** Same taker, product and town, another giver. */
  readonly makers: RecordRow[];
}

interface SortOptions {
  readonly claim: Claim;
  readonly context: CheckContext;
  readonly fields: ReadonlyMap<string, Field>;
}

/** Sorts records of a kind by what they say of a relation: whether the parties, the product, the town, the time and the state fit. */
export function sortRecords(records: readonly RecordRow[], { claim, context, fields }: SortOptions): Sorted {
  const { shelf } = context;
  const sorted: Sorted = { full: [], planned: [], dated: [], weak: [], other: [], makers: [] };
  const period = closedPeriod(claim);
  const text = context.document.text.slice(...claim.sentence);
  const sentence = wordsSaid(claim, context.document);
  const towns = new Set(
    records
      .filter(record => isOfTaker(record, claim))
      .flatMap(placesOfRecord)
      .filter(town => isIn(town, sentence)),
  );
  const isOfOtherTowns = towns.size > 0 ? () => false : ofOtherTowns(claim, context);
  const unmet = unmetRoles(claim.roles, { fields, shelf });
  const ofCountry = systemsOfCountry(records, claim, context);
  const isElsewhereTaught = isOfOtherHost(claim, { sentence, entities: shelf.entities });
  const isOfTopic = isOfTopicSaid(claim, {
    text,
    language: context.document.language,
    codebook: shelf.codebook,
  });
  const course = courseOf(claim, {
    text,
    clause: context.document.text.slice(...claim.span),
    language: context.document.language,
    period,
  });
  const phases = phasesIn(text, context.document.language);
  const isOfOtherPhase = (record: RecordRow) => {
    const own = phases.length > 0 ? texts(record.row["product"]).flatMap(name => phasesIn(name, "en")) : [];
    return own.length > 0 && !own.some(phase => phases.includes(phase));
  };
  for (const record of records) {
    const missing = unmet(record);
    if (missing.length > 0) {
      if (
        missing.every(role => GIVERS.includes(role)) &&
        GIVERS.some(role => isStated(record, role)) &&
        !isOfOtherPhase(record) &&
        (ofCountry.has(record) || isSameSystem(record, { sentence, claim, shelf })) &&
        !isOfFamily(record, claim, shelf)
      )
        sorted.makers.push(record);
      else if (!missing.some(role => isPartyRole(role))) sorted.other.push(record);
      continue;
    }
    const elsewhere =
      placesOfRecord(record).length > 0 && !placesOfRecord(record).some(town => towns.has(town));
    if (
      (towns.size > 0 && elsewhere) ||
      isOfOtherTowns(record) ||
      isElsewhereTaught(record) ||
      !isOfTopic(record)
    )
      sorted.other.push(record);
    else if (isOfOtherPhase(record) || course.isEndUntold(record)) sorted.other.push(record);
    else if (fields.size < 2 && !isNamed(record, claim)) continue;
    else if (confidenceOf(record) === "low") sorted.weak.push(record);
    else if (course.isOfOtherTime(record)) sorted.dated.push(record);
    else if (course.isUnrealised(record)) sorted.planned.push(record);
    else sorted.full.push(record);
  }
  const { full, undated } = withoutUndated(sorted, period);
  return { ...sorted, full: byMention(full, claim), other: [...undated, ...sorted.other] };
}

/**
 * A text dates a training, and all trainings with a date that the book has of the same parties are of other times: one without a date does
 * not bear that date out. A system stays where it was put, so that its record needs none, unless it was only seen after the time told.
 */
function withoutUndated(
  { full: all, dated }: Sorted,
  period: Period | null,
): { readonly full: readonly RecordRow[]; readonly undated: readonly RecordRow[] } {
  const later = all.filter(record => isSeenLater(record, period));
  const full = later.length > 0 ? all.filter(record => !later.includes(record)) : all;
  const isOpen =
    period !== null &&
    dated.length > 0 &&
    full.every(record => !isOfSystems(record) && timeOfRecord(record) === null);
  return isOpen ? { full: [], undated: all } : { full, undated: later };
}

/** Records that name a body which the claim names too come first, then those that more and better sources bear. */
function byMention(records: readonly RecordRow[], { entities }: Claim): RecordRow[] {
  const named = ({ row, kind }: RecordRow) =>
    fieldsOfType(kind, "entity").filter(({ id }) => texts(row[id]).some(value => entities.includes(value)))
      .length;
  const sure = (record: RecordRow) => Number(confidenceOf(record) === "high");
  return [...records].sort(
    (a, b) =>
      named(b) - named(a) ||
      sure(b) - sure(a) ||
      b.sources.length - a.sources.length ||
      (a.id < b.id ? -1 : 1),
  );
}

/** A record that names no giver speaks for none but those that it may be of. */
function isStated({ kind, row }: RecordRow, role: string): boolean {
  const field = fieldOfRole(kind, role);
  return field !== undefined && texts(row[field.id]).length > 0;
}

/** A period that is written out at both ends; "since 2018" says nothing of when one act happened. */
function closedPeriod({ period: [start, end], polarity }: Claim): Period | null {
  return start && end && polarity === "positive" ? parsePeriod([start, end]) : null;
}

/** What kind of place it is, beside its own name ("Davao City"). */
const KIND_OF_PLACE = new Set(["city", "province", "region", "district", "county"]);

const isIn = (town: string, sentence: ReadonlySet<string>) =>
  plainWords(town.replace(IN_BRACKETS, "")).every(word => sentence.has(word) || KIND_OF_PLACE.has(word));

/** "Addis Ababa (African Union)": whose it is there. */
const IN_BRACKETS = /\s*\([^)]*\)/g;

function isOfTaker({ row, kind }: RecordRow, { roles }: Claim): boolean {
  const takers = roles["recipient"];
  return takers !== undefined && valuesOfType({ kind, row }, "country").some(code => takers.includes(code));
}

/** An arm of a firm and the firm are no two makers. */
function isOfFamily({ row, kind }: RecordRow, { roles }: Claim, { entities }: Shelf): boolean {
  const held = valuesOfType({ kind, row }, "entity");
  const family = withOwners(held, entities);
  return [...withOwners([...(roles["vendor"] ?? []), ...(roles["provider"] ?? [])], entities)].some(id =>
    family.has(id),
  );
}

/** The sentence names the town or the product of the record: it speaks of that system and not of one like it. */
const isSameSystem = (
  record: RecordRow,
  { sentence, claim, shelf }: { sentence: ReadonlySet<string>; claim: Claim; shelf: Shelf },
): boolean =>
  confidenceOf(record) !== "low" &&
  isOfSystems(record) &&
  (placesOfRecord(record).some(town => isIn(town, sentence)) ||
    isProductSaid(record, { sentence, claim, shelf }) ||
    isAgreedThen(record, { claim, sentence, phrases: shelf.codebook.phrases }) ||
    isNationalOne(record, { sentence, claim }));

const isNamed = ({ row, kind }: RecordRow, { entities }: Claim): boolean =>
  valuesOfType({ kind, row }, "entity").some(value => entities.includes(value));
