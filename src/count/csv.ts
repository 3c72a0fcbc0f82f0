import { type Cell, writeCsv } from "../codebook/write-csv.ts";
import type { IndicatorResult } from "./types.ts";

/** A result as CSV: a column a dimension, then value, interval, unit, method, entry and the records; empty means not stated or open. */
export function indicatorCsv(result: IndicatorResult): string {
  const names = Object.keys(result.rows[0]?.by ?? {});
  const parts = result.rows.some(row => row.denominator !== undefined);
  const columns = [
    ...names,
    "value",
    "low",
    "high",
    "unit",
    "method",
    "as_of",
    ...(parts ? ["numerator", "denominator"] : []),
    "records",
  ];
  const rows = result.rows.map((row): Cell[] => [
    ...names.map(name => row.by[name]),
    row.value,
    row.low,
    row.high,
    result.unit,
    row.method,
    result.as_of,
    ...(parts ? [row.numerator, row.denominator] : []),
    row.records,
  ]);
  return writeCsv(columns, rows);
}
