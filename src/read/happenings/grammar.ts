import { keysOf } from "../../text/tokens/tokenize.ts";
import { ar } from "./words/ar.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { pt } from "./words/pt.ts";
import { ru } from "./words/ru.ts";
import type { HappeningWords } from "./words/types.ts";
import { zh } from "./words/zh.ts";

/** Languages in which happenings are read with their parts; adding one is adding its file. */
const WORDS: Readonly<Record<string, HappeningWords>> = { ar, en, es, fr, pt, ru, zh };

type Words = ReadonlySet<string>;
type Phrases = readonly (readonly string[])[];

/** The words of a language folded as the words of a text are, made once. */
export interface HappeningGrammar extends Omit<HappeningWords, keyof Listed> {
  readonly outside: Words;
  readonly modifiers: Words;
  readonly parts: Words;
  readonly of: Words;
  readonly articles: Words;
  readonly listed: Words;
  readonly onto: Words;
  readonly by: Words;
  readonly marked: Words;
  readonly suffers: Words;
  readonly definite: Words;
  readonly further: Words;
  readonly infinitive: Words;
  readonly stops: Phrases;
  readonly agents: Phrases;
  /** Keys of phrases with a space between them and around them. */
  readonly blames: readonly string[];
  readonly unreal: readonly string[];
}

type Listed = Pick<
  HappeningWords,
  | "outside"
  | "modifiers"
  | "parts"
  | "of"
  | "articles"
  | "listed"
  | "onto"
  | "by"
  | "marked"
  | "suffers"
  | "definite"
  | "further"
  | "infinitive"
  | "stops"
  | "agents"
  | "blames"
  | "unreal"
>;

const phrases = (list: string): Phrases => (list === "" ? [] : list.split("|").map(keysOf));
const words = (list: string): Words => new Set(phrases(list).flat());
const spaced = (list: string): string[] => phrases(list).map(keys => ` ${keys.join(" ")} `);

const grammarOf = (own: HappeningWords): HappeningGrammar => ({
  ...own,
  outside: words(own.outside),
  modifiers: words(own.modifiers),
  parts: words(own.parts),
  of: words(own.of),
  articles: words(own.articles),
  listed: words(own.listed),
  onto: words(own.onto),
  by: words(own.by),
  marked: words(own.marked),
  suffers: words(own.suffers),
  definite: words(own.definite),
  further: words(own.further),
  infinitive: words(own.infinitive),
  stops: phrases(own.stops),
  agents: phrases(own.agents),
  blames: spaced(own.blames),
  unreal: spaced(own.unreal),
});

const made = new Map<string, HappeningGrammar | null>();

export function happeningGrammar(language: string): HappeningGrammar | null {
  let found = made.get(language);
  if (found === undefined) {
    const own = WORDS[language];
    found = own ? grammarOf(own) : null;
    made.set(language, found);
  }
  return found;
}
