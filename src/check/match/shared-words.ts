import type { Claim } from "../../read/types.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { isOneYear, overlaps, type Period, parseDate, parsePeriod } from "../rule/period.ts";
import { normalUnit } from "../rule/units.ts";
import { nameOfCountry } from "./country-name.ts";
import { townsOf } from "./restrictors.ts";
import type { Subject } from "./subject.ts";
import { hasWord, plainWords } from "./words.ts";

export interface NumberContext {
  readonly shelf: Pick<Shelf, "entities" | "codebook">;
  readonly subject: Subject;
  /** The text credits whoever made the figure. Default: it credits nobody. */
  readonly credited?: (figure: Figure) => boolean;
  readonly language: string;
  /** Measures that the sentences before it in the paragraph give numbers of: a bare number goes on with them. */
  readonly before: ReadonlySet<string>;
  /** Names in the claim's clause that its parties do not explain, as plain words. */
  readonly names: readonly string[];
}

/** Words of content that a sentence and a figure must share. */
export const SHARED = 2;
/** The same, where the number is small or the sentence does not say whose doing it is. */
export const SHARED_WHEN_DOUBTFUL = 3;
/** Enough of a word for "shipments" and "shipping" to meet. */
const STEM = 6;

/** How much a sentence says of what a figure tells, in words of content: its words, parties, counter, whole, time and hedge. */
export function sharedWith(claim: Claim, figure: Figure, context: NumberContext, stems: Stems): number {
  const told =
    sharedWords(figure, stems, context) +
    sharedParties(claim, figure, context) +
    sharedCounter(figure, context) +
    sharedWhole(claim, figure);
  // The very year and the very hedge confirm what words say; alone they say nothing.
  return told === 0 ? 0 : told + (isOfYear(claim, figure) ? 1 : 0) + (isHedgedAlike(claim, figure) ? 1 : 0);
}

/** Beginnings of words. */
export type Stems = ReadonlySet<string>;

/** The claim is of one year, and so is the figure, or it was told of in that year. */
function isOfYear({ period }: Claim, { start, end, asOf }: Figure): boolean {
  const told = period[0] && period[1] ? parsePeriod([...period]) : null;
  const own: Period | null = start && end ? parsePeriod([start, end]) : parseDate(asOf);
  return told !== null && own !== null && isOneYear(told) && isOneYear(own) && overlaps(told, own);
}

const isHedgedAlike = ({ qualifier }: Claim, figure: Figure): boolean =>
  qualifier !== "exact" && qualifier === figure.qualifier;

/** The sentence speaks of a party, or the sentences before it do. */
export function isSpoken(id: string, { shelf: { entities }, subject }: NumberContext): boolean {
  const { agents, places, carried, words } = subject;
  if (agents.has(id) || places.has(id) || carried.has(id)) return true;
  const entity = entities.get(id);
  return (
    entity !== undefined &&
    [entity.name, ...entity.aliases].some(name => plainWords(name).every(word => words.has(word)))
  );
}

/** Lengths of time stand in sentences about anything. */
const TIME = "years months weeks days three four five seven eight nine";

export const stemsOf = (words: readonly string[]): Stems =>
  new Set(words.filter(word => word.length > 3).map(word => word.slice(0, STEM)));

/**
 * Words of content that stand in the sentence, of what the figure counts and of its measure's phrases in the language. Names and units
 * are none: "Huawei" and "countries" stand in sentences about anything. A town that both name is one, with its unit two.
 */
function sharedWords(figure: Figure, stems: Stems, context: NumberContext): number {
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
function sharedParties(
  { value, qualifier }: Claim,
  { about, ...figure }: Figure,
  context: NumberContext,
): number {
  const areNamed =
    about.length >= 2 ? areAllSpoken(about, context) : about.some(id => isLongName(id, context));
  return areNamed && value! >= LARGE && qualifier === figure.qualifier ? SHARED : 0;
}

/** All of them are spoken of, a maker where its product is. */
function areAllSpoken(about: readonly string[], context: NumberContext): boolean {
  const spoken = about.filter(id => isSpoken(id, context));
  const { entities } = context.shelf;
  return about.every(id => spoken.includes(id) || spoken.some(other => entities.get(other)?.parent === id));
}

/** The sentence has a name of three words and more ("the Pacific Policing Initiative"). */
const isLongName = (id: string, { subject, shelf: { entities } }: NumberContext): boolean =>
  [entities.get(id)?.name ?? "", ...(entities.get(id)?.aliases ?? [])].some(name => {
    const words = plainWords(name);
    return words.length >= 3 && words.every(word => subject.words.has(word));
  });

/** Whoever is credited gives that very number: as much as a word, and as two where its parties are named too. */
function sharedCounter(figure: Figure, context: NumberContext): number {
  if (!context.credited?.(figure)) return 0;
  return figure.about.length > 0 && areAllSpoken(figure.about, context) ? SHARED : 1;
}

const LARGE = 1e6;

/** "76 of 96 countries": no chance repeats a number with the whole that it is a part of. */
function sharedWhole({ text }: Claim, { population }: Figure): number {
  const whole = /^of (\d[\d,]*)(?!\S)/.exec(population)?.[1];
  return whole !== undefined && text.includes(`of ${whole}`) ? SHARED_WHEN_DOUBTFUL : 0;
}

const namesOf = ({ about, place }: Figure, { entities }: NumberContext["shelf"]): string[] =>
  [...about, place].flatMap(id => {
    const entity = entities.get(id);
    return entity ? [entity.name, ...entity.aliases] : [nameOfCountry(id)];
  });

/** Words that tell nothing of what is counted. */
const TELLING_NOTHING = new Set([
  "share",
  "number",
  "total",
  "value",
  "cost",
  "rate",
  "people",
  "with",
  "that",
  "from",
]);

/** The sentence has the words of what the figure counts: both of two, two of more; all of them, and two at least, where the whole is asked for. */
export function isCountedIn(
  { counted, unit }: Figure,
  said: ReadonlySet<string>,
  { whole = false } = {},
): boolean {
  const words = [
    ...new Set((counted.match(/(?<!\p{L})\p{Ll}{4,}/gu) ?? []).map(word => plainWords(word).at(-1)!)),
  ];
  const telling = words.filter(word => !TELLING_NOTHING.has(word) && word !== normalUnit(unit));
  const held = telling.filter(word => hasWord(said, word)).length;
  return whole
    ? held >= 2 && held === telling.length
    : telling.length > 0 && held >= Math.min(2, telling.length);
}
