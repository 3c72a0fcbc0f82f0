import type { Situation } from "./situation.ts";

import type { Giver } from "./spoken-of.ts";

/** A text is about one giver where that one is named at least twice and in three of four cases. */
const DOMINANT = { times: 2, share: 0.75 } as const;

/** Countries that most often give in a frame, over the text: what "this training" means when nothing nearer is named. */
export function usualGivers(all: readonly (readonly Situation[])[]): Map<string, Giver> {
  const counts = new Map<string, Map<string, number>>();
  for (const { frame, giverCountries } of all.flat())
    for (const country of giverCountries) {
      const of = counts.get(frame.kind) ?? new Map<string, number>();
      counts.set(frame.kind, of.set(country, (of.get(country) ?? 0) + 1));
    }
  return new Map(
    [...counts].map(([kind, of]) => {
      const all = [...of.values()].reduce((sum, count) => sum + count, 0);
      const [country, count] = [...of].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
      const sure = count >= DOMINANT.times && count >= DOMINANT.share * all;
      return [kind, { countries: sure ? [country] : [], entities: [] }] as const;
    }),
  );
}
