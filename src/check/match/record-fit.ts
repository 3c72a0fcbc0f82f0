import type { Field } from "../../codebook/types.ts";
import { texts } from "../gather/rows.ts";
import { fieldsOfType, GIVERS, kindOfRoles } from "../gather/schema.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { overlaps, type Period } from "../rule/period.ts";
import { placesIn } from "./places-in.ts";
import { withOwners } from "./subject.ts";
import { plainWords } from "./words.ts";

export type Roles = Readonly<Record<string, readonly string[]>>;

/** Roles that tell how a sentence names its things, and are no field of any record. */
const SAID: ReadonlySet<string> = new Set(["object", "each"]);

/** The roles of a relation that a kind of record can answer. A named seller makes his country superfluous. */
export function answerable({ codebook }: Pick<Shelf, "codebook">, roles: Roles) {
  const wanted = Object.keys(roles).filter(
    role =>
      (roles[role]?.length ?? 0) > 0 &&
      !SAID.has(role) &&
      !(role === "vendor-country" && roles["vendor"]?.length),
  );
  return kindOfRoles(codebook, wanted);
}

interface Unmet {
  readonly fields: ReadonlyMap<string, Field>;
  readonly shelf: Pick<Shelf, "entities" | "codebook">;
}

/** Tells of each record which roles of a claim it does not bear out. Where the record states nothing in a field, it does not. */
export function unmetRoles(roles: Roles, { fields, shelf }: Unmet): (record: RecordRow) => string[] {
  // What nobody is said to have given is of the very kind that the text names.
  const isOpen = !["vendor", "vendor-country"].some(role => roles[role]?.length);
  const asked = [...fields].map(([role, field]) => {
    const wanted = (roles[role] ?? []).flatMap(value => [
      value,
      ...(isOpen ? [] : nearCodes(value, field, shelf)),
    ]);
    return { role, field, wanted: new Set(wanted), names: namesOfCodes(roles[role] ?? [], field, shelf) };
  });
  return ({ row }) =>
    asked.flatMap(({ role, field, wanted, names }) => {
      const values = texts(row[field.id]);
      if (field.type !== "entity")
        return values.some(value => wanted.has(value)) ||
          isProductAfter(row, names) ||
          (values.length === 0 && GIVERS.includes(role) && isPaidBy(wanted, row))
          ? []
          : [role];
      for (const owner of withOwners(values, shelf.entities)) if (wanted.has(owner)) return [];
      return [...wanted].some(id => isFinancier(id, row, shelf)) ? [] : [role];
    });
}

/** The record names the body among those who pay ("Export-Import Bank of China"): whoever financed a system gave it too. */
export function isFinancier(
  id: string,
  row: RecordRow["row"],
  { entities }: Pick<Shelf, "entities">,
): boolean {
  const paying = texts(row["financier"]).join(" ");
  if (paying === "") return false;
  const words = new Set(plainWords(paying));
  const { name = "", aliases = [] } = entities.get(id) ?? {};
  return [name, ...aliases].some(each => {
    const named = plainWords(each);
    return named.length > 1 && named.every(word => words.has(word));
  });
}

/** "Government of China": who paid for what nobody is said to have made gave it. */
const isPaidBy = (states: ReadonlySet<string>, row: RecordRow["row"]): boolean =>
  texts(row["financier"]).some(name => placesIn(name, "en").some(({ country }) => states.has(country)));

/** Phrases of several words for codes of a list, as they stand in a name of plain words. */
const namesOfCodes = (
  codes: readonly string[],
  { list }: Field,
  { codebook }: Pick<Shelf, "codebook">,
): string[] =>
  codes
    .flatMap(code => codebook.phrases[`${list}.${code}`]?.["en"] ?? [])
    .flatMap(phrase => (phrase.includes(" ") ? [` ${phrase} `] : []));

/** The name of a record's product ("Safe City phase 1") may say what its code does not. */
function isProductAfter(row: RecordRow["row"], names: readonly string[]): boolean {
  if (names.length === 0) return false;
  const product = ` ${plainWords(texts(row["product"]).join(" ")).join(" ")} `;
  return names.some(name => product.includes(name));
}

/** Codes that a text may mean by the words of another, as the codebook's phrases `near-<code>` say. */
const nearCodes = (
  code: string,
  { list }: Field,
  { codebook }: Pick<Shelf, "codebook">,
): readonly string[] => (list ? (codebook.phrases[`near-${code}`]?.["en"] ?? []) : []);

/** Days that a record is of, by its kind's `when`; null where undated. */
export function timeOfRecord({ kind, row }: RecordRow): Period | null {
  if (kind.when === undefined) return null;
  const [start, end] = [day(row[`${kind.when}_start`]), day(row[`${kind.when}_end`])];
  const isEnded = fieldsOfType(kind, "date").some(({ id }) => id === "ended");
  const last = isEnded ? day(row["ended_end"]) : "";
  // Of some the book knows only when they ended.
  if (start === "" && end === "") return last === "" ? null : { start: day(row["ended_start"]), end: last };
  return { start, end: last || end };
}

const day = (value: unknown): string => (value ? String(value).slice(0, 10) : "");

/** Days on which a record's thing was seen at work, by the dates that are neither when it was agreed nor when it ended. */
const daysSeen = ({ kind, row }: RecordRow): readonly Period[] =>
  fieldsOfType(kind, "date")
    .filter(({ id }) => id !== kind.when && id !== "ended")
    .flatMap(({ id }) => {
      const [start, end] = [day(row[`${id}_start`]), day(row[`${id}_end`])];
      return start === "" ? [] : [{ start, end: end || start }];
    })
    .sort((a, b) => (a.start < b.start ? -1 : 1));

/** It was seen at work, whatever became of it. */
export const wasSeen = (record: RecordRow): boolean => daysSeen(record).length > 0;

/** A thing is put up between the day on which it was agreed and the first on which it was seen at work. */
export function isPutUpWithin(record: RecordRow, period: Period | null): boolean {
  const agreed = timeOfRecord(record);
  const [seen] = daysSeen(record);
  return (
    period !== null &&
    agreed !== null &&
    seen !== undefined &&
    overlaps({ start: agreed.start, end: seen.end }, period)
  );
}

/** Years after the time told in which a record without a date of its own was first seen to hold, by its other dates. */
export function isSeenLater(record: RecordRow, period: Period | null): boolean {
  if (period === null || period.end === "" || timeOfRecord(record) !== null) return false;
  const [seen] = daysSeen(record);
  return seen !== undefined && seen.start.slice(0, 4) > period.end.slice(0, 4);
}

/** "It was detected there in January 2019": a record that has no date but when its thing was seen, in years before that, does not bear out a later deed. */
export function isSeenBefore(record: RecordRow, period: Period | null): boolean {
  if (period === null || period.start === "" || timeOfRecord(record) !== null) return false;
  const seen = daysSeen(record);
  return seen.length > 0 && seen.every(({ end }) => end.slice(0, 4) < period.start.slice(0, 4));
}

/** A record that states its day and lies outside of the claim's period. */
export const isOtherTime = (record: RecordRow, period: Period | null): boolean => {
  const time = timeOfRecord(record);
  return period !== null && time !== null && !overlaps(time, period);
};

export const confidenceOf = ({ row }: RecordRow): string => String(row["confidence"] ?? "high");
export const statusOf = ({ row }: RecordRow): string => {
  const status = String(row["status"] ?? "");
  return status === "unknown" ? "" : status;
};

/** Towns or regions that a record is of. */
export const placesOfRecord = ({ kind, row }: RecordRow): readonly string[] =>
  kind.where ? texts(row[kind.where]) : [];
