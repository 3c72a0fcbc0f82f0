import type { Pairs } from "./score.ts";

/** Clusters of rows, numbered from 0 in the order of their first row. */
export interface Clusters {
  readonly of: Int32Array;
  readonly count: number;
  /** Pairs above the threshold that were kept apart because the rest of the evidence between their clusters spoke against it. */
  readonly keptApart: number;
}

export interface ClusterOptions {
  /** Match probability from which a pair can join its clusters. */
  readonly threshold: number;
  /** Log2 odds of any two rows, whether they were blocked together or not. */
  readonly weight: (a: number, b: number) => number;
  /**
   * Bits in favour of joining a single row to a cluster, half as many for a cluster of two, and so on; 0 unless told. Where nearly
   * every row belongs to some cluster, a row that is left over more likely belongs to its best one than to none.
   */
  readonly favour?: number;
  /** Pairs of rows that a decision keeps apart. */
  readonly apart?: readonly (readonly [number, number])[];
  /** Pairs of rows that a decision puts together, before any other. */
  readonly together?: readonly (readonly [number, number])[];
}

/** Bounds the weight that a single pair can bring, so that one overwhelming pair cannot outvote many that disagree. */
const CAP = 10;

/** Pairs looked at between two clusters; larger ones are looked at in even steps. */
const MOST_LOOKED_AT = 48;

/**
 * Joins rows whose pairs reach the threshold, best pair first. Two clusters are joined only while the mean log-odds between them, also
 * of pairs that blocking never saw, and what favours joining single rows is positive: average linkage on log-odds, a greedy correlation clustering (Bansal, Blum and
 * Chawla 2004; Elsner and Schudy 2009). Chains in which A is like B and B is like C while A is unlike C are thus cut, and counted.
 */
export function clusterPairs(rows: number, pairs: Pairs, options: ClusterOptions): Clusters {
  const { threshold, together = [] } = options;
  const groups = grouping(rows, options);
  for (const [a, b] of together) groups.join(groups.find(a), groups.find(b));
  let keptApart = 0;
  for (const index of descending(pairs.probability, threshold)) {
    const a = groups.find(pairs.a[index]!);
    const b = groups.find(pairs.b[index]!);
    if (a === b) continue;
    if (groups.agree(a, b)) groups.join(a, b);
    else keptApart++;
  }
  return numbered(rows, groups.find, keptApart);
}

function grouping(rows: number, { weight, favour = 0, apart = [] }: ClusterOptions) {
  const parent = Int32Array.from({ length: rows }, (_, row) => row);
  // Members of a cluster as a ring: `next` of the last is the first, so that joining two is an exchange.
  const next = Int32Array.from({ length: rows }, (_, row) => row);
  const size = new Int32Array(rows).fill(1);
  const refused = new Map<number, number>();
  const find = (row: number) => {
    let root = row;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  const members = (root: number) => {
    const list = new Int32Array(size[root]!);
    for (let at = 0, row = root; at < list.length; at++, row = next[row]!) list[at] = row;
    return list.sort();
  };
  const agree = (a: number, b: number) => {
    const sizes = size[a]! + size[b]!;
    const key = Math.min(a, b) * rows + Math.max(a, b);
    if (refused.get(key) === sizes) return false;
    const forbidden = apart.some(([x, y]) => {
      const first = find(x);
      return (first === a && find(y) === b) || (first === b && find(y) === a);
    });
    const smaller = Math.min(size[a]!, size[b]!);
    if (!forbidden && meanOdds(members(a), members(b), weight) + favour / smaller > 0) return true;
    refused.set(key, sizes);
    return false;
  };
  const join = (a: number, b: number) => {
    if (a === b) return;
    const [into, from] = size[a]! > size[b]! || (size[a] === size[b] && a < b) ? [a, b] : [b, a];
    parent[from] = into;
    size[into]! += size[from]!;
    const first = next[into]!;
    next[into] = next[from]!;
    next[from] = first;
  };
  return { find, agree, join };
}

function meanOdds(a: Int32Array, b: Int32Array, weight: (a: number, b: number) => number): number {
  const all = a.length * b.length;
  const looked = Math.min(all, MOST_LOOKED_AT);
  let sum = 0;
  for (let look = 0; look < looked; look++) {
    const at = Math.floor((look * all) / looked);
    const odds = weight(a[Math.floor(at / b.length)]!, b[at % b.length]!);
    sum += Math.max(-CAP, Math.min(CAP, odds));
  }
  return sum / looked;
}

/** Pairs at or above the threshold, best first; equal ones in the order of the table, so that the result never depends on chance. */
function descending(probability: Float64Array, threshold: number): Int32Array {
  const kept: number[] = [];
  for (let index = 0; index < probability.length; index++)
    if (probability[index]! >= threshold) kept.push(index);
  return Int32Array.from(kept).sort((x, y) => probability[y]! - probability[x]! || x - y);
}

/** Most bits that `favour` can have. */
const MOST_FAVOUR = 6;

/** Bits in favour of joining a left-over row: minus log2 of the share of rows that a first round left single. */
export function favourFrom({ of, count }: Clusters): number {
  const sizes = new Int32Array(count);
  for (const cluster of of) sizes[cluster]!++;
  const single = sizes.reduce((sum, size) => sum + (size === 1 ? 1 : 0), 0);
  return Math.min(MOST_FAVOUR, -Math.log2((single + 1) / (of.length + 1)));
}

function numbered(rows: number, find: (row: number) => number, keptApart: number): Clusters {
  const names = new Map<number, number>();
  const of = Int32Array.from({ length: rows }, (_, row) => {
    const root = find(row);
    if (!names.has(root)) names.set(root, names.size);
    return names.get(root)!;
  });
  return { of, count: names.size, keptApart };
}
