import type { LinkResult } from "../pairs.ts";
import type { Label, Labels } from "../quality/labels.ts";
import { type Stratum, strataOf } from "../quality/strata.ts";
import type { Trained } from "./train.ts";

/** Pairs that the m of a run without labels counts for beside those that people judged. */
const EM_PAIRS = 100;

/**
 * m from the pairs that people judged to be one thing, the m of the run as so many pairs beside them. A sheet that was drawn for labelling holds many
 * hard pairs and few easy ones; there each pair counts for all those that it was drawn from (Horvitz and Thompson 1952). Of other labels each
 * counts once.
 */
export function learnFrom(
  { comparer, parameters, pairs, clusters }: LinkResult,
  { pairs: labels, sampled }: Labels,
): Trained {
  const strata = sampled ? strataOf(pairs, clusters.of) : [];
  const drawn = drawnFrom(strata, labels);
  const same = labels.filter(label => label.same).map(label => [label, drawn.get(label) ?? 1] as const);
  if (same.length === 0) return parameters;
  const total = same.reduce((sum, [, weight]) => sum + weight, 0);
  const counts = parameters.m.map(levels => levels.map(share => share * EM_PAIRS));
  const levels = new Int8Array(comparer.fields.length);
  for (const [{ a, b }, weight] of same) {
    comparer.into(a, b, levels);
    for (const [field, level] of levels.entries())
      if (level >= 0) counts[field]![level]! += (weight * same.length) / total;
  }
  return { ...parameters, m: counts.map(shares) };
}

/** How many pairs each labelled one was drawn from: those of its stratum by its labels. */
function drawnFrom(strata: readonly Stratum[], labels: readonly Label[]): Map<Label, number> {
  const known = new Map(labels.map(label => [`${label.a} ${label.b}`, label]));
  const drawn = new Map<Label, number>();
  for (const { a, b } of strata) {
    const mine = Array.from(a, (first, at) => known.get(`${first} ${b[at]}`)).filter(
      label => label !== undefined,
    );
    for (const label of mine) drawn.set(label, a.length / mine.length);
  }
  return drawn;
}

const shares = (sums: readonly number[]) => {
  const total = sums.reduce((sum, one) => sum + one, 0);
  return sums.map(one => one / total);
};
