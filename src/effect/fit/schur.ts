import { seededRandom } from "../random.ts";
import { applyReduced } from "./apply-reduced.ts";
import { approximateCholesky, type LaplacianFactor, solveLaplacian } from "./approximate-cholesky.ts";
import type { Graph } from "./elimination.ts";
import { sortRows } from "./sort-rows.ts";
import type { Slots } from "./sweeps.ts";

/** With more pairs of rows in one group of the base than this times the rows, the matrix is not formed. */
const MOST_PAIRS = 12;
/** Other slots together may have this many nodes to be kept as dense blocks beside the large one. */
const MOST_SMALL = 128;
const SEED = 20_231;

/** A stronger way to solve the reduced system than the diagonal: a preconditioner, and sometimes the matrix itself. */
export interface Strong {
  readonly apply: (p: Float64Array, out: Float64Array) => void;
  readonly precondition: (residual: Float64Array, out: Float64Array) => void;
}

/**
 * Forms the exact off-diagonal weights between the nodes of the largest slot that share a group of the base, whose
 * Laplacian is that block of the reduced matrix, and factors it approximately. Null where it would cost too much or
 * slopes make it no Laplacian.
 */
export function strongSolver(slots: Slots): Strong | null {
  if (slots.multipliers !== null || slots.baseMultiplier !== null || slots.nodes.length === 0) return null;
  if (!isFormed(slots.pointers)) return null;
  const ranges = rangesOf(slots);
  const large = ranges.reduce((best, range) => (range.size > best.size ? range : best));
  const small = slots.size - large.size;
  const coupling = isDense(slots.size, { small, rows: slots.nodes[0]!.length })
    ? couplingOf(slots, { small, large })
    : null;
  return strongOf({ ...slots, large, graph: sharedGroups(slots, large), coupling }, (p, out) =>
    applyReduced(slots, p, out),
  );
}

/** Whether there are few enough pairs of rows in groups for the matrix to be formed. */
export function isFormed(pointers: Int32Array): boolean {
  return pairsOf(pointers) <= MOST_PAIRS * pointers.at(-1)!;
}

/** Whether slots other than the large one are kept as dense blocks: they are small, and so are the blocks beside the data. */
export const isDense = (size: number, { small, rows }: { small: number; rows: number }): boolean =>
  small <= MOST_SMALL && size * small <= 4 * rows + MOST_SMALL ** 2;

export interface Formed {
  readonly size: number;
  readonly diagonal: Float64Array;
  readonly large: Pick<Range, "offset" | "size">;
  readonly graph: Graph;
  /** For every node its entries in the columns of the small slots; null if they are not formed. */
  readonly coupling: Float64Array | null;
}

/** The strong solver of a matrix that is formed; `sweep` is its product where the coupling is not. */
export function strongOf(formed: Formed, sweep: Strong["apply"]): Strong {
  const factor = approximateCholesky(formed.graph, seededRandom(SEED));
  const apply = formed.coupling === null ? sweep : explicitOperator(formed, formed.coupling);
  return { apply, precondition: blockPreconditioner(formed, factor) };
}

export interface Range {
  readonly slot: number;
  readonly offset: number;
  readonly size: number;
}

function rangesOf(slots: Slots): Range[] {
  const starts = slots.nodes.map(nodes => {
    let [low, high] = [Number.POSITIVE_INFINITY, -1];
    for (let i = 0; i < nodes.length; i++) {
      if (nodes[i]! < low) low = nodes[i]!;
      if (nodes[i]! > high) high = nodes[i]!;
    }
    return { low, high };
  });
  return starts.map(({ low, high }, slot) => ({ slot, offset: low, size: high - low + 1 }));
}

function pairsOf(pointers: Int32Array): number {
  let pairs = 0;
  for (let g = 0; g + 1 < pointers.length; g++) {
    const n = pointers[g + 1]! - pointers[g]!;
    pairs += (n * (n - 1)) / 2;
  }
  return pairs;
}

/** Group of the base of every row. */
function groupsOf({ pointers }: Slots): Int32Array {
  const groups = new Int32Array(pointers.at(-1) ?? 0);
  for (let g = 0; g + 1 < pointers.length; g++) groups.fill(g, pointers[g]!, pointers[g + 1]!);
  return groups;
}

/** Edge between two nodes: the sum over groups of the product of their weights there over the group's weight. */
function sharedGroups(slots: Slots, { slot, offset, size }: Range): Graph {
  const { pointers, weights, baseInverse } = slots;
  const nodes = slots.nodes[slot]!;
  const groups = groupsOf(slots);
  const byNode = sortRows({ codes: nodes.map(node => node - offset), size });
  const sum = new Float64Array(size);
  const touched = new Int32Array(size);
  const from: number[] = [];
  const to: number[] = [];
  const weight: number[] = [];
  for (let node = 0; node < size; node++) {
    let count = 0;
    for (let place = byNode.pointers[node]!; place < byNode.pointers[node + 1]!; place++) {
      const row = byNode.order === null ? place : byNode.order[place]!;
      const g = groups[row]!;
      const own = (weights === null ? 1 : weights[row]!) * baseInverse[g]!;
      for (let other = pointers[g]!; other < pointers[g + 1]!; other++) {
        const neighbour = nodes[other]! - offset;
        if (neighbour <= node) continue;
        if (sum[neighbour] === 0) touched[count++] = neighbour;
        sum[neighbour]! += own * (weights === null ? 1 : weights[other]!);
      }
    }
    for (let i = 0; i < count; i++) {
      const neighbour = touched[i]!;
      from.push(node);
      to.push(neighbour);
      weight.push(sum[neighbour]!);
      sum[neighbour] = 0;
    }
  }
  return {
    nodes: size,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    weight: Float64Array.from(weight),
  };
}

interface Small {
  readonly small: number;
  readonly large: Pick<Range, "offset" | "size">;
}

/** Place of a node of a small slot among those, and back. */
export const smallAt = (node: number, { offset, size }: Small["large"]): number =>
  node < offset ? node : node - size;
export const backAt = (index: number, { offset, size }: Small["large"]): number =>
  index < offset ? index : index + size;

function couplingOf(slots: Slots, { small, large }: { small: number; large: Range }): Float64Array {
  const coupling = new Float64Array(slots.size * small);
  for (let index = 0; index < small; index++)
    coupling[backAt(index, large) * small + index] = slots.diagonal[backAt(index, large)]!;
  couple(slots, { coupling, small, smallAt: node => smallAt(node, large), large });
  return coupling;
}

/** The whole reduced matrix: the graph's Laplacian for the large slot, dense blocks for the small ones. */
function explicitOperator({ size, large, graph }: Formed, coupling: Float64Array): Strong["apply"] {
  const small = size - large.size;
  return (p, out) => {
    out.fill(0);
    const { from, to, weight } = graph;
    for (let e = 0; e < from.length; e++) {
      const a = 2 * (large.offset + from[e]!);
      const b = 2 * (large.offset + to[e]!);
      const w = weight[e]!;
      const first = w * (p[a]! - p[b]!);
      const second = w * (p[a + 1]! - p[b + 1]!);
      out[a]! += first;
      out[b]! -= first;
      out[a + 1]! += second;
      out[b + 1]! -= second;
    }
    for (let node = 0; node < size && small > 0; node++) {
      const inLarge = node >= large.offset && node < large.offset + large.size;
      for (let index = 0; index < small; index++) {
        const value = coupling[node * small + index]!;
        if (value === 0) continue;
        const other = 2 * backAt(index, large);
        out[2 * node]! += value * p[other]!;
        out[2 * node + 1]! += value * p[other + 1]!;
        if (!inLarge) continue;
        out[other]! += value * p[2 * node]!;
        out[other + 1]! += value * p[2 * node + 1]!;
      }
    }
  };
}

interface Coupling {
  readonly coupling: Float64Array;
  readonly small: number;
  readonly smallAt: (node: number) => number;
  readonly large: Range;
}

/** Adds the rows of every node in the columns of the small slots; diagonals are already there. */
function couple(slots: Slots, { coupling, small, smallAt, large }: Coupling): void {
  const { pointers, weights, baseInverse, nodes } = slots;
  if (small === 0) return;
  const w = (row: number) => (weights === null ? 1 : weights[row]!);
  for (let row = 0; row < nodes[0]!.length; row++) {
    for (let s = 0; s < nodes.length; s++) {
      if (s === large.slot) continue;
      for (let t = 0; t < nodes.length; t++) {
        if (t !== s) coupling[nodes[t]![row]! * small + smallAt(nodes[s]![row]!)]! += w(row);
      }
    }
  }
  for (let g = 0; g + 1 < pointers.length; g++) {
    for (let a = pointers[g]!; a < pointers[g + 1]!; a++) {
      for (let b = pointers[g]!; b < pointers[g + 1]!; b++) {
        const share = w(a) * w(b) * baseInverse[g]!;
        for (let s = 0; s < nodes.length; s++) {
          if (s === large.slot) continue;
          const column = smallAt(nodes[s]![b]!);
          for (let t = 0; t < nodes.length; t++) coupling[nodes[t]![a]! * small + column]! -= share;
        }
      }
    }
  }
}

/** The factor on the large slot, the diagonal elsewhere. */
function blockPreconditioner({ size, diagonal, large }: Formed, factor: LaplacianFactor) {
  const inverse = diagonal.map(value => (value > 0 ? 1 / value : 0));
  return (residual: Float64Array, out: Float64Array) => {
    for (let node = 0; node < size; node++) {
      const inLarge = node >= large.offset && node < large.offset + large.size;
      const scale = inLarge ? 1 : inverse[node]!;
      out[2 * node] = scale * residual[2 * node]!;
      out[2 * node + 1] = scale * residual[2 * node + 1]!;
    }
    solveLaplacian(factor, out, large.offset);
  };
}
