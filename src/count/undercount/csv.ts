import { writeCsv } from "../../codebook/write-csv.ts";
import type { Estimate, UndercountResult } from "./types.ts";

/** Estimates as CSV, a row a method and stratum (empty: all cases); refusals are rows without numbers whose `note` says why. */
export function undercountCsv(result: UndercountResult): string {
  const groups = [{ stratum: "", ...result }, ...(result.strata ?? [])];
  const rowOf = (stratum: string, observed: number, each: Estimate) => [
    stratum,
    each.method,
    observed,
    each.value,
    each.low,
    each.high,
    each.level,
    each.model,
    String(each.diagnostics["interval"] ?? ""),
  ];
  const rows = groups.flatMap(({ stratum, observed, estimates, refused }) => [
    ...estimates.map(each => rowOf(stratum, observed, each)),
    ...refused.map(({ method, reason }) => [
      stratum,
      method,
      observed,
      null,
      null,
      null,
      null,
      "",
      `refused: ${reason}`,
    ]),
  ]);
  return writeCsv(["stratum", "method", "observed", "value", "low", "high", "level", "model", "note"], rows);
}
