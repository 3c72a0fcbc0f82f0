import { UserError } from "../codebook/errors.ts";
import { apartFrom, CAP } from "./constraints.ts";
import { refineClusters } from "./refine-clusters.ts";
import type { Pairs } from "./score.ts";

/** Clusters of rows, numbered from 0 in the order of their first row. */
export interface Clusters {
  readonly of: Int32Array;
  readonly count: number;
  /** Pairs above the threshold that were kept apart, for whatever reason. */
  readonly keptApart: number;
  /** The likeliest of those, best first, each with its reason. */
  readonly conflicts: readonly ClusterConflict[];
}

/** Two rows that are like each other and do not stand in one cluster. */
export interface ClusterConflict {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
  /** The rest of the evidence between the clusters; a decision; two rows of one source. */
  readonly reason: "evidence" | "decision" | "one-per-source";
}

/** How pairs become clusters. */
export type Clustering = "average" | "components" | "refined";

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
  /** Source of each row, -1 where it has none: two rows of one source are never in one cluster, unless a decision puts them there. */
  readonly sources?: Int32Array | undefined;
  /**
   * `average` unless told. `components` joins every pair above the threshold (single linkage), constraints kept. `refined` moves single rows
   * between the clusters of `average` while that raises the sum of the log-odds within clusters.
   */
  readonly clustering?: Clustering;
}

/** Conflicts that are kept to be shown. */
const MOST_CONFLICTS = 50;

/** Pairs looked at between two clusters; larger ones are looked at in even steps. */
const MOST_LOOKED_AT = 48;

/**
 * Joins rows whose pairs reach the threshold, best pair first. Two clusters are joined only while the mean log-odds between them, also
 * of pairs that blocking never saw, and what favours joining single rows is positive: average linkage on log-odds, a greedy correlation clustering (Bansal, Blum and
 * Chawla 2004; Elsner and Schudy 2009). Chains in which A is like B and B is like C while A is unlike C are thus cut, counted and shown.
 * Throws a `UserError` where two decisions contradict each other.
 */
export function clusterPairs(rows: number, pairs: Pairs, options: ClusterOptions): Clusters {
  const { threshold, together = [], clustering = "average" } = options;
  const groups = grouping(rows, options);
  for (const [a, b] of together) {
    const [x, y] = [groups.find(a), groups.find(b)];
    if (groups.forbidden(x, y) === "decision") throw contradiction(a, b);
    groups.join(x, y);
  }
  const conflicts: ClusterConflict[] = [];
  let keptApart = 0;
  for (const index of descending(pairs.probability, threshold)) {
    const [a, b] = [pairs.a[index]!, pairs.b[index]!];
    const [x, y] = [groups.find(a), groups.find(b)];
    if (x === y) continue;
    const against =
      groups.forbidden(x, y) ?? (clustering === "components" || groups.agree(x, y) ? null : "evidence");
    if (against === null) {
      groups.join(x, y);
      continue;
    }
    keptApart++;
    if (conflicts.length < MOST_CONFLICTS)
      conflicts.push({ a, b, probability: pairs.probability[index]!, reason: against });
  }
  const of = Int32Array.from({ length: rows }, (_, row) => groups.find(row));
  if (clustering === "refined") refineClusters(of, pairs, options);
  return { ...numbered(of), keptApart, conflicts };
}

const contradiction = (a: number, b: number) =>
  new UserError({
    code: "contradiction",
    message: `rows ${a + 1} and ${b + 1} are decided to be the same, and other decisions say that they, or rows joined to them, are different`,
    hint: "take one of the decisions back",
  });

function grouping(rows: number, { weight, favour = 0, apart = [], sources }: ClusterOptions) {
  const parent = Int32Array.from({ length: rows }, (_, row) => row);
  // Members of a cluster as a ring: `next` of the last is the first, so that joining two is an exchange.
  const next = Int32Array.from({ length: rows }, (_, row) => row);
  const size = new Int32Array(rows).fill(1);
  const refused = new Map<number, number>();
  const separate = apartFrom(apart);
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
  const forbidden = (a: number, b: number): "decision" | "one-per-source" | null => {
    if (separate.size === 0 && sources === undefined) return null;
    const [small, large] = size[a]! <= size[b]! ? [a, b] : [b, a];
    const rowsOfSmall = members(small);
    for (const row of rowsOfSmall)
      for (const other of separate.get(row) ?? []) if (find(other) === large) return "decision";
    return sources !== undefined && shareSource(rowsOfSmall, members(large), sources)
      ? "one-per-source"
      : null;
  };
  const agree = (a: number, b: number) => {
    const sizes = size[a]! + size[b]!;
    const key = Math.min(a, b) * rows + Math.max(a, b);
    if (refused.get(key) === sizes) return false;
    const smaller = Math.min(size[a]!, size[b]!);
    if (meanOdds(members(a), members(b), weight) + favour / smaller > 0) return true;
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
  return { find, forbidden, agree, join };
}

function shareSource(a: Int32Array, b: Int32Array, sources: Int32Array): boolean {
  const known = new Set<number>();
  for (const row of a) if (sources[row]! >= 0) known.add(sources[row]!);
  return b.some(row => known.has(sources[row]!));
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
export function favourFrom({ of, count }: Pick<Clusters, "of" | "count">): number {
  const sizes = new Int32Array(count);
  for (const cluster of of) sizes[cluster]!++;
  const single = sizes.reduce((sum, size) => sum + (size === 1 ? 1 : 0), 0);
  return Math.min(MOST_FAVOUR, -Math.log2((single + 1) / (of.length + 1)));
}

/** Clusters by any name of them, numbered from 0 in the order of their first row. */
function numbered(names: Int32Array): { of: Int32Array; count: number } {
  const known = new Map<number, number>();
  const of = names.map(name => {
    const number = known.get(name) ?? known.size;
    known.set(name, number);
    return number;
  });
  return { of, count: known.size };
}
