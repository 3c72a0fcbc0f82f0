import type { ClusterOptions } from "./cluster.ts";
import { apartFrom, CAP } from "./constraints.ts";
import type { Pairs } from "./score.ts";

/** Rounds over all rows at most; each raises the sum, so that it would end by itself. */
const MOST_ROUNDS = 8;

/** Rows of a cluster that a row is compared with at most, in even steps. */
const MOST_LOOKED_AT = 64;

/**
 * Moves single rows to the cluster that they are likest to, or to one of their own, while that raises the sum of the capped log-odds within
 * clusters: best one element move (Gionis, Mannila and Tsaparas 2007; Elsner and Schudy 2009, section 4). Only clusters that hold a compared
 * partner of a row come into question. Decisions and sources are kept. Changes `of`, the cluster of each row by any name.
 */
export function refineClusters(
  of: Int32Array,
  pairs: Pairs,
  { weight, favour = 0, apart = [], together = [], sources }: ClusterOptions,
): void {
  const members = membersOf(of);
  const partners = partnersOf(pairs);
  const separate = apartFrom(apart);
  const fixed = new Set(together.flat());
  // What favours joining a single row counts for each row that it is compared with, as it does when clusters are joined.
  const likeness = (a: number, b: number) => Math.max(-CAP, Math.min(CAP, weight(a, b))) + favour;
  let free = of.reduce((most, name) => Math.max(most, name), -1) + 1;
  for (let round = 0, moved = true; moved && round < MOST_ROUNDS; round++) {
    moved = false;
    for (const [row, others] of partners) {
      if (fixed.has(row)) continue;
      const home = of[row]!;
      const mayJoin = (name: number) =>
        !members
          .get(name)!
          .some(
            other =>
              separate.get(row)?.includes(other) === true ||
              (sources !== undefined && sources[row]! >= 0 && sources[row] === sources[other]),
          );
      let best = home;
      let most = oddsWith(row, members.get(home)!, likeness);
      if (most < 0) [best, most] = [-1, 0];
      for (const name of new Set(others.map(other => of[other]!))) {
        if (name === home || !mayJoin(name)) continue;
        const odds = oddsWith(row, members.get(name)!, likeness);
        if (odds > most) [best, most] = [name, odds];
      }
      if (best === home) continue;
      const target = best < 0 ? free++ : best;
      members.set(
        home,
        members.get(home)!.filter(other => other !== row),
      );
      members.set(target, [...(members.get(target) ?? []), row]);
      of[row] = target;
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

/** Rows that stand in a pair with each row, in the order of the table. */
function partnersOf({ length, a, b }: Pairs): Map<number, number[]> {
  const partners = new Map<number, number[]>();
  const add = (row: number, other: number) => {
    const list = partners.get(row);
    if (list) list.push(other);
    else partners.set(row, [other]);
  };
  for (let index = 0; index < length; index++) {
    add(a[index]!, b[index]!);
    add(b[index]!, a[index]!);
  }
  return new Map([...partners].sort(([x], [y]) => x - y));
}

/** Sum of the likeness between a row and the others of a cluster; of a large one, as many as are looked at stand for all. */
function oddsWith(row: number, cluster: readonly number[], likeness: ClusterOptions["weight"]): number {
  const step = Math.max(1, Math.floor(cluster.length / MOST_LOOKED_AT));
  let sum = 0;
  for (let at = 0; at < cluster.length; at += step)
    if (cluster[at] !== row) sum += step * likeness(row, cluster[at]!);
  return sum;
}
