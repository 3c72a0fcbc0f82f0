import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import { fieldOfRole, takerField } from "../gather/schema.ts";
import type { Figure, RecordRow } from "../gather/types.ts";
import { sentenceOf, statesNamed } from "../match/sentence.ts";
import { claimsBefore } from "./speaking.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/**
 * "Sierra Leone's college hosted 25 officers of Shandong's police", "New Zealand's gift of 60 rifles": where all that bears a number out has its
 * parties the other way round, or another giver whom the text does not name in place of the one that it does, it speaks against the number.
 */
export function withSides(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const isBorne = found.verdict === "supported" || found.verdict === "unverifiable";
  if (!isBorne || claim.polarity === "negative" || found.for.length === 0) return found;
  const { counted, figures } = context.shelf;
  const isOthers = (id: string) => {
    const record = counted.find(each => each.id === id);
    if (record) return isTurned(record, claim) || isOfOtherTaker(record, claim);
    const figure = figures.find(each => each.id === id);
    return figure !== undefined && isOfOtherGiver(figure, claim, context);
  };
  if (!found.for.every(({ record }) => isOthers(record))) return found;
  const [first] = found.for;
  return outcome("contradicted", {
    ...found,
    reasons: [reason("number-of-others", { label: first!.label })],
    for: [],
    against: found.for,
  });
}

/** Who gives by the text takes by the record, and the other way round. */
function isTurned({ row, kind }: RecordRow, { roles }: Claim): boolean {
  const [giver, taker] = [fieldOfRole(kind, "provider"), takerField(kind)];
  const givers = giver ? texts(row[giver.id]) : [];
  const takers = taker ? texts(row[taker.id]) : [];
  const has = (all: readonly string[], some: readonly string[] = []) =>
    some.some(state => all.includes(state));
  return has(givers, roles["recipient"]) && has(takers, roles["provider"]) && !has(givers, roles["provider"]);
}

/** The record names takers, and none of those that the claim does, wherever it names them ("a Chinese grant" takes nothing). */
function isOfOtherTaker({ row, kind }: RecordRow, { roles, places }: Claim): boolean {
  const taker = takerField(kind);
  const takers = taker?.type === "country" ? texts(row[taker.id]) : [];
  const said = roles["recipient"] ?? [];
  const isNamed = [...said, ...places].some(state => takers.includes(state));
  return takers.length > 0 && said.length > 0 && !isNamed;
}

/** The figure is of two states, of which the text names the one where it is and another than its giver. */
function isOfOtherGiver({ about, place }: Figure, claim: Claim, context: CheckContext): boolean {
  const states = about.filter(id => !context.shelf.entities.has(id));
  const [giver, ...more] = states.filter(state => state !== place);
  if (giver === undefined || more.length > 0 || !states.includes(place)) return false;
  const named = new Set([...statesNamed(sentenceOf(claim, context.document)), ...claim.places]);
  const before = claimsBefore(claim, context).flatMap(({ places }) => places);
  const strange = [...named].filter(state => state !== place && state !== giver);
  // "Australia gave 60 rifles to China": the one that gives is named, and another than the one that took.
  if (claim.status === "delivered" && named.has(giver) && !named.has(place) && !before.includes(place))
    return strange.length === 1;
  return named.has(place) && !named.has(giver) && !before.includes(giver) && strange.length === 1;
}
