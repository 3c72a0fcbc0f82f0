import type { Claim, Document } from "../../read/types.ts";
import { idiom, usualPlaceName } from "../../text/index.ts";
import { placesIn } from "./places-in.ts";
import { regionsIn } from "./regions.ts";
import { plainWords } from "./words.ts";

/** A sentence, and the language that its document is in (ISO 639-1). */
export interface SentenceIn {
  readonly sentence: string;
  readonly language: string;
}

type Texts = Pick<Document, "text" | "language">;

/** Sentences of a document by where they begin: each has several claims, which are looked at more than once. */
const SENTENCES = new WeakMap<Texts, Map<number, SentenceIn>>();

/** The sentence of a claim; one object for each sentence of a document. */
export function sentenceOf({ sentence: span }: Pick<Claim, "sentence">, document: Texts): SentenceIn {
  const read = SENTENCES.get(document) ?? new Map<number, SentenceIn>();
  SENTENCES.set(document, read);
  const sentence = document.text.slice(...span);
  const known = read.get(span[0]);
  if (known?.sentence === sentence) return known;
  const made = { sentence, language: document.language.slice(0, 2) };
  read.set(span[0], made);
  return made;
}

type Places = ReturnType<typeof placesIn>;

interface Read {
  /** Null where there is no sentence. */
  readonly places: Places | null;
  /** Plain words, those of the usual names of its towns, and initials of its long names. */
  readonly words: readonly string[];
  /** The same without the initials. */
  readonly said: ReadonlySet<string>;
  /** States of which it names a town in letters that the book's names are not in, under a name that is not known to be that of a town. */
  readonly unknownTowns: ReadonlySet<string>;
}

const READ = new WeakMap<SentenceIn, Read>();

/** Places and words of a sentence, read once. */
export function readIn(given: SentenceIn): Read {
  const known = READ.get(given);
  if (known) return known;
  const { sentence, language } = given;
  const places = sentence === "" ? null : placesIn(sentence, language);
  const towns = townsIn(places ?? [], language);
  // Figures name parts of the world in the book's language.
  const regions = language === BOOK_LANGUAGE ? [] : regionsIn(sentence);
  const words = [...plainWords(sentence), ...towns.flatMap(({ name }) => plainWords(name)), ...regions];
  const read = {
    places,
    words: [...words, ...initialsIn(sentence)],
    said: new Set(words),
    unknownTowns: new Set(towns.filter(({ name }) => !LATIN.test(name)).map(({ country }) => country)),
  };
  READ.set(given, read);
  return read;
}

/** Plain words that the sentence of a claim says; its towns by the names that the book has for them too ("Душанбе", "Dushanbe"). */
export const wordsSaid = (claim: Pick<Claim, "sentence">, document: Texts): ReadonlySet<string> =>
  readIn(sentenceOf(claim, document)).said;

/** States that a sentence names in any way. */
export const statesNamed = (sentence: SentenceIn): string[] =>
  readIn(sentence).places?.map(({ country }) => country) ?? [];

const LATIN = /\p{Script=Latin}/u;

/** Towns that a sentence names, by their usual names. In the book's own language they stand under these. */
const townsIn = (places: Places, language: string): { country: string; name: string }[] =>
  places
    .filter(({ form }) => form === "place" || form === "capital")
    .map(({ country, text }) => ({
      country,
      name: language === BOOK_LANGUAGE ? text : usualPlaceName(text, country, language),
    }));

/** The language that the names of a book's towns are in. */
const BOOK_LANGUAGE = "en";

/** Words with capitals in a row, with up to two small words between or none. */
function rowsOf(sentence: string): string[] {
  rows ??= [
    /\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){2,}/gu,
    new RegExp(
      `\\p{Lu}[\\p{L}'’-]+(?:\\s+(?:(?:${[...idiom("nameJoiner").words].join("|")})\\s+){0,2}\\p{Lu}[\\p{L}'’-]+){2,}`,
      "gu",
    ),
  ];
  return rows.flatMap(row => sentence.match(row) ?? []);
}
let rows: readonly RegExp[] | null = null;

/** Names in words of three and more ("Shanghai Cooperation Organisation"), by their initials. */
const initialsIn = (sentence: string): string[] =>
  rowsOf(sentence).map(name => (name.match(/(?<![\p{L}'’-])\p{Lu}/gu) ?? []).join("").toLowerCase());
