import type { Claim } from "../../read/types.ts";
import { valuesOfType } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { placesIn } from "../match/places-in.ts";
import { homesOf } from "../match/subject.ts";
import type { Sorted } from "./relation-records.ts";
import type { CheckContext } from "./types.ts";

/**
 * "The Xinjiang college taught Iraqi officers": of several states that are read as giving, each must be known to the record, in its fields or in its
 * words, or be the home of a body that the claim names; else the record does not bear the relation out, whatever else fits.
 */
export function ofToldStates(sorted: Sorted, claim: Claim, { shelf }: CheckContext): Sorted {
  const told = claim.roles["provider"] ?? [];
  if (told.length < 2 || sorted.full.length === 0) return sorted;
  const homes = homesOf(claim.entities, shelf.entities);
  const isStrange = (record: RecordRow) => {
    const known = statesOf(record, shelf.entities);
    return told.some(id => !shelf.entities.has(id) && !known.has(id) && !homes.has(id));
  };
  const strange = sorted.full.filter(isStrange);
  const full = sorted.full.filter(record => !strange.includes(record));
  return { ...sorted, full, other: [...strange, ...sorted.other] };
}

/** States that a record names in any way. */
function statesOf(record: RecordRow, entities: CheckContext["shelf"]["entities"]): ReadonlySet<string> {
  const words = [record.label, ...valuesOfType(record, "text")].join("; ");
  return new Set([
    ...valuesOfType(record, "country"),
    ...homesOf(valuesOfType(record, "entity"), entities),
    ...placesIn(words, "en").map(({ country }) => country),
  ]);
}
