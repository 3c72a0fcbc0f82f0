import type { Kind } from "../../codebook/types.ts";
import type { CandidateRecord } from "../types.ts";
import { CALIBRATION } from "./calibration.ts";
import type { Fields } from "./fields.ts";
import { signsOf, type Telling } from "./signs.ts";

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * The share of fields read with these signs that were right: a logistic regression on labelled titles and paragraphs. A sign that the data did
 * not have weighs nothing, so that a field of another codebook is rated by its type and by how it was read.
 */
export function fieldConfidence(signs: string): number {
  const { weights } = CALIBRATION;
  return sigmoid(signs.split(" ").reduce((sum, sign) => sum + (weights[sign] ?? 0), weights[""] ?? 0));
}

/**
 * What a plan, a denial or a question takes off a record. No data say how much: the titles are judged by rows that hold plans as
 * well, so this only puts such records behind the others.
 */
const WEAKENED = 0.6;

/** The share of records right in all their fields, by the product of the confidences of these. */
function recordConfidence(confidences: readonly number[], { weakened }: Telling): number {
  const product = confidences.reduce((sum, each) => sum + Math.log(each), 0);
  const [intercept, slope] = CALIBRATION.record;
  const found = sigmoid(intercept + slope * product);
  return weakened ? found * WEAKENED : found;
}

/** Of two decimals; nothing is sure. */
const rounded = (value: number): number => Math.min(0.99, Math.max(0.01, Number(value.toFixed(2))));

/** A record with the confidence of each field and of the whole. */
export function rated(kind: Kind, { values, spans }: Fields, telling: Telling): CandidateRecord {
  const bases = Object.fromEntries(
    kind.fields
      .filter(({ id }) => values[id] !== undefined)
      .map(field => [field.id, signsOf(kind, field, values[field.id]!, spans[field.id]!, telling)] as const),
  );
  const sure = Object.entries(bases).map(([id, signs]) => [id, fieldConfidence(signs)] as const);
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
