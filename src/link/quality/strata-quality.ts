import { betaDraw, randomFrom } from "../random.ts";
import type { Measured } from "./labels.ts";
import type { Stratum } from "./strata.ts";
import { measureOf } from "./strata-measure.ts";

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
  const rows = clusters.length;
  const known = new Map(labels.map(({ a, b, same }) => [Math.min(a, b) * rows + Math.max(a, b), same]));
  const counted = strata.map(({ name, joined, a, b }) => {
    let [labelled, same] = [0, 0];
    for (let index = 0; index < a.length; index++) {
      const label = known.get(a[index]! * rows + b[index]!);
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
      "post-stratified by the model's probability; 95% intervals from Jeffreys' posterior of each stratum; valid where labelled pairs were drawn at random within strata, as --sample draws them; pairs that the model gives less than it keeps are taken to be different",
  };
}
