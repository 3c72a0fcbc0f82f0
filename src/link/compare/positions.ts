import { distanceKm, locateAnywhere, type Position } from "../../text/index.ts";
import { readPosition } from "../table/prepare.ts";

const KNOWN = new Map<string, Position | null>();
const MOST_KNOWN = 50_000;

/** Where a cell says that something is: coordinates, or the name of a large town. */
function positionOf(text: string): Position | null {
  const before = KNOWN.get(text);
  if (before !== undefined) return before;
  const position = readPosition(text) ?? locateAnywhere(text);
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  KNOWN.set(text, position);
  return position;
}

/** Level of two places that are not written alike: how far apart they are; what cannot be placed is elsewhere. */
export function placeLevel(first: string, second: string): number {
  const [a, b] = [positionOf(first), positionOf(second)];
  if (!a || !b) return 0;
  const apart = distanceKm(a, b);
  if (apart < SAME_KM) return 3;
  return apart <= 20 ? 2 : apart <= 100 ? 1 : 0;
}

/** Two names of one town have the same point; coordinates of one house differ by what a receiver errs. */
const SAME_KM = 0.05;
