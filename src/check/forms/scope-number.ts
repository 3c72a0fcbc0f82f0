import type { Claim } from "../../read/types.ts";
import type { Figure } from "../gather/types.ts";
import { effectiveMeasure } from "../match/effective-measure.ts";
import { fitOf } from "../match/figure-fit.ts";
import { figuresGiving } from "../match/figures-of.ts";
import { scopeNumbers } from "../match/scope-numbers.ts";
import { sentenceOf } from "../match/sentence.ts";
import { subjectOf } from "../match/subject.ts";
import { normalUnit } from "../rule/units.ts";
import { conclude } from "./conclude.ts";
import { isToldByOthers } from "./evidence.ts";
import type { Fitting } from "./fitting.ts";
import { claimsBefore, speakingOf } from "./speaking.ts";
import type { CheckContext, Outcome } from "./types.ts";

/**
 * "Türkiye trained 1,417 officers in 68 courses": a count that gives the one number of a sentence, of the same thing, says in its scope what
 * the other number is. Null where no count does, or where two of the sentence's numbers have that unit.
 */
export function checkByScope(
  claim: Claim,
  context: CheckContext,
  { isTold = isTelling }: { readonly isTold?: (value: number) => boolean } = {},
): Outcome | null {
  const { claims, shelf } = context;
  const unit = normalUnit(claim.unit);
  if (claim.form !== "number" || claim.value === null || unit === "" || unit === "percent") return null;
  const beside = claims.filter(
    ({ id, form, value, sentence }) =>
      id !== claim.id && form === "number" && value !== null && sentence[0] === claim.sentence[0],
  );
  if (beside.some(other => normalUnit(other.unit) === unit)) return null;
  for (const host of beside) {
    if (!isTold(host.value!)) continue;
    const found = figuresOfHost(host, context).flatMap(figure =>
      scopeNumbers(figure)
        .filter(each => normalUnit(each.unit) === unit)
        .map(each => ({ figure, each })),
    );
    const [first] = found;
    if (!first || found.some(({ each }) => each.value !== first.each.value)) continue;
    const measure = shelf.codebook.measures.get(first.figure.measure);
    if (!measure) continue;
    const fitting = found.map(
      ({ figure, each }): Fitting => ({
        figure: {
          ...figure,
          value: each.value,
          low: null,
          high: null,
          unit,
          qualifier: each.qualifier,
          population: "",
        },
        relation: "same",
        planned: false,
        // "30 courses at the capital and 38 elsewhere": of three numbers one may be a part.
        unsure: !each.sure || beside.length > 1,
        elsewhere: false,
      }),
    );
    const told = {
      ...claim,
      unit,
      period: host.period,
      periodKind: "" as const,
      attribution: host.attribution,
    };
    const ofUnit = { ...measure, unit, period: "point" as const, related: [], phrases: {} };
    return conclude(told, ofUnit, { fitting, counts: [], context });
  }
  return null;
}

/**
 * "74 shutdowns in 24 countries": a number that the counts of its own measure refute may be the scope of the other one, however small that is,
 * where a count gives the two together. Null where none does.
 */
export function savedByScope(claim: Claim, context: CheckContext): Outcome | null {
  const found = checkByScope(claim, context, { isTold: () => true });
  return found?.verdict === "supported" ? found : null;
}

/** No chance repeats a number of three digits that are not nought, nor a bigger one. */
const isTelling = (value: number): boolean =>
  value >= 1000 || String(Math.round(value)).replace(/0+$/, "").length >= 3;

/** Counts that give another number of the sentence, of what that one speaks of. */
function figuresOfHost(given: Claim, context: CheckContext): Figure[] {
  const { shelf, document, claims } = context;
  const measure = effectiveMeasure(given, shelf.codebook);
  if (!measure || given.value === null) return [];
  const host = speakingOf(given, measure, {
    claims,
    measures: shelf.codebook.measures,
    text: document.text,
    entities: shelf.entities,
  });
  const subject = subjectOf(host, shelf.entities, sentenceOf(host, document), claimsBefore(host, context));
  const fit = { entities: shelf.entities, unit: measure.unit, dimensions: measure.dimensions };
  const near = new Set([measure.id, ...measure.related]);
  return figuresGiving(shelf, given.value).filter(
    figure =>
      near.has(figure.measure) &&
      isToldByOthers(figure, shelf) &&
      fitOf(figure, subject, fit)?.relation === "same",
  );
}
