import { normalQuantile } from "../../../stats/distributions.ts";
import { type Profile, profileInterval } from "../loglinear/profile.ts";

/** Cases on both lists, on the first only, on the second only. */
export interface TwoLists {
  readonly both: number;
  readonly first: number;
  readonly second: number;
}

export interface Closed {
  readonly value: number;
  readonly variance: number;
}

/** Lincoln-Petersen estimate n₁n₂/m with its delta-method variance; null without an overlap, where it is infinite. */
export function lincolnPetersen({ both: m, first, second }: TwoLists): Closed | null {
  if (m === 0) return null;
  const n1 = m + first;
  const n2 = m + second;
  return { value: (n1 * n2) / m, variance: (n1 * n2 * first * second) / m ** 3 };
}

/** Chapman's estimate (n₁+1)(n₂+1)/(m+1) − 1, without bias where n₁ + n₂ >= N, with Seber's variance (1970). */
export function chapman({ both: m, first, second }: TwoLists): Closed {
  const a = m + first + 1;
  const b = m + second + 1;
  return {
    value: (a * b) / (m + 1) - 1,
    variance: (a * b * first * second) / ((m + 1) ** 2 * (m + 2)),
  };
}

/** Bailey's estimate n₁(n₂+1)/(m+1) (1951), for a second list drawn with replacement. */
export function bailey({ both: m, first, second }: TwoLists): Closed {
  const n1 = m + first;
  const n2 = m + second;
  return {
    value: (n1 * (n2 + 1)) / (m + 1),
    variance: (n1 * n1 * (n2 + 1) * second) / ((m + 1) ** 2 * (m + 2)),
  };
}

/** Log-normal interval for the unseen part: f/C to f·C with C = exp(z √log(1 + var/f²)) (Chao 1987). */
export function lognormalInterval(
  observed: number,
  { value, variance }: Closed,
  level = 0.95,
): readonly [number, number] {
  const unseen = value - observed;
  if (!(unseen > 0) || variance === 0) return [value, value];
  const z = normalQuantile(1 - (1 - level) / 2);
  const c = Math.exp(z * Math.sqrt(Math.log1p(variance / (unseen * unseen))));
  return [observed + unseen / c, observed + unseen * c];
}

/** Transformed logit interval of Sadinle (2009), with ½ added to each cell. */
export function transformedLogit({ both, first, second }: TwoLists, level = 0.95): readonly [number, number] {
  const [a, b, c] = [both + 0.5, first + 0.5, second + 0.5];
  const z = normalQuantile(1 - (1 - level) / 2);
  const spread = Math.exp(z * Math.sqrt(1 / a + 1 / b + 1 / c + a / (b * c)));
  const observed = both + first + second;
  const unseen = (b * c) / a;
  return [observed + unseen / spread - 0.5, observed + unseen * spread - 0.5];
}

/** Profile likelihood of two independent binomials in N; null without an overlap or without any case missing from a list. */
export function binomialProfile({ both, first, second }: TwoLists, level = 0.95): Profile | null {
  if (both === 0 || first === 0 || second === 0) return null;
  const observed = both + first + second;
  const completed = (unseen: number) => {
    const all = observed + unseen;
    const list = (n: number) => n * Math.log(n / all) + (all - n) * Math.log(1 - n / all);
    return list(both + first) + list(both + second) + all * Math.log(all);
  };
  return profileInterval(observed, completed, { level, around: (first * second) / both });
}
