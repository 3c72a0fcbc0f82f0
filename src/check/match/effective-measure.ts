import type { Codebook, Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { isPlan, isPlanMeasure, isPlanOf } from "./plan.ts";
import { comparableUnit } from "./unit-words.ts";

/**
 * The measure a claim is to be held against. Where its noun is a word for something else than its measure counts, the near measure
 * that counts such things is meant; what is planned is held against plans, and a year against years. Related measures say by
 * their period and by `-planned` or `-pledged` at the end of their id what they are.
 */
export function effectiveMeasure(claim: Claim, codebook: Codebook): Measure | null {
  const { measures } = codebook;
  const named = measures.get(claim.measure);
  if (!named) return null;
  const measure = ofItsNoun(claim, named, codebook);
  const related = () => measure.related.flatMap(id => measures.get(id) ?? []);
  const plan = isPlan(claim) ? related().find(({ id }) => isPlanOf(id, measure.id)) : undefined;
  if (plan) return plan;
  const other =
    claim.periodKind === "annual" ? "annual" : claim.periodKind === "cumulative" ? "cumulative" : "";
  if (other === "" || measure.period === other || measure.period === "point" || isPlanMeasure(measure))
    return measure;
  return related().find(({ unit, period }) => unit === measure.unit && period === other) ?? measure;
}

/** "3,000 police" is no number of sessions, whatever the sentence around it speaks of. */
function ofItsNoun(claim: Claim, named: Measure, codebook: Codebook): Measure {
  const fits = (measure: Measure) => comparableUnit(claim.unit, measure, codebook).fit;
  if (fits(named) !== "other") return named;
  const near = named.related.flatMap(id => codebook.measures.get(id) ?? []);
  const fitting = near.filter(measure => fits(measure) === "same" && measure.period === named.period);
  return fitting.length === 1 ? fitting[0]! : named;
}
