import { randomFrom } from "../random.ts";

/** Pairs that are sampled and judged as one group: as likely as each other, and all joined or all not. */
export interface Stratum {
  readonly name: string;
  readonly joined: boolean;
  /** Probability that the model gives its pairs, in the middle: for choosing how many to judge, never for the estimate. */
  readonly likely: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** Bounds of the probability between which pairs are one stratum. */
const BOUNDS = [0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 1];

export interface ScoredPairs {
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  readonly probability: ArrayLike<number>;
  readonly length: number;
}

/** Strata of the pairs that the model takes for possible; pairs that share a cluster without having been compared are one of their own. */
export function strataOf(pairs: ScoredPairs, clusters: ArrayLike<number>): Stratum[] {
  const groups = new Map<string, { joined: boolean; band: number; a: number[]; b: number[] }>();
  const within = new Set<number>();
  const rows = clusters.length;
  for (let index = 0; index < pairs.length; index++) {
    const [a, b] = [Math.min(pairs.a[index]!, pairs.b[index]!), Math.max(pairs.a[index]!, pairs.b[index]!)];
    const joined = clusters[a] === clusters[b];
    if (joined) within.add(a * rows + b);
    const band = BOUNDS.findIndex(bound => pairs.probability[index]! < bound);
    add(groups, { joined, band: band < 0 ? BOUNDS.length - 1 : band, a, b });
  }
  for (const [a, b] of pairsWithin(clusters))
    if (!within.has(a * rows + b)) add(groups, { joined: true, band: -1, a, b });
  return [...groups.values()]
    .sort((x, y) => Number(y.joined) - Number(x.joined) || y.band - x.band)
    .map(({ joined, band, a, b }) => ({
      name: `${joined ? "joined" : "apart"}, ${bandName(band)}`,
      joined,
      likely: band < 0 ? 0.5 : ((BOUNDS[band - 1] ?? 0) + BOUNDS[band]!) / 2,
      a: Int32Array.from(a),
      b: Int32Array.from(b),
    }));
}

const bandName = (band: number) =>
  band < 0 ? "through others" : `${BOUNDS[band - 1] ?? 0} to ${BOUNDS[band]}`;

function add(
  groups: Map<string, { joined: boolean; band: number; a: number[]; b: number[] }>,
  { joined, band, a, b }: { joined: boolean; band: number; a: number; b: number },
): void {
  const key = `${joined} ${band}`;
  const group = groups.get(key) ?? { joined, band, a: [], b: [] };
  group.a.push(a);
  group.b.push(b);
  groups.set(key, group);
}

function* pairsWithin(clusters: ArrayLike<number>): Iterable<readonly [number, number]> {
  const members = new Map<number, number[]>();
  for (let row = 0; row < clusters.length; row++) {
    const list = members.get(clusters[row]!) ?? [];
    list.push(row);
    members.set(clusters[row]!, list);
  }
  for (const list of members.values())
    for (let at = 0; at < list.length; at++)
      for (let other = at + 1; other < list.length; other++) yield [list[at]!, list[other]!];
}

/** Pairs of each stratum that are drawn at least, as far as it has them: where the model is sure it may be wrong. */
const LEAST_DRAWN = 4;

/**
 * Draws pairs to be judged: at random within strata, and from each as many as are expected to make the estimate surest. One pair after the other goes to the
 * stratum where it narrows the posterior of the number of matches most (Neyman's allocation of 1934, with Jeffreys' prior in place of a known spread): where
 * pairs are many, and where the model is unsure. In an order by chance.
 */
export function drawPairs(strata: readonly Stratum[], size: number, seed = 1): (readonly [number, number])[] {
  const random = randomFrom(seed);
  const drawn = allocation(strata, size).flatMap((wanted, at) => {
    const { a, b } = strata[at]!;
    return shuffled(a.length, random)
      .slice(0, wanted)
      .map(index => [a[index]!, b[index]!] as const);
  });
  return shuffled(drawn.length, random).map(index => drawn[index]!);
}

/** How many pairs of each stratum are judged. */
function allocation(strata: readonly Stratum[], size: number): number[] {
  const wanted = strata.map(() => 0);
  const gain = (at: number) => {
    const { a, likely } = strata[at]!;
    const already = wanted[at]!;
    if (already >= a.length) return -1;
    if (already < LEAST_DRAWN) return Number.MAX_VALUE / (already + 1);
    return a.length ** 2 * (posteriorVariance(likely, already) - posteriorVariance(likely, already + 1));
  };
  const gains = strata.map((_, at) => gain(at));
  for (let left = size; left > 0; left--) {
    const best = gains.reduce((most, one, at) => (one > gains[most]! ? at : most), 0);
    if (!(gains[best]! >= 0)) break;
    wanted[best]!++;
    gains[best] = gain(best);
  }
  return wanted;
}

/** Variance of Beta(same + 1/2, different + 1/2) after so many judgements that come out as the model expects. */
function posteriorVariance(likely: number, judged: number): number {
  const [same, different] = [likely * judged + 0.5, (1 - likely) * judged + 0.5];
  return (same * different) / ((judged + 1) ** 2 * (judged + 2));
}

function shuffled(length: number, random: () => number): number[] {
  const list = Array.from({ length }, (_, index) => index);
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other]!, list[at]!];
  }
  return list;
}
