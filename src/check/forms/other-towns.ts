import type { Claim } from "../../read/types.ts";
import type { RecordRow } from "../gather/types.ts";
import { placesIn } from "../match/places-in.ts";
import { placesOfRecord } from "../match/record-fit.ts";
import { plainWords } from "../match/words.ts";
import type { CheckContext } from "./types.ts";

/**
 * "Cebu City signed up for it": tells of a record whether it is of other towns of the taker alone than the clause names. Towns that a record says are
 * among more ("and other towns") leave room for any.
 */
export function ofOtherTowns(claim: Claim, { document }: CheckContext): (record: RecordRow) => boolean {
  const takers = claim.roles["recipient"] ?? [];
  const said = townsOf(document.text.slice(...claim.span), document.language, takers);
  // Records name towns in English.
  if (said.length === 0 || !document.language.startsWith("en")) return () => false;
  return record => {
    const places = placesOfRecord(record);
    const isAllTowns = places.every(place =>
      townsOf(place, "en", takers).some(name => name.length === place.replace(KIND, "").length),
    );
    return (
      places.length > 0 &&
      isAllTowns &&
      !places.some(place => said.some(name => plainWords(place).join(" ").includes(name)))
    );
  };
}

/** What may stand behind the name of a town. */
const KIND = / City$/;

/** Towns of some states that a text names. */
const townsOf = (text: string, language: string, states: readonly string[]): string[] =>
  placesIn(text, language)
    .filter(({ form, country }) => form === "place" && states.includes(country))
    .map(({ text: name }) => plainWords(name).join(" "));
