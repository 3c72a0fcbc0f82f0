import { gatherSums, sumsOf } from "../data/gathered.ts";

/** Numbers at either end of a column that are looked at before it is presumed to be whole. */
const LOOKED_AT = 2048;

/**
 * Columns that are presumed to miss no value, so that they need not be visited for that alone: a solve that brings them to the kernels takes note.
 * Who uses them must ask `areWhole` before an estimate is given.
 */
export class Presumed {
  readonly #columns: Float64Array[] = [];

  /** Whether the column is presumed to be whole from now on; never where it is small or a look at its ends says otherwise. */
  takes(values: Float64Array): boolean {
    if (values.length <= 2 * LOOKED_AT) return false;
    if (!isWhole(values.subarray(0, LOOKED_AT)) || !isWhole(values.subarray(-LOOKED_AT))) return false;
    if (!gatherSums(values)) return false;
    this.#columns.push(values);
    return true;
  }

  areWhole(): boolean {
    return this.#columns.every(values => sumsOf(values)?.missing === 0);
  }
}

function isWhole(values: Float64Array): boolean {
  // Zero, but NaN once a number is not finite.
  let nothing = 0;
  for (let i = 0; i < values.length; i++) nothing += 0 * values[i]!;
  return nothing === 0;
}

/** Thrown where a column that was presumed to be whole is not. */
export class NotWhole extends Error {}
