import type { Layout } from "../../kernels/workspace.ts";
import type { Graph } from "../elimination.ts";
import { backAt, isDense, isFormed, strongOf } from "../schur.ts";
import { applyReduced } from "./apply.ts";
import type { FastStrong } from "./gradients.ts";
import type { FastPanel } from "./panel.ts";
import type { Slot } from "./places.ts";

/** The strong solver of `schur.ts` for a panel in the memory of the kernels, which form the matrix; null where there is none. */
export function fastStrong(panel: FastPanel): FastStrong | null {
  const { places, order, size } = panel;
  if (places.slots.length === 0 || !isFormed(order.pointers)) return null;
  const large = places.slots.reduce((best, slot) => (slot.size > best.size ? slot : best));
  const small = size - large.size;
  const graph = joinedNodes(panel, large);
  const coupling =
    graph !== null && isDense(size, { small, rows: order.rows }) ? coupled(panel, { large, small }) : null;
  if (graph === null) return null;
  const diagonal = panel.workspace.doubles(places.diagonal, size).map(value => (value > 0 ? 1 / value : 0));
  const strong = strongOf({ size, diagonal, large, graph, coupling }, () => {});
  const vector = (at: number) => panel.workspace.doubles(at, 2 * size);
  return {
    apply: (p, out) =>
      coupling === null ? applyReduced(panel, p, out) : strong.apply(vector(p), vector(out)),
    precondition: (residual, out) => strong.precondition(vector(residual), vector(out)),
  };
}

/** Edges that are taken out of the memory at a time. */
const ROOM = 1 << 14;

/** The nodes of a slot, joined by the groups that they share. The groups of some of the nodes are listed at a time, so that the lists stay short. */
function joinedNodes(panel: FastPanel, { nodes, size }: Slot): Graph | null {
  const { order, places } = panel;
  const starts = startsOf(panel, { nodes, size });
  const ranges = rangesOf(starts, places.weights === 0 ? 1 : RANGES);
  const rows = ranges.reduce((most, { from, to }) => Math.max(most, starts[to]! - starts[from]!), 0);
  const room = Math.max(ROOM, size);
  const at = panel.beside(layout => ({
    starts: layout.take(4 * (size + 1)),
    next: layout.take(4 * (size + 1)),
    groups: layout.take(4 * rows),
    shares: places.weights === 0 ? 0 : layout.take(8 * rows),
    sum: layout.take(8 * size),
    touched: layout.take(4 * size),
    from: layout.take(4 * room),
    to: layout.take(4 * room),
    weight: layout.take(8 * room),
    count: layout.take(16),
  }));
  if (at === null) return null;
  const { workspace } = panel;
  const { run } = workspace;
  const { pointers, inverse, weights } = places;
  workspace.zero(at.sum, 8 * size);
  const edges = new Edges(size);
  for (const range of ranges) {
    const own = starts.map(start => start - starts[range.from]!);
    workspace.ints(at.starts, size + 1).set(own);
    workspace.ints(at.next, size + 1).set(own);
    for (const { first, last } of order.blocks)
      run.listGroups(
        ...([pointers, first, last, nodes, range.from, range.to] as const),
        ...([inverse, weights, at.next, at.groups, at.shares] as const),
      );
    for (let node = range.from; node < range.to; ) {
      node = run.joinNodes(
        ...([at.starts, node, Math.min(range.to, node + NODES), at.groups, at.shares] as const),
        ...([pointers, nodes, inverse, weights, at.sum, at.touched] as const),
        ...([at.from, at.to, at.weight, room, at.count] as const),
      );
      const count = workspace.ints(at.count, 1)[0]!;
      const from = workspace.ints(at.from, count);
      edges.add(
        { from, to: workspace.ints(at.to, count), weight: workspace.doubles(at.weight, count) },
        node,
      );
    }
  }
  return edges.graph();
}

/** Ranges of nodes where rows have weights, which would take as much room again. */
const RANGES = 8;

/** Ranges of nodes of about as many rows. */
function rangesOf(starts: Int32Array, count: number): { from: number; to: number }[] {
  const size = starts.length - 1;
  const ranges: { from: number; to: number }[] = [];
  for (let from = 0; from < size; ) {
    const end = ((ranges.length + 1) * starts[size]!) / count;
    let to = from + 1;
    while (to < size && starts[to + 1]! <= end) to += 1;
    ranges.push({ from, to });
    from = to;
  }
  return ranges;
}

/** Nodes that one call of the kernel visits at most. */
const NODES = 1024;

/** First place of each node in a list of rows by node. */
function startsOf(
  { workspace, order }: FastPanel,
  { nodes, size }: Pick<Slot, "nodes" | "size">,
): Int32Array {
  const starts = new Int32Array(size + 1);
  const own = workspace.ints(nodes, order.rows);
  for (let i = 0; i < own.length; i++) starts[own[i]! + 1]! += 1;
  for (let node = 1; node < starts.length; node++) starts[node]! += starts[node - 1]!;
  return starts;
}

interface EdgeLists {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

/** Edges that come a piece at a time, from one node after the other. */
class Edges {
  readonly #nodes: number;
  #lists: EdgeLists = { from: new Int32Array(0), to: new Int32Array(0), weight: new Float64Array(0) };
  #count = 0;

  constructor(nodes: number) {
    this.#nodes = nodes;
  }

  /** Those up to this node; what the others will need is judged by them. */
  add({ from, to, weight }: EdgeLists, node: number): void {
    const count = this.#count + from.length;
    if (count > this.#lists.from.length) this.#enlarge(Math.ceil((SPARE * count * this.#nodes) / node));
    this.#lists.from.set(from, this.#count);
    this.#lists.to.set(to, this.#count);
    this.#lists.weight.set(weight, this.#count);
    this.#count = count;
  }

  #enlarge(room: number): void {
    const lists = { from: new Int32Array(room), to: new Int32Array(room), weight: new Float64Array(room) };
    lists.from.set(this.#lists.from.subarray(0, this.#count));
    lists.to.set(this.#lists.to.subarray(0, this.#count));
    lists.weight.set(this.#lists.weight.subarray(0, this.#count));
    this.#lists = lists;
  }

  graph(): Graph {
    const { from, to, weight } = this.#lists;
    return {
      nodes: this.#nodes,
      from: from.subarray(0, this.#count),
      to: to.subarray(0, this.#count),
      weight: weight.subarray(0, this.#count),
    };
  }
}

/** What is taken beyond the share of the nodes visited. */
const SPARE = 1.1;

/** For every node its entries in the columns of the small slots. */
function coupled(panel: FastPanel, { large, small }: { large: Slot; small: number }): Float64Array | null {
  const { places, size } = panel;
  const others = places.slots.filter(slot => slot !== large);
  if (small === 0) return new Float64Array(0);
  const at = panel.beside((layout: Layout) => ({
    lists: layout.take(8 * others.length),
    wide: layout.take(8 * large.size * small),
    block: layout.take(8 * small * small),
    sums: layout.take(8 * small),
    touched: layout.take(4 * small),
  }));
  if (at === null) return null;
  const { workspace } = panel;
  const { pointers, inverse, weights, diagonal } = places;
  const column = (node: number) => (node < large.offset ? node : node - large.size);
  workspace
    .ints(at.lists, 2 * others.length)
    .set(others.flatMap(({ nodes, offset }) => [nodes, column(offset)]));
  workspace.zero(at.wide, 8 * large.size * small);
  workspace.zero(at.block, 8 * small * small);
  workspace.zero(at.sums, 8 * small);
  panel.eachBlock(({ first, last }) =>
    workspace.run.coupleGroups(
      ...([pointers, first, last, inverse, weights, large.nodes, at.lists, others.length] as const),
      ...([small, at.wide, at.block, at.sums, at.touched] as const),
    ),
  );
  const coupling = new Float64Array(size * small);
  coupling.set(workspace.doubles(at.wide, large.size * small), large.offset * small);
  const block = workspace.doubles(at.block, small * small);
  const inverses = workspace.doubles(diagonal, size);
  for (let c = 0; c < small; c++) {
    const node = backAt(c, large);
    coupling.set(block.subarray(c * small, (c + 1) * small), node * small);
    if (inverses[node]! > 0) coupling[node * small + c]! += 1 / inverses[node]!;
  }
  return coupling;
}
