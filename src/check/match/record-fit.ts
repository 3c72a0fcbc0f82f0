import type { Field } from "../../codebook/types.ts";
import { texts } from "../gather/rows.ts";
import { kindOfRoles } from "../gather/schema.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { overlaps, type Period } from "../rule/period.ts";
import { withOwners } from "./subject.ts";

export type Roles = Readonly<Record<string, readonly string[]>>;

/** The roles of a relation that a kind of record can answer. A named seller makes his country superfluous. */
export function answerable({ codebook }: Pick<Shelf, "codebook">, roles: Roles) {
  const wanted = Object.keys(roles).filter(
    role => (roles[role]?.length ?? 0) > 0 && !(role === "vendor-country" && roles["vendor"]?.length),
  );
  return kindOfRoles(codebook, wanted);
}

interface Unmet {
  readonly fields: ReadonlyMap<string, Field>;
  readonly shelf: Pick<Shelf, "entities" | "codebook">;
}

/** Roles of a claim that a record does not bear out. Where the record states nothing in a field, it does not. */
export function unmet({ row }: RecordRow, roles: Roles, { fields, shelf }: Unmet): string[] {
  return [...fields].flatMap(([role, field]) => {
    const values = texts(row[field.id]);
    const have = field.type === "entity" ? withOwners(values, shelf.entities) : new Set(values);
    const wanted = (roles[role] ?? []).flatMap(value => [value, ...nearCodes(value, field, shelf)]);
    return wanted.some(value => have.has(value)) ? [] : [role];
  });
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
  const day = (part: string) =>
    row[`${kind.when}_${part}`] ? String(row[`${kind.when}_${part}`]).slice(0, 10) : "";
  const [start, end] = [day("start"), day("end")];
  if (start === "" && end === "") return null;
  const until = kind.fields.find(({ id, type }) => type === "date" && id === "ended");
  const last = until ? String(row[`${until.id}_end`] ?? "").slice(0, 10) : "";
  return { start, end: last || end };
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
