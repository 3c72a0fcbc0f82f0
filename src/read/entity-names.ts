import { readPlaces } from "../text/index.ts";
import { LANGUAGES } from "./frames/index.ts";

/** An organisation, product or programme that the book knows. */
export interface EntityRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** ISO 3166-1 alpha-3, or empty. */
  readonly country: string;
  readonly aliases: readonly string[];
  /** Id (or name) of the entity it belongs to, or empty. */
  readonly parent: string;
}

/** One name of an entity as it is looked up. */
export interface EntityName {
  readonly id: string;
  /** Also a common word or a very short abbreviation: counts only with something else that speaks for it. */
  readonly weak: boolean;
  /** Of those, common words of English, which in other languages may be none. */
  readonly common: boolean;
  /** Capitals that the text must show: 0 none (scripts without case), 1 a capital, 2 all capitals. */
  readonly caps: 0 | 1 | 2;
}

const words = (list: "commonNames" | "companyEndings") =>
  new Set(Object.values(LANGUAGES).flatMap(language => language[list].split("|")));

const COMMON = words("commonNames");
const ENDINGS = words("companyEndings");

/** The name without its company ending ("Siemens AG" -> "Siemens"), or empty where nothing is left or nothing was taken. */
function shortName(name: string): string {
  const parts = name.split(/\s+/);
  let end = parts.length;
  while (end > 1 && ENDINGS.has(parts[end - 1]!.toLowerCase().replace(/\.$/, ""))) end--;
  return end < parts.length ? parts.slice(0, end).join(" ") : "";
}

/** "Import & Export" for "Import and Export", and the other way round. */
const withOtherAnd = (name: string): string =>
  name.includes(" & ") ? name.replaceAll(" & ", " and ") : name.replaceAll(" and ", " & ");

const SMALL = /[a-z]/;

function capsNeeded(name: string): 0 | 1 | 2 {
  if (SMALL.test(name)) return 1;
  if (name === name.toLowerCase() && name === name.toUpperCase()) return 0;
  const letters = name.replace(/[^\p{L}]/gu, "");
  return letters.length > 1 && letters.length <= 6 && letters === letters.toUpperCase() && !name.includes(" ")
    ? 2
    : 1;
}

const LATIN_OR_CYRILLIC = /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u;

/** Latin abbreviations this short stand for many things. */
const SHORT = 3;

function isWeak(name: string, primary: boolean): boolean {
  const plain = name.toLowerCase();
  if (COMMON.has(plain)) return true;
  return !primary && name.length <= SHORT && (/^[A-Za-z]+$/.test(name) || LATIN_OR_CYRILLIC.test(name));
}

/** Words of a name that nobody writes of something else. */
const LONG = 4;

const CYRILLIC = /\p{Script=Cyrillic}/u;

/** A name that a text may write in another case ("в «Безопасном городе»"). */
export const isInflected = (name: string): boolean => CYRILLIC.test(name);

/** Kinds of body whose names say where they are at home, which a text leaves out ("China's People's Public Security University"). */
const COLLEGES: ReadonlySet<string> = new Set(["police-college", "university"]);

/** A name of three words and more without "of China" at its end; empty where it has none. */
function withoutHome(name: string, country: string): string {
  const [, rest = "", home = ""] = /^(\S+(?: \S+){2,}) of (?:the )?(\p{Lu}.*)$/u.exec(name) ?? [];
  return home !== "" && readPlaces(home, { language: "en" }).some(place => place.country === country)
    ? rest
    : "";
}

/** Every name of an entity as it may be written, each once; where two entities share a name, both have it and the text decides. */
export function namesOfEntity(entity: EntityRow): ReadonlyMap<string, EntityName> {
  const found = new Map<string, EntityName>();
  const add = (name: string, weak: boolean) => {
    if (name.length < 2 || found.has(name)) return;
    // A programme's name in so many words is as often written small ("the international law enforcement academies").
    const small = entity.kind === "programme" && name.split(/\s+/).length >= LONG;
    const common = COMMON.has(name.toLowerCase());
    found.set(name, { id: entity.id, weak, common, caps: small ? 0 : capsNeeded(name) });
  };
  const short = shortName(entity.name);
  const own = [entity.name, ...entity.aliases];
  add(entity.name, isWeak(entity.name, true));
  for (const alias of entity.aliases) add(alias, isWeak(alias, false));
  for (const name of own) add(withOtherAnd(name), isWeak(name, false));
  for (const name of own) {
    const home = COLLEGES.has(entity.kind) ? withoutHome(name, entity.country) : "";
    if (home !== "") add(home, false);
  }
  // "Area" out of "Area SpA" is a common word, which the list of them knows; "Siemens" is not.
  // "ZTE", written in capitals, is nothing else.
  const isInitials = short === short.toUpperCase() && short.length === SHORT;
  if (short !== "") add(short, isWeak(short, true) || (short.length <= SHORT && !isInitials));
  return found;
}
