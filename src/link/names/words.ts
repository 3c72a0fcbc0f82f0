import { countries, countryByCode, locateAnywhere, readPlaces } from "../../text/index.ts";
import { normalise } from "../compare/normalise.ts";
import { withoutBodies } from "./bodies.ts";
import { CONCEPTS } from "./concepts.data.ts";
import { isLatin, romanise, simplified } from "./romanise.ts";

/** The words of a name, whatever its language. */
export interface NameWords {
  /** Countries and common words (`ministry`, `police`), by their English name: the same in every language. */
  readonly common: ReadonlySet<string>;
  /** All other words in Latin letters: what a name has of its own. */
  readonly own: ReadonlySet<string>;
  /** The syllables of those of them that stand in Han characters. */
  readonly syllables: ReadonlyMap<string, readonly string[]>;
  /** Those of them that are bodies of several states. */
  readonly bodies: ReadonlySet<string>;
  /** Those of them that are large towns, by the English name of the town. */
  readonly towns: ReadonlyMap<string, string>;
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

/** Scripts whose words stand without spaces, or hang together: they are cut by the lexicon. */
const HAN = /[\p{Script=Han}\p{Script=Hangul}]/u;

/** Names of countries in the languages of those scripts. */
const DENSE = ["zh", "ja", "ko"];

/** Languages of other scripts of which no text is read, but in which names may stand: their names of countries are those of the CLDR. */
const OTHER_LANGUAGES = ["ur", "fa", "he", "el", "hi", "bn", "am", "uk", "be", "kk", "sr", "bg"];

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
  for (const language of DENSE) {
    const names = new Intl.DisplayNames([language], { type: "region" });
    for (const { code, alpha2 } of countries) {
      han.push([simplified(names.of(alpha2) ?? code), code]);
    }
  }
  for (const language of OTHER_LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: "region" });
    for (const { code, alpha2 } of countries) {
      const name = normalise(names.of(alpha2) ?? "");
      if (!isLatin(name) && !name.includes(" ") && !exact.has(name)) exact.set(name, code);
    }
  }
  stems.sort(([a], [b]) => b.length - a.length);
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
export function nameWords(written: string): NameWords {
  const name = simplified(written);
  const common = new Set<string>();
  const own = new Set<string>();
  const syllables = new Map<string, readonly string[]>();
  const towns = new Map<string, string>();
  const bodies = new Set<string>();
  const rest = withoutBodies(joinHyphens(name), bodies);
  for (const body of bodies) own.add(body);
  for (const word of joinTowns(withoutCountries(rest, common)).split(/[^\p{L}\p{M}\p{N}'’]+/u))
    for (const part of HAN.test(word) ? hanWords(word) : [normalise(word)]) {
      if (part === "") continue;
      const concept = conceptOf(part);
      const town = concept === undefined ? townOf(part) : null;
      if (town !== null && isWholeCountry(town)) common.add(town.country);
      else if (concept === undefined) {
        const read = romanise(part).split(" ");
        own.add(read.join(""));
        if (town !== null) towns.set(read.join(""), town.name);
        if (HAN.test(part)) syllables.set(read.join(""), read);
      } else for (const one of concept.split("+").filter(Boolean)) common.add(one);
    }
  if (/\p{Script=Cyrillic}/u.test(name) && ![...common].some(word => COUNTRY.test(word)))
    takeInflected(own, common);
  if ([...common].some(word => COUNTRY.test(word))) dropForms(common);
  return { common, own, syllables, bodies, towns };
}

/** The town that a normalised word names, in whatever language, or the adjective of one in Russian. */
function townOf(word: string) {
  for (const form of formsOfTown(word)) {
    const town = locateAnywhere(form);
    if (town !== null) return town;
  }
  return null;
}

const RUSSIAN_ADJECTIVE = /(?<=\p{Script=Cyrillic}{4})ск(?:ии|ая|ое|ого|ои)$/u;

/** A word as it is written and, in Cyrillic, what an adjective of a town or its genitive may be made from: киотскии, дубая, сеульскии. */
function formsOfTown(word: string): readonly string[] {
  if (!/^\p{Script=Cyrillic}{4,}$/u.test(word)) return [word];
  const stem = word.replace(RUSSIAN_ADJECTIVE, "");
  if (stem !== word)
    return [word, stem, stem.replace(/ь$/, ""), `${stem}о`, `${stem}а`, stem.replace(/ов$/, "ва")];
  if (/[ая]$/.test(word)) return [word, word.slice(0, -1), `${word.slice(0, -1)}и`, `${word.slice(0, -1)}ь`];
  return /[ыи]$/.test(word) ? [word, `${word.slice(0, -1)}а`] : [word];
}

/** Is a town the country that it lies in, as Singapore and Hong Kong are? */
function isWholeCountry({ country, name }: { country: string; name: string }): boolean {
  english ??= new Intl.DisplayNames(["en"], { type: "region" });
  const alpha2 = countryByCode(country)?.alpha2;
  return alpha2 !== undefined && english.of(alpha2)!.startsWith(name);
}

let english: Intl.DisplayNames | null = null;

/** Two words with capitals that together name a town are one word ("Hong Kong", "Абу-Даби"). */
const joinTowns = (name: string): string =>
  name.replace(/(\p{Lu}\p{Ll}+)[ -](?=(\p{Lu}\p{Ll}+)(?!\p{L}))/gu, (whole, first: string, second: string) =>
    locateAnywhere(whole + second) === null ? whole : first,
  );

const COUNTRY = /^[A-Z]{3}$/;

let inflected: readonly (readonly [RegExp, string])[] | null = null;

/** Names of countries as Russian declines them, and their adjectives, by the letters that they have here. */
function inflectedCountries(): NonNullable<typeof inflected> {
  if (inflected) return inflected;
  const names = new Intl.DisplayNames(["ru"], { type: "region" });
  inflected = countries.flatMap(({ code, alpha2 }) => {
    const stem = romanise(/^\p{L}{5,}$/u.test(names.of(alpha2) ?? "") ? names.of(alpha2)!.slice(0, -1) : "");
    return stem === ""
      ? []
      : [[new RegExp(`^${stem}(?:[aeiuy]|yu|ya|ey|om|em|y?sk(?:iy|aya|oe|ogo|oy))$`), code] as const];
  });
  return inflected;
}

/** Moves a declined country from the words of the name's own to the common ones. */
function takeInflected(own: Set<string>, common: Set<string>): void {
  for (const word of own) {
    const found = inflectedCountries().find(([form]) => form.test(word));
    if (found === undefined) continue;
    own.delete(word);
    common.add(found[1]);
    return;
  }
}

/** What kind of state a country is belongs to its full name: "Republic of Belarus", "Russian Federation", "People's Republic of China". */
function dropForms(common: Set<string>): void {
  if (common.delete("republic")) for (const beside of ["people", "islamic", "arab"]) common.delete(beside);
  common.delete("federal");
  if (common.has("USA") && common.delete("department")) common.add("ministry");
  // Most ministries of defence are of national defence in one of the languages.
  if (common.has("ministry")) common.delete("national");
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
      ({ form, country, span }) =>
        form === "name" || (form === "demonym" && !isOfTown(name.slice(...span), country)),
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

/** Is a Russian adjective that stands for a country that of its capital, as in московский? Алжирский is of both, and stays the country's. */
function isOfTown(word: string, country: string): boolean {
  const stem = normalise(word).replace(RUSSIAN_ADJECTIVE, "");
  if (stem === normalise(word) || townOf(normalise(word)) === null) return false;
  russian ??= new Intl.DisplayNames(["ru"], { type: "region" });
  const alpha2 = countryByCode(country)?.alpha2;
  return alpha2 !== undefined && !normalise(russian.of(alpha2) ?? "").startsWith(stem.slice(0, -1));
}

let russian: Intl.DisplayNames | null = null;

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
  const inArabic = bare === word ? undefined : (exact.get(bare) ?? exact.get(`ال${bare}`));
  return inArabic ?? stems.find(([stem]) => word.startsWith(stem))?.[1];
}
