import type { Codebook } from "../../codebook/types.ts";
import { countries } from "../../text/index.ts";
import type { EntityRow, Shelf } from "../gather/types.ts";
import { isSameName, wordsOf } from "../rule/names.ts";
import { initialsOf, isNamed } from "./counter.ts";
import { nameOfCountry } from "./country-name.ts";
import { NameIndex } from "./name-index.ts";

const COUNTERS = new WeakMap<Codebook, NameIndex<null>>();

/** What counters are called: the codebook's groups `counter-<slug>`. */
export function counterNames(codebook: Codebook): NameIndex<null> {
  const known = COUNTERS.get(codebook);
  if (known) return known;
  const names = Object.entries(codebook.phrases).flatMap(([group, each]) =>
    group.startsWith("counter-") ? Object.values(each).flat() : [],
  );
  const made = new NameIndex(names.map(name => [name, null] as const));
  COUNTERS.set(codebook, made);
  return made;
}

const ENTITIES = new WeakMap<Shelf["entities"], NameIndex<EntityRow>>();

/** Entities by all their names. */
export function entityNames({ entities }: Pick<Shelf, "entities">): NameIndex<EntityRow> {
  const known = ENTITIES.get(entities);
  if (known) return known;
  const named = [...entities.values()].flatMap(entity =>
    [entity.name, ...entity.aliases].map(name => [name, entity] as const),
  );
  const made = new NameIndex(named);
  ENTITIES.set(entities, made);
  return made;
}

/** Names that a text can credit and that the book knows: publishers, entities and states. Only of them can it be said that they did not count. */
export function isKnownName(
  name: string,
  { entities, sources, codebook }: Pick<Shelf, "entities" | "sources" | "codebook">,
): boolean {
  const isOfOne = (names: NameIndex<unknown>) =>
    names.like(name).some(({ name: each }) => isNamed(name, each));
  if (isOfOne(counterNames(codebook))) return true;
  const initials = initialsOf(name);
  for (const { publisher } of sources.values())
    if (isSameName(name, publisher) || (initials !== "" && publisher.split(/[^\p{L}]+/u).includes(initials)))
      return true;
  if (isOfOne(entityNames({ entities }))) return true;
  const first = wordsOf(name)[0] ?? "";
  return countries.some(({ code }) => nameOfCountry(code).toLowerCase() === first);
}
