import { idiom, readPlaces } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import { fieldsOfType } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import { nameOfCountry } from "../match/country-name.ts";
import { plainWords } from "../match/words.ts";

/** The sentence says in which town it was, and the act, which names towns too, was in another ("met in Honiara"). */
export function isElsewhere({ label, row }: RecordRow, sentence: string, language: string): boolean {
  const said = townsIn(sentence, language).filter(({ from }) =>
    idiom("inPlace", language).before(sentence, from),
  );
  if (said.length === 0) return false;
  const told = townsIn([label, ...texts(row["note"])].join("; "), "en");
  return told.length > 0 && !said.some(({ name }) => told.some(other => other.name === name));
}

/** The sentence says in which town it was, and the record names other towns of the same state alone. */
export function isInOtherTown({ row, kind }: RecordRow, sentence: string, language: string): boolean {
  const states = fieldsOfType(kind, "country").flatMap(({ id }) => texts(row[id]));
  const told = fieldsOfType(kind, "place").flatMap(({ id }) => texts(row[id]));
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

const townsIn = (text: string, language: string) =>
  readPlaces(text, { language })
    .filter(({ form }) => form === "place" || form === "capital")
    .map(({ text: name, span: [from], country }) => ({ name: plainWords(name).join(" "), from, country }));
