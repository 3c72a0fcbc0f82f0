import type { Kind } from "../../codebook/types.ts";
import { probabilityOf } from "../score/score.ts";
import { candidatesOf } from "./candidates.ts";
import type { WideRow } from "./fields.ts";
import { type Judged, type KindModel, type ModelOptions, modelOf, weigh } from "./model.ts";

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

/** What joining from a probability on would do, nothing standing against a pair counted out. */
export interface ThresholdRow {
  readonly threshold: number;
  readonly pairs: number;
  /** Expected share of those pairs that are one event. */
  readonly precision: number;
  /** Expected share of all such pairs that were compared. */
  readonly recall: number;
}

export interface ProposedEvents {
  readonly records: number;
  readonly compared: number;
  /** Which pairs were compared, and how many were left out because too many records share their values. */
  readonly blocking: string;
  readonly leftOut: number;
  readonly threshold: number;
  /** Pairs that the rule joins, best first. */
  readonly joined: readonly RecordPair[];
  /** How many it joins, of which `joined` has the best 5,000. */
  readonly joinedPairs: number;
  /** Pairs that came near: above the lower bound, below the threshold or with something against them; best first. */
  readonly near: readonly RecordPair[];
  /** How many came near, of which `near` shows the best. */
  readonly nearPairs: number;
  /** Expected share of the joined pairs that are one event, and of all such pairs above the lower bound that are joined. */
  readonly expected: { readonly precision: number; readonly recall: number };
  readonly quality: readonly ThresholdRow[];
}

export interface ProposeOptions extends ModelOptions {
  /** Probability from which a pair is joined; 0.999 unless told: nothing that is two events may be one. */
  readonly threshold?: number;
  /** Pairs kept as near ones; 50 unless told. */
  readonly most?: number;
  /** Keys of pairs (`pairKeyOf`) that somebody has decided on: they are not proposed again. */
  readonly decided?: ReadonlySet<string>;
}

export const pairKeyOf = (a: string, b: string): string => JSON.stringify([a, b].sort());

/** Below this probability a pair is not even near. */
const NEAR = 0.05;

export const THRESHOLDS = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999] as const;

/** Compares the records of a kind by the fields that its codebook declares, and proposes which are one event. */
export function proposeEvents(
  kind: Kind,
  rows: readonly WideRow[],
  options: ProposeOptions = {},
): ProposedEvents {
  return proposeFrom(modelOf(kind, rows, options), options);
}

/** A pair that came near, by row, before anything is explained. */
interface NearPair {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  readonly probability: number;
  /** Does nothing stand against joining it? */
  readonly open: boolean;
}

/** Pairs that a rule joins at once at most; the rest is counted, and comes when these are decided. */
const MOST_JOINED = 5000;

/** Pairs that are kept as near: where more are, the records of a kind cannot be told apart, and more would not help. */
const MOST_KEPT = 500_000;

/** As `proposeEvents`, from a model made before. */
export function proposeFrom(
  model: KindModel,
  { threshold = 0.999, most = 50, decided = new Set() }: Omit<ProposeOptions, keyof ModelOptions> = {},
): ProposedEvents {
  const { pairs, compared, leftOut, rule } = candidatesOf(model);
  const kept: NearPair[] = [];
  let dropped = 0;
  for (const [a, b] of pairs) {
    const weight = weigh(model, a, b);
    const probability = probabilityOf(weight);
    if (probability < NEAR || decided.has(pairKeyOf(model.ids[a]!, model.ids[b]!))) continue;
    if (kept.length < MOST_KEPT)
      kept.push({ a, b, weight, probability, open: reasonsAgainst(model, a, b).length === 0 });
    else dropped++;
  }
  kept.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const joins = (pair: NearPair) => pair.open && pair.probability >= threshold;
  const open = kept.filter(pair => pair.open);
  const quality = THRESHOLDS.map(at => thresholdRow(open, at));
  const { precision, recall } = thresholdRow(open, threshold);
  const joined = kept.filter(joins);
  const near = kept.filter(pair => !joins(pair));
  const explained = (list: readonly NearPair[], count: number) =>
    list.slice(0, count).map(({ a, b }) => explainPairOf(model, a, b));
  return {
    records: model.rows.length,
    compared,
    blocking: rule,
    leftOut: leftOut + dropped,
    threshold,
    joined: explained(joined, MOST_JOINED),
    joinedPairs: joined.length,
    near: explained(near, most),
    nearPairs: near.length,
    expected: { precision, recall },
    quality,
  };
}

function thresholdRow(open: readonly NearPair[], threshold: number): ThresholdRow {
  const sum = (pairs: readonly NearPair[]) =>
    pairs.reduce((total, { probability }) => total + probability, 0);
  const above = open.filter(({ probability }) => probability >= threshold);
  const all = sum(open);
  return {
    threshold,
    pairs: above.length,
    precision: above.length > 0 ? sum(above) / above.length : 1,
    recall: all > 0 ? sum(above) / all : 1,
  };
}

/** The evidence between two records named by their ids; null where one is not there. */
export function explainRecords(
  kind: Kind,
  rows: readonly WideRow[],
  records: readonly [string, string],
  judged: readonly Judged[] = [],
): RecordPair | null {
  const model = modelOf(kind, rows, { judged });
  const [a, b] = records.map(id => model.ids.indexOf(id)) as [number, number];
  return a < 0 || b < 0 ? null : explainPairOf(model, a, b);
}

/** The evidence between two rows of a model. */
export function explainPairOf(model: KindModel, a: number, b: number): RecordPair {
  const evidence = model.fields.map(field => {
    const level = field.level(a, b);
    const stated = field.value(a) !== null && field.value(b) !== null;
    return {
      field: field.name,
      values: [field.value(a)?.text ?? "", field.value(b)?.text ?? ""] as const,
      level: level >= 0 ? field.levels[level]! : stated ? "not comparable" : "missing",
      weight: field.weight(a, b, level),
    };
  });
  const weight = weigh(model, a, b);
  return {
    records: [model.ids[a]!, model.ids[b]!],
    weight,
    probability: probabilityOf(weight),
    evidence,
    against: reasonsAgainst(model, a, b),
  };
}

/** Fields that both records need to state before a rule may join them. */
export const LEAST_FIELDS = 3;

/**
 * What keeps two records apart whatever their weight: a field that contradicts; a source that tells of both, because it tells them apart;
 * a field that the codebook needs and one of them lacks; too few fields that both state.
 */
function reasonsAgainst({ fields, rows }: KindModel, a: number, b: number): string[] {
  const levels = fields.map(field => field.level(a, b));
  const sources = (row: number) => (rows[row]!["sources"] as readonly string[] | undefined) ?? [];
  const shared = sources(a).filter(source => sources(b).includes(source));
  const stated = levels.filter(level => level >= 0).length;
  const least = Math.min(LEAST_FIELDS, fields.length);
  return [
    ...fields.flatMap(({ name, contradicts }, at) =>
      contradicts && levels[at] === 0 ? [`${name} contradicts`] : [],
    ),
    ...shared.map(source => `${source} tells of both`),
    ...fields.flatMap(({ name, needed }, at) =>
      needed && levels[at]! < 0 ? [`${name} is not stated by both`] : [],
    ),
    ...(stated < least ? [`only ${stated} of ${fields.length} fields are stated by both`] : []),
  ];
}
