import type { Kind } from "../../codebook/types.ts";
import { inside, sameSpan } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { CandidateRecord, Span } from "../types.ts";
import { CALIBRATION } from "./calibration.ts";
import type { Fields } from "./fields.ts";

/** What brought a record to mind. */
export interface Telling {
  readonly sentence: Sentence;
  readonly clause: Span;
  readonly trigger: "verb" | "noun";
  /** Planned, cancelled, denied or asked. */
  readonly weakened: boolean;
}

/**
 * How a field was read: its type; whether its words stand in the clause, elsewhere in the sentence, in a sentence before, or
 * only imply the value (a firm its country); and whether a verb or only a noun told of the record. Fields read alike are right
 * alike often, which is what a confidence says.
 */
export function basisOf(type: string, span: Span, { sentence, clause, trigger }: Telling): string {
  const implied = type === "country" && sentence.entities.some(each => sameSpan(each.span, span));
  const where = implied
    ? "implied"
    : inside(span, clause)
      ? "clause"
      : inside(span, sentence.span)
        ? "sentence"
        : "before";
  return `${type} ${where} ${trigger}`;
}

/** Weight of the wider group for a basis with few cases, in cases. */
const PRIOR = 10;

const rate = ([right, of]: readonly [number, number], prior: number): number =>
  (right + PRIOR * prior) / (of + PRIOR);

const sum = (keys: readonly string[]): readonly [number, number] => [
  keys.reduce((total, key) => total + CALIBRATION.fields[key]![0], 0),
  keys.reduce((total, key) => total + CALIBRATION.fields[key]![1], 0),
];

const ALL = Object.keys(CALIBRATION.fields);
const [ALL_RIGHT, ALL_OF] = sum(ALL);

/** The share of fields read on a basis that were right, drawn towards those of its type and of all fields where cases are few. */
export function fieldConfidence(basis: string): number {
  const type = basis.split(" ")[0]!;
  const overall = ALL_RIGHT / ALL_OF;
  const ofType = rate(sum(ALL.filter(key => key.startsWith(`${type} `))), overall);
  return rate(CALIBRATION.fields[basis] ?? [0, 0], ofType);
}

/**
 * What a plan, a denial or a question takes off a record. No data say how much: the titles are judged by rows that hold plans as
 * well, so this only puts such records behind the others.
 */
const WEAKENED = 0.6;

/** The share of records of a strength that were right in all their fields. */
function recordConfidence(confidences: readonly number[], { weakened }: Telling): number {
  const product = confidences.reduce((all, each) => all * each, 1);
  const bin = CALIBRATION.records.find(({ below }) => product < below) ?? CALIBRATION.records.at(-1)!;
  const overall = CALIBRATION.overall;
  const found = rate([bin.right, bin.of], overall[0] / overall[1]);
  return weakened ? found * WEAKENED : found;
}

const rounded = (value: number): number => Number(value.toFixed(2));

/** A record with the confidence of each field and of the whole. */
export function rated(kind: Kind, { values, spans }: Fields, telling: Telling): CandidateRecord {
  const bases = Object.fromEntries(
    kind.fields
      .filter(({ id }) => values[id] !== undefined)
      .map(({ id, type }) => [id, basisOf(type, spans[id]!, telling)] as const),
  );
  const sure = Object.entries(bases).map(([id, basis]) => [id, fieldConfidence(basis)] as const);
  return {
    kind: kind.id,
    fields: values,
    spans,
    confidences: Object.fromEntries(sure.map(([id, value]) => [id, rounded(value)])),
    bases,
    confidence: rounded(
      recordConfidence(
        sure.map(([, value]) => value),
        telling,
      ),
    ),
  };
}
