import { UserError } from "../codebook/errors.ts";
import { buckets, descending } from "./cluster-buckets.ts";
import type { SharedComparer } from "./compare.ts";
import { apartFrom, CAP } from "./constraints.ts";
import { int32s } from "./memory.ts";
import { refineClusters } from "./refine-clusters.ts";
import type { Pairs, Scorer } from "./score.ts";
import { inChunks, type Work } from "./work/steps.ts";

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
   * `average` unless told. `components` joins every pair above the threshold (single linkage), constraints kept. `refined` then places rows
   * that `average` left over, and moves a row to a larger cluster that it is clearly likelier to belong to.
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
  const { forest, given } = prepared(rows, pairs, options);
  const joined = joinBucket({ ...given, weight: options.weight }, null);
  return finished(forest, { joined: [joined], pairs, options });
}

/** As `clusterPairs`, with connected components shared out among threads: what joins in one is of no account in another. */
export function* clusterInSteps(
  rows: number,
  pairs: Pairs,
  {
    comparer,
    scorer,
    ...others
  }: Omit<ClusterOptions, "weight"> & { comparer: SharedComparer; scorer: Scorer },
): Work<Clusters> {
  const options = { ...others, weight: scorer.weight };
  const { forest, given } = prepared(rows, pairs, options);
  const weighing = { comparer, weights: scorer.shared };
  const joined = yield* inChunks("cluster", { ...weighing, ...given }, given.bounds.length - 1);
  return finished(forest, { joined, pairs, options });
}

/** Rows as trees of clusters, in arrays that threads write to, each in its own components. */
interface Forest {
  readonly parent: Int32Array;
  /** Members of a cluster as a ring: `next` of the last is the first, so that joining two is an exchange. */
  readonly next: Int32Array;
  readonly size: Int32Array;
}

/** What a thread is given to join pairs. */
export interface ClusterGiven extends Pick<ClusterOptions, "favour" | "apart" | "clustering"> {
  readonly forest: Forest;
  readonly pairs: Pairs;
  /** Pairs from the threshold on, those of a bucket of components together; where each bucket starts. */
  readonly order: Int32Array;
  readonly bounds: Int32Array;
  readonly sources?: Int32Array | undefined;
}

/** Pairs that were kept apart, and the likeliest of them, best first, with their place among the pairs. */
export interface Joined {
  readonly keptApart: number;
  readonly conflicts: readonly (ClusterConflict & { readonly index: number })[];
}

function prepared(rows: number, pairs: Pairs, options: ClusterOptions) {
  const { threshold, together = [], favour, apart, clustering, sources } = options;
  const forest = { parent: ascending(rows), next: ascending(rows), size: int32s(rows).fill(1) };
  const groups = grouping(forest, options);
  for (const [a, b] of together) {
    const [x, y] = [groups.find(a), groups.find(b)];
    if (groups.forbidden(x, y) === "decision") throw contradiction(a, b);
    groups.join(x, y);
  }
  const { order, bounds } = buckets(pairs, { threshold, parent: Int32Array.from(forest.parent) });
  return { forest, given: { forest, pairs, order, bounds, favour, apart, clustering, sources } };
}

const ascending = (length: number): Int32Array => {
  const numbers = int32s(length);
  for (let at = 0; at < length; at++) numbers[at] = at;
  return numbers;
};

function finished(
  forest: Forest,
  { joined, pairs, options }: { joined: readonly Joined[]; pairs: Pairs; options: ClusterOptions },
): Clusters {
  const { find } = grouping(forest, options);
  const of = forest.parent.map((_, row) => find(row));
  if (options.clustering === "refined") refineClusters(of, pairs, options);
  return {
    ...numbered(of),
    keptApart: joined.reduce((sum, { keptApart }) => sum + keptApart, 0),
    conflicts: joined
      .flatMap(({ conflicts }) => conflicts)
      .sort((x, y) => y.probability - x.probability || x.index - y.index)
      .slice(0, MOST_CONFLICTS)
      .map(({ index: _, ...conflict }) => conflict),
  };
}

/** Joins the pairs of one bucket, or of all where none is named, best first. */
export function joinBucket(
  given: ClusterGiven & Pick<ClusterOptions, "weight">,
  bucket: number | null,
): Joined {
  const { forest, pairs, order, bounds, clustering = "average" } = given;
  const groups = grouping(forest, given);
  const conflicts: (ClusterConflict & { index: number })[] = [];
  let keptApart = 0;
  const own = bucket === null ? order : order.subarray(bounds[bucket], bounds[bucket + 1]);
  for (const index of descending(own, pairs.probability)) {
    const [a, b] = [pairs.a[index]!, pairs.b[index]!];
    const [x, y] = [groups.find(a), groups.find(b)];
    if (x === y) continue;
    const probability = pairs.probability[index]!;
    const against =
      groups.forbidden(x, y) ??
      (clustering === "components" || groups.agree(x, y, probability) ? null : "evidence");
    if (against === null) {
      groups.join(x, y);
      continue;
    }
    keptApart++;
    if (conflicts.length < MOST_CONFLICTS) conflicts.push({ a, b, probability, reason: against, index });
  }
  return { keptApart, conflicts };
}

const contradiction = (a: number, b: number) =>
  new UserError({
    code: "contradiction",
    message: `rows ${a + 1} and ${b + 1} are decided to be the same, and other decisions say that they, or rows joined to them, are different`,
    hint: "take one of the decisions back",
  });

function grouping(
  { parent, next, size }: Forest,
  {
    weight,
    favour = 0,
    apart = [],
    sources,
  }: Pick<ClusterOptions, "weight" | "favour" | "apart" | "sources">,
) {
  const rows = parent.length;
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
    return inOrder(list);
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
  const agree = (a: number, b: number, probability: number) => {
    const sizes = size[a]! + size[b]!;
    // Of two single rows the pair itself is all there is to look at.
    if (sizes === 2 && probability > 0.5) return true;
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

/** Ascending; by insertion where they are few, which most clusters are. */
function inOrder(list: Int32Array): Int32Array {
  if (list.length > 24) return list.sort();
  for (let end = 1; end < list.length; end++) {
    const row = list[end]!;
    let at = end;
    for (; at > 0 && list[at - 1]! > row; at--) list[at] = list[at - 1]!;
    list[at] = row;
  }
  return list;
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

/** Most bits that `favour` can have. */
const MOST_FAVOUR = 6;

/** Bits in favour of joining a left-over row: minus log2 of the share of rows that a first round left single. */
export function favourFrom({ of, count }: Pick<Clusters, "of" | "count">): number {
  const sizes = new Int32Array(count);
  for (const cluster of of) sizes[cluster]!++;
  const single = sizes.reduce((sum, size) => sum + (size === 1 ? 1 : 0), 0);
  return Math.min(MOST_FAVOUR, -Math.log2((single + 1) / (of.length + 1)));
}

/** Clusters by names below the number of rows, or a little more, numbered from 0 in the order of their first row. */
function numbered(names: Int32Array): { of: Int32Array; count: number } {
  const numbers = new Int32Array(names.reduce((most, name) => Math.max(most, name), -1) + 1).fill(-1);
  const of = int32s(names.length);
  let count = 0;
  for (let row = 0; row < names.length; row++) {
    const name = names[row]!;
    if (numbers[name]! < 0) numbers[name] = count++;
    of[row] = numbers[name]!;
  }
  return { of, count };
}
