/** A weighted graph without loops; edge `e` joins `from[e]` and `to[e]`. */
export interface Graph {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
}

/** A list of numbers with room for more than the old one had. */
function roomier<T extends Int32Array | Float64Array>(old: T): T {
  const larger = new (old.constructor as new (length: number) => T)(Math.ceil(1.5 * old.length) + 16);
  larger.set(old);
  return larger;
}

/** Half-edges in linked lists, one list a node. Those of a node that is eliminated make room for the edges that elimination adds. */
export class Adjacency {
  readonly head: Int32Array;
  next: Int32Array;
  to: Int32Array;
  weight: Float64Array;
  /** Begins the list of those that serve no more. */
  #free = -1;
  #size = 0;

  constructor({ nodes, from, to, weight }: Graph) {
    this.head = new Int32Array(nodes).fill(-1);
    const capacity = Math.max(16, 2 * from.length);
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
    const edge = this.#place();
    this.to[edge] = to;
    this.weight[edge] = weight;
    this.next[edge] = this.head[at]!;
    this.head[at] = edge;
  }

  #place(): number {
    if (this.#free >= 0) {
      const edge = this.#free;
      this.#free = this.next[edge]!;
      return edge;
    }
    if (this.#size === this.to.length) {
      this.next = roomier(this.next);
      this.to = roomier(this.to);
      this.weight = roomier(this.weight);
    }
    return this.#size++;
  }

  /** Gives up the half-edges of a node, the last of which is given. */
  release(node: number, last: number): void {
    if (last < 0) return;
    this.next[last] = this.#free;
    this.#free = this.head[node]!;
    this.head[node] = -1;
  }
}

/** Columns of a factor, written one after the other. */
export class Columns {
  #rows: Int32Array;
  #values: Float64Array;
  #size = 0;

  constructor(expected: number) {
    this.#rows = new Int32Array(expected);
    this.#values = new Float64Array(expected);
  }

  get size(): number {
    return this.#size;
  }

  add(row: number, value: number): void {
    if (this.#size === this.#rows.length) {
      this.#rows = roomier(this.#rows);
      this.#values = roomier(this.#values);
    }
    this.#rows[this.#size] = row;
    this.#values[this.#size++] = value;
  }

  whole(): { rows: Int32Array; values: Float64Array } {
    return { rows: this.#rows.subarray(0, this.#size), values: this.#values.subarray(0, this.#size) };
  }
}

/** Nodes by current degree; the lowest degree comes out first, ties in no fixed order. */
export class DegreeQueue {
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
