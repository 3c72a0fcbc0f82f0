import { choleskySolve, orderedCholesky } from "../../../stats/linalg.ts";
import type { FastPanel } from "./panel.ts";
import { groupPatternsOf } from "./small-slot.ts";

/** Share of the rows of a level below which what is left of it beside the base is rounding. */
const DEPENDENT = 1e-10;

/**
 * The reduced normal equations of one small slot, `D'(I - P)D a = r`, which are few enough to be solved exactly. `D'(I - P)D` follows from which
 * levels groups have together, and groups have few patterns of these.
 */
export class LevelSystem {
  readonly size: number;
  readonly #factor: Float64Array;

  private constructor(size: number, matrix: Float64Array, counts: Float64Array) {
    this.size = size;
    this.#factor = orderedCholesky(matrix, { tolerance: DEPENDENT, reference: counts }).factor;
  }

  /** Null where the slot is large, or groups have several rows in a level or many patterns. Rows must weigh alike. */
  static of(panel: FastPanel): LevelSystem | null {
    const patterns = groupPatternsOf(panel);
    if (patterns === null) return null;
    const { size } = panel;
    const matrix = new Float64Array(size * size);
    const counts = new Float64Array(size);
    for (const { levels, groups } of patterns) {
      for (const i of levels) {
        counts[i]! += groups;
        matrix[i * size + i]! += groups;
        for (const j of levels) matrix[i * size + j]! -= groups / levels.length;
      }
    }
    return new LevelSystem(size, matrix, counts);
  }

  /** Solves for right sides that stand side by side, `wide` in a line. */
  solve(right: Float64Array, wide: number): Float64Array {
    const solution = new Float64Array(right.length);
    for (let c = 0; c < wide; c++) {
      const one = choleskySolve(
        this.#factor,
        Float64Array.from({ length: this.size }, (_, level) => right[level * wide + c]!),
      );
      for (const [level, value] of one.entries()) solution[level * wide + c] = value;
    }
    return solution;
  }
}
