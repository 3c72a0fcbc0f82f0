import type { Qualifier } from "../types.ts";

/** All hedges that a number can carry. */
export const QUALIFIERS: readonly Qualifier[] = [
  "exact",
  "exactly",
  "about",
  "nearly",
  "just-over",
  "at-least",
  "over",
  "up-to",
  "under",
  "dozens",
  "hundreds",
  "thousands",
];
