import type { Row } from "../../book/types.ts";
import { writeCsv } from "../../codebook/write-csv.ts";

/** The rows of a query as CSV, the same bytes for the same rows: columns and rows in their order, lists joined by `;`. */
export function panelCsv(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return writeCsv(
    columns,
    rows.map(row => columns.map(column => cellOf(row[column]))),
  );
}

type Cell = string | number | bigint | boolean | null | readonly string[];

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map(String);
  return value as Cell;
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, "0")).join("");
}
