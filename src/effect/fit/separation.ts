import { type Design, withoutRows } from "../model/design.ts";
import { regress, valuesOf } from "./least-squares.ts";
import { residualOf, solveNormal } from "./normal-equations.ts";
import { partiallerOf } from "./partial.ts";
import { MANY } from "./products.ts";
import { variationOf } from "./variation.ts";

/** Weight of the rows with a positive outcome, which must be fitted by exactly 0. */
const HEAVY = 1e10;
/** A fitted value above this on a zero outcome marks a separated row. */
const POSITIVE = 1e-4;
const MOST_ROUNDS = 1000;

/**
 * Rows of a Poisson model that are separated: some combination of regressors and effects is 0 wherever the outcome is
 * positive, nowhere negative and positive in that row. Found by iterated rectified least squares (Correia, Guimaraes
 * and Zylkin 2019, section 3.3): the indicator of a zero outcome is projected on the combinations, negative values are
 * set to 0, and this repeats until nothing moves. Returns one flag a row.
 */
export function separatedRows(design: Design): Uint8Array {
  const { y } = design;
  const separated = new Uint8Array(y.length);
  let anyZero = false;
  const weights = new Float64Array(y.length);
  for (let row = 0; row < y.length; row++) {
    weights[row] = y[row]! > 0 ? HEAVY : 1;
    if (y[row]! <= 0) anyZero = true;
  }
  if (!anyZero || isClear(design, weights)) return separated;
  const partialler = partiallerOf({ ...design, weights }, { tolerance: 1e-14 });
  const raw = valuesOf(design.columns);
  const scale = raw.map(column => variationOf(column, weights));
  const columns = partialler.partial(raw).columns;
  let u: Float64Array = y.map(value => (value > 0 ? 0 : 1));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [uTilde] = partialler.partial([u]).columns;
    const { fitted } = regress(uTilde!, columns, { weights, scale: scale.map(value => value / HEAVY) });
    let largest = 0;
    let moved = 0;
    const next = u.map((value, row) => {
      if (y[row]! > 0) return 0;
      const fit = value - uTilde![row]! + (fitted[row] ?? 0);
      const rectified = Math.max(fit, 0);
      largest = Math.max(largest, rectified);
      moved = Math.max(moved, Math.abs(rectified - value));
      return rectified;
    });
    u = next;
    if (largest < POSITIVE) return separated;
    if (moved < POSITIVE * 1e-2 * largest) break;
  }
  for (let row = 0; row < y.length; row++) if (u[row]! > POSITIVE) separated[row] = 1;
  return separated;
}

/** Tolerance of the quick look: what it leaves of a fitted value is far below `POSITIVE`. */
const QUICK = 1e-9;
/** Share of its variation that a regressor must keep among the rows of positive outcome for the quick look to do. */
const KEPT = 1e-4;

/**
 * Whether already the first projection shows that nothing is separated, as nearly always; taken where the kernels hold columns without writing
 * them down. False also where it cannot say.
 */
function isClear(design: Design, weights: Float64Array): boolean {
  const raw = valuesOf(design.columns);
  const partialler = partiallerOf({ ...design, weights }, { tolerance: QUICK });
  if (design.constant || raw.length > MANY || partialler.hold === undefined) return false;
  const zero = new Float64Array(weights.length);
  for (let row = 0; row < zero.length; row++) zero[row] = weights[row] === 1 ? 1 : 0;
  const held = partialler.hold([zero, ...raw]);
  if (held === null) return false;
  const scale = raw.map(column => variationOf(column, weights));
  const { b, factor } = solveNormal(held, scale);
  const firm = scale.every((value, j) => factor[j * b.length + j]! ** 2 >= KEPT * value);
  return firm && 1 - held.least(residualOf(b), 1) < POSITIVE;
}

/** Leaves out separated rows of a Poisson model and counts them. */
export function dropSeparated(design: Design): Design {
  const separated = separatedRows(design);
  if (!separated.includes(1)) return design;
  const keep = separated.map(flag => 1 - flag);
  const rows = keep.reduce((sum, flag) => sum + 1 - flag, 0);
  const reason = "separated: the regressors predict a zero outcome perfectly";
  return withoutRows(design, keep, [...design.dropped, { reason, rows }]);
}
