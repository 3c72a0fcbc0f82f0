import type { Claim } from "../../read/types.ts";
import { wordsSaid } from "../match/sentence.ts";
import { homesOf, withOwners } from "../match/subject.ts";
import { plainWords } from "../match/words.ts";
import { productsOf } from "./borne-names.ts";
import type { CheckContext } from "./types.ts";

/**
 * The roles of a claim without a maker that is there only because a product of his is named, where another giver is: "Motorola supplied
 * Predator" says that Motorola did.
 */
export function withoutImplied(
  roles: Claim["roles"],
  claim: Claim,
  { shelf, document }: CheckContext,
): Claim["roles"] {
  const vendors = roles["vendor"] ?? [];
  if (vendors.length < 2) return roles;
  const { entities } = shelf;
  const products = claim.entities.filter(id => entities.get(id)?.kind === "product");
  const owners = withOwners(products, entities);
  const said = wordsSaid(claim, document);
  const isHere = (name: string) => plainWords(name).every(word => said.has(word));
  const made = productsOf(shelf);
  const isImplied = (id: string) => {
    const { name = id, aliases = [] } = entities.get(id) ?? {};
    const here = [name, ...aliases].filter(isHere);
    return here.length === 0 ? owners.has(id) : here.every(each => each !== name && made.has(each));
  };
  const implied = vendors.filter(isImplied);
  const others = vendors.filter(id => !implied.includes(id) && !owners.has(id));
  if (others.length === 0 || implied.length === 0) return roles;
  const homes = homesOf(others, entities);
  const kept = (roles["vendor-country"] ?? []).filter(code => homes.has(code));
  return { ...roles, vendor: vendors.filter(id => !implied.includes(id)), "vendor-country": kept };
}
