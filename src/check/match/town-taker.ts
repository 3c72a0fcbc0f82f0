import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import { takerField } from "../gather/schema.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { placesOfRecord } from "./record-fit.ts";
import { homesOf, withOwners } from "./subject.ts";
import { plainWords } from "./words.ts";

/** A town that records are of, with the states that they say it is in. */
interface Town {
  readonly name: string;
  readonly words: readonly string[];
  readonly states: Set<string>;
}

/** Towns by their first word; records do not change. */
const TOWNS = new WeakMap<readonly RecordRow[], ReadonlyMap<string, readonly Town[]>>();

function townsOf(records: readonly RecordRow[]): ReadonlyMap<string, readonly Town[]> {
  const known = TOWNS.get(records);
  if (known) return known;
  const all = new Map<string, Town>();
  for (const record of records)
    for (const name of placesOfRecord(record)) {
      const town = all.get(name) ?? { name, words: plainWords(name), states: new Set() };
      for (const state of takersOf(record)) town.states.add(state);
      all.set(name, town);
    }
  const byWord = new Map<string, Town[]>();
  for (const town of all.values()) {
    const first = town.words[0] ?? "";
    byWord.set(first, [...(byWord.get(first) ?? []), town]);
  }
  TOWNS.set(records, byWord);
  return byWord;
}

const takersOf = ({ kind, row }: RecordRow): readonly string[] => {
  const field = takerField(kind);
  return field ? texts(row[field.id]) : [];
};

/**
 * A relation that names no taker but a town of which records of the book are ("Valenciennes received cameras from a firm"): the state of the
 * town takes. The town must stand with a capital as the records write it, and in one state alone.
 */
export function withTownTaker(
  claim: Claim,
  sentence: string,
  { records, entities }: Pick<Shelf, "records" | "entities">,
): Claim {
  const { roles, places } = claim;
  const vendors = roles["vendor"] ?? [];
  const own = homesOf(withOwners(vendors, entities, { homes: true }), entities);
  // A home that is not that of the givers is a taker whom the sentence names.
  const homes = (roles["vendor-country"] ?? []).filter(code => own.size === 0 || own.has(code));
  const isOpen = (roles["recipient"] ?? []).length === 0 && places.every(place => homes.includes(place));
  if (vendors.length === 0 || !isOpen) return claim;
  const words = plainWords(sentence);
  const named = [...records.values()].flatMap(rows =>
    words.flatMap(word => townsOf(rows).get(word) ?? []).filter(({ name }) => stands(name, sentence)),
  );
  const states = new Set(named.flatMap(({ states: of }) => [...of]));
  if (states.size !== 1) return claim;
  const recipient = [...states];
  return { ...claim, roles: { ...roles, recipient }, places: [...places, ...recipient] };
}

function stands(name: string, sentence: string): boolean {
  const at = sentence.indexOf(name);
  const isEdge = (character: string | undefined) => character === undefined || !/\p{L}/u.test(character);
  return at >= 0 && /^\p{Lu}/u.test(name) && isEdge(sentence[at - 1]) && isEdge(sentence[at + name.length]);
}
