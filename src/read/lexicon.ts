import type { Codebook } from "../codebook/types.ts";
import { remembering } from "../text/remember.ts";
import { type EntityName, type EntityRow, isInflected, namesOfEntity } from "./entity-names.ts";
import { FRAMES, LANGUAGES } from "./frames/index.ts";
import { type Pointers, pointersOf } from "./frames/pointers.ts";
import { stemNone, stemRussian } from "./frames/stem.ts";
import type { Frame, FrameWords, LanguageFrames } from "./frames/types.ts";
import { type Grammar, grammarOf } from "./grammar.ts";
import { type HappeningFrame, happeningFrames } from "./happenings/frame.ts";
import { type Nouns, nounsOf } from "./nouns.ts";
import { PhraseIndex, type Stemmer } from "./phrases.ts";

/** A phrase with other words inside, within one clause: "cut~internet". */
export interface GapPhrase {
  readonly list: string;
  readonly code: string;
}

/** What a phrase stands for. */
export type Tag =
  | {
      readonly type: "class";
      readonly series: string;
      readonly code: string;
      /** The only form that names the class, where others name the thing itself ("democracies", not "democracy"). */
      readonly written?: string;
    }
  | { readonly type: "code"; readonly list: string; readonly code: string }
  | { readonly type: "cue"; readonly name: CueName }
  | { readonly type: "gap"; readonly gap: GapPhrase; readonly part: "first" | "second" }
  | { readonly type: "head"; readonly kind: string; readonly field: string }
  | { readonly type: "frame"; readonly frame: Frame; readonly part: keyof FrameWords };

export type CueName =
  | {
      [K in keyof LanguageFrames]-?: LanguageFrames[K] extends string ? K : never;
    }[keyof LanguageFrames]
  /** A name of the codebook's groups `same-<thing>`. */
  | "titles";

/** Everything that one language brings to reading. */
export interface LanguageLexicon {
  readonly frames: LanguageFrames;
  readonly grammar: Grammar;
  readonly stem: Stemmer;
  readonly index: PhraseIndex<Tag>;
  readonly nouns: Nouns;
  /** Words that stand for whoever was named before. */
  readonly pointers: Pointers | null;
}

/** The names and phrases that the reader knows. Made once a book; reading changes nothing in it. */
export interface Lexicon {
  readonly codebook: Codebook;
  readonly entities: ReadonlyMap<string, EntityRow>;
  /** Names of entities in any script. */
  readonly names: PhraseIndex<EntityName>;
  /** Names in Cyrillic by the stems of their words, for texts that write them in other cases. */
  readonly inflected: PhraseIndex<EntityName>;
  readonly frames: readonly Frame[];
  /** Kinds of happening whose parts the codebook declares. */
  readonly happenings: readonly HappeningFrame[];
  /** Role in which a code list's codes stand in a claim ("regimes" -> "regime"). */
  readonly roleOfList: ReadonlyMap<string, string>;
  /** Phrases of a language; languages without frames of their own get the codebook's phrases alone. */
  language(code: string): LanguageLexicon | null;
}

/** Lists that are steps over single words and no cues. */
const NOT_CUES = new Set([
  "language",
  "stem",
  "actNounFirst",
  "adjectives",
  "bareNames",
  "attached",
  "marksObject",
  "verbFirst",
  "prepositions",
  "locating",
  "agents",
  "makers",
  "passive",
  "articles",
  "indefinite",
  "pronouns",
  "listJoints",
  "verbs",
  "determiners",
  "of",
  "ofFiller",
  "what",
  "that",
  "nameJoiners",
  "commonNames",
  "companyEndings",
]);

function addCues(index: PhraseIndex<Tag>, frames: LanguageFrames): void {
  for (const [name, list] of Object.entries(frames))
    if (typeof list === "string" && !NOT_CUES.has(name))
      for (const phrase of list.split("|").filter(Boolean))
        index.add(phrase, { type: "cue", name: name as CueName });
}

/** Names of the same thing in several languages stand in the groups `same-<thing>` of the codebook's phrases. */
function addTitles(index: PhraseIndex<Tag>, { phrases }: Codebook, language: string): void {
  for (const [group, names] of Object.entries(phrases))
    if (group.startsWith("same-"))
      for (const name of names[language] ?? []) index.add(name, { type: "cue", name: "titles" });
}

function addFrames(index: PhraseIndex<Tag>, frames: readonly Frame[], language: string): void {
  for (const frame of frames)
    for (const [part, list] of Object.entries(frame.words[language] ?? {}) as [keyof FrameWords, string][])
      for (const phrase of (list as string).split("|").filter(Boolean))
        index.add(phrase, { type: "frame", frame, part: part as keyof FrameWords });
}

/** Stands between words that a text must have all of, in any order ("police … protesters"). */
export const APART = "…";

/** Lists that hold classes of series hold classes of no index beside them ("autocracies"). */
function listsOfClasses({ lists, series }: Codebook): ReadonlySet<string> {
  const classes = new Set([...series.values()].flatMap(each => each.classes.map(({ code }) => code)));
  return new Set(
    [...lists]
      .filter(([, { codes }]) => [...codes.keys()].some(code => classes.has(code)))
      .map(([list]) => list),
  );
}

/** Phrases of a code stand in the group `LIST.CODE` of the codebook's phrases. Those with a gap tell what a text is about and no more. */
function addCodes(index: PhraseIndex<Tag>, codebook: Codebook, language: string): void {
  const ofClasses = listsOfClasses(codebook);
  for (const [list, { codes }] of codebook.lists)
    for (const code of codes.keys())
      for (const phrase of codebook.phrases[`${list}.${code}`]?.[language] ?? [])
        if (ofClasses.has(list)) index.add(phrase, { type: "class", series: "", code, written: phrase });
        else if (phrase.includes(GAP)) addGap(index, phrase, { list, code });
        else if (!phrase.includes(APART)) index.add(phrase, { type: "code", list, code });
}

/**
 * What is sold keeps its English name in texts of other languages ("SS7 interception", "City cameras"): long words and phrases for such
 * codes count in all of them.
 */
const LONG_WORD = 6;
function addEnglishCodes(index: PhraseIndex<Tag>, codebook: Codebook, used: readonly Frame[]): void {
  const lists = new Set(used.flatMap(({ object, needsObject }) => (needsObject ? [object.list] : [])));
  for (const list of lists)
    for (const code of codebook.lists.get(list)?.codes.keys() ?? [])
      for (const phrase of codebook.phrases[`${list}.${code}`]?.["en"] ?? [])
        if (phrase.length >= LONG_WORD && !phrase.includes(GAP) && !phrase.includes(APART))
          index.add(phrase, { type: "code", list, code });
}

/** Stands for a few other words between the two parts of a phrase, which then tells its code ("cut~internet"). */
const GAP = "~";

function addGap(index: PhraseIndex<Tag>, phrase: string, gap: GapPhrase): void {
  const [first = "", second = ""] = phrase.split(GAP);
  index.add(first, { type: "gap", gap, part: "first" });
  index.add(second, { type: "gap", gap, part: "second" });
}

/** Nouns that can be a part of a happening stand in the group `KIND.FIELD`. */
function addHeads(index: PhraseIndex<Tag>, codebook: Codebook, language: string): void {
  for (const { kind, roles } of happeningFrames(codebook))
    for (const field of roles.keys())
      for (const phrase of codebook.phrases[`${kind.id}.${field}`]?.[language] ?? [])
        index.add(phrase, { type: "head", kind: kind.id, field });
}

/** The role of a code list: the name of the first field of a kind that holds its codes. */
function rolesOfLists(codebook: Codebook): Map<string, string> {
  const fields = [...codebook.kinds.values()].flatMap(kind => kind.fields);
  const roles = new Map<string, string>();
  for (const { id, list } of fields)
    if (list !== undefined && !roles.has(list)) roles.set(list, id.replaceAll("_", "-"));
  return roles;
}

function addClasses(index: PhraseIndex<Tag>, codebook: Codebook, language: string): void {
  for (const [series, { classes }] of codebook.series)
    for (const { code, phrases } of classes)
      for (const phrase of phrases[language] ?? []) index.add(phrase, { type: "class", series, code });
}

function languageLexicon(
  codebook: Codebook,
  frames: LanguageFrames,
  used: readonly Frame[],
): LanguageLexicon {
  const stem = frames.stem === stemNone ? stemNone : remembering(frames.stem, { limit: 50_000 });
  const index = new PhraseIndex<Tag>(stem, new Set(frames.attached.split("|").filter(Boolean)));
  addCues(index, frames);
  addFrames(index, used, frames.language);
  addTitles(index, codebook, frames.language);
  addCodes(index, codebook, frames.language);
  if (frames.language !== "en") addEnglishCodes(index, codebook, used);
  addHeads(index, codebook, frames.language);
  addClasses(index, codebook, frames.language);
  return {
    frames,
    grammar: grammarOf(frames),
    stem,
    index,
    nouns: nounsOf(codebook, frames.language, stem),
    pointers: frames.pointers ? pointersOf(frames.pointers) : null,
  };
}

/** Prepositions that languages write together with the name behind them ("لهواوي"). */
const ATTACHED: ReadonlySet<string> = new Set(
  Object.values(LANGUAGES).flatMap(({ attached }) => attached.split("|").filter(Boolean)),
);

/**
 * The reader's lexicon of a book: names of its entities in any script, and the phrases of its measures, regime classes and
 * codes with the words of each language. A language's part is built when a text in it is first read.
 */
export function createLexicon(codebook: Codebook, entities: readonly EntityRow[]): Lexicon {
  const names = new PhraseIndex<EntityName>(word => word, ATTACHED);
  const inflected = new PhraseIndex<EntityName>(stemRussian);
  for (const entity of entities)
    for (const [written, name] of namesOfEntity(entity)) {
      names.add(written, name);
      if (isInflected(written)) inflected.add(written, name);
    }
  const frames = FRAMES.filter(({ kind }) => codebook.kinds.has(kind));
  const built = new Map<string, LanguageLexicon>();
  return {
    codebook,
    entities: new Map(entities.map(entity => [entity.id, entity])),
    names,
    inflected,
    frames,
    happenings: happeningFrames(codebook),
    roleOfList: rolesOfLists(codebook),
    language(code) {
      const words = LANGUAGES[code];
      if (!words) return null;
      let found = built.get(code);
      if (!found) {
        found = languageLexicon(codebook, words, frames);
        built.set(code, found);
      }
      return found;
    },
  };
}
