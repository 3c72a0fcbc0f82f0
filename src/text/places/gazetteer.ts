import { listOf, pairsOf } from "../pack/lists.ts";
import { Lexicon } from "../phrases/lexicon.ts";
import { remembering } from "../remember.ts";
import { tokenize } from "../tokens/tokenize.ts";
import type { PlaceMention } from "../types.ts";
import { countries } from "./countries.ts";
import { englishName } from "./english-names.ts";
import { traditional } from "./packs/han.ts";
import { placePacks } from "./packs/index.ts";
import {
  arabicForms,
  germanForms,
  romanceForms,
  russianCases,
  russianForms,
  russianStem,
} from "./packs/inflect.ts";
import type { PlacePack } from "./packs/pack.ts";

/** What a phrase of the gazetteer means; an empty code marks a trap, a phrase that means no country. */
export interface PlaceEntry {
  readonly code: string;
  readonly form: PlaceMention["form"] | "trap";
  /** Must begin with a capital, or be all capitals as it is in the gazetteer ("US"). */
  readonly caps: 0 | 1 | 2;
}

export interface Gazetteer {
  readonly pack: PlacePack;
  readonly names: Lexicon<PlaceEntry>;
  /** Demonyms apart, where they share words with names but not their capital (Spanish "chinas", "China"). */
  readonly demonyms: Lexicon<PlaceEntry>;
  /** Countries whose names are names of people too. */
  readonly people: ReadonlySet<string>;
  /** Of those, the country in which the name is a region as well. */
  readonly regions: ReadonlyMap<string, string>;
  readonly variants: ((key: string) => readonly string[]) | undefined;
}

const cased = /\p{Lu}/u;
const SMALL = /[a-z]/;

function capsOf(name: string): 0 | 1 | 2 {
  if (!cased.test(name[0] ?? "")) return 0;
  if (SMALL.test(name)) return 1;
  const letters = name.replace(/[^\p{L}]/gu, "");
  return letters.length >= 2 && letters.length <= 4 && letters === letters.toUpperCase() ? 2 : 1;
}

/** Stores a name under the stems of its words as well, so that inflected words find it. */
function stemmed(name: string, endings: PlacePack["endings"]): string | null {
  if (endings === "ru") {
    return tokenize(name)
      .map(t => russianStem(t.key))
      .join(" ");
  }
  if (endings === "ar") {
    const words = tokenize(name).map(t =>
      t.key.startsWith("ال") && t.key.length > 4 ? t.key.slice(2) : t.key,
    );
    return words.join(" ");
  }
  return null;
}

type Add = (name: string, entry: PlaceEntry) => void;

function addList(
  add: Add,
  lists: Readonly<Record<string, string>>,
  form: PlaceMention["form"],
  caps: boolean,
): void {
  for (const [code, names] of Object.entries(lists)) {
    for (const name of listOf(names)) add(name, { code, form, caps: caps ? capsOf(name) : 0 });
  }
}

function addCldr(add: Add, pack: PlacePack): void {
  const without = new Set(listOf(pack.without));
  for (const locale of pack.locales) {
    for (const style of ["long", "short"] as const) {
      const nameOf = namesIn(locale, style);
      for (const country of countries) {
        const name = nameOf(country.alpha2);
        if (name && !without.has(name)) add(name, { code: country.code, form: "name", caps: capsOf(name) });
      }
    }
  }
}

/** The names of countries that CLDR has in a locale. */
function namesIn(locale: string, style: "long" | "short"): (alpha2: string) => string | undefined {
  if (locale === "en") return alpha2 => englishName(alpha2, style);
  const display = new Intl.DisplayNames(locale, { type: "region", style, fallback: "none" });
  return alpha2 => display.of(alpha2);
}

function formsOf(endings: PlacePack["endings"]): ((key: string) => readonly string[]) | undefined {
  if (endings === "ru") return russianForms;
  if (endings === "ar") return arabicForms;
  if (endings === "de") return germanForms;
  return endings === "romance" ? romanceForms : undefined;
}

/** Most words of a text have been met before, and none of the forms that they have is a name. */
function variantsOf(pack: PlacePack): Gazetteer["variants"] {
  const forms = formsOf(pack.endings);
  return forms && remembering<readonly string[]>(forms);
}

function build(pack: PlacePack): Gazetteer {
  const names = new Lexicon<PlaceEntry>();
  const isPlain = pack.traditional !== true && pack.endings !== "ru" && pack.endings !== "ar";
  const add: Add = (name, entry) => {
    names.add(name, entry);
    if (isPlain) return;
    if (pack.traditional) names.add(traditional(name), entry);
    if (pack.endings === "ru" && entry.form !== "demonym" && entry.caps === 1) {
      for (const form of russianCases(name.toLowerCase())) names.add(form, entry);
    }
    const stem = stemmed(name, pack.endings);
    if (stem !== null && stem.length > 2) names.add(stem, entry);
  };
  for (const trap of listOf(pack.traps)) add(trap, { code: "", form: "trap", caps: 0 });
  addList(add, pack.names, "name", true);
  addCldr(add, pack);
  const demonyms = new Lexicon<PlaceEntry>();
  const addDemonym: Add = pack.endings === "romance" ? (name, entry) => demonyms.add(name, entry) : add;
  addList(addDemonym, pack.demonyms, "demonym", pack.capitalDemonyms);
  addList(add, pack.capitals, "capital", true);
  addList(add, pack.places, "place", true);
  return {
    pack,
    names,
    demonyms,
    people: new Set(listOf(pack.people)),
    regions: new Map(pairsOf(pack.regions)),
    variants: variantsOf(pack),
  };
}

const built = new Map<string, Gazetteer>();

/** The gazetteer of a language; for a language without a pack, the names CLDR has for it. */
export function gazetteerOf(language: string): Gazetteer {
  const code = language.toLowerCase().split(/[-_]/)[0] || "en";
  let found = built.get(code);
  if (!found) {
    found = build(placePacks[code] ?? bare(code));
    built.set(code, found);
  }
  return found;
}

function bare(language: string): PlacePack {
  const known = Intl.DisplayNames.supportedLocalesOf([language]).length > 0;
  return {
    language,
    locales: [known ? language : "en"],
    names: {},
    demonyms: {},
    capitals: {},
    places: {},
    traps: "",
    capitalDemonyms: false,
  };
}
