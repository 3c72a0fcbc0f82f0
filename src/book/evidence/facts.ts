import type { FactRow } from "../../codebook/types.ts";
import type { Statement } from "../types.ts";

/**
 * A row's sources are sources of the row: which of them bears which field is not recorded, so each is taken to state
 * every field of it. A row without sources is stated by nobody but `by`.
 */
export function statementsOfRow(row: FactRow, { kind, by }: { kind: string; by: string }): Statement[] {
  const sources = row.sources.length > 0 ? row.sources : [""];
  return row.values.flatMap(({ field, text, number, low, high, unit, qualifier, start, end }) =>
    sources.map(source => ({
      record: row.id,
      kind,
      field,
      text,
      number,
      low,
      high,
      unit,
      qualifier,
      start,
      end,
      source,
      capture: "",
      span: null,
      by,
    })),
  );
}
