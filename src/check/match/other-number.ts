import type { Claim } from "../../read/types.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { isInterested } from "./counter.ts";

interface Context {
  /** All claims of the document. */
  readonly claims: readonly Claim[];
  readonly shelf: Pick<Shelf, "entities">;
}

/**
 * Where the sentence gives what a figure counts beside the claim's number, the figure is of that other one, if a party with an interest
 * gives it or if the claim's number is its whole ("376 of the 1,483 cameras").
 */
export function isOfOtherNumber(claim: Claim, figure: Figure, { claims, shelf }: Context): boolean {
  const { id, value, sentence } = claim;
  if (value === null || value === figure.value) return false;
  const isBeside = claims.some(
    other => other.value === figure.value && other.id !== id && other.sentence[0] === sentence[0],
  );
  if (!isBeside) return false;
  const wholes = figure.population.replaceAll(",", "").split(/[^\d.]+/);
  return isInterested(figure, shelf) || wholes.includes(String(value));
}
