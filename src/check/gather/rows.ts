import { shapeOf, wideColumns } from "../../book/index/schema.ts";
import { name } from "../../book/index/sql-text.ts";
import type { Row } from "../../book/types.ts";
import type { Codebook, Field, Kind } from "../../codebook/types.ts";
import { nameOfCountry } from "../match/country-name.ts";
import { fieldsOfType } from "./schema.ts";
import type { EntityRow, Figure, RecordRow, SourceRow } from "./types.ts";

export const text = (value: unknown): string =>
  typeof value === "string" ? value : value === null || value === undefined ? "" : String(value);

const NONE: readonly string[] = [];

/** The texts of a list or of a single value. */
export function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) {
    const only = text(value);
    return only === "" ? NONE : [only];
  }
  for (const item of value)
    if (typeof item !== "string" || item === "") return value.map(text).filter(each => each !== "");
  return value;
}

/** What a record holds in all its fields of a type: the bodies or the states that it names. */
export const valuesOfType = ({ kind, row }: Pick<RecordRow, "kind" | "row">, type: Field["type"]): string[] =>
  fieldsOfType(kind, type).flatMap(({ id }) => texts(row[id]));

export const number = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** What `toFigure` and `toSource` take of a row: reading a whole wide view costs twice as much. */
const TAKEN =
  "id,subject,counted,measure,about,value,value_low,value_high,value_unit,value_qualifier,direction,population,regime,product_kind,period_start_start,period_end_end,as_of_end,place,counter,origin,note,sources,publisher,title,author,published,url,kind".split(
    ",",
  );

/** The columns of a kind of figures or sources that are read: those that are taken, and those that name it. */
export function columnsTaken(kind: Kind): string {
  const naming = [...kind.name.en.matchAll(/\{(\w+)\}/g)].map(([, field]) => field);
  return wideColumns(kind)
    .map(({ name: column }) => column)
    .filter(column => TAKEN.includes(column) || naming.includes(column))
    .map(name)
    .join(", ");
}

/** The columns of a kind of records: all but the entry, and of its quantities only those that are counts of a measure or name it. */
export function columnsOfRecord(kind: Kind): string {
  const naming = (id: string) => kind.name.en.includes(`{${id}}`);
  const fields = kind.fields.filter(
    field => shapeOf(field) !== "number" || field.measure !== undefined || naming(field.id),
  );
  return wideColumns({ ...kind, fields })
    .filter(({ name: column }) => column !== "seq")
    .map(({ name: column }) => name(column))
    .join(", ");
}

/** Is the book sure of a record? Where it says nothing of that, it is. */
export const isSure = (row: Row): boolean => text(row["confidence"] ?? "high") === "high";

/** Only the day of a date that the engine gives as a day or a time. */
const day = (value: unknown): string => text(value).slice(0, 10);

export function toFigure(row: Row, kind: Kind): Figure {
  return {
    id: text(row["id"]),
    kind: kind.id,
    label: fillName(kind, row),
    subject: text(row["subject"]),
    measure: text(row["measure"]),
    counted: text(row["counted"]),
    about: texts(row["about"]),
    value: Number(row["value"]),
    low: number(row["value_low"]),
    high: number(row["value_high"]),
    unit: text(row["value_unit"]),
    qualifier: text(row["value_qualifier"]) || "exact",
    direction: text(row["direction"]),
    population: text(row["population"]),
    regime: text(row["regime"]),
    productKind: text(row["product_kind"]),
    start: day(row["period_start_start"]),
    end: day(row["period_end_end"]),
    asOf: day(row["as_of_end"]),
    place: text(row["place"]),
    counter: text(row["counter"]),
    origin: text(row["origin"]),
    note: text(row["note"]),
    sources: texts(row["sources"]),
  };
}

export const toSource = (row: Row): SourceRow => ({
  id: text(row["id"]),
  publisher: text(row["publisher"]),
  title: text(row["title"]),
  authors: texts(row["author"]),
  published: text(row["published"]),
  url: text(row["url"]),
  kind: text(row["kind"]),
});

export const toEntity = (row: Row): EntityRow => ({
  id: text(row["id"]),
  name: text(row["name"]),
  kind: text(row["kind"]),
  country: text(row["country"]),
  parent: text(row["parent"]),
  aliases: texts(row["aliases"]),
  owner: text(row["parent_name"]),
  sources: texts(row["sources"]),
});

/** A record, whose label is made when it is shown: most are only looked through. */
class Shown implements RecordRow {
  readonly id: string;
  readonly kind: Kind;
  readonly row: Row;
  readonly sources: readonly string[];
  private made: string | null = null;

  constructor(row: Row, kind: Kind) {
    this.id = text(row["id"]);
    this.kind = kind;
    this.row = row;
    this.sources = texts(row["sources"]);
  }

  get label(): string {
    this.made ??= fillName(this.kind, this.row);
    return this.made;
  }
}

export const toRecord = (row: Row, kind: Kind): RecordRow => new Shown(row, kind);

const STATES = new WeakMap<Kind["fields"], ReadonlySet<string>>();

/** Fields of countries. */
function statesOf(fields: Kind["fields"]): ReadonlySet<string> {
  const known =
    STATES.get(fields) ?? new Set(fields.filter(({ type }) => type === "country").map(({ id }) => id));
  STATES.set(fields, known);
  return known;
}

/** Most values of one field that a name lists. */
const LISTED = 4;

/**
 * How a kind names an instance, e.g. "{product} in {recipient}", with countries by name. Fields without a value leave no gap; of
 * a long list the first stand for all.
 */
export function fillName({ name, fields }: Pick<Kind, "name" | "fields">, row: Row): string {
  const states = statesOf(fields);
  const filled = name.en.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    const values = texts(row[field]).map(value => (states.has(field) ? nameOfCountry(value) : value));
    const more = values.length - LISTED;
    return more > 1 ? `${values.slice(0, LISTED).join(", ")} and ${more} more` : values.join(", ");
  });
  return filled
    .replace(/\s+/g, " ")
    .replace(/ (?:for|in|of|by|to|at|with)(?= ?(?:,|:|;|$))/g, "")
    .replace(/ ,/g, ",")
    .replace(/^[\s,:]+|[\s,:]+$/g, "");
}

/** The label of a code, or the code itself. */
export const labelOf = ({ lists }: Codebook, list: string | undefined, code: string): string =>
  (list ? lists.get(list)?.codes.get(code)?.label.en : undefined) ?? code;

/** Each record once, by id. */
export const onceById = (records: readonly RecordRow[]): RecordRow[] =>
  [...new Map(records.map(record => [record.id, record] as const)).values()].sort((a, b) =>
    a.id < b.id ? -1 : a.id > b.id ? 1 : 0,
  );
