import { levelCounts } from "../data/level-counts.ts";
import type { Design, Dropped } from "../model/design.ts";
import { withoutRows } from "../model/design.ts";
import type { Effect } from "./absorb.ts";
import type { Family } from "./family.ts";
import { type LevelPlaces, levelPlaces } from "./level-places.ts";

/**
 * Leaves out rows of fixed-effect levels whose outcomes are all at a bound (all zero for counts; all 0 or all 1 for
 * binary outcomes): their estimate would be infinite. Levels left with a single row go too, unless `keepSingletons`.
 */
export function dropBoundLevels(design: Design, family: Family, keepSingletons: boolean): Design {
  const { y } = design;
  const levels = design.effects.map(({ factor }) => levelsOf(y, factor, family.bounds));
  const keep = new Uint8Array(y.length).fill(1);
  const dropped = [0, 0];
  for (let changed = true; changed; ) {
    const rows = leave(keep, levels, atBound);
    dropped[0]! += rows;
    changed = rows > 0;
    if (!changed || keepSingletons) continue;
    for (let single = 1; single > 0; dropped[1]! += single) single = leave(keep, levels, alone);
  }
  if (dropped[0] === 0) return design;
  const entries = [
    { reason: LEVEL_REASON, rows: dropped[0]! },
    { reason: SINGLE_REASON, rows: dropped[1]! },
  ];
  return withoutRows(design, keep, addTo(design.dropped, entries));
}

const LEVEL_REASON = "in a fixed-effect level whose outcomes are all alike";
const SINGLE_REASON = "alone in a fixed-effect level";

/** What the rows that are left hold in each level of an effect. */
interface Levels {
  readonly places: LevelPlaces;
  readonly rows: Int32Array;
  /** For every bound of the outcome the rows that are not at it. */
  readonly away: readonly Int32Array[];
  readonly isAway: (row: number, bound: number) => boolean;
}

function levelsOf(y: Float64Array, factor: Effect["factor"], bounds: readonly number[]): Levels {
  const places = levelPlaces(factor);
  const away = bounds.map(bound => places.countAway(y, bound));
  const rows = levelCounts(factor).counts.slice();
  return { places, rows, away, isAway: (row, bound) => y[row] !== bounds[bound] };
}

/** The levels of which some row is left and no outcome is away from a bound. */
function atBound({ rows, away }: Levels): Uint8Array {
  const flags = new Uint8Array(rows.length);
  for (const counts of away)
    for (let level = 0; level < flags.length; level++)
      if (counts[level] === 0 && rows[level]! > 0) flags[level] = 1;
  return flags;
}

/** The levels of which one row is left. */
function alone({ rows }: Levels): Uint8Array {
  const flags = new Uint8Array(rows.length);
  for (let level = 0; level < flags.length; level++) if (rows[level] === 1) flags[level] = 1;
  return flags;
}

/** Takes out the rows of the levels flagged, all of them as the levels stood before; how many. */
function leave(keep: Uint8Array, effects: readonly Levels[], flag: (effect: Levels) => Uint8Array): number {
  const flags = effects.map(flag);
  let gone = 0;
  for (const [e, flagged] of flags.entries()) {
    if (!flagged.includes(1)) continue;
    effects[e]!.places.eachRow(flagged, row => {
      if (keep[row] === 0) return;
      keep[row] = 0;
      gone += 1;
      for (const effect of effects) forget(effect, row);
    });
  }
  return gone;
}

function forget({ places, rows, away, isAway }: Levels, row: number): void {
  const level = places.levelOf(row);
  rows[level]! -= 1;
  for (const [bound, counts] of away.entries()) if (isAway(row, bound)) counts[level]! -= 1;
}

/** Adds rows under one entry a reason. */
function addTo(before: readonly Dropped[], entries: readonly Dropped[]): Dropped[] {
  const totals = new Map<string, number>();
  for (const { reason, rows } of [...before, ...entries])
    if (rows > 0) totals.set(reason, (totals.get(reason) ?? 0) + rows);
  return [...totals].map(([reason, rows]) => ({ reason, rows }));
}
