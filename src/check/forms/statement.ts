import type { Claim } from "../../read/types.ts";
import { answerable } from "../match/record-fit.ts";
import { withTownTaker } from "../match/town-taker.ts";
import { checkActOrder } from "./act-order.ts";
import { checkAlignment } from "./cause.ts";
import { checkEvent } from "./event.ts";
import { checkListedActs } from "./listed-acts.ts";
import { checkOwner } from "./owner.ts";
import { checkRelation } from "./relation.ts";
import { checkGoingOn } from "./still-there.ts";
import { checkSystemTold } from "./system-told.ts";
import { checkToldAct } from "./told-act.ts";
import type { CheckContext, Outcome } from "./types.ts";

/** A sentence that fits no other form: a relation if it names its parties, else an event that a record may tell of. */
export function checkStatement(given: Claim, context: CheckContext): Outcome | Promise<Outcome> {
  if (given.roles["aligned-with"]?.length) return checkAlignment(given, context);
  const owned = checkOwner(given, context);
  if (owned) return owned;
  const claim = withTownTaker(given, context.document.text.slice(...given.sentence), context.shelf);
  const parties = ["recipient", "provider", "vendor", "vendor-country"].filter(
    role => claim.roles[role]?.length,
  );
  const relation =
    parties.includes("recipient") && parties.length > 1 && answerable(context.shelf, claim.roles);
  if (relation) return checkRelation(claim, context);
  const ended = checkGoingOn(claim, context) ?? checkSystemTold(claim, context);
  if (ended) return ended;
  const act =
    checkActOrder(claim, context) ?? checkListedActs(claim, context) ?? checkToldAct(claim, context);
  if (act) return act;
  return checkEvent(claim, context);
}
