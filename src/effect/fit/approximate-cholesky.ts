import type { Random } from "../random.ts";

/** A weighted graph without loops; edge `e` joins `from[e]` and `to[e]`. */
export interface Graph {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

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

/** Half-edges in linked lists, one list a node, that grow as elimination adds edges. */
class Adjacency {
  readonly head: Int32Array;
  next: Int32Array;
  to: Int32Array;
  weight: Float64Array;
  #size = 0;

  constructor({ nodes, from, to, weight }: Graph) {
    this.head = new Int32Array(nodes).fill(-1);
    const capacity = Math.max(16, 3 * from.length);
    this.next = new Int32Array(capacity);
    this.to = new Int32Array(capacity);
    this.weight = new Float64Array(capacity);
    for (let e = 0; e < from.length; e++) this.join(from[e]!, to[e]!, weight[e]!);
  }

  join(a: number, b: number, weight: number): void {
    this.#half(a, b, weight);
    this.#half(b, a, weight);
  }

  #half(at: number, to: number, weight: number): void {
    if (this.#size === this.to.length) this.#grow();
    const edge = this.#size++;
    this.to[edge] = to;
    this.weight[edge] = weight;
    this.next[edge] = this.head[at]!;
    this.head[at] = edge;
  }

  #grow(): void {
    const larger = 2 * this.to.length;
    const ints = (old: Int32Array) => {
      const grown = new Int32Array(larger);
      grown.set(old);
      return grown;
    };
    this.next = ints(this.next);
    this.to = ints(this.to);
    const weight = new Float64Array(larger);
    weight.set(this.weight);
    this.weight = weight;
  }
}

/** Nodes by current degree; the lowest degree comes out first, ties in no fixed order. */
class DegreeQueue {
  readonly #head: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  readonly degree: Int32Array;
  #lowest = 0;

  constructor(degree: Int32Array) {
    this.degree = degree;
    this.#head = new Int32Array(degree.length + 2).fill(-1);
    this.#next = new Int32Array(degree.length);
    this.#previous = new Int32Array(degree.length);
    for (let node = 0; node < degree.length; node++) this.#insert(node);
  }

  #bucket(node: number): number {
    return Math.min(this.degree[node]!, this.#head.length - 1);
  }

  #insert(node: number): void {
    const bucket = this.#bucket(node);
    const first = this.#head[bucket]!;
    this.#next[node] = first;
    this.#previous[node] = -1;
    if (first >= 0) this.#previous[first] = node;
    this.#head[bucket] = node;
    if (bucket < this.#lowest) this.#lowest = bucket;
  }

  #remove(node: number): void {
    const [before, after] = [this.#previous[node]!, this.#next[node]!];
    if (before >= 0) this.#next[before] = after;
    else this.#head[this.#bucket(node)] = after;
    if (after >= 0) this.#previous[after] = before;
  }

  move(node: number, by: number): void {
    if (by === 0) return;
    this.#remove(node);
    this.degree[node] = this.degree[node]! + by;
    this.#insert(node);
  }

  pop(): number {
    while (this.#head[this.#lowest] === -1) this.#lowest += 1;
    const node = this.#head[this.#lowest]!;
    this.#remove(node);
    return node;
  }
}

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
  const rows: number[] = [];
  const values: number[] = [];
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
      rows.push(neighbour);
      values.push(total[neighbour]! / sum);
      queue.move(neighbour, -copies[i]!);
    }
    pointers[place + 1] = rows.length;
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
  return { order, pointers, rows: Int32Array.from(rows), values: Float64Array.from(values), pivots };
}

interface Gathering {
  readonly node: number;
  readonly eliminated: Uint8Array;
  /** Filled with the merged weight of each neighbour; zero elsewhere. */
  readonly total: Float64Array;
}

/** The remaining neighbours of a node by ascending merged weight, with the number of parallel edges to each. */
function gather(adjacency: Adjacency, { node, eliminated, total }: Gathering) {
  const neighbours: number[] = [];
  const parallel = new Map<number, number>();
  for (let edge = adjacency.head[node]!; edge >= 0; edge = adjacency.next[edge]!) {
    const other = adjacency.to[edge]!;
    if (eliminated[other] === 1) continue;
    if (total[other] === 0) neighbours.push(other);
    else parallel.set(other, (parallel.get(other) ?? 1) + 1);
    total[other]! += adjacency.weight[edge]!;
  }
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
