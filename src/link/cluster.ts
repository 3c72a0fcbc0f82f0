import type { Pairs } from "./score.ts";

/** Clusters of rows, numbered from 0 in the order of their first row. */
export interface Clusters {
  readonly of: Int32Array;
  readonly count: number;
  /** Pairs above the threshold that were kept apart because the rest of the evidence between their clusters spoke against it. */
  readonly keptApart: number;
}

/** Bounds the weight that a single pair can bring, so that one overwhelming pair cannot outvote many that disagree. */
const CAP = 12;

/**
 * Joins rows whose pairs reach the threshold, best pair first. Two clusters are joined only while the summed log-odds of all compared
 * pairs between them is positive: greedy correlation clustering (Bansal, Blum and Chawla 2004; the agglomerative form of Elsner and
 * Schudy 2009). Chains in which A is like B and B is like C while A is unlike C are thus cut, and counted.
 */
export function clusterPairs(
  rows: number,
  pairs: Pairs,
  probability: Float64Array,
  threshold: number,
): Clusters {
  const parent = Int32Array.from({ length: rows }, (_, row) => row);
  const find = (row: number) => {
    let root = row;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  const between = adjacency(rows, pairs, probability);
  let keptApart = 0;
  for (const index of descending(probability, threshold)) {
    const a = find(pairs.a[index]!);
    const b = find(pairs.b[index]!);
    if (a === b) continue;
    if ((between[a]!.get(b) ?? 0) <= 0) keptApart++;
    else join(a, b, between, parent);
  }
  return number(parent, find, keptApart);
}

/** Log-odds between rows that were compared, bounded. */
function adjacency(rows: number, pairs: Pairs, probability: Float64Array): Map<number, number>[] {
  const between = Array.from({ length: rows }, () => new Map<number, number>());
  for (let index = 0; index < pairs.length; index++) {
    const p = probability[index]!;
    const odds = Math.max(-CAP, Math.min(CAP, Math.log2(p / (1 - p))));
    between[pairs.a[index]!]!.set(pairs.b[index]!, odds);
    between[pairs.b[index]!]!.set(pairs.a[index]!, odds);
  }
  return between;
}

/** Pairs at or above the threshold, best first; equal ones in the order of the table, so that the result never depends on chance. */
function descending(probability: Float64Array, threshold: number): number[] {
  const kept: number[] = [];
  for (let index = 0; index < probability.length; index++)
    if (probability[index]! >= threshold) kept.push(index);
  return kept.sort((x, y) => probability[y]! - probability[x]! || x - y);
}

/** Moves the evidence of the smaller neighbourhood to the larger, so that all joins together stay near-linear. */
function join(a: number, b: number, between: Map<number, number>[], parent: Int32Array): void {
  const [into, from] = between[a]!.size >= between[b]!.size ? [a, b] : [b, a];
  parent[from] = into;
  for (const [other, odds] of between[from]!) {
    between[other]!.delete(from);
    if (other === into) continue;
    const sum = (between[into]!.get(other) ?? 0) + odds;
    between[into]!.set(other, sum);
    between[other]!.set(into, sum);
  }
  between[from] = new Map();
}

function number(parent: Int32Array, find: (row: number) => number, keptApart: number): Clusters {
  const names = new Map<number, number>();
  const of = Int32Array.from(parent, (_, row) => {
    const root = find(row);
    if (!names.has(root)) names.set(root, names.size);
    return names.get(root)!;
  });
  return { of, count: names.size, keptApart };
}
