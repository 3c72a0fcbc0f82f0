import { bits, members } from "./table.ts";

/** A hierarchical log-linear model: its terms as sets of lists, the intercept (the empty set) last. */
export interface Model {
  readonly terms: Int32Array;
}

/** Main effects alone: the lists are independent. */
export function mainEffects(lists: number): Model {
  return modelOf(lists, []);
}

/** Main effects and the given interactions, each with everything below it. */
export function modelOf(lists: number, interactions: Iterable<number>): Model {
  const terms = new Set<number>();
  for (let i = 0; i < lists; i++) terms.add(1 << i);
  for (const set of interactions) for (let sub = set; sub > 0; sub = (sub - 1) & set) terms.add(sub);
  const sorted = [...terms].sort((a, b) => bits(a) - bits(b) || a - b);
  return { terms: Int32Array.from([...sorted, 0]) };
}

/**
 * Every hierarchical model with all main effects and without the interaction of all lists at once, which nothing could estimate:
 * 8 of 3 lists, 113 of 4, 6,893 of 5. Up to `order` lists in an interaction.
 */
export function hierarchicalModels(lists: number, order = lists - 1): Model[] {
  const bySize: number[][] = [];
  for (let set = 0; set < 1 << lists; set++) {
    const size = bits(set);
    bySize[size] ??= [];
    bySize[size]!.push(set);
  }
  const models: Model[] = [];
  const grow = (size: number, chosen: ReadonlySet<number>) => {
    if (size > order) {
      models.push(modelOf(lists, chosen));
      return;
    }
    const candidates = bySize[size]!.filter(
      set => size === 2 || facets(set).every(facet => chosen.has(facet)),
    );
    for (let subset = 0; subset < 1 << candidates.length; subset++)
      grow(size + 1, new Set([...chosen, ...candidates.filter((_, at) => (subset >> at) & 1)]));
  };
  grow(2, new Set());
  return models;
}

/** The sets with one list less. */
function facets(set: number): number[] {
  return members(set).map(list => set ^ (1 << list));
}

/** Generators in brackets: `[A:B, C]` is main effects and the interaction of A and B. */
export function modelName(model: Model, lists: readonly string[]): string {
  const sets = [...model.terms].filter(set => set !== 0);
  const generators = sets.filter(set => !sets.some(other => other !== set && (other & set) === set));
  return `[${generators
    .sort((a, b) => bits(b) - bits(a) || a - b)
    .map(set =>
      members(set)
        .map(list => lists[list])
        .join(":"),
    )
    .join(", ")}]`;
}
