import type { Layout } from "../../kernels/workspace.ts";
import type { Graph } from "../approximate-cholesky.ts";
import { backAt, isDense, isFormed, strongOf } from "../schur.ts";
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
    apply: (p, out) => (coupling === null ? panel.apply(p, out) : strong.apply(vector(p), vector(out))),
    precondition: (residual, out) => strong.precondition(vector(residual), vector(out)),
  };
}

/** Edges that are taken out of the memory at a time. */
const ROOM = 1 << 16;

/** The nodes of a slot, joined by the groups that they share. */
function joinedNodes(panel: FastPanel, { nodes, size }: Slot): Graph | null {
  const { order, places } = panel;
  const room = Math.max(ROOM, size);
  const at = panel.beside(layout => ({
    starts: layout.take(4 * (size + 1)),
    next: layout.take(4 * (size + 1)),
    groups: layout.take(4 * order.rows),
    shares: places.weights === 0 ? 0 : layout.take(8 * order.rows),
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
  listStarts(panel, nodes, workspace.ints(at.starts, size + 1));
  workspace.ints(at.next, size + 1).set(workspace.ints(at.starts, size + 1));
  panel.eachBlock((first, last) =>
    run.listGroups(pointers, first, last, nodes, inverse, weights, at.next, at.groups, at.shares),
  );
  workspace.zero(at.sum, 8 * size);
  const parts: { from: Int32Array; to: Int32Array; weight: Float64Array }[] = [];
  for (let node = 0; node < size; ) {
    node = run.joinNodes(
      ...([at.starts, node, Math.min(size, node + NODES), at.groups, at.shares] as const),
      ...([pointers, nodes, inverse, weights, at.sum, at.touched] as const),
      ...([at.from, at.to, at.weight, room, at.count] as const),
    );
    const edges = workspace.ints(at.count, 1)[0]!;
    parts.push({
      from: workspace.ints(at.from, edges).slice(),
      to: workspace.ints(at.to, edges).slice(),
      weight: workspace.doubles(at.weight, edges).slice(),
    });
  }
  return joined(size, parts);
}

/** Nodes that one call of the kernel visits at most. */
const NODES = 1024;

/** First place of each node in a list of rows by node. */
function listStarts({ workspace, order }: FastPanel, nodes: number, starts: Int32Array): void {
  starts.fill(0);
  const own = workspace.ints(nodes, order.rows);
  for (let i = 0; i < own.length; i++) starts[own[i]! + 1]! += 1;
  for (let node = 1; node < starts.length; node++) starts[node]! += starts[node - 1]!;
}

function joined(
  nodes: number,
  parts: readonly { from: Int32Array; to: Int32Array; weight: Float64Array }[],
): Graph {
  const edges = parts.reduce((sum, { from }) => sum + from.length, 0);
  const graph = {
    nodes,
    from: new Int32Array(edges),
    to: new Int32Array(edges),
    weight: new Float64Array(edges),
  };
  let at = 0;
  for (const { from, to, weight } of parts) {
    graph.from.set(from, at);
    graph.to.set(to, at);
    graph.weight.set(weight, at);
    at += from.length;
  }
  return graph;
}

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
  panel.eachBlock((first, last) =>
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
