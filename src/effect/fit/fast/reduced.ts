import type { Calls } from "../../kernels/calls.ts";
import { scatterCentred } from "./apply.ts";
import type { Block } from "./base-order.ts";
import { type Gradients, pairGradients, type Solved } from "./gradients.ts";
import type { FastPanel, VisitBlock } from "./panel.ts";
import type { PartPlaces } from "./places.ts";
import { clearSums, joinSums } from "./sums.ts";
import { placePair } from "./transfer.ts";

// What `sweeps.ts` does in plain code, on a panel in the memory of the kernels.

/** Takes the effects out of two columns (or one) at a place for pairs. `visit` is told blocks that are done, while they are in the cache. */
export function absorbPair(
  panel: FastPanel,
  pair: number,
  [a, b]: readonly [Float64Array, Float64Array | null],
  gradients: Gradients,
  visit?: VisitBlock,
): Solved {
  const { sorted } = panel.order;
  if (!sorted) placePair(panel, [a, b], pair);
  const place = (block: Block) => placePair(panel, [a, b], pair, block);
  return absorbPlaced(panel, pair, gradients, { visit, prepare: sorted ? place : undefined });
}

/** The same for two columns that are made a block of rows at a time. */
export function absorbMade(
  panel: FastPanel,
  pair: number,
  make: (block: Block, calls: Calls) => void,
  gradients: Gradients,
): Solved {
  return absorbPlaced(panel, pair, gradients, { make });
}

interface Ways {
  readonly visit?: VisitBlock | undefined;
  readonly prepare?: ((block: Block) => void) | undefined;
  readonly make?: (block: Block, calls: Calls) => void;
}

function absorbPlaced(panel: FastPanel, pair: number, gradients: Gradients, ways: Ways): Solved {
  if (panel.size === 0) {
    takeMeans(panel, [pair], ways);
    return NOTHING;
  }
  const solved = solvePlaced(panel, pair, gradients, ways);
  finishPair(panel, pair, ways.visit);
  return solved;
}

/** Takes the means of the base out of pairs of columns at their places; there are no other effects. `place` brings the rows of a block there, or all. */
export function absorbMeans(
  panel: FastPanel,
  pairs: readonly number[],
  { place, visit }: { place: (range?: Block) => void; visit: VisitBlock | undefined },
): void {
  const { sorted } = panel.order;
  if (!sorted) place();
  takeMeans(panel, pairs, { prepare: sorted ? place : undefined, visit });
}

function takeMeans(panel: FastPanel, pairs: readonly number[], { visit, prepare, make }: Ways): void {
  panel.contents = null;
  const finish: VisitBlock = (block, part, calls) => {
    make?.(block, calls);
    for (const pair of pairs) finishBlock(panel, pair, block, calls);
    visit?.(block, part, calls);
  };
  panel.visit(finish, prepare);
}

/** Solves for the effects in two columns without taking them out. */
export function solvePair(
  panel: FastPanel,
  pair: number,
  columns: readonly [Float64Array, Float64Array | null],
  gradients: Gradients,
): Solved {
  const { sorted } = panel.order;
  if (!sorted) placePair(panel, columns, pair);
  const place = (block: Block) => placePair(panel, columns, pair, block);
  return solvePlaced(panel, pair, gradients, { prepare: sorted ? place : undefined });
}

function solvePlaced(panel: FastPanel, pair: number, gradients: Gradients, { prepare, make }: Ways): Solved {
  panel.contents = null;
  clearSums(panel);
  panel.visitSums(
    [panel.places.vectors[0]!],
    (block, part, { calls, outs }) => {
      make?.(block, calls);
      addRightSide(panel, { pair, out: outs[0]!, block, part }, calls);
    },
    { prepare },
  );
  joinSums(panel, 2);
  return pairGradients(panel, gradients);
}

/** Takes what was solved for last out of the rows. */
export function finishPair(panel: FastPanel, pair: number, visit?: VisitBlock): void {
  panel.visit((block, part, calls) => {
    finishBlock(panel, pair, block, calls);
    visit?.(block, part, calls);
  });
}

export const NOTHING: Solved = { iterations: 0, converged: true };

interface RightSide {
  readonly pair: number;
  readonly out: number;
  readonly block: Block;
  readonly part: PartPlaces;
}

/** `out += D'W(I - P)x` for the rows of a block, and their squares to the sums. */
function addRightSide(panel: FastPanel, { pair, out, block, part }: RightSide, calls: Calls): void {
  const { pointers, inverse, weights, slots, scratch } = panel.places;
  const { first, last, from, to } = block;
  const [one, two] = slots;
  if (slots.length <= 2) {
    calls.rightSide(
      ...([pointers, first, last, inverse, weights, one!.nodes, two?.nodes ?? 0] as const),
      ...([pair, out, out + 16 * (two?.offset ?? 0), part.sums] as const),
    );
    return;
  }
  const [rows, n, heavy] = [pair + 16 * from, to - from, weights === 0 ? 0 : weights + 8 * from];
  calls.crossProducts(rows, rows, n, heavy, part.sums);
  calls.copyPairs(rows, n, scratch + 16 * from);
  scatterCentred(panel, block, out, calls);
}

/** Takes the solution and the means of the base out of the rows of a block. */
function finishBlock({ places }: FastPanel, pair: number, block: Block, calls: Calls): void {
  const { pointers, inverse, weights, slots, vectors } = places;
  const { first, last, from, to } = block;
  const p = vectors[1]!;
  const [one, two] = slots;
  if (slots.length > 2) {
    for (const { nodes, offset } of slots) calls.addNodes(nodes, from, to, p + 16 * offset, -1, pair);
    calls.finishRows(pointers, first, last, inverse, weights, 0, 0, 0, 0, pair);
    return;
  }
  calls.finishRows(
    ...([pointers, first, last, inverse, weights, one?.nodes ?? 0, two?.nodes ?? 0] as const),
    ...([p, p + 16 * (two?.offset ?? 0), pair] as const),
  );
}
