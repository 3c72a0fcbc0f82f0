import type { Random } from "../random.ts";
import { Adjacency, Columns, DegreeQueue, type Graph } from "./elimination.ts";

/** `L D L'` with unit lower triangular L, close to the Laplacian of a graph. Columns stand in order of elimination. */
export interface LaplacianFactor {
  readonly order: Int32Array;
  /** Column of the node eliminated at place p: entries `pointers[p]` to `pointers[p + 1] - 1`. */
  readonly pointers: Int32Array;
  readonly rows: Int32Array;
  /** Entries of -L, positive. */
  readonly values: Float64Array;
  /** Pivot at each place; 0 for the last node of a component. */
  readonly pivots: Float64Array;
}

/** Entries of a factor for each edge of the graph, about. */
const FILL = 1.3;

/**
 * Randomised approximate Cholesky factor of a graph Laplacian (Gao, Kyng and Spielman 2023, "Robust and practical
 * solution of Laplacian equations by approximate elimination"): nodes go in order of current degree; instead of the
 * clique that exact elimination makes, each neighbour but the heaviest gets one edge to a heavier one, drawn in
 * proportion to weight, so that the result is right on average and stays sparse.
 */
export function approximateCholesky(graph: Graph, random: Random): LaplacianFactor {
  const { nodes } = graph;
  const adjacency = new Adjacency(graph);
  const degree = new Int32Array(nodes);
  for (let e = 0; e < graph.from.length; e++) {
    degree[graph.from[e]!]! += 1;
    degree[graph.to[e]!]! += 1;
  }
  const queue = new DegreeQueue(degree);
  const eliminated = new Uint8Array(nodes);
  const total = new Float64Array(nodes);
  const order = new Int32Array(nodes);
  const pointers = new Int32Array(nodes + 1);
  const pivots = new Float64Array(nodes);
  const columns = new Columns(Math.ceil(FILL * graph.from.length));
  for (let place = 0; place < nodes; place++) {
    const node = queue.pop();
    eliminated[node] = 1;
    order[place] = node;
    const { neighbours, copies } = gather(adjacency, { node, eliminated, total });
    const d = neighbours.length;
    let sum = 0;
    for (let i = 0; i < d; i++) sum += total[neighbours[i]!]!;
    pivots[place] = sum;
    for (let i = 0; i < d; i++) {
      const neighbour = neighbours[i]!;
      columns.add(neighbour, total[neighbour]! / sum);
      queue.move(neighbour, -copies[i]!);
    }
    pointers[place + 1] = columns.size;
    let rest = sum;
    for (let i = 0; i < d - 1; i++) {
      const lighter = neighbours[i]!;
      const own = total[lighter]!;
      rest -= own;
      let target = random() * rest;
      let j = i + 1;
      while (j < d - 1 && target >= total[neighbours[j]!]!) target -= total[neighbours[j++]!]!;
      const heavier = neighbours[j]!;
      adjacency.join(lighter, heavier, (own * rest) / sum);
      queue.move(lighter, 1);
      queue.move(heavier, 1);
    }
    for (let i = 0; i < d; i++) total[neighbours[i]!] = 0;
  }
  return { order, pointers, ...columns.whole(), pivots };
}

interface Gathering {
  readonly node: number;
  readonly eliminated: Uint8Array;
  /** Filled with the merged weight of each neighbour; zero elsewhere. */
  readonly total: Float64Array;
}

/** The remaining neighbours of a node by ascending merged weight, with the number of parallel edges to each; its own edges are given up. */
function gather(adjacency: Adjacency, { node, eliminated, total }: Gathering) {
  const neighbours: number[] = [];
  const parallel = new Map<number, number>();
  let last = -1;
  for (let edge = adjacency.head[node]!; edge >= 0; edge = adjacency.next[edge]!) {
    last = edge;
    const other = adjacency.to[edge]!;
    if (eliminated[other] === 1) continue;
    if (total[other] === 0) neighbours.push(other);
    else parallel.set(other, (parallel.get(other) ?? 1) + 1);
    total[other]! += adjacency.weight[edge]!;
  }
  adjacency.release(node, last);
  neighbours.sort((a, b) => total[a]! - total[b]!);
  return { neighbours, copies: neighbours.map(neighbour => parallel.get(neighbour) ?? 1) };
}

/** Solves `L D L' x = r` for an interleaved pair, in place, on nodes `offset` and after. */
export function solveLaplacian(factor: LaplacianFactor, x: Float64Array, offset: number): void {
  const { order, pointers, rows, values, pivots } = factor;
  for (let place = 0; place < order.length; place++) {
    const at = 2 * (offset + order[place]!);
    const a = x[at]!;
    const b = x[at + 1]!;
    for (let e = pointers[place]!; e < pointers[place + 1]!; e++) {
      const row = 2 * (offset + rows[e]!);
      x[row]! += values[e]! * a;
      x[row + 1]! += values[e]! * b;
    }
    const inverse = pivots[place] === 0 ? 0 : 1 / pivots[place]!;
    x[at] = a * inverse;
    x[at + 1] = b * inverse;
  }
  for (let place = order.length - 1; place >= 0; place--) {
    const at = 2 * (offset + order[place]!);
    let a = x[at]!;
    let b = x[at + 1]!;
    for (let e = pointers[place]!; e < pointers[place + 1]!; e++) {
      const row = 2 * (offset + rows[e]!);
      a += values[e]! * x[row]!;
      b += values[e]! * x[row + 1]!;
    }
    x[at] = a;
    x[at + 1] = b;
  }
}
