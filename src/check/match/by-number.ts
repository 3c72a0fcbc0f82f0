import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { isCurrency, normalUnit } from "../rule/units.ts";
import { figuresGiving } from "./figures-of.ts";
import { inOrder } from "./order.ts";
import { restrictorsOf, townsOf, untoldOf } from "./restrictors.ts";
import {
  isSpoken,
  type NumberContext,
  SHARED,
  SHARED_WHEN_DOUBTFUL,
  sharedWith,
  stemsOf,
} from "./shared-words.ts";
import { comparableUnit } from "./unit-words.ts";
import { hasWord, plainWords } from "./words.ts";

/** Figures that give a claim's own number and are told of in its words, with the measure they are of. */
export interface ByNumber {
  readonly measure: Measure;
  readonly figures: readonly Figure[];
  /** Words that claim and figures share; a credit to somebody else is only called wrong where they share many. */
  readonly shared: number;
}

/** Counts up to this are alike by chance. */
const SMALL = 20;
/** So many words in common tell of a figure without its parties. */
const SURE = 5;

/**
 * Where the reader knows no measure for a number, the number itself may find its counts: figures of the same value and unit, in the
 * same place and about the same parties, whose words stand in the sentence. They can bear it out and never refute it. Null where there
 * are none, or where those of two measures fit alike.
 */
export function byNumber(claim: Claim, figures: readonly Figure[], context: NumberContext): ByNumber | null {
  const alike = figures.filter(figure => isSameNumber(claim, figure));
  const found = toldWith(claim, alike, context)
    .filter(({ figure, shared }) => shared >= wantedWords(claim, figure, context))
    .sort((a, b) => b.shared - a.shared || inOrder(a.figure.id, b.figure.id));
  return bestOf(mostSpecific(found, context.shelf), context);
}

export interface Found {
  readonly figure: Figure;
  /** How many words of it the sentence says. */
  readonly shared: number;
}

/** Figures in the unit, the scope and about the parties of a claim, with how much of each its sentence says. */
export function toldWith(claim: Claim, figures: readonly Figure[], context: NumberContext): Found[] {
  const stems = stemsOf([...context.subject.words]);
  return figures
    .filter(figure => isSameUnit(claim, figure, context) && isOfScope(claim, figure, context))
    .map(figure => ({ figure, shared: sharedWith(claim, figure, context, stems) }))
    .filter(({ figure, shared }) => isOfParties(figure, context, shared));
}

/** Where the sentence names the scope of some ("SCO members"), those without one are of a wider thing. */
function mostSpecific(found: readonly Found[], { entities }: NumberContext["shelf"]): readonly Found[] {
  const narrow = found.filter(({ figure }) => restrictorsOf(figure, entities).length > 0);
  return narrow.length > 0 ? narrow : found;
}

function bestOf(found: readonly Found[], { shelf }: NumberContext): ByNumber | null {
  const best = found[0];
  const measure = best && shelf.codebook.measures.get(best.figure.measure);
  if (!best || !measure) return null;
  const rival = found.find(({ figure, shared }) => figure.measure !== measure.id && shared === best.shared);
  if (rival) return null;
  return {
    measure,
    shared: best.shared,
    figures: found.filter(({ figure }) => figure.measure === measure.id).map(({ figure }) => figure),
  };
}

/** The figure gives the number of the claim; of a share in words ("a third") about. */
export const isSameNumber = ({ value, fraction }: Claim, figure: Figure): boolean =>
  value !== null && Math.abs(value - figure.value) <= (fraction ? 0.5 : 0);

/** Figures of the shelf that give the number of a claim. */
export const figuresAlike = (claim: Claim, shelf: Pick<Shelf, "figures">): readonly Figure[] =>
  claim.fraction
    ? shelf.figures.filter(figure => isSameNumber(claim, figure))
    : claim.value === null
      ? []
      : figuresGiving(shelf, claim.value);

function isSameUnit(
  { unit, text }: Claim,
  figure: Figure,
  { shelf: { codebook }, before, subject: { words } }: NumberContext,
): boolean {
  const [given, wanted] = [normalUnit(figure.unit), normalUnit(unit)];
  if (given === "percent" || isCurrency(given) || wanted === "percent" || isCurrency(wanted))
    return wanted === given;
  // "280 cameras recognise faces": the noun that stands by the number counts, whichever the reader took.
  if (plainWords(text).includes(given)) return true;
  // "38 programmes": so does the noun by which the figure says what it counts.
  if (wanted.length > 3 && plainWords(figure.counted).includes(wanted)) return true;
  if (wanted === "") return before.has(figure.measure) || words.has(given);
  const measure = codebook.measures.get(figure.measure);
  return measure !== undefined && comparableUnit(unit, measure, codebook).fit === "same";
}

/** A figure of a class of regimes or a kind of product counts only for a text that names it; all names of its scope must stand there. */
function isOfScope({ text, unit }: Claim, figure: Figure, { subject, shelf }: NumberContext): boolean {
  const { regimes, productKinds, words } = subject;
  const { regime, productKind, counted } = figure;
  if (productKind !== "" && productKinds.size > 0 && !productKinds.has(productKind)) return false;
  // "70% of authoritarian regimes and 82% of hybrid ones": the class that a neighbour is of is not that of this number.
  const isClass =
    regimes.size > 0 ? regimes.has(regime) : regime.split("-").every(word => hasWord(words, word));
  // "32 non-democratic countries": the figure has the class in its words.
  const isWorded = () =>
    stemsOf(plainWords(unit === "" ? text : text.replace(unit, ""))).size > 0 &&
    [...stemsOf(plainWords(text))].every(stem => stemsOf(plainWords(counted)).has(stem));
  const isOfClass = regime === "" ? regimes.size === 0 || isWorded() : isClass;
  return isOfClass && untoldOf(figure, subject, shelf.entities).length === 0;
}

/** The figure is of a place that the sentence names, or the sentences before it; one of no place is about somebody they speak of. */
function isOfParties(figure: Figure, context: NumberContext, shared: number): boolean {
  const { entities } = context.shelf;
  // So many words in common say what is told, where nobody else is named.
  if (shared >= SURE && !namesOthers(figure, context)) return true;
  // "RAMSI cost A$2.6 billion": a mission that is named has no need of the state that it was sent to.
  const parties = figure.about.filter(id => id !== figure.place);
  if (parties.some(id => entities.has(id) && isSpoken(id, context))) return true;
  // "The Yunnan college trained 677" is not borne out by the count of another college, nor by that of makers whom nobody names.
  if (parties.length > 0 && !parties.some(id => isSpoken(id, context)) && namesOthers(figure, context))
    return false;
  if (figure.place !== "")
    return isSpoken(figure.place, context) || townsOf(figure, context.shelf.entities).length > 0;
  return figure.about.length === 0
    ? context.subject.places.size === 0
    : figure.about.some(id => isSpoken(id, context));
}

/** The sentence says who gives, or names somebody whom neither the figure nor the claim's parties explain. */
function namesOthers(figure: Figure, { subject: { agents }, names }: NumberContext): boolean {
  if ([...agents].some(id => id !== figure.place)) return true;
  const own = new Set(plainWords([figure.subject, figure.counted, figure.population, figure.note].join(" ")));
  return names.some(name => !hasWord(own, name));
}

function wantedWords({ value }: Claim, { about, place }: Figure, context: NumberContext): number {
  const parties = about.filter(id => id !== place);
  const isDoubtful = parties.length > 0 && !parties.some(id => isSpoken(id, context));
  return (value! <= SMALL || isDoubtful ? SHARED_WHEN_DOUBTFUL : SHARED) - (isOdd(value!) ? 1 : 0);
}

/** No chance repeats a number of three digits that are not nought. */
const isOdd = (value: number): boolean => String(Math.round(value)).replace(/0+$/, "").length >= 3;
