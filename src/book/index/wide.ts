import type { Kind } from "../../codebook/types.ts";
import { keyOf, type Shape, shapeOf, shownFields } from "./schema.ts";
import { name, text } from "./sql-text.ts";

/**
 * The wide view of a kind as SQL over `base.statement`. One row a record. Of the statements of one field the newest
 * entry's count; of those the value that most sources give; of those the lowest. A field of many values shows every value
 * that its newest entry gives, in the order in which they were given.
 */

/** Temporary table of the records that have to be made anew. */
export const TOUCHED = "touched";

/** Order by which the best value of a field comes first. */
const BEST_FIRST = `votes DESC, number NULLS LAST, text, low NULLS FIRST, high NULLS FIRST, unit, qualifier, start, "end"`;

export interface WideOptions {
  /** Only records listed in `TOUCHED`; else all. */
  readonly touchedOnly: boolean;
}

export interface WideKindOptions extends WideOptions {
  /**
   * Take the records first in which no two statements speak of one field and all come from one source: nothing has to be
   * chosen there, and one pass without windows does (ten times as fast, for bulk). The outcome is the same.
   */
  readonly plainFirst: boolean;
}

/** Fields that one number of 64 bits can mark. */
const MARKABLE = 62;

/** The INSERTs that fill the wide table of a kind, to be run in order. */
export function insertWide(kind: Kind, { touchedOnly, plainFirst }: WideKindOptions): string[] {
  const only = touchedOnly
    ? ` AND record IN (SELECT record FROM ${TOUCHED} WHERE kind = ${text(kind.id)})`
    : "";
  const mine = `SELECT * FROM base.statement WHERE kind = ${text(kind.id)}${only}`;
  if (!plainFirst || kind.fields.length > MARKABLE) return [insertChosen(kind, mine)];
  const left = `${mine} AND record NOT IN (SELECT id FROM main.${name(kind.id)})`;
  return [insertPlain(kind, mine), insertChosen(kind, left)];
}

function insertChosen(kind: Kind, mine: string): string {
  const columns = shownFields(kind).flatMap(field => columnsFor(field.id, shapeOf(field)));
  const lists = shownFields(kind).filter(field => shapeOf(field) === "list");
  const isList = lists.length === 0 ? "FALSE" : `field IN (${lists.map(field => text(field.id)).join(", ")})`;
  return `INSERT INTO main.${name(kind.id)}
WITH mine AS (${mine}),
newest AS (SELECT * FROM (SELECT *, max(seq) OVER (PARTITION BY record, field) AS latest FROM mine) WHERE seq = latest),
voted AS (SELECT record, field, text, number, low, high, unit, qualifier, start, "end", count(DISTINCT source) AS votes
  FROM newest WHERE NOT ${isList} GROUP BY ALL),
ranked AS (SELECT *, row_number() OVER (PARTITION BY record, field ORDER BY ${BEST_FIRST}) AS place FROM voted),
listed AS (SELECT record, field, list(text ORDER BY nth) AS items
  FROM (SELECT record, field, text, min(nth) AS nth FROM newest WHERE ${isList} GROUP BY ALL) GROUP BY ALL),
chosen AS (
  SELECT record, field, text, number, low, high, unit, qualifier, start, "end", NULL AS items FROM ranked WHERE place = 1
  UNION ALL BY NAME SELECT record, field, items FROM listed),
pivoted AS (SELECT record AS id${columns.map(column => `, ${column}`).join("")} FROM chosen GROUP BY record),
cited AS (SELECT record, list(source ORDER BY seq, nth, source) AS sources
  FROM (SELECT record, source, min(seq) AS seq, min(nth) AS nth FROM mine WHERE source <> '' GROUP BY ALL) GROUP BY record),
dated AS (SELECT record, max(seq) AS seq FROM mine GROUP BY record)
SELECT pivoted.*, coalesce(cited.sources, []) AS sources, dated.seq
FROM pivoted JOIN dated ON dated.record = pivoted.id LEFT JOIN cited ON cited.record = pivoted.id
ORDER BY ${inOrder(kind, "pivoted.")}`;
}

/** Rows are laid down in the order in which they are asked for: those of one measure stand together, and the engine reads no others. */
function inOrder(kind: Kind, table: string): string {
  const measures = shownFields(kind).filter(({ type, many }) => type === "measure" && !many);
  return [...measures.map(({ id }) => name(id)), "id"].map(column => table + column).join(", ");
}

/** Records whose statements speak of different fields, each once, and name one source at most. */
function insertPlain(kind: Kind, mine: string): string {
  const columns = shownFields(kind).flatMap(field => columnsFor(field.id, shapeOf(field), "[text]"));
  const marks = shownFields(kind).map((field, bit) => `WHEN ${text(field.id)} THEN ${2 ** bit}`);
  // A field that the codebook no longer has is marked by nothing: then the counts differ, and the other way is taken.
  const mark = `CASE field ${marks.join(" ")} ELSE 0 END::BIGINT`;
  return `INSERT INTO main.${name(kind.id)}
SELECT record AS id${columns.map(column => `, ${column}`).join("")},
  CASE WHEN min(source) = '' THEN [] ELSE [min(source)] END AS sources, max(seq) AS seq
FROM (${mine}) GROUP BY record
HAVING count(*) = bit_count(bit_or(${mark})) AND min(source) = max(source)
ORDER BY ${inOrder(kind, "")}`;
}

/** Only one row of `chosen` has the field, so that any aggregate gives its value. */
function columnsFor(field: string, shape: Shape, items = "items"): string[] {
  const of = (value: string, suffix = "") =>
    `any_value(${value}) FILTER (WHERE field = ${text(field)}) AS ${name(field + suffix)}`;
  if (shape === "list")
    return [`coalesce(any_value(${items}) FILTER (WHERE field = ${text(field)}), []) AS ${name(field)}`];
  if (shape === "text") return [of("text")];
  if (shape === "date")
    return [of("text"), of("TRY_CAST(start AS DATE)", "_start"), of(`TRY_CAST("end" AS DATE)`, "_end")];
  return [
    of("number"),
    of("low", "_low"),
    of("high", "_high"),
    of("unit", "_unit"),
    of("qualifier", "_qualifier"),
  ];
}

/** Which source states anything about which record. Kinds stand together, and keys in order, which takes half the space. */
export function insertRecordSource({ touchedOnly }: WideOptions): string {
  const only = touchedOnly ? ` AND (kind, record) IN (SELECT kind, record FROM ${TOUCHED})` : "";
  return `INSERT INTO base.record_source SELECT record, kind, source, ${keyOf("record")} AS key
FROM (SELECT DISTINCT record, kind, source FROM base.statement WHERE source <> ''${only}) ORDER BY kind, key, record, source`;
}
