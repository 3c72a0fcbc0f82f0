import { type CaptureTable, emptyOverlaps } from "../table/table.ts";
import { maximise } from "./simplex.ts";

/** What stands against estimating a model with pairwise interactions (Chan, Silverman and Vincent 2021, section 3). */
export interface Identifiability {
  /** The maximum likelihood estimate exists, once parameters of empty overlaps are at minus infinity. */
  readonly exists: boolean;
  /** The parameters that are left can be told apart. */
  readonly identified: boolean;
}

/** A pairwise model with the parameters of empty overlaps at minus infinity: what is left to fit. */
export interface ReducedModel {
  /** Sets of lists: main effects, the pairs with an overlap, the intercept last. */
  readonly terms: Int32Array;
  /** Cells that an empty overlap forces to 0: 1 is left out. */
  readonly dropped: Uint8Array;
  /** Pairs of the model without overlap. */
  readonly empty: readonly (readonly [number, number])[];
}

/** The pairs of lists without overlap as sets. */
export function emptySets(table: CaptureTable): Set<number> {
  return new Set(emptyOverlaps(table).map(([i, j]) => (1 << i) | (1 << j)));
}

/** Takes the pairs without overlap out of a pairwise model, with the cells that they force to 0. */
export function reduceModel(
  table: CaptureTable,
  pairs: readonly (readonly [number, number])[],
  none: ReadonlySet<number> = emptySets(table),
): ReducedModel {
  const dropped = new Uint8Array(table.counts.length);
  const terms = table.lists.map((_, list) => 1 << list);
  const empty: (readonly [number, number])[] = [];
  for (const [i, j] of pairs) {
    const set = (1 << i) | (1 << j);
    if (!none.has(set)) {
      terms.push(set);
      continue;
    }
    empty.push([i, j]);
    for (let cell = 0; cell < dropped.length; cell++) if ((cell & set) === set) dropped[cell] = 1;
  }
  return { terms: Int32Array.from([...terms, 0]), dropped, empty };
}

/**
 * Does the maximum likelihood estimate of the model exist, and are its parameters identified? It exists if and only if a table with
 * all cells positive has the same sufficient statistics: the greatest s with x >= s, X'x = X'n is above 0 (Fienberg and
 * Rinaldo 2012, a linear programme). It is identified if the design matrix of the cells that are left has full column rank.
 */
export function checkIdentifiability(
  table: CaptureTable,
  { terms, dropped }: Pick<ReducedModel, "terms" | "dropped">,
): Identifiability {
  const cells: number[] = [];
  for (let cell = 1; cell < table.counts.length; cell++) if (dropped[cell] === 0) cells.push(cell);
  const design = cells.map(cell => Float64Array.from(terms, term => ((cell & term) === term ? 1 : 0)));
  return {
    exists: existsPositive(
      design,
      Float64Array.from(cells, cell => table.counts[cell]!),
    ),
    identified: rank(design) === terms.length,
  };
}

function existsPositive(design: readonly Float64Array[], counts: Float64Array): boolean {
  const p = design[0]?.length ?? 0;
  const n = design.length;
  if (n === 0) return false;
  // Unknowns y = x − s >= 0 for each cell, and s: X'y + s X'1 = X'n.
  const scale = Math.max(1, ...counts);
  const rows = Array.from({ length: p }, (_, j) => {
    const row = new Float64Array(n + 1);
    for (let i = 0; i < n; i++) {
      row[i] = design[i]![j]!;
      row[n]! += design[i]![j]!;
    }
    return row;
  });
  const right = Float64Array.from(
    { length: p },
    (_, j) => design.reduce((sum, row, i) => sum + row[j]! * counts[i]!, 0) / scale,
  );
  const objective = new Float64Array(n + 1);
  objective[n] = 1;
  const most = maximise(objective, rows, right);
  return most !== null && most > 1e-9;
}

/** Rank of a matrix of zeros and ones by elimination with the largest pivot. */
function rank(matrix: readonly Float64Array[]): number {
  const rows = matrix.map(row => row.slice());
  const width = rows[0]?.length ?? 0;
  let found = 0;
  for (let column = 0; column < width && found < rows.length; column++) {
    let pivot = found;
    for (let i = found + 1; i < rows.length; i++)
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    if (Math.abs(rows[pivot]![column]!) < 1e-9) continue;
    [rows[found], rows[pivot]] = [rows[pivot]!, rows[found]!];
    const top = rows[found]!;
    for (let i = found + 1; i < rows.length; i++) {
      const factor = rows[i]![column]! / top[column]!;
      if (factor !== 0) for (let j = column; j < width; j++) rows[i]![j]! -= factor * top[j]!;
    }
    found++;
  }
  return found;
}
