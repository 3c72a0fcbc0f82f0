import { countryByCode } from "../../text/index.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { isCommonName } from "./common-names.ts";
import { nameOfCountry } from "./country-name.ts";
import { placesIn } from "./places-in.ts";
import { isPlanMeasure } from "./plan.ts";
import type { Subject } from "./subject.ts";
import { hasWord, plainWords } from "./words.ts";

/** Words of a scope that narrow nothing. */
const WHOLE = new Set([
  "un",
  "us",
  "usd",
  "world",
  "worldwide",
  "global",
  "gdp",
  "index",
  "plus",
  "one",
  "the",
  // What kind of place it is, beside the place's own name ("Belize City").
  "city",
  "metro",
  "province",
  "region",
]);

/** A year of accounts: the figure's period says it. */
const FISCAL = /^fy\d+$/;

/** Regions narrow a count even where the name of its counter holds one ("Quartz Africa"). */
const REGIONS_OF_WORLD = new Set(
  "africa,african,asia,asian,europe,european,pacific,latin,caribbean,arab,asean,sahel,balkan,eurasia,eurasian".split(
    ",",
  ),
);

/** Words without a capital that narrow a count all the same. */
const NARROWING = ["surveyed", "asked", "sampled", "first phase", "police only", "death penalty", "planned"];

/**
 * Words that narrow a figure beyond what its columns say: names in its population and in what it counts ("Almaty", "Amhara",
 * "African", "SCO members"). The names of its counter, of its place and of those it is about narrow nothing more.
 */
export function restrictorsOf(figure: Figure, entities: Shelf["entities"]): readonly string[] {
  const known = FOUND.get(figure);
  if (known) return known;
  const found = findRestrictors(figure, entities);
  FOUND.set(figure, found);
  return found;
}

/** Names of towns, regions and bodies in a figure's scope, without words that narrow it otherwise. */
export const townsOf = (figure: Figure, entities: Shelf["entities"]): readonly string[] =>
  restrictorsOf(figure, entities).filter(
    word => !REGIONS_OF_WORLD.has(word) && !NARROWING.some(phrase => phrase.startsWith(word)),
  );

/** Words of a figure's scope that a sentence does not have. A capital is named by its name in any language. */
export function untoldOf(
  figure: Figure,
  { words, capitals }: Subject,
  entities: Shelf["entities"],
): string[] {
  const restrictors = restrictorsOf(figure, entities);
  if (restrictors.length === 0) return [];
  const untold = restrictors.filter(word => !hasWord(words, word));
  if (untold.length === 0 || !capitals.has(figure.place)) return untold;
  const capital = placesIn(figure.population, "en")
    .filter(({ form, country }) => form === "capital" && country === figure.place)
    .flatMap(({ text }) => plainWords(text));
  return untold.filter(word => !capital.includes(word));
}

/** A figure is held against many claims, and its words do not change. */
const FOUND = new WeakMap<Figure, readonly string[]>();

function findRestrictors(figure: Figure, entities: Shelf["entities"]): string[] {
  const population = figure.population.replace(/\s*,?\s\b(?:incl\.|including)\s.*$/i, "");
  const isOfAll = isMadeUp(population) || isWhole(population) || isListed(population, figure);
  const scope = `${isOfAll ? "" : population}; ${figure.counted}`;
  const names = [...scope.matchAll(/\p{Lu}[\p{L}\p{N}'’-]*/gu)].flatMap(([name]) =>
    plainWords(name).slice(0, 1),
  );
  // That a plan is planned narrows nothing more than its measure does.
  const said = NARROWING.filter(
    phrase => phrase !== "planned" || !isPlanMeasure({ id: figure.measure ?? "" }),
  );
  const lower = scope.toLowerCase();
  const narrowing = said
    .filter(phrase => lower.includes(phrase))
    .flatMap(phrase => phrase.split(" ").slice(0, 1));
  const left = [...new Set([...names, ...narrowing])].filter(
    word => word.length > 1 && !WHOLE.has(word) && !FISCAL.test(word),
  );
  const unknown = without(left, open => knownAmong(open, figure, entities));
  return without(unknown, () => ownStates(scope, figure));
}

/** Words that are not common and not among the known ones, which are only looked for where there is a word to hold against them. */
function without(
  words: readonly string[],
  knownOnes: (open: readonly string[]) => readonly string[],
): string[] {
  const isOpen = (word: string) => !REGIONS_OF_WORLD.has(word) && !isCommonName(word);
  const open = words.filter(isOpen);
  const known = new Set(open.length > 0 ? knownOnes(open) : []);
  return words.filter(word => REGIONS_OF_WORLD.has(word) || (isOpen(word) && !known.has(word)));
}

/** Words for the states that the figure is of anyway ("UK", "British"); a town is not its state. */
const ownStates = (scope: string, { about, place }: Figure): string[] =>
  placesIn(scope, "en")
    .filter(
      ({ form, country }) =>
        (form === "name" || form === "demonym") && (country === place || about.includes(country)),
    )
    .flatMap(({ text }) => plainWords(text));

/** "11 countries and the Vatican" says what a count is made up of, and narrows nothing. */
const isMadeUp = (population: string): boolean =>
  /^\d[\d,]* \p{Ll}+ and /u.test(population) ||
  /^\d[\d.]* from [^,;]+, \d[\d.]* from [^,;]+$/.test(population);

/** "Myanmar, Pakistan, Ethiopia, Kazakhstan and one more" are the five that are counted. */
const isListed = (population: string, { value }: Figure): boolean =>
  value > 2 && population.split(/, | and /).length === value;

/** "500 planned" says how many there are to be. */
const isWhole = (population: string): boolean => /^\d[\d,]* planned$/u.test(population);

/** Those of the words that stand in the names of a figure's counter, place and bodies, or are adjectives of words that do. */
function knownAmong(words: readonly string[], figure: Figure, entities: Shelf["entities"]): string[] {
  const ids = [...figure.about, figure.place].filter(id => id !== "");
  const bodies = ids.flatMap(id => {
    const entity = entities.get(id);
    return entity ? [entity.name, ...entity.aliases] : [countryName(id)];
  });
  const named = plainWords([figure.counter, ...bodies].join(" "));
  return words.filter(word => named.some(name => name === word || isAdjectiveOf(word, name)));
}

/** English name of a state by its alpha-3 code; empty where there is no such state. */
const countryName = (code: string): string => (countryByCode(code) ? nameOfCountry(code) : "");

/** Endings of adjectives behind a name, and behind one without its last letter. */
const AFTER_NAME = ["n", "an", "ian"];
const AFTER_STEM = ["an", "ese"];

/** "cambodia" also lets "cambodian" pass. */
function isAdjectiveOf(word: string, name: string): boolean {
  const stem = name.slice(0, -1);
  if (name.length < 4 || !word.startsWith(stem)) return false;
  return (
    (word.startsWith(name) && AFTER_NAME.includes(word.slice(name.length))) ||
    AFTER_STEM.includes(word.slice(stem.length)) ||
    (!/[ao]$/.test(name) && word === `${name}ese`)
  );
}
