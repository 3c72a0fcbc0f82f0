import type { Measured } from "./labels.ts";
import { randomFrom } from "./random.ts";

/** Pairs that are sampled and judged as one group: as likely as each other, and all joined or all not. */
export interface Stratum {
  readonly name: string;
  readonly joined: boolean;
  /** Probability that the model gives its pairs, in the middle: for choosing how many to judge, never for the estimate. */
  readonly likely: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
}

/** What labels say of a whole linkage, not only of the labelled pairs. */
export interface StratifiedQuality {
  readonly precision: Measured;
  readonly recall: Measured;
  readonly f1: Measured;
  /** B-cubed (Bagga and Baldwin 1998) over all rows. */
  readonly bCubed: { readonly precision: Measured; readonly recall: Measured; readonly f1: Measured };
  readonly strata: readonly {
    readonly name: string;
    readonly joined: boolean;
    readonly pairs: number;
    readonly labelled: number;
    readonly same: number;
  }[];
  readonly method: string;
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
    for (const [at, a] of list.entries()) for (const b of list.slice(at + 1)) yield [a, b];
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

/** Draws of the interval. */
const DRAWS = 1000;

/**
 * Precision, recall, F1 and B-cubed of a linkage from labels of some pairs of its strata. Each stratum's share of matches has Jeffreys' posterior, Beta(same + 1/2,
 * different + 1/2); estimates are at the observed shares, intervals are the middle 95 % of 1,000 draws. A stratum without labels has the share
 * that its prior has, and makes intervals as wide as that. For the upper end a stratum whose labels all agree with what was done may be without error, which
 * the posterior alone never says (Brown, Cai and DasGupta 2001, section 4.1). Pairs in no stratum are taken to be different.
 */
export function stratifiedQuality(
  strata: readonly Stratum[],
  labels: readonly { readonly a: number; readonly b: number; readonly same: boolean }[],
  clusters: ArrayLike<number>,
  seed = 1,
): StratifiedQuality {
  const known = new Map(labels.map(({ a, b, same }) => [`${Math.min(a, b)} ${Math.max(a, b)}`, same]));
  const counted = strata.map(({ name, joined, a, b }) => {
    let [labelled, same] = [0, 0];
    for (let index = 0; index < a.length; index++) {
      const label = known.get(`${a[index]} ${b[index]}`);
      if (label === undefined) continue;
      labelled++;
      if (label) same++;
    }
    return { name, joined, pairs: a.length, labelled, same };
  });
  const measure = measureOf(strata, clusters);
  const observed = counted.map(({ labelled, same }) => (labelled > 0 ? same / labelled : 0.5));
  const random = randomFrom(seed);
  const drawn = counted.map(({ labelled, same, pairs }, at) =>
    Array.from({ length: DRAWS }, () =>
      labelled === pairs ? observed[at]! : betaDraw(same + 0.5, labelled - same + 0.5, random),
    ),
  );
  const drawsWith = (share: (stratum: number, draw: number) => number) =>
    Array.from({ length: DRAWS }, (_, draw) => measure(counted.map((_, stratum) => share(stratum, draw))));
  const draws = drawsWith((stratum, draw) => drawn[stratum]![draw]!);
  const agrees = counted.map(
    ({ labelled, same, joined }) => labelled > 0 && same === (joined ? labelled : 0),
  );
  const best = drawsWith((stratum, draw) => (agrees[stratum] ? observed[stratum]! : drawn[stratum]![draw]!));
  const point = measure(observed);
  const measured = (at: number): Measured => {
    const sorted = (list: number[][]) => list.map(draw => draw[at]!).sort((x, y) => x - y);
    const low = sorted(draws)[Math.floor(0.025 * DRAWS)]!;
    const high = sorted(best)[Math.ceil(0.975 * DRAWS) - 1]!;
    return { value: point[at]!, low: Math.min(low, point[at]!), high: Math.max(high, point[at]!) };
  };
  return {
    precision: measured(0),
    recall: measured(1),
    f1: measured(2),
    bCubed: { precision: measured(3), recall: measured(4), f1: measured(5) },
    strata: counted,
    method:
      "post-stratified by the model's probability; 95 % intervals from Jeffreys' posterior of each stratum; valid where labelled pairs were drawn at random within strata, as --sample draws them; pairs that the model gives less than it keeps are taken to be different",
  };
}

const harmonic = (a: number, b: number) => (a + b > 0 ? (2 * a * b) / (a + b) : 0);

/** The measures as a function of the share of matches in each stratum. */
function measureOf(
  strata: readonly Stratum[],
  clusters: ArrayLike<number>,
): (shares: readonly number[]) => number[] {
  const sizes = new Map<number, number>();
  for (let row = 0; row < clusters.length; row++)
    sizes.set(clusters[row]!, (sizes.get(clusters[row]!) ?? 0) + 1);
  const rows = rowKinds(strata, clusters, sizes);
  return shares => {
    const sum = (joined: boolean | null) =>
      strata.reduce(
        (total, one, at) =>
          total + (joined === null || one.joined === joined ? shares[at]! * one.a.length : 0),
        0,
      );
    const joinedPairs = strata.reduce((total, one) => total + (one.joined ? one.a.length : 0), 0);
    const [right, all] = [sum(true), sum(null)];
    const precision = joinedPairs > 0 ? right / joinedPairs : 1;
    const recall = all > 0 ? right / all : 1;
    const [cubedPrecision, cubedRecall] = cubed(rows, strata, shares);
    return [
      precision,
      recall,
      harmonic(precision, recall),
      cubedPrecision,
      cubedRecall,
      harmonic(cubedPrecision, cubedRecall),
    ];
  };
}

/** Rows that have as many pairs in each stratum and stand in clusters of one size count as one sort. */
interface RowKind {
  readonly size: number;
  readonly counts: readonly number[];
  times: number;
}

function rowKinds(
  strata: readonly Stratum[],
  clusters: ArrayLike<number>,
  sizes: ReadonlyMap<number, number>,
): RowKind[] {
  const counts = new Map<number, number[]>();
  for (const [at, { a, b }] of strata.entries())
    for (const side of [a, b])
      for (const row of side) {
        const list = counts.get(row) ?? strata.map(() => 0);
        list[at]!++;
        counts.set(row, list);
      }
  const kinds = new Map<string, RowKind>();
  const none = strata.map(() => 0);
  for (let row = 0; row < clusters.length; row++) {
    const list = counts.get(row) ?? none;
    const size = sizes.get(clusters[row]!)!;
    const key = `${size} ${list.join(" ")}`;
    const kind = kinds.get(key) ?? { size, counts: list, times: 0 };
    kind.times++;
    kinds.set(key, kind);
  }
  return [...kinds.values()];
}

function cubed(
  rows: readonly RowKind[],
  strata: readonly Stratum[],
  shares: readonly number[],
): [number, number] {
  let [precision, recall, total] = [0, 0, 0];
  for (const { size, counts, times } of rows) {
    let [within, all] = [1, 1];
    for (const [at, count] of counts.entries()) {
      all += count * shares[at]!;
      if (strata[at]!.joined) within += count * shares[at]!;
    }
    precision += times * (within / size);
    recall += times * (within / all);
    total += times;
  }
  return total > 0 ? [precision / total, recall / total] : [1, 1];
}

/** A draw from Beta(a, b), by two gamma draws. */
function betaDraw(a: number, b: number, random: () => number): number {
  const x = gammaDraw(a, random);
  const y = gammaDraw(b, random);
  return x / (x + y);
}

/** A draw from Gamma(shape, 1): Marsaglia and Tsang (2000), with their boost for shapes below 1. */
function gammaDraw(shape: number, random: () => number): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * normal ** 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
