import { int32s } from "../memory.ts";
import type { Pairs } from "../score/score.ts";
import type { ClusterOptions } from "./cluster.ts";
import { apartFrom, CAP } from "./constraints.ts";

/** Rounds over all rows at most; nearly all moves are made in the first. */
const MOST_ROUNDS = 8;

/** Rows of a cluster that a row is compared with at most, in even steps. */
const MOST_LOOKED_AT = 64;

/** Bits by which the mean of another cluster must be better than that of a row's own. */
const LEAST_GAIN = 2;

/** How like a row is to a cluster: the mean of the capped log-odds, and the rows that it has beside this one. */
interface Likeness {
  readonly mean: number;
  readonly rows: number;
}

/**
 * Moves single rows between clusters (best one element move: Gionis, Mannila and Tsaparas 2007; Elsner and Schudy 2009, section 4). A row that is left
 * over goes to the cluster that it is likest to, while the mean of its log-odds there, and what favours joining a single row, reach the threshold. A row of a
 * cluster moves to a larger one that it is clearly likelier to belong to. Means are compared and not sums, as the objective of correlation
 * clustering has it: the pairs of a row with twenty others repeat one piece of evidence twenty times, and sums drag rows from where two others are just like
 * them to where many are somewhat like them. Decisions and sources are kept. Changes `of`, the cluster of each row by any name.
 */
export function refineClusters(
  of: Int32Array,
  pairs: Pairs,
  { weight, threshold, favour = 0, apart = [], together = [], sources }: ClusterOptions,
): void {
  const members = membersOf(of);
  const partners = partnersOf(of.length, pairs);
  const separate = apartFrom(apart);
  const fixed = new Set(together.flat());
  const needed = Math.log2(threshold / (1 - threshold)) - favour;
  const gain = (home: Likeness, there: Likeness) => {
    if (home.rows === 0) return there.mean > needed ? there.mean - needed : 0;
    return there.rows >= home.rows && there.mean > 0 ? there.mean - home.mean - LEAST_GAIN : 0;
  };
  const mayJoin = (row: number, name: number) =>
    !members
      .get(name)!
      .some(
        other =>
          separate.get(row)?.includes(other) === true ||
          (sources !== undefined && sources[row]! >= 0 && sources[row] === sources[other]),
      );
  for (let round = 0, moved = true; moved && round < MOST_ROUNDS; round++) {
    moved = false;
    for (let row = 0; row < of.length; row++) {
      const others = partners(row);
      if (others.length === 0 || fixed.has(row)) continue;
      const home = of[row]!;
      const own = likenessTo(row, members.get(home)!, weight);
      let best = home;
      let most = 0;
      for (const name of new Set(Array.from(others, other => of[other]!))) {
        if (name === home || !mayJoin(row, name)) continue;
        const better = gain(own, likenessTo(row, members.get(name)!, weight));
        if (better > most) [best, most] = [name, better];
      }
      if (best === home) continue;
      members.set(
        home,
        members.get(home)!.filter(other => other !== row),
      );
      members.get(best)!.push(row);
      of[row] = best;
      moved = true;
    }
  }
}

function membersOf(of: Int32Array): Map<number, number[]> {
  const members = new Map<number, number[]>();
  for (const [row, name] of of.entries()) {
    const list = members.get(name);
    if (list) list.push(row);
    else members.set(name, [row]);
  }
  return members;
}

/** Rows that stand in a pair with a row. */
function partnersOf(rows: number, { length, a, b }: Pairs): (row: number) => Int32Array {
  const ends = int32s(rows + 1);
  for (let pair = 0; pair < length; pair++) {
    ends[a[pair]!]!++;
    ends[b[pair]!]!++;
  }
  for (let row = 1; row <= rows; row++) ends[row]! += ends[row - 1]!;
  const list = int32s(2 * length);
  for (let pair = length - 1; pair >= 0; pair--) {
    list[--ends[a[pair]!]!] = b[pair]!;
    list[--ends[b[pair]!]!] = a[pair]!;
  }
  // Filled from behind, `ends` has become where each row begins.
  return row => list.subarray(ends[row]!, ends[row + 1]!);
}

/** Of a large cluster, as many rows as are looked at stand for all. */
function likenessTo(row: number, cluster: readonly number[], weight: ClusterOptions["weight"]): Likeness {
  const step = Math.max(1, Math.floor(cluster.length / MOST_LOOKED_AT));
  let sum = 0;
  let looked = 0;
  for (let at = 0; at < cluster.length; at += step) {
    if (cluster[at] === row) continue;
    sum += Math.max(-CAP, Math.min(CAP, weight(row, cluster[at]!)));
    looked++;
  }
  const inside = cluster.includes(row) ? 1 : 0;
  return { mean: looked > 0 ? sum / looked : Number.NEGATIVE_INFINITY, rows: cluster.length - inside };
}
