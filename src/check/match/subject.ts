import type { Claim } from "../../read/types.ts";
import type { EntityRow, Shelf } from "../gather/types.ts";
import { isSameName } from "../rule/names.ts";
import { readIn, type SentenceIn } from "./sentence.ts";
import { plainWords } from "./words.ts";

/** What a claim is about, in the ids that figures and records use. */
export interface Subject {
  /** Who gives, sells or makes: entities with the bodies they belong to, or states where no entity is named. */
  readonly agents: ReadonlySet<string>;
  /** States where it happens or that receive. */
  readonly places: ReadonlySet<string>;
  readonly regimes: ReadonlySet<string>;
  readonly productKinds: ReadonlySet<string>;
  /** The words of the sentence and of the subject, lower case, for what only words say (a town, a region). */
  readonly words: ReadonlySet<string>;
  /** Bodies and states that the sentences before it in the paragraph speak of: it may go on speaking of them without a name. */
  readonly carried: ReadonlySet<string>;
  /** States whose capital the sentence names, in whatever language. */
  readonly capitals: ReadonlySet<string>;
  /** States that the sentence names in any way. */
  readonly named: ReadonlySet<string>;
  /** Whoever the claim is credited to. */
  readonly speaker?: string;
  /** States of which the sentence names a town in letters that the book's names are not in: which town, words do not tell. */
  readonly towns?: ReadonlySet<string>;
}

/** Roles of those who give; the others of a relation receive. */
const GIVERS = ["vendor", "provider", "host", "maker", "actor"];
const TAKERS = ["recipient", "place", "country", "counterpart"];

type Entities = Shelf["entities"];

function rolesIn({ roles }: Claim, names: readonly string[]): string[] {
  const found: string[] = [];
  for (const name of names) {
    const values = roles[name];
    if (values) found.push(...values);
  }
  return found;
}

/** All whom claims name. */
function namedIn(claims: readonly Claim[]): string[] {
  const ids: string[] = [];
  for (const { entities, places, roles } of claims) {
    ids.push(...entities, ...places);
    for (const role in roles) ids.push(...roles[role]!);
  }
  return ids;
}

/** The subject of a claim, by its sentence; `before` are the claims before it in its paragraph. */
export function subjectOf(
  claim: Claim,
  entities: Entities,
  sentence: SentenceIn,
  before: readonly Claim[] = [],
): Subject {
  const speaker = claim.attribution?.to ?? "";
  const namesOf = (id: string) => [entities.get(id)?.name ?? id, ...(entities.get(id)?.aliases ?? [])];
  // "IBM's rival NEC": whom a text only sets beside another takes no part.
  const besides = new Set(claim.roles["compared-with"] ?? []);
  const named = claim.entities.filter(
    id => !besides.has(id) && (speaker === "" || !namesOf(id).some(name => isSameName(name, speaker))),
  );
  const givers = [...rolesIn(claim, GIVERS), ...named];
  const { places: mentions, words, unknownTowns } = readIn(sentence);
  // "In Kyrgyzstan, 20,000 cameras": that they are Chinese, an earlier sentence may have said, and not of these.
  const isNamed = (state: string) => mentions === null || mentions.some(({ country }) => country === state);
  const homesSaid = claim.roles["vendor-country"] ?? [];
  const states = givers.some(id => entities.has(id)) ? [] : homesSaid.filter(isNamed);
  const agents = withOwners([...givers, ...states], entities);
  const homes = homesOf(agents, entities);
  const places = [...rolesIn(claim, TAKERS), ...claim.places].filter(
    place => !agents.has(place) && !homes.has(place) && !(homesSaid.includes(place) && !isNamed(place)),
  );
  return {
    agents,
    ...(speaker === "" ? {} : { speaker }),
    places: new Set(places),
    regimes: new Set(claim.roles["regime"] ?? []),
    productKinds: new Set(claim.roles["product-kind"] ?? []),
    words: new Set([...words, ...plainWords(claim.subject), ...plainWords(claim.population)]),
    carried: withOwners(namedIn([claim, ...before]), entities, { homes: true }),
    towns: unknownTowns,
    named: new Set(mentions?.map(({ country }) => country) ?? []),
    capitals: new Set(mentions?.flatMap(({ form, country }) => (form === "capital" ? [country] : [])) ?? []),
  };
}

/** Entities with those they belong to: a product speaks for its maker. States that are the home of a named entity are dropped. */
export function withOwners(
  ids: readonly string[],
  entities: Entities,
  { homes: kept = false } = {},
): Set<string> {
  const all = new Set<string>();
  for (const id of ids)
    for (
      let current: EntityRow | undefined | string = id;
      typeof current === "string" && !all.has(current);
    ) {
      all.add(current);
      current = entities.get(current)?.parent || undefined;
    }
  if (kept) return all;
  for (const home of homesOf(all, entities)) if (!entities.has(home)) all.delete(home);
  return all;
}

/** States where entities are at home. */
export function homesOf(ids: Iterable<string>, entities: Entities): Set<string> {
  const homes = new Set<string>();
  for (const id of ids) {
    const { country = "" } = entities.get(id) ?? {};
    if (country !== "") homes.add(country);
  }
  return homes;
}
