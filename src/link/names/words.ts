import { countries, readPlaces } from "../../text/index.ts";
import { normalise } from "../normalise.ts";
import { withoutBodies } from "./bodies.ts";
import { CONCEPTS } from "./concepts.data.ts";
import { isLatin, romanise } from "./romanise.ts";

/** The words of a name, whatever its language. */
export interface NameWords {
  /** Countries and common words (`ministry`, `police`), by their English name: the same in every language. */
  readonly common: ReadonlySet<string>;
  /** All other words in Latin letters: what a name has of its own. */
  readonly own: ReadonlySet<string>;
  /** The syllables of those of them that stand in Han characters. */
  readonly syllables: ReadonlyMap<string, readonly string[]>;
}

/** The concept of words that are passed over. */
const DROPPED = "";

interface Lexicon {
  readonly exact: ReadonlyMap<string, string>;
  /** Words in Latin letters by what they mean. */
  readonly latin: ReadonlyMap<string, readonly string[]>;
  readonly stems: readonly (readonly [stem: string, concept: string])[];
  /** Words in Han characters, longest first. */
  readonly han: readonly (readonly [word: string, concept: string])[];
}

let lexicon: Lexicon | null = null;

const HAN = /\p{Script=Han}/u;

function concepts(): Lexicon {
  if (lexicon) return lexicon;
  const exact = new Map<string, string>();
  const latin = new Map<string, string[]>();
  const stems: [string, string][] = [];
  const han: [string, string][] = [];
  for (const line of CONCEPTS) {
    const [english = "", others = ""] = line.split("|");
    const concept = english.trim().split(" ")[0] ?? DROPPED;
    const inLatin = `${english} ${others}`.split(" ").filter(word => word !== "" && isLatin(word));
    latin.set(concept, [...(latin.get(concept) ?? []), ...inLatin.map(normalise)]);
    for (const word of `${english} ${others}`.split(" ").filter(Boolean))
      if (HAN.test(word)) han.push([word, concept]);
      else if (word.endsWith("*")) stems.push([normalise(word), concept]);
      else if (!exact.has(normalise(word))) exact.set(normalise(word), concept);
  }
  const names = new Intl.DisplayNames(["zh"], { type: "region" });
  for (const { code, alpha2 } of countries) han.push([names.of(alpha2) ?? code, code]);
  han.sort(([a], [b]) => b.length - a.length);
  lexicon = { exact, latin, stems, han };
  return lexicon;
}

/** The words in Latin letters that mean a common word, which is among them. */
export const wordsOfConcept = (concept: string): readonly string[] =>
  concepts().latin.get(concept) ?? [concept];

const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Cyrillic}/u, "ru"],
  [/\p{Script=Arabic}/u, "ar"],
];

/** Splits a name into countries, common words and its own words. Names of several languages are read by the script that they are in. */
export function nameWords(name: string): NameWords {
  const common = new Set<string>();
  const own = new Set<string>();
  const syllables = new Map<string, readonly string[]>();
  for (const word of withoutCountries(withoutBodies(joinHyphens(name), own), common).split(
    /[^\p{L}\p{M}\p{N}'’]+/u,
  ))
    for (const part of HAN.test(word) ? hanWords(word) : [normalise(word)]) {
      if (part === "") continue;
      const concept = conceptOf(part);
      if (concept === undefined) {
        const read = romanise(part).split(" ");
        own.add(read.join(""));
        if (HAN.test(part)) syllables.set(read.join(""), read);
      } else for (const one of concept.split("+").filter(Boolean)) common.add(one);
    }
  return { common, own, syllables };
}

/** "Peace-keeping" is a common word written in two parts, "China-Pacific" two words. */
const joinHyphens = (name: string): string =>
  name.replace(/(\p{L}+)[-‐‑](\p{L}+)/gu, (whole, first: string, second: string) =>
    conceptOf(normalise(first + second)) === undefined ? whole : first + second,
  );

/** The name with a space for every country that it names; towns stay, they tell two police colleges apart. */
function withoutCountries(name: string, common: Set<string>): string {
  // Han characters are cut by one lexicon, so that 中国人民 is not read as 中国人, "Chinese".
  if (HAN.test(name)) return name;
  const languages = isLatin(name)
    ? ["en", "fr", "es", "pt"]
    : [LANGUAGES.find(([script]) => script.test(name))?.[1] ?? "en"];
  for (const language of languages) {
    const countries = readPlaces(name, { language }).filter(
      ({ form }) => form === "name" || form === "demonym",
    );
    if (countries.length === 0) continue;
    let rest = name;
    for (const { span, country } of [...countries].reverse()) {
      common.add(country);
      rest = `${rest.slice(0, span[0])} ${rest.slice(span[1])}`;
    }
    return rest;
  }
  return name;
}

/** Cuts a run of Han characters into words of the lexicon and what stands between them. */
function hanWords(run: string): string[] {
  const { han } = concepts();
  const words: string[] = [];
  let rest = "";
  for (let at = 0; at < run.length; ) {
    const known = han.find(
      ([word]) => run.startsWith(word, at) && (word.length > 1 || at + 1 === run.length),
    )?.[0];
    if (known === undefined) rest += run[at++];
    else {
      words.push(rest, known);
      rest = "";
      at += known.length;
    }
  }
  return [...words, rest];
}

function conceptOf(word: string): string | undefined {
  const { exact, stems, han } = concepts();
  const found = exact.get(word) ?? han.find(([one]) => one === word)?.[1];
  if (found !== undefined) return found;
  // Arabic writes the article and some prepositions with the word.
  const bare = word.replace(/^(?:وال|بال|لل|ال|و|ل|ب)(?=\p{L}{3})/u, "");
  return (bare === word ? undefined : exact.get(bare)) ?? stems.find(([stem]) => word.startsWith(stem))?.[1];
}
