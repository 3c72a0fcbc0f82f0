import { UserError } from "../../codebook/errors.ts";
import type { Weights } from "../compare/batch.ts";
import { comparerOfShared, type SharedComparer } from "../compare/compare.ts";
import type { BoundKernels } from "../kernels/comparing.ts";
import { clustersIn, type JoinPlaces, joinInKernels, placeJoin } from "../kernels/joining.ts";
import { int32s } from "../memory.ts";
import type { Pairs, Scorer } from "../score/score.ts";
import { inChunks, type Work } from "../work/steps.ts";
import { type Components, componentsOf, evenly, sortByProbability } from "./components.ts";
import { type Forest, grouping } from "./grouping.ts";
import { refineClusters } from "./refine-clusters.ts";

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

/**
 * Joins rows whose pairs reach the threshold, best pair first. Two clusters are joined only while the mean log-odds between them, also
 * of pairs that blocking never saw, and what favours joining single rows is positive: average linkage on log-odds, a greedy correlation clustering (Bansal, Blum and
 * Chawla 2004; Elsner and Schudy 2009). Chains in which A is like B and B is like C while A is unlike C are thus cut, counted and shown.
 * Throws a `UserError` where two decisions contradict each other.
 */
export function clusterPairs(rows: number, pairs: Pairs, options: ClusterOptions): Clusters {
  const { forest, given } = prepared(rows, pairs, options);
  const joined = joinComponents({ ...given, weight: options.weight }, 0, given.starts.length - 1);
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
  const weighing = { comparer, weights: scorer.shared };
  const kernels = joinKernels(comparer, options);
  const { forest, given } = prepared(rows, pairs, options, kernels);
  const joined = yield* inChunks("cluster", { ...weighing, ...given }, given.chunks.length - 1);
  const joinedIn = kernels && given.places ? clustersIn(kernels, given.places) : null;
  return finished(forest, { joined, pairs, options }, joinedIn);
}

/** Kernels that can join pairs: where plain code must compare a field, or rows are kept apart, plain code joins too. */
function joinKernels(
  comparer: SharedComparer,
  { apart = [], sources }: Pick<ClusterOptions, "apart" | "sources">,
): BoundKernels | null {
  const { kernels } = comparerOfShared(comparer);
  return apart.length === 0 && sources === undefined && kernels?.plain.length === 0 ? kernels : null;
}

/** As `joinComponents`, one of the chunks of components in kernels. */
export function joinChunkInKernels(
  kernels: BoundKernels,
  given: ClusterGiven & { readonly places: JoinPlaces; readonly weights: Weights },
  chunk: number,
): Joined {
  const { pairs, starts, chunks, weights, favour = 0, clustering } = given;
  const [first, last] = [chunks[chunk]!, chunks[chunk + 1]!];
  const apart = joinInKernels(
    kernels,
    given.places,
    { weights, favour, all: clustering === "components" },
    { first, last, count: starts[last]! - starts[first]! },
  );
  const conflicts = Array.from(apart, index => ({
    a: pairs.a[index]!,
    b: pairs.b[index]!,
    probability: pairs.probability[index]!,
    reason: "evidence" as const,
    index,
  }));
  return { keptApart: apart.length, conflicts: likeliest(conflicts) };
}

/** What a thread is given to join pairs. */
export interface ClusterGiven extends Components, Pick<ClusterOptions, "favour" | "apart" | "clustering"> {
  readonly forest: Forest;
  readonly pairs: Pairs;
  readonly sources?: Int32Array | undefined;
  /** Where all of this stands in the memory of the comparer's kernels, if these join. */
  readonly places?: JoinPlaces | undefined;
}

/** Pairs that were kept apart, and the likeliest of them, best first, with their place among the pairs. */
export interface Joined {
  readonly keptApart: number;
  readonly conflicts: readonly (ClusterConflict & { readonly index: number })[];
}

function prepared(
  rows: number,
  pairs: Pairs,
  options: ClusterOptions,
  kernels: BoundKernels | null = null,
): { forest: Forest; given: ClusterGiven } {
  const { threshold, together = [], favour, apart, clustering, sources } = options;
  const forest = { parent: ascending(rows), next: ascending(rows), size: int32s(rows).fill(1) };
  const groups = grouping(forest, options);
  for (const [a, b] of together) {
    const [x, y] = [groups.find(a), groups.find(b)];
    if (groups.forbidden(x, y) === "decision") throw contradiction(a, b);
    groups.join(x, y);
  }
  const common = { forest, pairs, favour, apart, clustering, sources };
  if (kernels) {
    const { places, starts } = placeJoin(kernels, { pairs, forest, threshold });
    return {
      forest,
      given: { order: int32s(0), starts, chunks: evenly(starts), ...common, places },
    };
  }
  const components = componentsOf(pairs, { threshold, parent: Int32Array.from(forest.parent) });
  return { forest, given: { ...components, ...common } };
}

const ascending = (length: number): Int32Array => {
  const numbers = int32s(length);
  for (let at = 0; at < length; at++) numbers[at] = at;
  return numbers;
};

function finished(
  forest: Forest,
  { joined, pairs, options }: { joined: readonly Joined[]; pairs: Pairs; options: ClusterOptions },
  inKernels: { of: Int32Array; count: number } | null = null,
): Clusters {
  const refined = options.clustering === "refined";
  const { find } = grouping(forest, options);
  const of = inKernels?.of ?? forest.parent.map((_, row) => find(row));
  if (refined) refineClusters(of, pairs, options);
  return {
    ...(inKernels && !refined ? inKernels : numbered(of)),
    keptApart: joined.reduce((sum, { keptApart }) => sum + keptApart, 0),
    conflicts: likeliest(joined.flatMap(({ conflicts }) => conflicts)).map(
      ({ index: _, ...conflict }) => conflict,
    ),
  };
}

const likeliest = (conflicts: Joined["conflicts"]): Joined["conflicts"] =>
  [...conflicts].sort((x, y) => y.probability - x.probability || x.index - y.index).slice(0, MOST_CONFLICTS);

/** Conflicts of a chunk that are collected before the likeliest are picked out. */
const COLLECTED = 20 * MOST_CONFLICTS;

/** Joins the pairs of some components, one component after the other, in each the best pair first. */
export function joinComponents(
  given: ClusterGiven & Pick<ClusterOptions, "weight">,
  first: number,
  last: number,
): Joined {
  const { forest, pairs, order, starts, clustering = "average" } = given;
  const groups = grouping(forest, given);
  let conflicts: Joined["conflicts"][number][] = [];
  let keptApart = 0;
  const joinPair = (index: number) => {
    const a = pairs.a[index]!;
    const b = pairs.b[index]!;
    const x = groups.find(a);
    const y = groups.find(b);
    if (x === y) return;
    const probability = pairs.probability[index]!;
    const against =
      groups.forbidden(x, y) ??
      (clustering === "components" || groups.agree(x, y, probability) ? null : "evidence");
    if (against === null) {
      groups.join(x, y);
      return;
    }
    keptApart++;
    conflicts.push({ a, b, probability, reason: against, index });
    if (conflicts.length === COLLECTED) conflicts = [...likeliest(conflicts)];
  };
  for (let component = first; component < last; component++) {
    sortByProbability(order, starts[component]!, starts[component + 1]!, pairs.probability);
    for (let at = starts[component]!; at < starts[component + 1]!; at++) joinPair(order[at]!);
    groups.forget();
  }
  return { keptApart, conflicts: likeliest(conflicts) };
}

const contradiction = (a: number, b: number) =>
  new UserError({
    code: "contradiction",
    message: `rows ${a + 1} and ${b + 1} are decided to be the same, and other decisions say that they, or rows joined to them, are different`,
    hint: "take one of the decisions back",
  });

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
