import type { Measure } from "../../codebook/types.ts";
import type { Claim, Span } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { normalUnit } from "../rule/units.ts";
import { bodiesMeant, isBody } from "./bodies.ts";
import { clauseAround } from "./clause.ts";
import { isCommonName } from "./common-names.ts";
import { nameOfCountry } from "./country-name.ts";
import { partiesOfFigure } from "./figure-parties.ts";
import { tellsAll } from "./figure-words.ts";
import { placesIn } from "./places-in.ts";
import { regionsIn } from "./regions.ts";
import { homesOf, withOwners } from "./subject.ts";
import { plainWords } from "./words.ts";

/**
 * Words of a claim's clause that narrow what it counts beyond what the reader made of it: names of towns, provinces, bodies and
 * programmes, parts of the world, and some common words ("female"). A count that says nothing of them may be of a wider thing.
 */
export interface Narrowing {
  /** Names and narrowing words, as plain words. */
  readonly words: readonly string[];
  /** Countries that the clause names and the claim does not speak of, and those whose people or things are counted ("Chinese"). */
  readonly places: readonly string[];
  /** Several parties taken together, where the reader knows of at most one. */
  readonly joint: boolean;
  /** Kinds of bodies that the clause points back to without a name ("the college"), where the reader knows of none. */
  readonly bodies?: readonly string[];
  /** The number comes on top of others. */
  readonly increment?: boolean;
  /** The clause of the number. */
  readonly clause?: string;
}

type Given = Pick<Shelf, "entities" | "codebook">;

interface Context {
  readonly text: string;
  readonly language: string;
  /** All claims of the document. */
  readonly claims: readonly Claim[];
  readonly shelf: Given;
}

const GIVERS = ["provider", "vendor", "vendor-country", "actor"];

/** "7,000 more", "another 20": numbers that are beside others, and no whole. */
function isIncrement(clause: string, language: string): boolean {
  const bounds = idiom("moreThan", language).find(clause);
  const isBound = ([from, to]: Span) => bounds.some(([start, end]) => start <= from && to <= end);
  return (
    idiom("moreBehind", language)
      .find(clause)
      .some(span => !isBound(span) && /\d[\d.,\s]*(?:\p{L}+\s+){0,2}$/u.test(clause.slice(0, span[0]))) ||
    idiom("moreBefore", language)
      .find(clause)
      .some(([, end]) => /^\s*\d/.test(clause.slice(end)))
  );
}

interface Narrowed {
  readonly claims: readonly Claim[];
  readonly entities: Given["entities"];
  readonly narrowing: Narrowing;
}

const NARROWED = new WeakMap<Claim, Narrowed>();

/** What narrows a claim's clause and is not explained by what the reader made of it; one rule after the other asks for it. */
export function narrowingOf(claim: Claim, context: Context): Narrowing {
  const { claims, shelf } = context;
  const known = NARROWED.get(claim);
  if (known?.claims === claims && known.entities === shelf.entities) return known.narrowing;
  const narrowing = findNarrowing(claim, context);
  NARROWED.set(claim, { claims, entities: shelf.entities, narrowing });
  return narrowing;
}

function findNarrowing(claim: Claim, { text, language, claims, shelf }: Context): Narrowing {
  const clause = clauseAround(claim, { text, language, claims });
  const lower = clause.toLowerCase();
  const mentions = placesIn(clause, language);
  // A capital that gives is its state ("Beijing has trained"); one that receives is a town in it.
  const givers = new Set(GIVERS.flatMap(role => claim.roles[role] ?? []));
  const isTown = ({ form, country }: (typeof mentions)[number]) =>
    form === "place" || (form === "capital" && !givers.has(country));
  const countries = mentions.filter(mention => !isTown(mention));
  const towns = mentions.filter(isTown);
  const spoken = placesOf(claim, shelf);
  const isKnown = isKnownIn(claim, shelf);
  const bodies = namesIn(claim, shelf).filter(name => clause.includes(name));
  const names = [...clause.matchAll(/(?<![\p{L}'’])\p{Lu}[\p{L}\p{N}'’-]*/gu)].filter(
    ({ index }) =>
      !countries.some(({ span: [from, to] }) => index >= from && index < to) &&
      !isOpening(clause, index, towns),
  );
  const words = [
    ...names.map(([name]) => name),
    ...towns.map(place => place.text).filter(town => !bodies.some(name => name.includes(town))),
    ...idiom("narrowed", language)
      .find(lower)
      .map(found => lower.slice(...found)),
  ];
  const regions = regionsIn(lower);
  const told = words
    .map(word => plainWords(word)[0] ?? "")
    .filter(word => word !== "" && !isKnown(word) && !isCommonName(word));
  // "Chinese police in Solomon Islands" are not all police there, whatever places the claim speaks of.
  const other = countries
    .filter(({ country, form }) => form === "demonym" || !spoken.has(country))
    .map(({ country }) => country);
  const classes = isClassNoun(claim, shelf) ? [normalUnit(claim.unit)] : [];
  return {
    words: [...new Set([...told.filter(word => !isRegionWord(word)), ...regions, ...classes])],
    places: [...new Set(other)],
    joint: idiom("together", language).test(lower) && partiesOf(claim, shelf) < 2,
    clause,
    increment: isIncrement(clause, language),
    bodies: bodiesMeant(clause).filter(
      kind => !claim.entities.some(id => isBody(shelf.entities.get(id)?.name ?? "", kind)),
    ),
  };
}

/** "25 democracies" are a part of the countries, which the reader did not make a class of. */
function isClassNoun({ unit, roles, measure }: Claim, { codebook }: Given): boolean {
  if (unit === "" || roles["regime"]?.length || codebook.measures.get(measure)?.unit === unit) return false;
  return classNouns(codebook).has(normalUnit(unit));
}

const CLASSES = new WeakMap<Given["codebook"], ReadonlySet<string>>();

/** Nouns for the classes of states that a codebook has, in all languages. */
function classNouns(codebook: Given["codebook"]): ReadonlySet<string> {
  const known = CLASSES.get(codebook);
  if (known) return known;
  const classes = [...(codebook.series?.values() ?? [])].flatMap(series => series.classes);
  const nouns = new Set(classes.flatMap(({ phrases }) => Object.values(phrases).flat().map(normalUnit)));
  CLASSES.set(codebook, nouns);
  return nouns;
}

const isRegionWord = (word: string) => regionsIn(word).length > 0;

/** The first word of a sentence has a capital whatever it is; a town that opens it is a name all the same. */
const isOpening = (
  clause: string,
  index: number,
  towns: readonly { readonly span: readonly [number, number] }[],
): boolean =>
  /(?:^|\p{Ll}{2}[.!?]|\d[.!?])["”’']?\s*$/u.test(clause.slice(0, index)) &&
  !towns.some(({ span: [from] }) => from === index);

const placesOf = ({ places, roles, entities }: Claim, { entities: known }: Given): ReadonlySet<string> =>
  new Set([
    ...places,
    ...Object.values(roles).flat(),
    ...homesOf(withOwners([...entities, ...Object.values(roles).flat()], known), known),
  ]);

/** Entities among the parties of a claim, products counted with their makers. */
function partiesOf({ entities, roles }: Claim, { entities: known }: Given): number {
  const all = new Set([...entities, ...Object.values(roles).flat()].filter(id => known.has(id)));
  return [...all].filter(id => !all.has(known.get(id)?.parent ?? "")).length;
}

/** Words that a measure is told in do not change. */
const OF_MEASURE = new WeakMap<Measure, ReadonlySet<string>>();

function wordsOfMeasure(measure: Measure | undefined): ReadonlySet<string> {
  if (!measure) return new Set();
  const known = OF_MEASURE.get(measure);
  if (known) return known;
  const phrases = [measure.label.en, ...Object.values(measure.phrases).flat()];
  const words = new Set(plainWords(phrases.join(" ")));
  OF_MEASURE.set(measure, words);
  return words;
}

/** Names of the claim's own parties in scripts without spaces: a town that such a name holds ("山东警察学院") is no word of its own. */
const namesIn = ({ entities: ids, roles }: Claim, { entities }: Given): string[] =>
  [...withOwners([...ids, ...Object.values(roles).flat()], entities)]
    .flatMap(id => [entities.get(id)?.name ?? "", ...(entities.get(id)?.aliases ?? [])])
    .filter(name => /\p{Script=Han}/u.test(name));

/** Words that need no explaining: those of the claim's own parties, of its measure and of the codebook's classes. */
function isKnownIn(claim: Claim, { entities, codebook }: Given): (word: string) => boolean {
  const ids = withOwners([...claim.entities, ...Object.values(claim.roles).flat()], entities);
  const bodies = [...ids].flatMap(id => {
    const entity = entities.get(id);
    return entity ? [entity.name, ...entity.aliases] : [nameOfCountry(id)];
  });
  const measured = wordsOfMeasure(codebook.measures.get(claim.measure));
  const named = new Set(bodies.flatMap(plainWords));
  return word => measured.has(word) || named.has(word);
}

/** Does a figure say nothing of what narrows the claim? */
export function isUnexplained(narrowing: Narrowing, figure: Figure, shelf: Shelf): boolean {
  if (narrowing.joint && figure.about.length < 2) return true;
  if (narrowing.increment) return true;
  if ((narrowing.bodies ?? []).some(kind => !isBody(`${figure.label} ${figure.counted}`, kind))) return true;
  const { homes } = partiesOfFigure(figure, shelf.entities);
  const isOf = (place: string) => place === figure.place || homes.has(place) || figure.about.includes(place);
  if (!narrowing.places.every(isOf)) return true;
  return narrowing.words.length > 0 && !tellsAll(figure, narrowing.words, shelf);
}

/** Does anything narrow the claim that a count of the whole book would have to heed? */
export const isNarrowed = ({ words, places, joint, bodies = [], increment = false }: Narrowing): boolean =>
  joint || increment || words.length > 0 || places.length > 0 || bodies.length > 0;
