import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";

/**
 * A clause that names nobody ("killed 16 people") speaks of what its sentence does. Where its measure needs a giver and the
 * sentence names none ("the number grew to 138"), it speaks of the giver of the last number of that sort.
 */
export function speakingOf(claim: Claim, measure: Measure, { claims, measures, text }: Speaking): Claim {
  if (hasSubject(claim)) return claim;
  const beside = claims.filter(other => other.sentence[0] === claim.sentence[0] && hasSubject(other));
  const giver = measure.dimensions.some(name => GIVERS.includes(name));
  const before = giver
    ? claims
        .slice(0, claims.indexOf(claim))
        .filter(other => hasSubject(other) && isSameParagraph(other, claim, text))
    : [];
  const from =
    beside.find(other => other.measure !== "") ??
    beside[0] ??
    before.findLast(({ measure: id }) => isOfGiver(measures.get(id))) ??
    before.at(-1);
  if (!from) return claim;
  // Whoever is credited there is no party to the number.
  const entities = from.attribution ? [] : from.entities;
  return { ...claim, roles: { ...from.roles, ...claim.roles }, places: from.places, entities };
}

/**
 * "India had 84 shutdowns and Myanmar had 48": a number whose noun is left out, or repeated by the reader, counts what the number
 * before it in the sentence counts.
 */
export function measuredAs(claim: Claim, claims: readonly Claim[]): Claim {
  if (claim.measure !== "" || claim.unit === "" || claim.value === null) return claim;
  const before = claims.findLast(
    ({ sentence, span, unit, measure }) =>
      sentence[0] === claim.sentence[0] && span[1] <= claim.span[0] && unit === claim.unit && measure !== "",
  );
  const named = claim.text.toLowerCase().includes(claim.unit);
  return before && !named ? { ...claim, measure: before.measure, periodKind: before.periodKind } : claim;
}

const GIVERS = ["provider", "vendor"];
const isOfGiver = (measure: Measure | undefined) =>
  measure?.dimensions.some(name => GIVERS.includes(name)) ?? false;
const isSameParagraph = (a: Claim, b: Claim, text: string) =>
  !text.slice(a.sentence[1], b.sentence[0]).includes("\n");

interface Speaking {
  readonly claims: readonly Claim[];
  readonly measures: ReadonlyMap<string, Measure>;
  readonly text: string;
}

const hasSubject = ({ roles, places, entities }: Claim) =>
  places.length > 0 || entities.length > 0 || Object.keys(roles).some(role => role !== "regime");
