import { idiom, readPlaces } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
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

const townsIn = (text: string, language: string) =>
  readPlaces(text, { language })
    .filter(({ form }) => form === "place" || form === "capital")
    .map(({ text: name, span: [from] }) => ({ name: plainWords(name).join(" "), from }));
