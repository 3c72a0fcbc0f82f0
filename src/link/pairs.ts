import { BATCH } from "./batch.ts";
import {
  forEachPair,
  keyCoder,
  LARGEST_GROUP,
  type PreparedRule,
  prepareRule,
  type RuleCount,
} from "./blocking.ts";
import { type Clusters, clusterPairs, favourFrom } from "./cluster.ts";
import { type Column, codeColumn, type Table } from "./columns.ts";
import { type Comparer, comparerOf } from "./compare.ts";
import type { Label } from "./labels.ts";
import type { ParametersFor } from "./parameters.ts";
import { type Pairs, probabilityOf, type Scorer, scorerOf } from "./score.ts";
import type { Spec } from "./spec.ts";
import { blockingRecall, expectedQuality, type Quality } from "./threshold.ts";
import { refine, type Trained, train } from "./train.ts";

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
}

/** Pairs below this weight (a probability of 1 in 100) are counted and not kept. */
const LEAST_WEIGHT = Math.log2(0.01 / 0.99);

/** From a table to clusters: block, train, compare, score, join. The same table and specification always give the same clusters. */
export function linkTable(
  table: Table,
  spec: Spec,
  { progress = () => {}, decisions = [], parameters: given }: LinkOptions = {},
): LinkResult {
  progress(`coding ${table.rows} rows`);
  const columns = new Map(
    spec.fields.map(({ column, compare }) => [
      column,
      codeColumn(column, compare, table.columns.get(column)!),
    ]),
  );
  const also = new Map(spec.fields.flatMap(({ column, also: other }) => (other ? [[column, other]] : [])));
  const comparer = comparerOf([...columns.values()], also);
  const keys = keyCoder(columns);
  const rules = spec.block.map(rule =>
    prepareRule({ keys: rule }, keys, { largest: spec.largest_group ?? LARGEST_GROUP }),
  );
  progress(given ? "reading parameters" : "training");
  const first = given ? given(comparer) : train(comparer, rules, { seed: spec.seed });
  const scored = scorePairs(rules, scorerOf(comparer, first), progress);
  progress("joining, first round");
  const before = clusterPairs(table.rows, scored.pairs, {
    threshold: 0.5,
    weight: scorerOf(comparer, first).weight,
  });
  const parameters = given ? first : refine(comparer, first, before.of);
  const scorer = scorerOf(comparer, parameters);
  const pairs = rescored(scored.pairs, scorer);
  const quality = expectedQuality(pairs.probability, {
    found: pairs.probability.reduce((sum, one) => sum + one, scored.neglected),
    kept: blockingRecall(rules, comparer, parameters),
  });
  const threshold = spec.threshold ?? bestThreshold(quality);
  progress(`joining pairs from ${threshold} on`);
  const clusters = clusterPairs(table.rows, pairs, {
    threshold,
    weight: scorer.weight,
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

/** Below this not even millions of pairs add up to a match. */
const NOTHING = -20;

/** Scores every pair once, and keeps those that matter. */
function scorePairs(rules: readonly PreparedRule[], { weights }: Scorer, progress: (line: string) => void) {
  const kept = growingPairs();
  const a = new Int32Array(BATCH);
  const b = new Int32Array(BATCH);
  const into = new Float64Array(BATCH);
  let length = 0;
  let compared = 0;
  let neglected = 0;
  const flush = () => {
    weights(a, b, { length, floor: NOTHING, into });
    for (let pair = 0; pair < length; pair++) {
      const bits = into[pair]!;
      if (bits >= LEAST_WEIGHT) kept.add(a[pair]!, b[pair]!, probabilityOf(bits));
      else if (bits > NOTHING) neglected += probabilityOf(bits);
    }
    if (Math.floor((compared + length) / 1e6) > Math.floor(compared / 1e6))
      progress(`compared ${compared + length} pairs`);
    compared += length;
    length = 0;
  };
  const counted = forEachPair(rules, (first, second) => {
    a[length] = first;
    b[length] = second;
    if (++length === BATCH) flush();
  });
  flush();
  return { pairs: kept.pairs(), counted, compared, neglected };
}

/** Pairs in arrays that double when they are full. */
function growingPairs() {
  let a = new Int32Array(1 << 16);
  let b = new Int32Array(1 << 16);
  let probability = new Float64Array(1 << 16);
  let length = 0;
  const add = (first: number, second: number, chance: number) => {
    if (length === a.length) {
      a = grown(a, Int32Array);
      b = grown(b, Int32Array);
      probability = grown(probability, Float64Array);
    }
    a[length] = first;
    b[length] = second;
    probability[length++] = chance;
  };
  const pairs = (): Pairs => ({
    length,
    a: a.subarray(0, length),
    b: b.subarray(0, length),
    probability: probability.subarray(0, length),
  });
  return { add, pairs };
}

const rescored = (pairs: Pairs, { weights }: Scorer): Pairs => {
  const probability = new Float64Array(pairs.length);
  for (let from = 0; from < pairs.length; from += BATCH) {
    const to = Math.min(from + BATCH, pairs.length);
    weights(pairs.a.subarray(from, to), pairs.b.subarray(from, to), {
      length: to - from,
      floor: Number.NEGATIVE_INFINITY,
      into: probability.subarray(from, to),
    });
  }
  return { ...pairs, probability: probability.map(probabilityOf) };
};

function grown<T extends Int32Array | Float64Array>(array: T, Type: new (length: number) => T): T {
  const larger = new Type(2 * array.length);
  larger.set(array);
  return larger;
}
