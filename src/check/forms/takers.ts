import type { Claim } from "../../read/types.ts";

/** States that take by a claim: those of its role, or of a relation without one the places that are no home of whoever gives. */
export function takersOf({ form, roles, places }: Claim): readonly string[] {
  const takers = roles["recipient"] ?? [];
  if (takers.length > 0 || form !== "relation") return takers;
  const givers = [...(roles["vendor-country"] ?? []), ...(roles["provider"] ?? [])];
  return places.filter(place => !givers.includes(place));
}
