import type { Design, Dropped } from "../model/design.ts";
import { withoutRows } from "../model/design.ts";
import type { Family } from "./family.ts";
import { MANY, regress, valuesOf, variationOf } from "./least-squares.ts";
import { residualOf, solveNormal } from "./normal-equations.ts";
import { partiallerOf } from "./partial.ts";

/**
 * Leaves out rows of fixed-effect levels whose outcomes are all at a bound (all zero for counts; all 0 or all 1 for
 * binary outcomes): their estimate would be infinite. Levels left with a single row go too, unless `keepSingletons`.
 */
export function dropBoundLevels(design: Design, family: Family, keepSingletons: boolean): Design {
  const state = new Uint8Array(design.y.length);
  let before = -1;
  for (let out = 0; out !== before; ) {
    before = out;
    out += leave(state, AT_BOUND, mark => {
      for (const { factor } of design.effects)
        markBoundLevels(design.y, factor, { bounds: family.bounds, state, mark });
    });
    if (out === before || keepSingletons) continue;
    for (let alone = -1; alone !== 0; out += alone)
      alone = leave(state, ALONE_NOW, mark => {
        for (const { factor } of design.effects) markSingles(factor, state, mark);
      });
  }
  if (before === 0) return design;
  const entries = [
    { reason: LEVEL_REASON, rows: count(state, AT_BOUND) },
    { reason: SINGLE_REASON, rows: count(state, ALONE_NOW) },
  ];
  const left = withoutRows(
    design,
    state.map(value => (value === 0 ? 1 : 0)),
    LEVEL_REASON,
  );
  return { ...left, dropped: addTo(design.dropped, entries) };
}

const LEVEL_REASON = "in a fixed-effect level whose outcomes are all alike";
const SINGLE_REASON = "alone in a fixed-effect level";

/** Why a row is out; 0 is in. */
const AT_BOUND = 1;
const ALONE_NOW = 2;

/** Takes out the rows that are marked, all of them as the rows stood before; how many. */
function leave(state: Uint8Array, why: number, mark: (marks: Uint8Array) => void): number {
  const marks = new Uint8Array(state.length);
  mark(marks);
  let rows = 0;
  for (let row = 0; row < marks.length; row++) {
    if (marks[row] === 0) continue;
    state[row] = why;
    rows += 1;
  }
  return rows;
}

function count(state: Uint8Array, why: number): number {
  let rows = 0;
  for (let row = 0; row < state.length; row++) if (state[row] === why) rows += 1;
  return rows;
}

interface Marking {
  readonly bounds: readonly number[];
  readonly state: Uint8Array;
  readonly mark: Uint8Array;
}

function markBoundLevels(
  y: Float64Array,
  { codes, size }: { codes: Int32Array; size: number },
  { bounds, state, mark }: Marking,
): void {
  for (const bound of bounds) {
    const varies = new Uint8Array(size);
    for (let row = 0; row < y.length; row++)
      if (y[row] !== bound && state[row] === 0) varies[codes[row]!] = 1;
    if (!varies.includes(0)) continue;
    for (let row = 0; row < y.length; row++) if (state[row] === 0 && varies[codes[row]!] === 0) mark[row] = 1;
  }
}

function markSingles(
  { codes, size }: { codes: Int32Array; size: number },
  state: Uint8Array,
  mark: Uint8Array,
): void {
  const counts = new Int32Array(size);
  for (let row = 0; row < codes.length; row++) if (state[row] === 0) counts[codes[row]!]! += 1;
  if (!counts.includes(1)) return;
  for (let row = 0; row < codes.length; row++)
    if (state[row] === 0 && counts[codes[row]!] === 1) mark[row] = 1;
}

/** Adds rows under one entry a reason. */
function addTo(before: readonly Dropped[], entries: readonly Dropped[]): Dropped[] {
  const totals = new Map<string, number>();
  for (const { reason, rows } of [...before, ...entries])
    if (rows > 0) totals.set(reason, (totals.get(reason) ?? 0) + rows);
  return [...totals].map(([reason, rows]) => ({ reason, rows }));
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
  return withoutRows(design, keep, "separated: the regressors predict a zero outcome perfectly");
}
