import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { Shelf } from "../gather/types.ts";
import { placesIn } from "./places-in.ts";
import { homesOf } from "./subject.ts";

/** States of which a clause says that something went to them. */
export function takersTold(clause: string, language: string): ReadonlySet<string> {
  const [to, based] = [idiom("toTaker", language), idiom("basedIn", language)];
  const named = placesIn(clause, language).filter(
    ({ form, span: [from] }) =>
      form !== "demonym" && to.before(clause, from) !== null && based.before(clause, from) === null,
  );
  return new Set(named.map(({ country }) => country));
}

/**
 * The roles of a relation with what its places add: a state that the sentence names beside the givers, and that is not where they are
 * at home, is where the thing went. A home that is not that of the named givers was read wrongly and is such a place too, and so is one
 * that the clause says it went to.
 */
export function partiesOf(
  { roles, places }: Pick<Claim, "roles" | "places">,
  { entities }: Pick<Shelf, "entities">,
  told: ReadonlySet<string> = new Set(),
): Claim["roles"] {
  if ((roles["recipient"]?.length ?? 0) > 0) return roles;
  const givers = [...(roles["vendor"] ?? []), ...(roles["provider"] ?? [])];
  const homes = new Set([...homesOf(givers, entities), ...givers]);
  const wrong = homes.size > 0 ? (roles["vendor-country"] ?? []).filter(code => !homes.has(code)) : [];
  const home = (roles["vendor-country"] ?? []).filter(code => !wrong.includes(code));
  const takers = places.filter(place => told.has(place) || (!homes.has(place) && !home.includes(place)));
  if (takers.length === 0) return roles;
  const { "vendor-country": _, ...rest } = roles;
  return {
    ...rest,
    ...(home.length > 0 ? { "vendor-country": home } : {}),
    recipient: [...new Set(takers)],
  };
}
