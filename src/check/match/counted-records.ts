import type { Field, Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { number, text, texts } from "../gather/rows.ts";
import {
  countedFields,
  fieldOfRole,
  fieldsOfType,
  GIVERS,
  isOfSystems,
  takerField,
} from "../gather/schema.ts";
import type { Figure, RecordRow, Shelf } from "../gather/types.ts";
import { isRealised } from "../rule/gate.ts";
import { overlaps, type Period, parsePeriod } from "../rule/period.ts";
import { isCurrency, normalUnit } from "../rule/units.ts";
import { isDone, isPlan } from "./plan.ts";
import { confidenceOf, isFinancier, placesOfRecord, statusOf, timeOfRecord } from "./record-fit.ts";
import { type Subject, withOwners } from "./subject.ts";
import { namesOf } from "./systems-told.ts";
import { comparableUnit } from "./unit-words.ts";
import { hasWord, plainWords } from "./words.ts";

/** Numbers that records state of themselves (what a system cost, who took part), as figures of one measure. */
export interface CountedRecords {
  readonly measure: Measure;
  readonly figures: readonly Figure[];
  /** Records of what has not come about, or was called off, where the claim speaks of what is there. */
  readonly unrealised: ReadonlySet<string>;
}

interface Context {
  readonly shelf: Pick<Shelf, "codebook" | "counted" | "entities" | "sources">;
  readonly subject: Subject;
}

/**
 * Numbers of the records that a claim speaks of: the unit fits, the state that takes is named, and so is who gives or the town; nobody else is
 * named as giver, and the time is not another. Null where there are none. A record's number can bear a claim out and never refutes it:
 * the hedge is often lost, and one deal has many prices.
 */
export function countedRecords(claim: Claim, context: Context): CountedRecords | null {
  const { codebook, counted } = context.shelf;
  const meant = counted.flatMap((record): Found[] =>
    isMeant(record, claim, context)
      ? countedFields(record.kind).flatMap(field => {
          const figure = figureOf(record, field, context.shelf);
          const measure = codebook.measures.get(field.measure ?? "");
          return figure && measure && isOfUnit(claim, figure, { measure, codebook })
            ? [{ record, figure, measure }]
            : [];
        })
      : [],
  );
  const found = ofItsTime(meant, claim);
  const [first] = found;
  if (!first) return null;
  const same = found.filter(({ measure }) => measure === first.measure);
  const unrealised = counted.filter(record => isUnrealised(record, claim, first.measure)).map(({ id }) => id);
  return {
    measure: first.measure,
    figures: same.map(({ figure }) => figure),
    unrealised: new Set(unrealised),
  };
}

/**
 * "Ten officers went in 2014": where the records with a date that give the number are of other times, one without a date does not bear the time
 * out. A system stays where it was put, and needs none.
 */
function ofItsTime(found: readonly Found[], claim: Claim): readonly Found[] {
  const asked = claim.period[0] && claim.period[1] ? parsePeriod([...claim.period]) : null;
  const times = found.flatMap(({ record }) => spanOf(record) ?? []);
  if (asked === null || times.length === 0 || times.some(time => overlaps(time, asked))) return found;
  return found.filter(({ record }) => isOfSystems(record.kind) || spanOf(record) !== null);
}

interface Found {
  readonly record: RecordRow;
  readonly figure: Figure;
  readonly measure: Measure;
}

/** What a thing was to cost is its price, whatever became of it; so many cameras that were never put up are none. */
const isUnrealised = (record: RecordRow, claim: Claim, { unit }: Measure): boolean =>
  (unit !== "money" || isDone(claim)) && !isPlan(claim) && !isRealised(statusOf(record), claim.status);

function isOfUnit(
  { unit }: Claim,
  figure: Figure,
  { measure, codebook }: { measure: Measure; codebook: Shelf["codebook"] },
): boolean {
  const [given, wanted] = [normalUnit(figure.unit), normalUnit(unit)];
  if (isCurrency(given) || isCurrency(wanted)) return given === wanted;
  return wanted !== "" && comparableUnit(unit, measure, codebook).fit === "same";
}

/** Bodies that give, by a record: entities, else states. */
function giversOf({ kind, row }: RecordRow): string[] {
  const fields = GIVERS.flatMap(role => fieldOfRole(kind, role) ?? []);
  const bodies = fieldsOfType(kind, "entity");
  const values = (of: readonly Field[]) => of.flatMap(({ id }) => texts(row[id]));
  return [...new Set([...values(bodies), ...values(fields.filter(({ type }) => type === "country"))])];
}

const takersOf = ({ kind, row }: RecordRow): readonly string[] => {
  const field = takerField(kind);
  return field ? texts(row[field.id]) : [];
};

function isMeant(record: RecordRow, claim: Claim, { subject, shelf }: Context): boolean {
  if (confidenceOf(record) === "low") return false;
  const { agents, places, carried, words, named } = subject;
  const takers = takersOf(record);
  const isNamed = (id: string) => places.has(id) || agents.has(id) || named.has(id);
  const here = takers.length > 0 && takers.every(isNamed);
  if (!here && !(takers.length > 0 && takers.every(id => isNamed(id) || carried.has(id)))) return false;
  const owners = withOwners(giversOf(record), shelf.entities, { homes: true });
  const others = [...agents].filter(
    id =>
      shelf.entities.has(id) && !owners.has(id) && !takers.includes(id) && !isProductOf(id, record, shelf),
  );
  if (others.some(id => !isOwnedByOne(id, owners, shelf) && !isFinancier(id, record.row, shelf)))
    return false;
  // "The Belgian gendarmerie taught 500": whoever is said to give is not among those that the record names.
  const told = [...agents].some(id => owners.has(id)) ? [] : GIVERS.flatMap(role => claim.roles[role] ?? []);
  // Where it is the taker that is said to give, the parties are swapped, which is told elsewhere.
  const isParty = (id: string) => owners.has(id) || takers.includes(id) || isFinancier(id, record.row, shelf);
  if (told.length > 0 && !told.some(isParty)) return false;
  // "The BOL-110 system cost $105 million and was built by CEIEC": the sentence names who gives in another clause.
  const isSaid = (id: string) =>
    [shelf.entities.get(id)?.name ?? "", ...(shelf.entities.get(id)?.aliases ?? [])].some(
      name => plainWords(name).length > 0 && plainWords(name).every(word => words.has(word)),
    );
  const giver =
    [...agents].some(id => (owners.has(id) && !takers.includes(id)) || isProductOf(id, record, shelf)) ||
    giversOf(record).some(id =>
      shelf.entities.has(id) ? isSaid(id) : named.has(id) && !takers.includes(id),
    );
  const town = placesOfRecord(record).some(name => plainWords(name).every(word => hasWord(words, word)));
  // A state told of before needs somebody or some town of the record in the sentence itself; so does one that is named.
  const system = () =>
    here && namesOf(record).some(name => name.split(" ").every(word => hasWord(words, word)));
  if (!giver && !town && !system()) return false;
  const asked = claim.period[0] && claim.period[1] ? parsePeriod([...claim.period]) : null;
  const time = spanOf(record);
  // The very number of the same parties, dated otherwise, is shown as what it is: that of another time.
  return asked === null || time === null || overlaps(time, asked) || (giver && here && gives(record, claim));
}

/** The record is of the system that a body of the book is ("BOL-110"). */
function isProductOf(id: string, { row }: RecordRow, { entities }: Pick<Shelf, "entities">): boolean {
  const { name = "", aliases = [] } = entities.get(id) ?? {};
  const product = ` ${plainWords(texts(row["product"]).join(" ")).join(" ")} `;
  return [name, ...aliases].some(each => each !== "" && product.includes(` ${plainWords(each).join(" ")} `));
}

/** The record states the claim's very number of itself. */
export const gives = ({ kind, row }: RecordRow, { value }: Claim): boolean =>
  countedFields(kind).some(({ id }) => value !== null && row[id] === value);

/** From when it was agreed to the last day that the record states: what was ordered in one year is paid and built in the next. */
function spanOf(record: RecordRow): Period | null {
  const time = timeOfRecord(record);
  if (time === null) return null;
  const dates = fieldsOfType(record.kind, "date");
  const ends = dates.map(({ id }) => text(record.row[`${id}_end`]).slice(0, 10));
  return { start: time.start, end: [time.end, ...ends].sort().at(-1)! };
}

/** A product, or an arm of whoever gives. */
const isOwnedByOne = (id: string, owners: ReadonlySet<string>, { entities }: Pick<Shelf, "entities">) =>
  [...withOwners([id], entities)].some(owner => owners.has(owner));

const INTERESTED: Readonly<Record<string, string>> = {
  vendor: "vendor-claim",
  "state-media": "government-claim",
  government: "government-claim",
};

/** What a record states in a field, as a figure; null where it states nothing. */
function figureOf(record: RecordRow, field: Field, { sources }: Pick<Shelf, "sources">): Figure | null {
  const { row, kind } = record;
  const value = row[field.id];
  if (typeof value !== "number") return null;
  const kinds = new Set(record.sources.map(id => INTERESTED[sources.get(id)?.kind ?? ""] ?? ""));
  const time = spanOf(record);
  const takers = takersOf(record);
  return {
    id: record.id,
    kind: kind.id,
    label: record.label,
    subject: record.label,
    measure: field.measure ?? "",
    counted: field.label.en,
    about: giversOf(record),
    value,
    low: number(row[`${field.id}_low`]),
    high: number(row[`${field.id}_high`]),
    unit: text(row[`${field.id}_unit`]) || (field.unit ?? ""),
    qualifier: text(row[`${field.id}_qualifier`]) || "exact",
    direction: "",
    population: placesOfRecord(record).join(", "),
    regime: "",
    productKind: "",
    start: time?.start ?? "",
    end: time?.end ?? "",
    // What was agreed on is of the day of the agreement as well as of all that came of it.
    asOf: time?.start ?? "",
    place: takers.length === 1 ? takers[0]! : "",
    counter: sources.get(record.sources[0] ?? "")?.publisher ?? "",
    origin: kinds.size === 1 ? [...kinds][0] || "secondary" : "secondary",
    note: "",
    sources: record.sources,
  };
}
