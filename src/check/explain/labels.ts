import type { Codebook } from "../../codebook/types.ts";
import { countries, englishName } from "../../text/index.ts";
import { wordsOf } from "../rule/names.ts";
import { formFor } from "./classes.ts";
import type { Wording } from "./types.ts";

/** What names things in an explanation: a language, and the codebook that has words for them in it. */
export interface Naming {
  readonly language: string;
  readonly wording: Wording;
  /** Null where there is no book, as for claims given as data. */
  readonly codebook: Codebook | null;
}

/** The name of a counter in each language, by its English name: one figure after the other has the same. */
const COUNTERS = new WeakMap<Codebook, Map<string, Map<string, string>>>();

function countersIn(codebook: Codebook, language: string): Map<string, string> {
  const known = COUNTERS.get(codebook) ?? new Map<string, Map<string, string>>();
  COUNTERS.set(codebook, known);
  const names = known.get(language) ?? new Map<string, string>();
  known.set(language, names);
  return names;
}

/** The phrases of a group in the language. */
const phrasesOf = ({ codebook, language }: Naming, group: string): readonly string[] =>
  codebook?.phrases[group]?.[primaryOf(language)] ?? [];

/** The language of a tag without its region: "pt" of "pt-BR". */
export function primaryOf(language: string): string {
  const end = language.indexOf("-");
  return end < 0 ? language : language.slice(0, end);
}

const phraseOf = (naming: Naming, group: string): string | undefined => phrasesOf(naming, group)[0];

const isEnglish = ({ wording }: Naming): boolean => wording.plural !== null;

/** English words as they stand, quoted in an explanation of another language. */
export const quoted = (text: string, naming: Naming): string =>
  isEnglish(naming) || text === "" ? text : naming.wording.quoted.replace("{text}", text);

/** A unit behind a number: "countries", "个国家". Currencies keep their code. */
export function unitLabel(unit: string, size: number, naming: Naming): string {
  const { wording } = naming;
  if (/^[A-Z]{3}$/.test(unit)) return wording.spaced.replace("{unit}", unit);
  const label = formFor(size, phrasesOf(naming, `counted-${unit}`), wording.locale);
  if (label) return wording.counted.replace("{unit}", label);
  return isEnglish(naming)
    ? wording.spaced.replace("{unit}", wording.plural?.(unit, size) ?? unit)
    : wording.spaced.replace("{unit}", quoted(unit, naming));
}

/** The name of a measure by its id, or of a unit that stands in place of one. */
export function measureLabel(id: string, naming: Naming): string {
  const measure = naming.codebook?.measures.get(id);
  if (!measure) return phraseOf(naming, `counted-${id}`) ?? quoted(id, naming);
  return (
    measure.label[naming.language] ?? phraseOf(naming, `label-${id}`) ?? quoted(measure.label.en, naming)
  );
}

/** The scope of a figure: a country's name, a scope that the codebook has words for, or the figure's own words in quotes. */
export function scopeLabel(scope: string, naming: Naming): string {
  if (isEnglish(naming)) return scope;
  return (
    phraseOf(naming, `scope-${scope.toLowerCase()}`) ?? countryLabel(scope, naming) ?? quoted(scope, naming)
  );
}

/** Words that a figure has for what it counted. */
export const countedLabel = (counted: string, naming: Naming): string => quoted(counted, naming);

/** "2000 to 2025", "since 2018", "until 2024" in the language; a year or a day stays as it is. */
export function periodLabelIn(period: string, { wording }: Naming): string {
  const [, from, to] = /^(\S+) to (\S+)$/.exec(period) ?? [];
  if (from && to) return wording.range.replace("{low}", from).replace("{high}", to);
  const [, word, year] = /^(since|until) (\S+)$/.exec(period) ?? [];
  if (!word || !year) return period;
  return (word === "since" ? wording.since : wording.until).replace("{year}", year);
}

/** The name of a counter: a government by its country, others by their own names. */
export function counterLabel(name: string, naming: Naming): string {
  const { codebook, language } = naming;
  if (codebook === null) return counterIn(name, naming);
  const names = countersIn(codebook, language);
  const label = names.get(name) ?? counterIn(name, naming);
  names.set(name, label);
  return label;
}

function counterIn(name: string, naming: Naming): string {
  const state = /^government of (?:the )?(.+)$/i.exec(name)?.[1];
  const country = state && !isEnglish(naming) ? countryLabel(state, naming) : undefined;
  if (country) return naming.wording.government.replace("{country}", country);
  const slug = wordsOf(name).join("-");
  return slug === "" ? name : (phraseOf(naming, `counter-${slug}`) ?? name);
}

/** Codes of countries by their English names; made when an explanation in another language first names one. */
function alpha2Of(name: string): string | undefined {
  if (!ALPHA2.known) {
    ALPHA2.known = new Map(countries.map(({ alpha2 }) => [englishName(alpha2) ?? "", alpha2] as const));
  }
  return ALPHA2.known.get(name);
}

const ALPHA2: { known: ReadonlyMap<string, string> | null } = { known: null };
const NAMES = new Map<string, Intl.DisplayNames>();

function countryLabel(name: string, { wording }: Naming): string | undefined {
  const alpha2 = alpha2Of(name);
  if (!alpha2) return undefined;
  const names =
    NAMES.get(wording.locale) ?? new Intl.DisplayNames(wording.locale, { type: "region", fallback: "none" });
  NAMES.set(wording.locale, names);
  return names.of(alpha2);
}
