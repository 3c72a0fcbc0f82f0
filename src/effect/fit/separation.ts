import type { Design } from "../model/design.ts";
import { withoutRows } from "../model/design.ts";
import type { Family } from "./family.ts";
import { regress, valuesOf, variationOf } from "./least-squares.ts";
import { partiallerOf } from "./partial.ts";

/**
 * Leaves out rows of fixed-effect levels whose outcomes are all at a bound (all zero for counts; all 0 or all 1 for
 * binary outcomes): their estimate would be infinite. Levels left with a single row go too, unless `keepSingletons`.
 */
export function dropBoundLevels(design: Design, family: Family, keepSingletons: boolean): Design {
  let current = design;
  for (;;) {
    const keep = new Uint8Array(current.y.length).fill(1);
    for (const { factor } of current.effects)
      markBoundLevels(current.y, factor, { bounds: family.bounds, keep });
    if (!keep.includes(0)) return merged(design, current);
    current = withoutRows(current, keep, LEVEL_REASON);
    if (!keepSingletons) current = withoutSingletons(current);
  }
}

const LEVEL_REASON = "in a fixed-effect level whose outcomes are all alike";
const SINGLE_REASON = "alone in a fixed-effect level";

function markBoundLevels(
  y: Float64Array,
  { codes, size }: { codes: Int32Array; size: number },
  { bounds, keep }: { bounds: readonly number[]; keep: Uint8Array },
): void {
  for (const bound of bounds) {
    const varies = new Uint8Array(size);
    for (let row = 0; row < y.length; row++) if (y[row] !== bound) varies[codes[row]!] = 1;
    for (let row = 0; row < y.length; row++) if (varies[codes[row]!] === 0) keep[row] = 0;
  }
}

function withoutSingletons(design: Design): Design {
  let current = design;
  for (;;) {
    const keep = new Uint8Array(current.y.length).fill(1);
    for (const { factor } of current.effects) {
      const counts = new Int32Array(factor.size);
      for (let row = 0; row < keep.length; row++) counts[factor.codes[row]!]! += 1;
      for (let row = 0; row < keep.length; row++) if (counts[factor.codes[row]!] === 1) keep[row] = 0;
    }
    if (!keep.includes(0)) return current;
    current = withoutRows(current, keep, SINGLE_REASON);
  }
}

/** Adds up the rows of repeated passes under one entry a reason. */
function merged(before: Design, after: Design): Design {
  if (after === before) return before;
  const totals = new Map<string, number>();
  for (const { reason, rows } of after.dropped) totals.set(reason, (totals.get(reason) ?? 0) + rows);
  return { ...after, dropped: [...totals].map(([reason, rows]) => ({ reason, rows })) };
}

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
  if (y.every(value => value > 0)) return separated;
  const weights = y.map(value => (value > 0 ? HEAVY : 1));
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

/** Leaves out separated rows of a Poisson model and counts them. */
export function dropSeparated(design: Design): Design {
  const separated = separatedRows(design);
  if (!separated.includes(1)) return design;
  const keep = separated.map(flag => 1 - flag);
  return withoutRows(design, keep, "separated: the regressors predict a zero outcome perfectly");
}
