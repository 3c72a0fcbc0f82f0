import type { Kind } from "../../codebook/types.ts";
import { probabilityOf } from "../score.ts";
import { comparisonsOf, type FieldComparison, type Value, type WideRow } from "./fields.ts";

/** One field of a compared pair of records: which values, how they compare, and what it says in bits. */
export interface FieldEvidence {
  readonly field: string;
  readonly values: readonly [string, string];
  readonly level: string;
  readonly weight: number;
}

/** A pair of records with the evidence for and against their being one event. */
export interface RecordPair {
  readonly records: readonly [string, string];
  /** Log2 of the odds of being one event. */
  readonly weight: number;
  readonly probability: number;
  readonly evidence: readonly FieldEvidence[];
  /** Why it is not joined by rule, whatever its weight; empty where nothing stands against it. */
  readonly against: readonly string[];
}

export interface ProposedEvents {
  readonly records: number;
  readonly compared: number;
  readonly threshold: number;
  /** Pairs that the rule joins, best first. */
  readonly joined: readonly RecordPair[];
  /** Pairs that came near: above the lower bound, below the threshold or with something against them; best first. */
  readonly near: readonly RecordPair[];
  /** Expected share of the joined pairs that are one event, and of all such pairs above the lower bound that are joined. */
  readonly expected: { readonly precision: number; readonly recall: number };
}

export interface ProposeOptions {
  /** Probability from which a pair is joined; 0.999 unless told: nothing that is two events may be one. */
  readonly threshold?: number;
  /** Pairs kept as near ones; 50 unless told. */
  readonly most?: number;
  /** Keys of pairs (`pairKeyOf`) that somebody has decided on: they are not proposed again. */
  readonly decided?: ReadonlySet<string>;
}

export const pairKeyOf = (a: string, b: string): string => JSON.stringify([a, b].sort());

/**
 * m: how often two records of one event agree at each level, from the lowest. A book that people keep holds few duplicates, too few to
 * estimate m from them, so it is set: one in fifty contradicts, the rest lies on the upper levels. u is measured on all pairs.
 */
const M: Readonly<Record<number, readonly number[]>> = {
  2: [0.02, 0.98],
  3: [0.02, 0.18, 0.8],
  4: [0.02, 0.08, 0.25, 0.65],
};

/** Records of one event that a record is expected to have beside it, on average, before anything is compared. */
const EXPECTED_DUPLICATES = 0.05;

/** Below this probability a pair is not even near. */
const NEAR = 0.05;

/** Compares every record with every other by the fields that identify its kind, and proposes which are one event. */
export function proposeEvents(
  kind: Kind,
  rows: readonly WideRow[],
  { threshold = 0.999, most = 50, decided = new Set() }: ProposeOptions = {},
): ProposedEvents {
  const model = modelOf(kind, rows);
  const joined: RecordPair[] = [];
  const near: RecordPair[] = [];
  let compared = 0;
  for (let a = 0; a < rows.length; a++)
    for (let b = a + 1; b < rows.length; b++) {
      compared++;
      const weight = model.weigh(a, b);
      const probability = probabilityOf(weight);
      if (probability < NEAR || decided.has(pairKeyOf(idOf(rows[a]!), idOf(rows[b]!)))) continue;
      const pair = model.explain(a, b);
      (probability >= threshold && pair.against.length === 0 ? joined : near).push(pair);
    }
  const byWeight = (x: RecordPair, y: RecordPair) =>
    y.weight - x.weight || (x.records.join() < y.records.join() ? -1 : 1);
  const sum = (pairs: readonly RecordPair[]) =>
    pairs.reduce((total, { probability }) => total + probability, 0);
  const open = near.filter(({ against }) => against.length === 0);
  const matches = sum(joined) + sum(open);
  return {
    records: rows.length,
    compared,
    threshold,
    joined: joined.sort(byWeight),
    near: near.sort(byWeight).slice(0, most),
    expected: {
      precision: joined.length > 0 ? sum(joined) / joined.length : 1,
      recall: matches > 0 ? sum(joined) / matches : 1,
    },
  };
}

/** The evidence between two records named by their ids; null where one is not there. */
export function explainRecords(
  kind: Kind,
  rows: readonly WideRow[],
  [a, b]: readonly [string, string],
): RecordPair | null {
  const first = rows.findIndex(row => idOf(row) === a);
  const second = rows.findIndex(row => idOf(row) === b);
  return first < 0 || second < 0 ? null : modelOf(kind, rows).explain(first, second);
}

const idOf = (row: WideRow) => String(row["id"]);

function modelOf(kind: Kind, rows: readonly WideRow[]) {
  const comparisons = comparisonsOf(kind);
  const columns = comparisons.map(comparison => fieldModel(comparison, rows));
  const lambda = Math.min(0.5, EXPECTED_DUPLICATES / Math.max(1, rows.length - 1));
  const prior = Math.log2(lambda / (1 - lambda));
  const weigh = (a: number, b: number) =>
    columns.reduce((sum, column) => sum + column.weight(a, b, column.level(a, b)), prior);
  const explain = (a: number, b: number): RecordPair => {
    const evidence = columns.map(column => {
      const level = column.level(a, b);
      return {
        field: column.name,
        values: [column.text(a), column.text(b)] as const,
        level: level < 0 ? "missing" : column.levels[level]!,
        weight: column.weight(a, b, level),
      };
    });
    const weight = weigh(a, b);
    return {
      records: [idOf(rows[a]!), idOf(rows[b]!)],
      weight,
      probability: probabilityOf(weight),
      evidence,
      against: reasonsAgainst(columns, rows, [a, b]),
    };
  };
  return { weigh, explain };
}

type FieldModel = ReturnType<typeof fieldModel>;

function fieldModel(comparison: FieldComparison, rows: readonly WideRow[]) {
  const { name, levels, contradicts, compare } = comparison;
  const values = rows.map(comparison.read);
  const level = (a: number, b: number) => {
    const [first, second] = [values[a]!, values[b]!];
    return first === null || second === null ? -1 : compare(first, second);
  };
  const counts = levels.map(() => 0.5);
  for (let a = 0; a < rows.length; a++)
    for (let b = a + 1; b < rows.length; b++) {
      const one = level(a, b);
      if (one >= 0) counts[one]!++;
    }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const m = M[levels.length]!;
  const weights = counts.map((count, at) => Math.log2(m[at]! / (count / total)));
  const adjust = frequencyAdjustment(values, counts.at(-1)! / total);
  const text = (row: number) => values[row]?.text ?? "";
  const weight = (a: number, b: number, at: number) =>
    at < 0 ? 0 : weights[at]! + (at === levels.length - 1 && text(a) === text(b) ? adjust(text(a)) : 0);
  return { name, levels, contradicts, level, text, weight };
}

/** A shared rare value says more than a shared common one: log2(u of equality / share of the value). */
function frequencyAdjustment(values: readonly (Value | null)[], equal: number): (text: string) => number {
  const filled = values.filter(value => value !== null);
  const counts = new Map<string, number>();
  for (const { text } of filled) counts.set(text, (counts.get(text) ?? 0) + 1);
  return text => Math.min(4, Math.log2(equal / (counts.get(text)! / filled.length)));
}

/** Fields that both records need to have, besides the prior, before a rule may join them. */
const LEAST_FIELDS = 3;

/**
 * What keeps two records apart whatever their weight: a field that contradicts; a source that tells of both, because it tells them apart;
 * too few fields that both state.
 */
function reasonsAgainst(
  columns: readonly FieldModel[],
  rows: readonly WideRow[],
  [a, b]: readonly [number, number],
): string[] {
  const levels = columns.map(column => column.level(a, b));
  const contradicting = columns.filter(({ contradicts }, at) => contradicts && levels[at] === 0);
  const sources = (row: number) => (rows[row]!["sources"] as readonly string[] | undefined) ?? [];
  const shared = sources(a).filter(source => sources(b).includes(source));
  const stated = levels.filter(level => level >= 0).length;
  const least = Math.min(LEAST_FIELDS, columns.length);
  return [
    ...contradicting.map(({ name }) => `${name} contradicts`),
    ...shared.map(source => `${source} tells of both`),
    ...(stated < least ? [`only ${stated} of ${columns.length} fields are stated by both`] : []),
  ];
}
