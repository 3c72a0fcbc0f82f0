import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import type { Figure } from "../gather/types.ts";
import { counterName } from "../match/counter.ts";
import { figureFit } from "../match/figure-fit.ts";
import { figuresGiving, figuresOf } from "../match/figures-of.ts";
import { inOrder } from "../match/order.ts";
import { isPlanOf } from "../match/plan.ts";
import { sentenceOf } from "../match/sentence.ts";
import { subjectOf } from "../match/subject.ts";
import type { Judgement, ReasonData } from "../rule/types.ts";
import { normalUnit } from "../rule/units.ts";
import type { Evidence } from "../types.ts";
import { figureShown, isToldByOthers } from "./evidence.ts";
import type { Fitting } from "./fitting.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/** Most pieces of related evidence that a finding lists; how many more there are is said. */
const RELATED_LISTED = 12;

/** Related evidence, which is only worded where it is listed. */
export interface Related {
  readonly record: string;
  readonly show: () => Evidence;
}

/** Related evidence, the nearest of it listed and the rest counted. */
export const listed = (related: readonly Related[]): Pick<Outcome, "related" | "left"> => ({
  related: related.slice(0, RELATED_LISTED).map(({ show }) => show()),
  left: Math.max(0, related.length - RELATED_LISTED),
});

interface Sides extends Record<"for" | "against", Evidence[]> {
  readonly related: readonly Related[];
}

/** The figures on each side, once each: against weighs more than for, and both more than related. */
export function sidesOf(
  { standings }: Judgement,
  { usable, context }: { usable: readonly Fitting[]; context: CheckContext },
): Sides {
  const sides: Record<"for" | "against" | "related", Related[]> = { for: [], against: [], related: [] };
  const rank = { against: 0, for: 1, related: 2 };
  const seen = new Set<number>();
  const order = standings
    .map(standing => ({ standing, near: nearness(standing) }))
    .sort((a, b) => rank[a.standing.side] - rank[b.standing.side] || a.near - b.near);
  for (const { standing } of order) {
    const { index, side, note } = standing;
    const figure = usable[index]?.figure;
    if (!figure || seen.has(index)) continue;
    seen.add(index);
    const show = () => figureShown(figure, { shelf: context.shelf, note, language: context.language });
    sides[side].push({ record: figure.id, show });
  }
  const shown = (related: readonly Related[]) => byOrigin(related.map(({ show }) => show()));
  return { for: shown(sides.for), against: shown(sides.against), related: sides.related };
}

const NEARNESS = new Map<string, number>();

/** Related evidence that gives the text's own number first, then that of the same thing at another time, then the rest. */
function nearness({ note: { code } }: Judgement["standings"][number]): number {
  const known = NEARNESS.get(code) ?? nearnessOf(code);
  NEARNESS.set(code, known);
  return known;
}

const nearnessOf = (code: string): number =>
  /^(other-denominator|broader-scope|planned-not-realised)$/.test(code)
    ? 0
    : /^(earlier|later)-period$|^floor-below$|^evidence-too-wide$/.test(code)
      ? 1
      : /^near-broader/.test(code)
        ? 2
        : /^near-/.test(code)
          ? 3
          : 4;

/** Each origin's best page first, so that different voices come before repetitions of one; independent ones before others. */
function byOrigin(evidence: readonly Evidence[]): Evidence[] {
  const best = [...evidence].sort(
    (a, b) =>
      Number(a.class !== "independent") - Number(b.class !== "independent") ||
      lastYear(b) - lastYear(a) ||
      inOrder(a.record, b.record),
  );
  const first = best.filter(
    (each, index) => best.findIndex(({ origin }) => origin === each.origin) === index,
  );
  return [...first, ...best.filter(each => !first.includes(each))];
}

const lastYear = ({ period }: Evidence): number => Number(/(\d{4})\D*$/.exec(period)?.[1] ?? 0);

/** Fewest digits of a number, without noughts at its ends, that is not the same by chance. */
const DIGITS = 2;

/** Figures of other measures than the claim's that give its very number, in its unit. */
function sameNumbers({ value, unit }: Claim, measure: Measure, { shelf }: CheckContext): readonly Figure[] {
  const digits = String(Math.abs(value ?? 0))
    .replace(/\D/g, "")
    .replace(/^0+|0+$/g, "");
  if (value === null || digits.length < DIGITS) return [];
  return figuresGiving(shelf, value).filter(
    figure => figure.measure !== measure.id && normalUnit(figure.unit) === normalUnit(unit),
  );
}

/** Figures about the same subject that give the text's number for something else, or are of a near measure: never support, but worth seeing. */
export function nearMeasures(
  claim: Claim,
  measure: Measure,
  context: CheckContext,
): (Related & { readonly sameNumber: boolean; readonly values: ReasonData["values"] })[] {
  const { shelf, document, language } = context;
  const same = sameNumbers(claim, measure, context);
  const related = figuresOf(shelf, measure.related);
  const near = same.length === 0 ? related : related.filter(figure => !same.includes(figure));
  if (same.length + near.length === 0) return [];
  const subject = subjectOf(claim, shelf.entities, sentenceOf(claim, document));
  const { entities, codebook } = shelf;
  const isOfSubject = (figure: Figure) => {
    const dimensions = codebook.measures.get(figure.measure)?.dimensions ?? [];
    return figureFit(figure, subject, { entities, unit: figure.unit, dimensions }) === "same";
  };
  return [...same, ...near]
    .filter(
      figure => !isPlanOf(figure.measure, measure.id) && isOfSubject(figure) && isToldByOthers(figure, shelf),
    )
    .map(figure => {
      const { value, unit, qualifier, counted } = figure;
      const values = { value, unit, qualifier, counted, counter: counterName(figure.counter, shelf) };
      return {
        record: figure.id,
        sameNumber: same.includes(figure),
        values,
        show: () => figureShown(figure, { shelf, language, note: reason("other-measure", values) }),
      };
    });
}
