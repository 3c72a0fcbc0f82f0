import type { Factor } from "../../data/factor.ts";
import type { Calls } from "../../kernels/calls.ts";
import { type Block, CHUNK } from "./base-order.ts";
import type { FastPanel } from "./panel.ts";

/** Brings what the columns are multiplied by to a place, for the rows of a block. */
export type WriteResiduals = (block: Block, residuals: number, calls: Calls) => void;

/**
 * For some of the columns in pairs the sums by group of their products with residuals; null where the groups do not stand in this order of rows.
 * `alone` takes groups of the base and one pair in a single visit.
 */
export function sumByGroup(
  panel: FastPanel,
  groups: Pick<Factor, "codes" | "size">,
  wanted: readonly number[],
  write: WriteResiduals,
  alone: ((block: Block, calls: Calls) => void) | null = null,
): Float64Array[] | null {
  const { workspace, places, order } = panel;
  if (groups.size > order.groups || !panel.hasCodes(groups)) return null;
  const codes = panel.codesAt(groups);
  const sums = new Map(wanted.map(j => [j, new Float64Array(groups.size)]));
  const own = [...new Set(wanted.map(j => j >> 1))];
  const take = (p: number, first: number, last: number) => {
    for (const which of [0, 1] as const) {
      const all = sums.get(2 * p + which);
      if (all !== undefined) takeSums(panel, { first, last, which }, all);
    }
  };
  const scores = { own, write, take };
  if (codes === 0 && own.length === 1) scoreOnePair(panel, { ...scores, alone });
  else if (codes === 0) scoreByBlocks(panel, scores);
  else {
    const { residuals } = places.parts[0]!;
    for (const p of own) {
      workspace.zero(places.groupSums, 16 * groups.size);
      panel.eachBlock(block => {
        const { from, to } = block;
        write(block, residuals, workspace.run);
        const rows = places.pairs[p]! + 16 * from;
        workspace.run.scoreCodes(rows, residuals, codes + 4 * from, to - from, places.groupSums);
      });
      take(p, 0, groups.size);
    }
  }
  return wanted.map(j => sums.get(j)!);
}

interface Scores {
  /** The pairs of which some column is wanted. */
  readonly own: readonly number[];
  readonly write: WriteResiduals;
  /** Takes the sums of a pair for some groups out of the memory. */
  readonly take: (p: number, first: number, last: number) => void;
}

/** By groups of the base; the sums of one pair find room for all groups. */
function scoreOnePair(
  panel: FastPanel,
  { own, write, take, alone }: Scores & { alone: ((block: Block, calls: Calls) => void) | null },
): void {
  const { pairs, pointers, groupSums } = panel.places;
  panel.visit((block, { residuals }, calls) => {
    if (alone !== null) return alone(block, calls);
    const { first, last, from } = block;
    write(block, residuals, calls);
    calls.scoreGroups(pairs[own[0]!]! + 16 * from, residuals, pointers, first, last, groupSums);
  });
  take(own[0]!, 0, panel.order.groups);
}

/** The same for several pairs, whose sums are taken out block by block. */
function scoreByBlocks(panel: FastPanel, { own, write, take }: Scores): void {
  const { workspace, places } = panel;
  const { pairs, pointers, groupSums, parts } = places;
  const { residuals } = parts[0]!;
  panel.eachBlock(block => {
    const { first, last, from } = block;
    write(block, residuals, workspace.run);
    for (const p of own) {
      workspace.run.scoreGroups(pairs[p]! + 16 * from, residuals, pointers, first, last, groupSums);
      take(p, first, last);
    }
  });
}

/** The first or second column of the sums by group, from a group to another. */
function takeSums(
  { workspace, places: { staging, groupSums } }: FastPanel,
  { first, last, which }: { first: number; last: number; which: 0 | 1 },
  sums: Float64Array,
): void {
  for (let from = first; from < last; from += CHUNK) {
    const n = Math.min(CHUNK, last - from);
    workspace.run.takeColumn(groupSums + 16 * from, n, which, staging.a);
    sums.set(workspace.doubles(staging.a, n), from);
  }
}
