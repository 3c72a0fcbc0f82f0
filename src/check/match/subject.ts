import type { Claim, Document } from "../../read/types.ts";
import { idiom, readPlaces } from "../../text/index.ts";
import type { EntityRow, Shelf } from "../gather/types.ts";
import { isSameName } from "../rule/names.ts";

/** What a claim is about, in the ids that figures and records use. */
export interface Subject {
  /** Who gives, sells or makes: entities with the bodies they belong to, or states where no entity is named. */
  readonly agents: ReadonlySet<string>;
  /** States where it happens or that receive. */
  readonly places: ReadonlySet<string>;
  readonly regimes: ReadonlySet<string>;
  readonly productKinds: ReadonlySet<string>;
  /** The words of the sentence and of the subject, lower case, for what only words say (a town, a region). */
  readonly words: ReadonlySet<string>;
  /** Bodies and states that the sentences before it in the paragraph speak of: it may go on speaking of them without a name. */
  readonly carried: ReadonlySet<string>;
  /** States whose capital the sentence names, in whatever language. */
  readonly capitals: ReadonlySet<string>;
  /** States that the sentence names in any way. */
  readonly named: ReadonlySet<string>;
  /** Whoever the claim is credited to. */
  readonly speaker?: string;
  /** States of which the sentence names a town in letters that the book's names are not in: which town, words do not tell. */
  readonly towns?: ReadonlySet<string>;
}

/** Roles of those who give; the others of a relation receive. */
const GIVERS = ["vendor", "provider", "host", "maker", "actor"];
const TAKERS = ["recipient", "place", "country", "counterpart"];

type Entities = Shelf["entities"];

const rolesIn = ({ roles }: Claim, names: readonly string[]) => names.flatMap(name => roles[name] ?? []);

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

interface Read {
  readonly places: ReturnType<typeof readPlaces> | null;
  readonly words: readonly string[];
}

const READ = new WeakMap<SentenceIn, Read>();

/** Places (null where there is no sentence) and words of a sentence, read once. */
function readIn(given: SentenceIn): Read {
  const known = READ.get(given);
  if (known) return known;
  const { sentence, language } = given;
  const read = {
    places: sentence === "" ? null : readPlaces(sentence, { language }),
    words: [...plainWords(sentence), ...initialsIn(sentence)],
  };
  READ.set(given, read);
  return read;
}

/** States that a sentence names in any way. */
export const statesNamed = (sentence: SentenceIn): string[] =>
  readIn(sentence).places?.map(({ country }) => country) ?? [];

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

/** The subject of a claim, by its sentence; `before` are the claims before it in its paragraph. */
export function subjectOf(
  claim: Claim,
  entities: Entities,
  sentence: SentenceIn,
  before: readonly Claim[] = [],
): Subject {
  const speaker = claim.attribution?.to ?? "";
  const namesOf = (id: string) => [entities.get(id)?.name ?? id, ...(entities.get(id)?.aliases ?? [])];
  // "IBM's rival NEC": whom a text only sets beside another takes no part.
  const besides = new Set(claim.roles["compared-with"] ?? []);
  const named = claim.entities.filter(
    id => !besides.has(id) && (speaker === "" || !namesOf(id).some(name => isSameName(name, speaker))),
  );
  const givers = [...rolesIn(claim, GIVERS), ...named];
  const { places: mentions, words } = readIn(sentence);
  // "In Kyrgyzstan, 20,000 cameras": that they are Chinese, an earlier sentence may have said, and not of these.
  const isNamed = (state: string) => mentions === null || mentions.some(({ country }) => country === state);
  const homesSaid = claim.roles["vendor-country"] ?? [];
  const states = givers.some(id => entities.has(id)) ? [] : homesSaid.filter(isNamed);
  const agents = withOwners([...givers, ...states], entities);
  const homes = homesOf(agents, entities);
  const places = [...rolesIn(claim, TAKERS), ...claim.places].filter(
    place => !agents.has(place) && !homes.has(place) && !(homesSaid.includes(place) && !isNamed(place)),
  );
  return {
    agents,
    ...(speaker === "" ? {} : { speaker }),
    places: new Set(places),
    regimes: new Set(claim.roles["regime"] ?? []),
    productKinds: new Set(claim.roles["product-kind"] ?? []),
    words: new Set([...words, ...plainWords(claim.subject), ...plainWords(claim.population)]),
    carried: withOwners(
      [claim, ...before].flatMap(each => [
        ...each.entities,
        ...each.places,
        ...Object.values(each.roles).flat(),
      ]),
      entities,
      { homes: true },
    ),
    towns: new Set(
      mentions?.flatMap(({ form, country, text }) =>
        form === "place" && !/\p{Script=Latin}/u.test(text) ? [country] : [],
      ) ?? [],
    ),
    named: new Set(mentions?.map(({ country }) => country) ?? []),
    capitals: new Set(mentions?.flatMap(({ form, country }) => (form === "capital" ? [country] : [])) ?? []),
  };
}

/** Entities with those they belong to: a product speaks for its maker. States that are the home of a named entity are dropped. */
export function withOwners(
  ids: readonly string[],
  entities: Entities,
  { homes: kept = false } = {},
): Set<string> {
  const all = new Set<string>();
  for (const id of ids)
    for (
      let current: EntityRow | undefined | string = id;
      typeof current === "string" && !all.has(current);
    ) {
      all.add(current);
      current = entities.get(current)?.parent || undefined;
    }
  if (kept) return all;
  const homes = homesOf(all, entities);
  return new Set([...all].filter(id => entities.has(id) || !homes.has(id)));
}

export const homesOf = (ids: Iterable<string>, entities: Entities): Set<string> =>
  new Set([...ids].flatMap(id => entities.get(id)?.country || []));

/** Letters that a name and its adjectives share ("Africa", "African"). */
const STEM = 5;

/** Does a set of plain words hold a word, or one of its stem? */
export function hasWord(words: ReadonlySet<string>, word: string): boolean {
  if (words.has(word)) return true;
  if (word.length < STEM) return false;
  const stem = word.slice(0, STEM);
  for (const each of words) if (each.startsWith(stem)) return true;
  return false;
}

/** Names are split again and again, texts once: of short ones this many are remembered. */
const REMEMBERED = 20_000;
const SHORT = 80;
const SPLIT = new Map<string, readonly string[]>();

/** Words without case and accents; a trailing s is dropped so that plurals meet. */
export function plainWords(text: string): readonly string[] {
  if (text.length > SHORT) return split(text);
  const known = SPLIT.get(text);
  if (known) return known;
  if (SPLIT.size >= REMEMBERED) SPLIT.clear();
  const words = split(text);
  SPLIT.set(text, words);
  return words;
}

function split(text: string): string[] {
  const words: string[] = [];
  for (const word of unaccented(text).toLowerCase().match(WORD) ?? []) {
    words.push(word);
    if (word.length <= 4 || !word.endsWith("s")) continue;
    words.push(word.slice(0, -1));
    if (word.endsWith("ies")) words.push(`${word.slice(0, -3)}y`);
  }
  return words;
}

const WORD = /[\p{L}\p{N}]+/gu;
const BEYOND_ASCII = /[^\0-\x7f]/;

const unaccented = (text: string): string =>
  BEYOND_ASCII.test(text) ? withGaps(text).normalize("NFKD").replace(/\p{M}/gu, "") : text;

/** Scripts without spaces write names of other letters right beside their own ("IBM" in a Chinese sentence): they are words apart. */
const withGaps = (text: string): string => (DENSE.test(text) ? text.replace(SEAM, " ") : text);
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const SEAM =
  /(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])/g;
