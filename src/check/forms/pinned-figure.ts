import type { Claim } from "../../read/types.ts";
import type { Figure } from "../gather/types.ts";
import { effectiveMeasure } from "../match/effective-measure.ts";
import { nameWords } from "../match/name-words.ts";
import { isPlan } from "../match/plan.ts";
import { wordsSaid } from "../match/sentence.ts";
import { isCountedIn } from "../match/shared-words.ts";
import { claimedSet } from "../rule/claimed.ts";
import { isInside, point } from "../rule/interval.ts";
import { overlaps, parseDate, parsePeriod } from "../rule/period.ts";
import { normalUnit } from "../rule/units.ts";
import { figuresBeside } from "./beside-figure.ts";
import { figureShown, isToldByOthers } from "./evidence.ts";
import { figuresOfMonth } from "./month-figure.ts";
import { numberContext } from "./number-context.ts";
import { toldFigures } from "./told-figures.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/**
 * A number that is left open and of whose place, unit and time the book has one figure, or one that is told of in the sentence's words
 * ("a grant of $50 million was announced in January 2023"): where that figure is another, the number is imprecise. It is no more than
 * that, since the text may mean something else.
 */
export function againstFigure(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const isOpen = found.verdict === "unverifiable" && found.for.length === 0 && found.against.length === 0;
  if (!isOpen || claim.form !== "number" || claim.polarity === "negative" || isPlan(claim)) return found;
  const { value } = claim;
  if (value === null) return found;
  const figures = figuresMeant(claim, context);
  const [figure] = figures;
  if (!figure || figure.value === value || figures.some(each => each.value !== figure.value)) return found;
  const { set, band } = claimedSet({ ...claim, value, digits: claim.digits ?? null, fraction: false });
  // What a counter is said to have counted is its own number, and no floor of another.
  const isFloor =
    ["at-least", "over"].includes(figure.qualifier) &&
    figure.value < value &&
    numberContext(claim, context).credited?.(figure) !== true;
  // "Up to 180 a year" says more than "up to 80 a year".
  const isRaised = claim.qualifier === "up-to" && figure.qualifier === "up-to" && value - figure.value > band;
  if (isFloor || (isInside(point(figure.value), set) && !isRaised)) return found;
  const { shelf, language } = context;
  const { label, unit, qualifier } = figure;
  const note = reason("record-gives-otherwise", { label, value: figure.value, unit, qualifier });
  return {
    ...found,
    verdict: "imprecise",
    reasons: [note, ...found.reasons],
    against: figures.map(each => figureShown(each, { shelf, language, note })),
  };
}

/**
 * The figures that an open number may be meant to be: by its place and time, by the words of the sentence, by the number beside it, or by
 * its month and whose number it is.
 */
function figuresMeant(claim: Claim, context: CheckContext): readonly Figure[] {
  const pinned = pinnedFigures(claim, context);
  if (pinned.length > 0) return pinned;
  const told = toldFigures(claim, context);
  if (told.length > 0) return told;
  const beside = figuresBeside(claim, context);
  return beside.length > 0 ? beside : figuresOfMonth(claim, context);
}

/** Figures of the claim's only place, unit and time that the sentence has the words of. */
function pinnedFigures(claim: Claim, { shelf, document, claims }: CheckContext): readonly Figure[] {
  const { period, places, unit } = claim;
  if (period[0] === null || period[1] === null || unit === "") return [];
  const when = parsePeriod([...period]);
  if (when === null) return [];
  const said = wordsSaid(claim, document);
  const measure = effectiveMeasure(claim, shelf.codebook);
  const near = new Set(measure ? [measure.id, ...measure.related] : []);
  const isAlone = (figure: Figure) =>
    places.includes(figure.place) &&
    places.every(place => place === figure.place || figure.about.includes(place));
  const isAt = ({ start, end, asOf }: Figure) => {
    const time = start || end ? { start, end: end || start } : parseDate(asOf);
    return time !== null && overlaps(time, when);
  };
  const beside = new Set(
    claims.flatMap(other =>
      other.sentence[0] === claim.sentence[0] && other.id !== claim.id ? [other.value] : [],
    ),
  );
  return shelf.figures.filter(
    figure =>
      !beside.has(figure.value) &&
      isAlone(figure) &&
      normalUnit(figure.unit) === normalUnit(unit) &&
      isAt(figure) &&
      (isCountedIn(figure, said) || (near.has(figure.measure) && isNamed(figure, said))) &&
      isToldByOthers(figure, shelf),
  );
}

/** The sentence has a name of what the figure is of, beside that of its state ("RTC Accra"). */
const isNamed = ({ subject }: Figure, said: ReadonlySet<string>): boolean =>
  nameWords(subject).some(word => word.length > 3 && said.has(word) && !/^(?:police|training)$/.test(word));
