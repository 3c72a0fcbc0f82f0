import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { isCurrency, normalUnit } from "../rule/units.ts";
import { nameOfCountry } from "./country-name.ts";
import { inOrder } from "./order.ts";
import { restrictorsOf, townsOf, untoldOf } from "./restrictors.ts";
import type { Subject } from "./subject.ts";
import { comparableUnit } from "./unit-words.ts";
import { hasWord, plainWords } from "./words.ts";

/** Figures that give a claim's own number and are told of in its words, with the measure they are of. */
export interface ByNumber {
  readonly measure: Measure;
  readonly figures: readonly Figure[];
  /** Words that claim and figures share; a credit to somebody else is only called wrong where they share many. */
  readonly shared: number;
}

interface Context {
  readonly shelf: Pick<Shelf, "figures" | "entities" | "codebook">;
  readonly subject: Subject;
  /** The text credits whoever made the figure. Default: it credits nobody. */
  readonly credited?: (figure: Figure) => boolean;
  readonly language: string;
  /** Measures that the sentences before it in the paragraph give numbers of: a bare number goes on with them. */
  readonly before: ReadonlySet<string>;
  /** Names in the claim's clause that its parties do not explain, as plain words. */
  readonly names: readonly string[];
}

/** Counts up to this are alike by chance. */
const SMALL = 20;
/** Words of content that a sentence and a figure must share. */
const SHARED = 2;
/** The same, where the number is small or the sentence does not say whose doing it is. */
const SHARED_WHEN_DOUBTFUL = 3;
/** Enough of a word for "shipments" and "shipping" to meet. */
const STEM = 6;

/**
 * Where the reader knows no measure for a number, the number itself may find its counts: figures of the same value and unit, in the
 * same place and about the same parties, whose words stand in the sentence. They can bear it out and never refute it. Null where there
 * are none, or where those of two measures fit alike.
 */
export function byNumber(claim: Claim, context: Context): ByNumber | null {
  const { shelf } = context;
  const stems = stemsOf([...context.subject.words]);
  const found = shelf.figures
    .filter(figure => isSameNumber(claim, figure) && isSameUnit(claim, figure, context))
    .filter(figure => isOfScope(claim, figure, context) && isOfParties(figure, context))
    .map(figure => ({
      figure,
      shared:
        sharedWords(figure, stems, context) +
        sharedParties(claim, figure, context) +
        sharedCounter(figure, context) +
        sharedWhole(claim, figure),
    }))
    .filter(({ figure, shared }) => shared >= wantedWords(claim, figure, context))
    .sort((a, b) => b.shared - a.shared || inOrder(a.figure.id, b.figure.id));
  return bestOf(mostSpecific(found, shelf), context);
}

interface Found {
  readonly figure: Figure;
  readonly shared: number;
}

/** Where the sentence names the scope of some ("SCO members"), those without one are of a wider thing. */
function mostSpecific(found: readonly Found[], { entities }: Context["shelf"]): readonly Found[] {
  const narrow = found.filter(({ figure }) => restrictorsOf(figure, entities).length > 0);
  return narrow.length > 0 ? narrow : found;
}

function bestOf(found: readonly Found[], { shelf }: Context): ByNumber | null {
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

function isSameUnit(
  { unit, text }: Claim,
  figure: Figure,
  { shelf: { codebook }, before }: Context,
): boolean {
  const [given, wanted] = [normalUnit(figure.unit), normalUnit(unit)];
  if (given === "percent" || isCurrency(given) || wanted === "percent" || isCurrency(wanted))
    return wanted === given;
  // "280 cameras recognise faces": the noun that stands by the number counts, whichever the reader took.
  if (plainWords(text).includes(given)) return true;
  if (wanted === "") return before.has(figure.measure);
  const measure = codebook.measures.get(figure.measure);
  return measure !== undefined && comparableUnit(unit, measure, codebook).fit === "same";
}

/** A figure of a class of regimes or a kind of product counts only for a text that names it; all names of its scope must stand there. */
function isOfScope({ text, unit }: Claim, figure: Figure, { subject, shelf }: Context): boolean {
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
function isOfParties(figure: Figure, context: Context): boolean {
  const { entities } = context.shelf;
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
function namesOthers(figure: Figure, { subject: { agents }, names }: Context): boolean {
  if ([...agents].some(id => id !== figure.place)) return true;
  const own = new Set(plainWords([figure.subject, figure.counted, figure.population, figure.note].join(" ")));
  return names.some(name => !hasWord(own, name));
}

function isSpoken(id: string, { shelf: { entities }, subject }: Context): boolean {
  const { agents, places, carried, words } = subject;
  if (agents.has(id) || places.has(id) || carried.has(id)) return true;
  const entity = entities.get(id);
  return (
    entity !== undefined &&
    [entity.name, ...entity.aliases].some(name => plainWords(name).every(word => words.has(word)))
  );
}

function wantedWords({ value }: Claim, { about, place }: Figure, context: Context): number {
  const parties = about.filter(id => id !== place);
  const isDoubtful = parties.length > 0 && !parties.some(id => isSpoken(id, context));
  return (value! <= SMALL || isDoubtful ? SHARED_WHEN_DOUBTFUL : SHARED) - (isOdd(value!) ? 1 : 0);
}

/** No chance repeats a number of three digits that are not nought. */
const isOdd = (value: number): boolean => String(Math.round(value)).replace(/0+$/, "").length >= 3;

/** Lengths of time stand in sentences about anything. */
const TIME = "years months weeks days three four five seven eight nine";

const stemsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.filter(word => word.length > 3).map(word => word.slice(0, STEM)));

/**
 * Words of content that stand in the sentence, of what the figure counts and of its measure's phrases in the language. Names and units
 * are none: "Huawei" and "countries" stand in sentences about anything. A town that both name is one, with its unit two.
 */
function sharedWords(figure: Figure, stems: ReadonlySet<string>, context: Context): number {
  const { shelf, language, before } = context;
  const measure = shelf.codebook.measures.get(figure.measure);
  const told = [figure.subject, figure.counted, figure.population, measure?.label.en ?? ""];
  const words = stemsOf(plainWords([...told, ...(measure?.phrases[language] ?? [])].join(" ")));
  // A unit that no measure has ("searches") says what is counted; those of measures stand in sentences about anything.
  const isCommon = [...shelf.codebook.measures.values()].some(({ unit }) => unit === figure.unit);
  const unit = isCommon ? figure.unit : "";
  const plain = stemsOf(plainWords([unit, TIME, ...namesOf(figure, shelf)].join(" ")));
  const content = [...words].filter(stem => stems.has(stem) && !plain.has(stem)).length;
  const towns = figure.place !== "" && townsOf(figure, shelf.entities).length > 0 ? 2 : 0;
  // Only figures of a class that the sentence names come here.
  const isClass = figure.regime === "" ? 0 : 1;
  const isAllSpoken =
    figure.place !== "" && [figure.place, ...figure.about].every(id => isSpoken(id, context));
  return (
    content +
    towns +
    isClass +
    (isAllSpoken && content > 0 ? 1 : 0) +
    (before.has(figure.measure) ? SHARED : 0)
  );
}

/**
 * A large number of two parties, both of them named ("华为平安城市服务着超过4亿人"), is no other number of theirs: that is as much as two words,
 * which a sentence in another language than the figure's cannot share.
 */
function sharedParties({ value, qualifier }: Claim, { about, ...figure }: Figure, context: Context): number {
  const areNamed =
    about.length >= 2 ? areAllSpoken(about, context) : about.some(id => isLongName(id, context));
  return areNamed && value! >= LARGE && qualifier === figure.qualifier ? SHARED : 0;
}

/** All of them are spoken of, a maker where its product is. */
function areAllSpoken(about: readonly string[], context: Context): boolean {
  const spoken = about.filter(id => isSpoken(id, context));
  const { entities } = context.shelf;
  return about.every(id => spoken.includes(id) || spoken.some(other => entities.get(other)?.parent === id));
}

/** The sentence has a name of three words and more ("the Pacific Policing Initiative"). */
const isLongName = (id: string, { subject, shelf: { entities } }: Context): boolean =>
  [entities.get(id)?.name ?? "", ...(entities.get(id)?.aliases ?? [])].some(name => {
    const words = plainWords(name);
    return words.length >= 3 && words.every(word => subject.words.has(word));
  });

/** Whoever is credited gives that very number: as much as a word, and as two where its parties are named too. */
function sharedCounter(figure: Figure, context: Context): number {
  if (!context.credited?.(figure)) return 0;
  return figure.about.length > 0 && areAllSpoken(figure.about, context) ? SHARED : 1;
}

const LARGE = 1e6;

/** "76 of 96 countries": no chance repeats a number with the whole that it is a part of. */
function sharedWhole({ text }: Claim, { population }: Figure): number {
  const whole = /^of (\d[\d,]*)(?!\S)/.exec(population)?.[1];
  return whole !== undefined && text.includes(`of ${whole}`) ? SHARED_WHEN_DOUBTFUL : 0;
}

const namesOf = ({ about, place }: Figure, { entities }: Context["shelf"]): string[] =>
  [...about, place].flatMap(id => {
    const entity = entities.get(id);
    return entity ? [entity.name, ...entity.aliases] : [nameOfCountry(id)];
  });
