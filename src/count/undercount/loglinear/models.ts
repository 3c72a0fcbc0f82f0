import { bits, members } from "../table/table.ts";

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
 * 8 of 3 lists, 113 of 4, 6,893 of 5. Up to `order` lists in an interaction. For at most 5 lists: a model is a word of 32 bits, one a set.
 */
export function hierarchicalModels(lists: number, order = lists - 1): Model[] {
  const sets = Array.from({ length: (1 << lists) - 1 }, (_, at) => at + 1).sort(
    (a, b) => bits(a) - bits(b) || a - b,
  );
  const facets = sets.map(set => members(set).reduce((word, list) => word | (1 << (set ^ (1 << list))), 0));
  const models: Model[] = [];
  // From single lists up, each set is left out or, where all sets with one list less are in, taken in.
  const grow = (at: number, chosen: number) => {
    const set = sets[at];
    if (set === undefined || bits(set) > order) {
      models.push({ terms: termsOf(sets, chosen) });
      return;
    }
    const needed = bits(set) > 2 ? facets[at]! : 0;
    if (bits(set) > 1) grow(at + 1, chosen);
    if ((chosen & needed) === needed) grow(at + 1, chosen | (1 << set));
  };
  grow(0, 0);
  return models;
}

/** The sets of a word in the order given, the empty set last. */
function termsOf(sets: readonly number[], chosen: number): Int32Array {
  let size = 0;
  for (const set of sets) size += (chosen >>> set) & 1;
  const terms = new Int32Array(size + 1);
  let at = 0;
  for (const set of sets) if ((chosen >>> set) & 1) terms[at++] = set;
  return terms;
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
