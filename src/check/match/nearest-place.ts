import { nameOfCountry } from "./counter.ts";

/** Letters of a country's name that its adjectives share with it ("Russia", "Russian"). */
const STEM = 5;

/**
 * Which of several countries a number in a sentence is of: the one named last before it ("India had 84 and Russia 19"). Null where
 * none of them is named before the number, or the text has other words for them.
 */
export function nearestPlace(places: readonly string[], before: string): string | null {
  const text = before.toLowerCase();
  const found = places
    .map(place => ({ place, at: text.lastIndexOf(nameOfCountry(place).toLowerCase().slice(0, STEM)) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at);
  return found[0]?.place ?? null;
}
