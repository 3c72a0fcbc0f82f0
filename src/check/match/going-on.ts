import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { Shelf } from "../gather/types.ts";
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
