import { idiom, usualPlaceName } from "../../text/index.ts";
import { texts, valuesOfType } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { nameOfCountry } from "../match/country-name.ts";
import { placesIn } from "../match/places-in.ts";
import { plainWords } from "../match/words.ts";

/**
 * The sentence says in which town it was, and the act, which names towns too, was in another ("met in Honiara"); or a town or region acts, and the
 * sentence names another of its state ("Ontario bans").
 */
export function isElsewhere({ label, row }: RecordRow, sentence: string, language: string): boolean {
  const named = townsIn(sentence, language);
  if (named.length === 0) return false;
  const isAmong = (all: readonly Town[]) => named.some(({ name }) => all.some(other => other.name === name));
  const title = townsIn(label, "en");
  const acting = title.filter(({ from, form }) => from === 0 && form === "place");
  if (acting.some(({ country }) => named.some(town => town.country === country)) && !isAmong(acting))
    return true;
  const said = named.filter(({ from }) => idiom("inPlace", language).before(sentence, from));
  if (said.length === 0) return false;
  const told = townsIn([label, ...texts(row["note"])].join("; "), "en");
  return told.length > 0 && !said.some(({ name }) => told.some(other => other.name === name));
}

/** The sentence says in which town it was, and the record names other towns of the same state alone. */
export function isInOtherTown({ row, kind }: RecordRow, sentence: string, language: string): boolean {
  const states = valuesOfType({ kind, row }, "country");
  const told = valuesOfType({ kind, row }, "place");
  // "Salvador" alone is a state.
  const isTown = (place: string) =>
    states.some(state =>
      townsIn(`${place}, ${nameOfCountry(state)}`, "en").some(({ country }) => country === state),
    );
  const said = townsIn(sentence, language).filter(
    ({ from, country }) => idiom("inPlace", language).before(sentence, from) && states.includes(country),
  );
  return (
    said.length > 0 &&
    told.some(isTown) &&
    !said.some(({ name }) => told.some(town => plainWords(town).join(" ").includes(name)))
  );
}

interface Town {
  readonly name: string;
  readonly country: string;
  readonly form: string;
  readonly from: number;
}

const townsIn = (text: string, language: string): Town[] =>
  placesIn(text, language)
    .filter(({ form }) => form === "place" || form === "capital")
    .map(({ text: name, country, form, span: [from] }) => ({
      // Titles and notes have towns by their usual names in the book's language.
      name: plainWords(language === "en" ? name : usualPlaceName(name, country, language)).join(" "),
      country,
      form,
      from,
    }));
