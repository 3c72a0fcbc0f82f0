import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { Shelf } from "../gather/types.ts";
import { holdsName } from "./names-in.ts";
import { partiesOf } from "./parties.ts";

/** Kinds of entity that give. */
const GIVER = ["vendor", "company", "product"];

/** Who gives and who takes what a statement says goes on ("the firm's cameras still watch the square"), whatever the verb; null where it says no such thing. */
export function rolesGoingOn(
  { form, polarity, span, entities: ids, places }: Claim,
  text: string,
  { entities }: Pick<Shelf, "entities">,
): Claim["roles"] | null {
  if (form !== "statement" || polarity === "negative" || places.length === 0) return null;
  const givers = ids.filter(id => GIVER.includes(entities.get(id)?.kind ?? ""));
  const vendor = givers.filter(id => entities.get(id)?.kind !== "product");
  if (vendor.length !== 1 || !idiom("still").test(text.slice(...span))) return null;
  const roles = partiesOf({ roles: { vendor }, places }, { entities });
  return roles["recipient"] ? roles : null;
}

/**
 * Who makes the product that a sentence names where it tells of a maker, and the states that it names: the records of these say whether it
 * is another's; null where it names none.
 */
export function rolesOfProduct(
  { form, places, roles, span }: Claim,
  text: string,
  { entities }: Pick<Shelf, "entities">,
  language: string,
): Claim["roles"] | null {
  if ((form !== "statement" && form !== "relation") || roles["vendor"]?.length) return null;
  const said = text.slice(...span);
  if (!idiom("madeBy", language).test(said) && !/\p{L}['’]s?\s/u.test(said)) return null;
  const vendor = [...entities.values()].flatMap(({ id, name, aliases, kind, parent }) => {
    const isNamed = (kind === "product" ? [name, ...aliases] : aliases).some(each => holdsName(said, each));
    return isNamed && GIVER.includes(kind) ? [kind === "product" ? parent : id] : [];
  });
  const recipient = roles["recipient"] ?? places;
  return vendor.length > 0 ? { ...roles, vendor, ...(recipient.length > 0 ? { recipient } : {}) } : null;
}
