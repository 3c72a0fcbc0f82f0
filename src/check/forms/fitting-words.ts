import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { isInterested } from "../match/counter.ts";
import { figuresGiving } from "../match/figures-of.ts";
import { besideIt, ofSentence } from "../match/of-sentence.ts";
import type { Subject } from "../match/subject.ts";
import { plainWords } from "../match/words.ts";
import { normalUnit } from "../rule/units.ts";
import type { Fitting, FittingContext } from "./fitting.ts";

/** It is not certain that the figure is of what the number is of. */
export const unsureOf = (each: Fitting): Fitting => ({ ...each, unsure: true });

/**
 * Where a sentence gives two numbers of one unit, a measure of a special sort or of money may be that of the other one: its words must stand
 * in the number's own clause.
 */
export function isOfOtherClause(
  claim: Claim,
  measure: Measure,
  { claims, narrowing, shelf, document }: FittingContext,
): boolean {
  const { measures } = shelf.codebook;
  // A number that goes on with another has no words of its own.
  if (ofSentence(claims, claim).find(({ id }) => id === claim.id)?.measure === "") return false;
  const alike = besideIt(claims, claim).some(
    ({ value, unit }) => value !== null && (unit === "" || unit === claim.unit),
  );
  if (!alike || narrowing.clause === undefined) return false;
  const base = [...measures.keys()]
    .filter(id => measure.id.startsWith(`${id}-`))
    .sort((a, b) => b.length - a.length)[0];
  if (measure.unit !== "money" && base === undefined) return false;
  const own = (id: string) => measures.get(id)?.phrases[document.language.slice(0, 2)] ?? [];
  const general = new Set(stems([...(base === undefined ? [] : own(base)), claim.unit].join(" ")));
  const special = stems(own(measure.id).join(" ")).filter(stem => !general.has(stem));
  const said = new Set(stems(narrowing.clause));
  return special.length > 0 && !special.some(stem => said.has(stem));
}

/**
 * "25 cut-offs across borders, on 13 countries": where the sentence first counts something of which the reader knows no measure, the number of
 * states may be that of these, and not of all that the measure counts.
 */
export function isScopeOfOther(claim: Claim, measure: Measure, { claims, shelf }: FittingContext): boolean {
  const first = besideIt(claims, claim).find(({ form, value }) => form === "number" && value !== null);
  if (!first || first.span[1] > claim.span[0] || first.measure !== "") return false;
  return [...shelf.codebook.measures.values()].some(each => each.across === measure.id);
}

/** "4,000 of 6,500 cameras are online", "looked at 179 countries and found that 97 of them": a figure of the part says of what it is one, and figures of other wholes say nothing of it. */
export const isWholeOfPart = (claim: Claim, { claims, shelf }: FittingContext): boolean =>
  claim.value !== null &&
  besideIt(claims, claim).some(
    part =>
      part.value !== null &&
      normalUnit(part.unit) === normalUnit(claim.unit) &&
      figuresGiving(shelf, part.value).some(
        ({ population, unit }) =>
          normalUnit(unit) === normalUnit(part.unit) &&
          Number(/^(\d[\d,]*) /.exec(population)?.[1]?.replaceAll(",", "")) === claim.value,
      ),
  );

/** Enough of a word for "borrowed" and "borrowing" to meet. */
const stems = (text: string): string[] =>
  plainWords(text)
    .filter(word => word.length > 3)
    .map(word => word.slice(0, 6));

const TOLD = new WeakMap<Figure, readonly string[]>();

/** Stems of what a figure is about, which do not change. */
function toldStems(figure: Figure): readonly string[] {
  const known = TOLD.get(figure) ?? [...new Set(stems(`${figure.subject} ${figure.counted}`))];
  TOLD.set(figure, known);
  return known;
}

/**
 * Where an independent figure gives the text's number and is told of in its words, those that share fewer of them may be of something else;
 * so may those of another of the places that a text names.
 */
export function nearestInWords(
  fitting: readonly Fitting[],
  claim: Claim,
  { subject: { words }, shelf }: { subject: Subject; shelf: Shelf },
): Fitting[] {
  const own = fitting.filter(
    ({ figure, relation }) =>
      relation === "same" && figure.value === claim.value && !isInterested(figure, shelf),
  );
  if (own.length === 0) return [...fitting];
  const said = new Set(stems([...words].join(" ")));
  const shared = (figure: Figure) => toldStems(figure).filter(stem => said.has(stem)).length;
  const most = Math.max(0, ...own.map(({ figure }) => shared(figure)));
  const places = new Set(own.map(({ figure }) => figure.place));
  const isElsewhere = ({ place }: Figure) => claim.places.length > 1 && place !== "" && !places.has(place);
  return fitting.map(each =>
    each.relation === "same" &&
    each.figure.value !== claim.value &&
    (shared(each.figure) < most || isElsewhere(each.figure))
      ? unsureOf(each)
      : each,
  );
}
