import { forEachPair, type PreparedRule, prepareRule, type RuleCount } from "./blocking.ts";
import { type Clusters, clusterPairs } from "./cluster.ts";
import { codeColumn, type Table } from "./columns.ts";
import { type PatternCode, patternCode } from "./patterns.ts";
import { type Pairs, scorePairs } from "./score.ts";
import type { Spec } from "./spec.ts";
import { expectedQuality, type Quality } from "./threshold.ts";
import { type Session, type Trained, train } from "./train.ts";

export interface LinkResult {
  readonly spec: Spec;
  readonly code: PatternCode;
  readonly rules: readonly RuleCount[];
  readonly pairs: Pairs;
  readonly parameters: Trained;
  readonly probability: Float64Array;
  /** What precision and recall the model expects at thresholds, and which one was used. */
  readonly quality: readonly Quality[];
  readonly threshold: number;
  readonly clusters: Clusters;
}

export interface LinkOptions {
  readonly progress?: (line: string) => void;
}

/** From a table to clusters: block, compare, train, score, join. The same table and specification always give the same clusters. */
export function linkTable(table: Table, spec: Spec, { progress = () => {} }: LinkOptions = {}): LinkResult {
  progress(`coding ${table.rows} rows`);
  const columns = new Map(
    spec.fields.map(({ column, compare }) => [
      column,
      codeColumn(column, compare, table.columns.get(column)!),
    ]),
  );
  const code = patternCode([...columns.values()]);
  const rules = spec.block.map(keys => prepareRule({ keys }, columns));
  const { pairs, counted, sessions } = comparePairs(rules, code, progress);
  progress(`training on ${pairs.length} pairs`);
  const parameters = train(code, sessions, { rows: table.rows, seed: spec.seed });
  const probability = scorePairs(code, pairs, parameters);
  const quality = expectedQuality(probability, parameters, { rules, code });
  const threshold = spec.threshold ?? bestThreshold(quality);
  progress(`joining pairs from ${threshold} on`);
  const clusters = clusterPairs(table.rows, pairs, probability, threshold);
  return { spec, code, rules: counted, pairs, parameters, probability, quality, threshold, clusters };
}

/** Threshold with the highest expected F1; the higher of equals. */
function bestThreshold(quality: readonly Quality[]): number {
  const f1 = ({ precision, recall }: Quality) => (2 * precision * recall) / (precision + recall || 1);
  return quality.reduce((best, one) => (f1(one) >= f1(best) ? one : best)).threshold;
}

/** Compares every pair once, and counts the patterns of each rule's own pairs for training. */
function comparePairs(rules: readonly PreparedRule[], code: PatternCode, progress: (line: string) => void) {
  const most = rules.reduce((sum, { pairs }) => sum + pairs, 0);
  const a = new Int32Array(most);
  const b = new Int32Array(most);
  const pattern = new Float64Array(most);
  const sessions: Session[] = rules.map(rule => ({
    rule: rule.keys.join(" + "),
    keys: rule.keys,
    patterns: new Map(),
    pairs: rule.pairs,
  }));
  let length = 0;
  const counted = forEachPair(rules, (first, second) => {
    a[length] = first;
    b[length] = second;
    pattern[length] = code.of(first, second);
    for (const [index, { codes }] of rules.entries())
      if (codes[first]! >= 0 && codes[first] === codes[second])
        add(sessions[index]!.patterns as Map<number, number>, pattern[length]!);
    length++;
    if (length % 500_000 === 0) progress(`compared ${length} pairs`);
  });
  return {
    counted,
    sessions,
    pairs: {
      length,
      a: a.subarray(0, length),
      b: b.subarray(0, length),
      pattern: pattern.subarray(0, length),
    },
  };
}

const add = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1);
