import type { Figure, Shelf } from "../gather/types.ts";
import { counterName } from "./counter.ts";
import { nameOfCountry } from "./country-name.ts";
import { hasWord, plainWords } from "./words.ts";

/** Does a figure tell all of some words, in its own text or in the names of its counter, of those it is about, of its place and of its pages? */
export function tellsAll(figure: Figure, words: readonly string[], shelf: Shelf): boolean {
  const left = words.filter(word => !hasWord(ownWords(figure), word));
  return left.length === 0 || left.every(word => isOnShelf(word, figure, shelf));
}

function isOnShelf(word: string, figure: Figure, { entities, sources, nameOfCounter }: Shelf): boolean {
  const has = (words: ReadonlySet<string>) => hasWord(words, word);
  const isOfBody = (id: string) => {
    const body = entities.get(id);
    return has(body ? wordsIn(body, () => [body.name, ...body.aliases]) : setOf([nameOfCountry(id)]));
  };
  const isOfPage = (id: string) => {
    const page = sources.get(id);
    return page !== undefined && has(wordsIn(page, () => [page.publisher, page.title, ...page.authors]));
  };
  return (
    has(setOf([counterName(figure.counter, { nameOfCounter })])) ||
    figure.about.some(isOfBody) ||
    isOfBody(figure.place) ||
    figure.sources.some(isOfPage)
  );
}

const ownWords = (figure: Figure): ReadonlySet<string> =>
  wordsIn(figure, () => [figure.label, figure.population, figure.counted, figure.note]);

const TOLD = new WeakMap<Figure, ReadonlySet<string>>();

/** Words of what a figure counts, of whom and where, with its note; they do not change. */
export function wordsTold(figure: Figure): ReadonlySet<string> {
  const known = TOLD.get(figure);
  if (known) return known;
  const told = setOf([figure.subject, figure.counted, figure.population, figure.note]);
  TOLD.set(figure, told);
  return told;
}

/** Words of what the book holds, for as long as it holds it. */
const WORDS = new WeakMap<object, ReadonlySet<string>>();

function wordsIn(of: object, texts: () => readonly string[]): ReadonlySet<string> {
  const known = WORDS.get(of);
  if (known) return known;
  const words = setOf(texts());
  WORDS.set(of, words);
  return words;
}

const setOf = (texts: readonly string[]): ReadonlySet<string> => new Set(plainWords(texts.join(" ")));
