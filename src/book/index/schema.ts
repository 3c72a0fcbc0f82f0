import type { Codebook, Field, Kind, Problem } from "../../codebook/types.ts";
import { refusal } from "../errors.ts";
import { eventTables } from "./event-tables.ts";
import { name } from "./sql-text.ts";

/**
 * Tables of the index. What readers see stands in schema `main`; `base` holds the same rows with what only the index needs:
 * `file`, the facts file that a row came from, `nth`, its place in its entry, and `key`, the number by which the sources of many
 * records are found: the engine passes over numbers several times as fast as over texts. Sensitive fields are in neither.
 */

/** Tables and views that every book has, beside one per kind. */
export const FIXED_TABLES = [
  "statements",
  "entries",
  "record_source",
  "series",
  "country",
  "events",
  "event_record",
  "joined",
] as const;

/** Columns of `base.statement`, in the order in which they are loaded. */
export const STATEMENT_TABLE: readonly (readonly [
  column: string,
  type: "VARCHAR" | "DOUBLE" | "INTEGER" | "BIGINT",
])[] = [
  ["record", "VARCHAR"],
  ["kind", "VARCHAR"],
  ["field", "VARCHAR"],
  ["text", "VARCHAR"],
  ["number", "DOUBLE"],
  ["low", "DOUBLE"],
  ["high", "DOUBLE"],
  ["unit", "VARCHAR"],
  ["qualifier", "VARCHAR"],
  ["start", "VARCHAR"],
  ["end", "VARCHAR"],
  ["source", "VARCHAR"],
  ["capture", "VARCHAR"],
  ["span_start", "INTEGER"],
  ["span_end", "INTEGER"],
  ["by", "VARCHAR"],
  ["seq", "BIGINT"],
  ["nth", "BIGINT"],
  ["file", "VARCHAR"],
];

const INTERNAL_COLUMNS = ["nth", "file"];

/** Columns that `statements` shows. */
export const STATEMENT_VIEW = STATEMENT_TABLE.map(([column]) => column).filter(
  column => !INTERNAL_COLUMNS.includes(column),
);

/** The key of a record's id: of 64 bits, so that two of ten million records have the same one in one book out of 400,000. */
export const keyOf = (id: string) => `hash(${id})`;

/** How the values of a field become columns of the wide view. */
export type Shape = "list" | "text" | "date" | "number";

export function shapeOf(field: Field): Shape {
  if (field.type === "date") return "date";
  if (field.type === "quantity" || field.type === "money") return "number";
  return field.many ? "list" : "text";
}

/** Fields that the wide view of a kind shows. */
export function shownFields(kind: Kind): Field[] {
  return kind.fields.filter(field => !field.sensitive);
}

/** Columns of a field with their types; the suffix follows the field's id. */
const SHAPE_COLUMNS: Readonly<Record<Shape, readonly (readonly [suffix: string, type: string])[]>> = {
  list: [["", "VARCHAR[]"]],
  text: [["", "VARCHAR"]],
  date: [
    ["", "VARCHAR"],
    ["_start", "DATE"],
    ["_end", "DATE"],
  ],
  number: [
    ["", "DOUBLE"],
    ["_low", "DOUBLE"],
    ["_high", "DOUBLE"],
    ["_unit", "VARCHAR"],
    ["_qualifier", "VARCHAR"],
  ],
};

/** Columns of the wide view of a kind. */
export function wideColumns(kind: Kind): { name: string; type: string }[] {
  return [
    { name: "id", type: "VARCHAR" },
    ...shownFields(kind).flatMap(field =>
      SHAPE_COLUMNS[shapeOf(field)].map(([suffix, type]) => ({ name: field.id + suffix, type })),
    ),
    { name: "sources", type: "VARCHAR[]" },
    { name: "seq", type: "BIGINT" },
  ];
}

/** Statements that make an empty index for a codebook. Throws a `UserError` where two things would have one name. */
export function tablesFor(codebook: Codebook): string[] {
  const problems = nameClashes(codebook);
  if (problems.length > 0) throw refusal(problems[0]!);
  const statement = STATEMENT_TABLE.map(([column, type]) => `${name(column)} ${type}`).join(", ");
  return [
    "CREATE SCHEMA base",
    `CREATE TABLE base.meta(code VARCHAR, seq BIGINT, hash VARCHAR, "start" BIGINT, "end" BIGINT, state VARCHAR, codebook VARCHAR, probe UBIGINT)`,
    `CREATE TABLE base.statement(${statement})`,
    `CREATE VIEW statements AS SELECT ${STATEMENT_VIEW.map(name).join(", ")} FROM base.statement`,
    'CREATE TABLE entries(seq BIGINT, "at" VARCHAR, "by" VARCHAR, act VARCHAR, data VARCHAR, hash VARCHAR)',
    "CREATE TABLE base.record_source(record VARCHAR, kind VARCHAR, source VARCHAR, key UBIGINT)",
    "CREATE VIEW record_source AS SELECT record, kind, source FROM base.record_source",
    `CREATE MACRO base.key_of(record) AS ${keyOf("record")}`,
    "CREATE TABLE base.series(country VARCHAR, year INTEGER, measure VARCHAR, value DOUBLE, category VARCHAR, source VARCHAR, file VARCHAR)",
    "CREATE VIEW series AS SELECT country, year, measure, value, category, source FROM base.series",
    "CREATE TABLE country(code VARCHAR, alpha2 VARCHAR, numeric VARCHAR, name VARCHAR, region VARCHAR)",
    ...[...codebook.kinds.values()].map(kind => {
      const columns = wideColumns(kind).map(column => `${name(column.name)} ${column.type}`);
      return `CREATE TABLE main.${name(kind.id)}(${columns.join(", ")})`;
    }),
    "CREATE TABLE base.posting(kind VARCHAR, value VARCHAR, record VARCHAR)",
    "CREATE TABLE base.posting_source(kind VARCHAR, value VARCHAR, source VARCHAR, record VARCHAR, place BIGINT)",
    ...eventTables(codebook),
  ];
}

function nameClashes(codebook: Codebook): Problem[] {
  return [...codebook.kinds.values()].flatMap(kind => {
    const seen = new Set<string>();
    const columns = wideColumns(kind).filter(
      column => seen.size === seen.add(column.name.toLowerCase()).size,
    );
    const tables = FIXED_TABLES.some(table => table === kind.id.toLowerCase()) ? [kind.id] : [];
    return [...tables, ...columns.map(column => `${kind.id}.${column.name}`)].map(clash => ({
      code: "name-clash",
      file: "codebook",
      column: clash,
      message: `two columns or tables of the book would be named ${clash}`,
      hint: "give the kind or the field another id",
    }));
  });
}
