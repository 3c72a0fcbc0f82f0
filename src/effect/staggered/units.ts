import { levelCounts } from "../data/level-counts.ts";
import type { StaggeredPanel } from "./panel.ts";

/** Units (or rows, for cross-sections) in an order in which those of a cohort stand together, cohorts ascending. */
export interface Units {
  readonly n: number;
  /** The place of the unit of each row. */
  readonly of: Int32Array;
  /** First treated times, that of the never treated (Infinity) last. */
  readonly cohorts: readonly number[];
  /** Where the units of each cohort begin, and at last `n`. */
  readonly starts: Int32Array;
  /** By place. */
  readonly weight: Float64Array;
}

export function unitsOf(panel: StaggeredPanel, crossSections: boolean): Units {
  const rows = panel.time.length;
  const codes = crossSections ? Int32Array.from({ length: rows }, (_, row) => row) : panel.unit.codes;
  const n = crossSections ? rows : panel.unit.size;
  const cohorts = [...new Set(panel.cohort)].sort((a, b) => a - b);
  const { places, starts } = placesByCohort(panel, { codes, n, cohorts });
  const weight = new Float64Array(n);
  const { weights } = panel.design;
  const counts = crossSections ? new Int32Array(n).fill(1) : levelCounts(panel.unit).counts;
  const of = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    of[row] = places[codes[row]!]!;
    weight[of[row]!]! += (weights?.[row] ?? 1) / counts[codes[row]!]!;
  }
  return { n, of, cohorts, starts, weight };
}

interface Coded {
  readonly codes: Int32Array;
  readonly n: number;
  readonly cohorts: readonly number[];
}

function placesByCohort(
  panel: StaggeredPanel,
  { codes, n, cohorts }: Coded,
): { places: Int32Array; starts: Int32Array } {
  const numbers = new Map(cohorts.map((cohort, number) => [cohort, number]));
  const cohortOf = new Int32Array(n);
  // Rows of a unit mostly stand together, and all have its cohort.
  let last = -1;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] === last) continue;
    last = codes[row]!;
    cohortOf[last] = numbers.get(panel.cohort[row]!)!;
  }
  const starts = new Int32Array(cohorts.length + 1);
  for (let unit = 0; unit < n; unit++) starts[cohortOf[unit]! + 1]! += 1;
  for (let c = 0; c < cohorts.length; c++) starts[c + 1]! += starts[c]!;
  const next = starts.slice();
  const places = new Int32Array(n);
  for (let unit = 0; unit < n; unit++) places[unit] = next[cohortOf[unit]!]!++;
  return { places, starts };
}
