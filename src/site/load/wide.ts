import type { Kind } from "../../codebook/index.ts";
import type { Table } from "../frame.ts";
import { shownFields } from "./kinds.ts";
import type { Library } from "./library.ts";
import { ident } from "./sql.ts";

/** Columns of the wide view of a kind, as `src/book/types.ts` fixes them: a number never goes without its interval, unit and hedge. */
function columnsOf(kind: Kind): string[] {
  const columns = shownFields(kind).flatMap(({ id, type }) => {
    if (type === "quantity" || type === "money")
      return [id, `${id}_low`, `${id}_high`, `${id}_unit`, `${id}_qualifier`];
    return [id];
  });
  return ["id", ...columns, "sources"];
}

type Cell = Table["rows"][number][number];

const cellOf = (value: unknown): Cell => {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "number" ||
    typeof value === "bigint" ||
    typeof value === "boolean" ||
    value === null
    ? value
    : String(value ?? "");
};

/** All records of a kind with every field. */
export async function loadTable(library: Library, kindId: string): Promise<Table> {
  const kind = library.codebook.kinds.get(kindId);
  if (kind === undefined) return { columns: [], rows: [] };
  const columns = columnsOf(kind);
  const rows = await library.book.sql(
    `SELECT ${columns.map(ident).join(", ")} FROM ${ident(kind.id)} ORDER BY id`,
  );
  return { columns, rows: rows.map(row => columns.map(column => cellOf(row[column]))) };
}
