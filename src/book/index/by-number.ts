import type { DuckDBConnection } from "@duckdb/node-api";
import type { Kind } from "../../codebook/types.ts";
import { shapeOf, shownFields, wideColumns } from "./schema.ts";
import { name, text } from "./sql-text.ts";
import { TOUCHED } from "./wide.ts";

/** The rows of a kind of figures in the order of their numbers. */
export interface ByNumber {
  readonly table: string;
  /** The column that they are in the order of. */
  readonly column: string;
}

/**
 * Where the rows of a kind that has a measure are laid down once more, in the order of their numbers. In the wide view those of one
 * measure stand together, and equal numbers of many measures all over it: the engine would unpack a block of every column for each. Null
 * for kinds without a measure or a number.
 */
export function byNumber(kind: Kind): ByNumber | null {
  const isFigure = shownFields(kind).some(({ type, many }) => type === "measure" && !many);
  const number = shownFields(kind).find(field => shapeOf(field) === "number");
  return isFigure && number
    ? { table: `base.${name(`${kind.id}_by_number`)}`, column: name(number.id) }
    : null;
}

/** Statements that make the empty tables. */
export const tablesByNumber = (kinds: readonly Kind[]): string[] =>
  kinds.flatMap(kind => {
    const columns = wideColumns(kind).map(column => `${name(column.name)} ${column.type}`);
    const laid = byNumber(kind);
    return laid ? [`CREATE TABLE ${laid.table}(${columns.join(", ")})`] : [];
  });

/** Lays down all rows of a kind; with `touchedOnly` those listed in `TOUCHED`, whose rows in the wide view have been made already. */
export async function layByNumber(
  connection: DuckDBConnection,
  kind: Kind,
  { touchedOnly }: { touchedOnly: boolean },
): Promise<void> {
  const laid = byNumber(kind);
  if (!laid) return;
  const touched = `id IN (SELECT record FROM ${TOUCHED} WHERE kind = ${text(kind.id)})`;
  if (touchedOnly) await connection.run(`DELETE FROM ${laid.table} WHERE ${touched}`);
  await connection.run(
    `INSERT INTO ${laid.table} SELECT * FROM main.${name(kind.id)} WHERE ${touchedOnly ? touched : "TRUE"} ORDER BY ${laid.column}, id`,
  );
}
