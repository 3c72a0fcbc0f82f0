import type { Claim } from "../../read/types.ts";
import type { Figure } from "../gather/types.ts";
import { isCommonName } from "../match/common-names.ts";
import { counterName, credits } from "../match/counter.ts";
import { effectiveMeasure } from "../match/effective-measure.ts";
import { figuresGiving } from "../match/figures-of.ts";
import { nameWords } from "../match/name-words.ts";
import { isPlan } from "../match/plan.ts";
import { wordsSaid } from "../match/sentence.ts";
import { comparableUnit } from "../match/unit-words.ts";
import { plainWords } from "../match/words.ts";
import { isUnnamed } from "../rule/names.ts";
import { overlaps, parseDate, parsePeriod } from "../rule/period.ts";
import { figureShown, isToldByOthers } from "./evidence.ts";
import { claimsBefore } from "./speaking.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/**
 * "The Yunnan college had trained 677 officers by April 2012": an open number that no chance repeats, which the one who is credited gives, or
 * the book for that very time, for somebody else whom the text does not name. It is imprecise, since the text may mean something else.
 */
export function ofOtherParty(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const isOpen = found.verdict === "unverifiable" && found.for.length === 0 && found.against.length === 0;
  if (!isOpen || claim.form !== "number" || claim.polarity === "negative" || isPlan(claim)) return found;
  const measure = effectiveMeasure(claim, context.shelf.codebook);
  if (!measure || measure.unit === "percent" || claim.value === null || !isTelling(claim.value)) return found;
  const { shelf, language } = context;
  const isSame = (figure: Figure) =>
    (figure.measure === measure.id || measure.related.includes(figure.measure)) &&
    comparableUnit(figure.unit, measure, shelf.codebook).fit === "same" &&
    isToldByOthers(figure, shelf) &&
    (claim.places.length === 0 || figure.place === "" || claim.places.includes(figure.place)) &&
    (isCredited(claim, figure, context) || isOfTime(claim, figure)) &&
    !isNamed(figure, claim, context);
  const figures = figuresGiving(shelf, claim.value).filter(isSame);
  const [figure] = figures;
  if (!figure) return found;
  const { value, unit, qualifier, label } = figure;
  const values = { value, unit, qualifier, counted: label, counter: counterName(figure.counter, shelf) };
  const note = reason("number-of-other", values);
  return {
    ...found,
    verdict: "imprecise",
    reasons: [note, ...found.reasons],
    against: figures.map(each => figureShown(each, { shelf, language, note })),
  };
}

/** No chance repeats a number of three digits that are not nought, nor a bigger one. */
const isTelling = (value: number): boolean =>
  value >= 1000 || String(Math.round(value)).replace(/0+$/, "").length >= 3;

const isCredited = ({ attribution }: Claim, { counter }: Figure, { shelf }: CheckContext): boolean =>
  attribution !== null &&
  !isUnnamed(attribution.to) &&
  !counter.startsWith("gov-") &&
  credits(attribution.to, counter, { name: counterName(counter, shelf), codebook: shelf.codebook });

/** The text tells of somebody else, at the very time of the figure. */
function isOfTime({ period, entities }: Claim, { start, end, asOf }: Figure): boolean {
  if (entities.length === 0) return false;
  const when = period.every(day => day === null) ? null : parsePeriod([...period]);
  const time = start || end ? { start, end: end || start } : parseDate(asOf);
  return when !== null && time !== null && when.end !== "" && overlaps(time, when);
}

/** The text speaks of a party of the figure, here or in the sentences before, or of nobody but its state. */
function isNamed({ about }: Figure, claim: Claim, context: CheckContext): boolean {
  const { entities } = context.shelf;
  const bodies = about.filter(id => entities.has(id));
  if (bodies.length === 0) return true;
  const said = wordsSaid(claim, context.document);
  const spoken = new Set([claim, ...claimsBefore(claim, context)].flatMap(each => each.entities));
  const namesOf = (id: string) => [entities.get(id)?.name ?? "", ...(entities.get(id)?.aliases ?? [])];
  const shared = new Set(claim.entities.flatMap(namesOf).flatMap(plainWords));
  // A word of its name that is not one of another's is enough ("Lianyungang").
  const isSaid = (name: string) =>
    nameWords(name).some(
      word => word.length > 3 && !shared.has(word) && !isCommonName(word) && said.has(word),
    );
  return bodies.some(id => spoken.has(id) || namesOf(id).some(isSaid));
}
