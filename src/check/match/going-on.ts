import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { EntityRow, Shelf } from "../gather/types.ts";
import { holdsName } from "./names-in.ts";
import { partiesOf } from "./parties.ts";
import { PhraseIndex } from "./phrase-index.ts";

/** Kinds of entity that give. */
const GIVER = ["vendor", "company", "product"];

const PRODUCTS = new WeakMap<Shelf["entities"], PhraseIndex<EntityRow>>();

/** Names of products, those among the names of their makers too. */
function productNames(entities: Shelf["entities"]): PhraseIndex<EntityRow> {
  const known = PRODUCTS.get(entities);
  if (known) return known;
  const givers = [...entities.values()].filter(({ kind }) => GIVER.includes(kind));
  const made = new PhraseIndex(
    givers.flatMap(giver =>
      (giver.kind === "product" ? [giver.name, ...giver.aliases] : giver.aliases).map(phrase => ({
        phrase,
        of: giver,
      })),
    ),
    holdsName,
  );
  PRODUCTS.set(entities, made);
  return made;
}

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
  const vendor = [...new Set(productNames(entities).in(said))].map(({ id, kind, parent }) =>
    kind === "product" ? parent : id,
  );
  const recipient = roles["recipient"] ?? places;
  return vendor.length > 0 ? { ...roles, vendor, ...(recipient.length > 0 ? { recipient } : {}) } : null;
}
