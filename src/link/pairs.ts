import { LARGEST_GROUP, type RuleCount } from "./blocking/blocking.ts";
import { placeBlocks } from "./blocking/pair-chunks.ts";
import { type Clusters, clusterInSteps, favourFrom } from "./cluster/cluster.ts";
import { type Comparer, comparerOfShared, shareComparer } from "./compare/compare.ts";
import { endCoding } from "./kernels/coding.ts";
import { float64s, int32s } from "./memory.ts";
import type { Label } from "./quality/labels.ts";
import { blockingRecall, expectedQuality, type Quality } from "./quality/threshold.ts";
import { type Pairs, probabilityOf, type Scorer, scorerOf } from "./score/score.ts";
import { scorePairs } from "./score/score-pairs.ts";
import type { Spec } from "./spec.ts";
import { type Column, type Table, uncoded } from "./table/columns.ts";
import type { ParametersFor } from "./train/parameters.ts";
import { refineInSteps, type Trained, trainInSteps } from "./train/train.ts";
import { doHere } from "./work/here.ts";
import { inChunks, type Work } from "./work/steps.ts";
import { keptClusters, keptJson, type WorkStore } from "./work/store.ts";
import type { Weighing } from "./work/tasks.ts";
import { doOnThreads, type Threads } from "./work/threads.ts";
import "./compare/worldly-here.ts";

export interface LinkResult {
  readonly spec: Spec;
  readonly comparer: Comparer;
  readonly scorer: Scorer;
  readonly rules: readonly RuleCount[];
  /** Pairs compared, of which `pairs` keeps those whose probability is not negligible. */
  readonly compared: number;
  readonly pairs: Pairs;
  readonly parameters: Trained;
  /** What precision and recall the model expects at thresholds, and which one was used. */
  readonly quality: readonly Quality[];
  readonly threshold: number;
  readonly clusters: Clusters;
}

export interface LinkOptions {
  /** Pairs of rows that somebody decided are one thing, or two. */
  readonly decisions?: readonly Label[] | undefined;
  /** Parameters of an earlier run, used instead of training. */
  readonly parameters?: ParametersFor | undefined;
  readonly progress?: (line: string) => void;
  /** Where parts of the work are kept, so that an interrupted run goes on where it was. */
  readonly store?: WorkStore | undefined;
}

/** From a table to clusters: block, train, compare, score, join. The same table and specification always give the same clusters. */
export const linkTable = (table: Table, spec: Spec, options: LinkOptions = {}): LinkResult =>
  doHere(linkInSteps(table, spec, options));

/** As `linkTable`, with so many threads, or with those of `startThreads`; what comes out is the same, to the byte, whatever their number. */
export const linkTableOnThreads = (
  table: Table,
  spec: Spec,
  { threads, ...options }: LinkOptions & { readonly threads: number | Threads },
): Promise<LinkResult> => doOnThreads(linkInSteps(table, spec, options), threads);

/** The work of `linkTable`, for whoever does it. */
export function* linkInSteps(
  table: Table,
  spec: Spec,
  { progress = () => {}, decisions = [], parameters: given, store }: LinkOptions = {},
): Work<LinkResult> {
  progress(`coding ${table.rows} rows`);
  const uncodedColumns = spec.fields.map(({ column, compare }) =>
    uncoded(column, compare, table.columns.get(column)!),
  );
  const columns = yield* inChunks("code", { columns: uncodedColumns }, uncodedColumns.length);
  endCoding();
  const also = new Map(spec.fields.flatMap(({ column, also: other }) => (other ? [[column, other]] : [])));
  const shared = shareComparer(columns, also);
  const comparer = comparerOfShared(shared);
  progress("grouping rows");
  const keys = int32s(table.rows * spec.block.length);
  const largest = spec.largest_group ?? LARGEST_GROUP;
  const rules = yield* inChunks("group", { columns, rules: spec.block, largest, keys }, spec.block.length);
  progress(given ? "reading parameters" : "training");
  const trained = () => trainInSteps(shared, rules, { seed: spec.seed });
  const first = given ? given(comparer) : yield* keptJson("trained", store, trained);
  const firstScorer = scorerOf(comparer, first);
  const weighing = { comparer: shared, weights: firstScorer.shared };
  const blocks = { rules, keys, places: placeBlocks({ rules, keys }, shared.kernels) };
  const scored = yield* scorePairs(weighing, blocks, { progress, store });
  progress("joining, first round");
  const options = { threshold: 0.5, comparer: shared, scorer: firstScorer };
  const before = yield* keptClusters("first-round", store, () =>
    clusterInSteps(table.rows, scored.pairs, options),
  );
  const parameters = given ? first : yield* refineInSteps(shared, first, before.of);
  const scorer = given ? firstScorer : scorerOf(comparer, parameters);
  const pairs = yield* rescored(scored.pairs, { comparer: shared, weights: scorer.shared });
  const quality = expectedQuality(pairs.probability, {
    found: pairs.probability.reduce((sum, one) => sum + one, scored.neglected),
    kept: blockingRecall(rules, shared, parameters),
  });
  const threshold = spec.threshold ?? bestThreshold(quality);
  progress(`joining pairs from ${threshold} on`);
  const clusters = yield* clusterInSteps(table.rows, pairs, {
    threshold,
    comparer: shared,
    scorer,
    favour: favourFrom(before),
    together: decisions.filter(({ same }) => same).map(({ a, b }) => [a, b] as const),
    apart: decisions.filter(({ same }) => !same).map(({ a, b }) => [a, b] as const),
    sources: spec.one_per === undefined ? undefined : sourcesOf(table.columns.get(spec.one_per)!),
    ...(spec.clustering && { clustering: spec.clustering }),
  });
  const { counted, compared } = scored;
  return {
    spec,
    comparer,
    scorer,
    rules: counted,
    compared,
    pairs,
    parameters,
    quality,
    threshold,
    clusters,
  };
}

/** The source of each row by number, -1 where the cell is empty. */
function sourcesOf({ codes, values }: Column): Int32Array {
  const empty = values.map(value => value.trim() === "");
  return codes.map(code => (empty[code] ? -1 : code));
}

/** Threshold with the highest expected F1; the higher of equals. */
function bestThreshold(quality: readonly Quality[]): number {
  const f1 = ({ precision, recall }: Quality) => (2 * precision * recall) / (precision + recall || 1);
  return quality.reduce((best, one) => (f1(one) >= f1(best) ? one : best)).threshold;
}

/** Pairs weighed in one chunk. */
const WEIGHED_AT_ONCE = 1 << 15;

function* rescored(pairs: Pairs, weighing: Weighing): Work<Pairs> {
  const { a, b, length } = pairs;
  const into = float64s(length);
  const given = { ...weighing, a, b, into, size: WEIGHED_AT_ONCE };
  yield* inChunks("weigh", given, Math.ceil(length / WEIGHED_AT_ONCE));
  for (let pair = 0; pair < length; pair++) into[pair] = probabilityOf(into[pair]!);
  return { ...pairs, probability: into };
}
