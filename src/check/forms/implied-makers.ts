import type { Claim } from "../../read/types.ts";
import { wordsSaid } from "../match/sentence.ts";
import { homesOf, withOwners } from "../match/subject.ts";
import { plainWords } from "../match/words.ts";
import { isSameName } from "../rule/names.ts";
import { productsOf } from "./borne-names.ts";
import type { CheckContext } from "./types.ts";

/** "Built by Cisco, with money from a bank": where a seller is named, companies beside it that sell no such things are not who gave. */
export function withoutLenders(roles: Claim["roles"], { shelf }: CheckContext): Claim["roles"] {
  const { vendor = [] } = roles;
  const sellers = vendor.filter(id => shelf.entities.get(id)?.kind !== "company");
  return sellers.length > 0 && sellers.length < vendor.length ? { ...roles, vendor: sellers } : roles;
}

/**
 * "Vexa's Pegasus was sold to Hungary": the one seller that a clause names and that the reader gave no part sells, where no other is named but
 * by a product. Whoever only says so does not.
 */
export function withNamedSeller(claim: Claim, context: CheckContext): Claim["roles"] {
  const { roles, entities: named, attribution } = claim;
  const { entities } = context.shelf;
  const { vendor = [], recipient = [] } = roles;
  if (recipient.length === 0 || !vendor.every(isImpliedBy(claim, context))) return roles;
  const parties = new Set(Object.values(roles).flat());
  const sellers = named.filter(id => {
    const { kind = "", name = "" } = entities.get(id) ?? {};
    const isSaying = attribution !== null && isSameName(attribution.to, name);
    return kind === "vendor" && !parties.has(id) && !isSaying;
  });
  return sellers.length === 1 ? { ...roles, vendor: [...vendor, ...sellers] } : roles;
}

/**
 * The roles of a claim without a maker that is there only because a product of his is named, where another giver is: "Motorola supplied
 * Predator" says that Motorola did.
 */
export function withoutImplied(roles: Claim["roles"], claim: Claim, context: CheckContext): Claim["roles"] {
  const vendors = roles["vendor"] ?? [];
  const { entities } = context.shelf;
  const owners = ownersOf(claim, entities);
  const implied = vendors.filter(isImpliedBy(claim, context));
  // "Egypt is a client of Predator": its maker may stand in the record as the group that it belongs to.
  if (implied.length === vendors.length)
    return implied.length > 0 ? { ...roles, vendor: [...withOwners(implied, entities)] } : roles;
  const others = vendors.filter(id => !implied.includes(id) && !owners.has(id));
  if (others.length === 0 || implied.length === 0) return roles;
  const homes = homesOf(others, entities);
  const kept = (roles["vendor-country"] ?? []).filter(code => homes.has(code));
  return { ...roles, vendor: vendors.filter(id => !implied.includes(id)), "vendor-country": kept };
}

/** Bodies to which the products that a claim names belong. */
const ownersOf = ({ entities: named }: Claim, entities: CheckContext["shelf"]["entities"]) =>
  withOwners(
    named.filter(id => entities.get(id)?.kind === "product"),
    entities,
  );

/** A maker whom no name of his own tells: he is there for his product alone. */
function isImpliedBy(claim: Claim, { shelf, document }: CheckContext): (id: string) => boolean {
  const { entities } = shelf;
  const owners = ownersOf(claim, entities);
  const said = wordsSaid(claim, document);
  const isHere = (name: string) => plainWords(name).every(word => said.has(word));
  const made = productsOf(shelf);
  return id => {
    const { name = id, aliases = [] } = entities.get(id) ?? {};
    const here = [name, ...aliases].filter(isHere);
    return here.length === 0 ? owners.has(id) : here.every(each => each !== name && made.has(each));
  };
}
