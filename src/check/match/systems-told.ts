import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { isPlan } from "./plan.ts";
import { placesOfRecord } from "./record-fit.ts";
import { plainWords } from "./words.ts";

/** Names in two words and more, which a system may have. */
const NAME = /\p{Lu}[\p{L}\p{N}'’-]+(?: \p{Lu}[\p{L}\p{N}'’-]+)+/u;

interface Told {
  readonly text: string;
  readonly language: string;
}

/** Does a statement say of something with a name what it does now, at a place? */
export function tellsOfSystem(claim: Claim, { text, language }: Told): boolean {
  const { form, polarity, places, span, sentence, status } = claim;
  if (form !== "statement" || polarity === "negative" || places.length === 0 || isPlan(claim)) return false;
  if (!NAME.test(text.slice(...sentence))) return false;
  const said = text.slice(...span);
  return (
    status === "operating" ||
    idiom("atPresent", language)
      .find(said)
      .some(at => isDoing(said.slice(...at)))
  );
}

/** "Watches", "runs"; what only is, or is now, may be late or in the making. */
const isDoing = (word: string): boolean =>
  !idiom("counting").words.has(word.toLowerCase()) && !idiom("small").words.has(word.toLowerCase());

/** The first two words of the name of a product ("Safe Philippines" of "Safe Philippines Project Phase 1"), as plain words. */
export function namesOf({ row }: RecordRow): string[] {
  return texts(row["product"]).flatMap(product => {
    const [name] = /^\p{Lu}[\p{L}\p{N}'’-]+ \p{Lu}[\p{L}\p{N}'’-]+/u.exec(product) ?? [];
    return name === undefined ? [] : [plainWords(name).join(" ")];
  });
}

/** The records of the system that a sentence names: in a state of the claim, and in a town of theirs where the sentence has one. */
export function systemsTold(
  { places, sentence }: Claim,
  records: readonly RecordRow[],
  { text }: Told,
): RecordRow[] {
  const words = plainWords(text.slice(...sentence));
  const said = ` ${words.join(" ")} `;
  const found = records.filter(
    record =>
      texts(record.row["recipient"]).some(state => places.includes(state)) &&
      namesOf(record).some(name => said.includes(` ${name} `)),
  );
  const isTown = (record: RecordRow) =>
    placesOfRecord(record).some(town => said.includes(` ${plainWords(town).join(" ")} `));
  const here = found.filter(isTown);
  return here.length > 0 ? here : found;
}
