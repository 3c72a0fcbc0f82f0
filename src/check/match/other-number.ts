import type { Claim } from "../../read/types.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { isInterested } from "./counter.ts";
import { besideIt } from "./of-sentence.ts";

interface Context {
  /** All claims of the document. */
  readonly claims: readonly Claim[];
  readonly shelf: Pick<Shelf, "entities">;
  readonly document?: { readonly text: string };
}

/**
 * Where the sentence gives what a figure counts beside the claim's number, the figure is of that other one, if a party with an interest
 * gives it, if the claim's number is its whole ("376 of the 1,483 cameras"), or if nothing parts the two but what is said of them ("36% who
 * think well of it and 54% who do not").
 */
export function isOfOtherNumber(claim: Claim, figure: Figure, { claims, shelf, document }: Context): boolean {
  const { value, span } = claim;
  if (value === null || value === figure.value) return false;
  // What stands behind a semicolon may be set against what stands before it ("a study counted 52; the maker has sold to over 100").
  const isApart = (other: Claim) =>
    document?.text.slice(Math.min(other.span[1], span[1]), Math.max(other.span[0], span[0])).includes(";") ===
    true;
  const isBeside = besideIt(claims, claim).some(other => other.value === figure.value && !isApart(other));
  if (!isBeside) return false;
  if (isOfSameScope(claim, figure, claims)) return true;
  const wholes = figure.population.replaceAll(",", "").split(/[^\d.]+/);
  return isInterested(figure, shelf) || wholes.includes(String(value));
}

/** The number beside it is of the same measure, place, time and class: the two cannot both be what the figure counts. */
function isOfSameScope(claim: Claim, figure: Figure, claims: readonly Claim[]): boolean {
  const isSame = ({ measure, unit, places, period, roles }: Claim) =>
    // A number before it may leave to this one what both are of.
    (measure === "" || measure === claim.measure) &&
    unit === claim.unit &&
    places.every(place => claim.places.includes(place)) &&
    (measure === "" || places.length === claim.places.length) &&
    period.join() === claim.period.join() &&
    Object.entries(roles).every(([role, values]) => values.join() === claim.roles[role]?.join());
  return (
    claim.measure !== "" &&
    besideIt(claims, claim).some(
      other => other.value === figure.value && other.form === "number" && isSame(other),
    )
  );
}
