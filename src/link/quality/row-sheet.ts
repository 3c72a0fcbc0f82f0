import { writeCsv } from "../../codebook/write-csv.ts";
import type { LinkResult } from "../pairs.ts";
import { cellAt, type Table } from "../table/columns.ts";
import { type DrawnSheet, drawnSheet } from "./drawn-sheet.ts";
import { drawPairs, strataOf } from "./strata.ts";

/** A sheet of pairs of rows to be judged, as they stand in the table, without scores: see `labellingSheet` for the same of a book. */
export function rowSheet(
  table: Table,
  { spec, pairs, clusters }: LinkResult,
  size: number,
  seed = 1,
): DrawnSheet {
  const strata = strataOf(pairs, clusters.of);
  const drawn = drawPairs(strata, size, seed);
  const names = spec.fields.map(({ column }) => column);
  const id = spec.id === undefined ? null : table.columns.get(spec.id)!;
  const nameOf = (row: number) => (id ? cellAt(id, row) : String(row + 1));
  const csv = writeCsv(
    ["a", "b", ...names.flatMap(name => [`${name} of a`, `${name} of b`]), "same"],
    drawn.map(([a, b]) => [
      nameOf(a),
      nameOf(b),
      ...names.flatMap(name => [a, b].map(row => cellAt(table.columns.get(name)!, row))),
      "",
    ]),
  );
  return drawnSheet(csv, { asked: size, pairs: drawn.length, strata, others: NOT_DRAWN });
}

const NOT_DRAWN = "any other two rows agree on no rule of blocking, or are less than 1% likely to be one";
