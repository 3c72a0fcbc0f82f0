import { randomFrom } from "../random.ts";
import type { CodedColumn } from "../table/columns.ts";
import { splitKey } from "./blocking.ts";

/** A rule as the planner sees it. */
export interface Candidate {
  readonly keys: readonly string[];
  /** Pairs that agree on it. */
  readonly pairs: number;
  /** Share of the rows with such keys that are in groups small enough to be compared. */
  readonly reach: number;
}

type Columns = ReadonlyMap<string, CodedColumn>;

/** Made-up matches that rules are tried on. */
const MATCHES = 4000;

/** How fields of made-up matches err: pessimistic, so that rules are chosen for hard pairs. */
const EQUAL = 0.5;
const EXCHANGED = 0.03;
const NEAR: Readonly<Record<string, number>> = { year: 0.6, sound: 0.6, last: 0.4, first: 0.5 };

/** A rule is left out where less than this share of its rows is in groups small enough to be compared. */
const LEAST_REACH = 0.5;

/** Share of further made-up matches that a rule must find to be chosen for its gain. */
const LEAST_GAIN = 0.0005;

/**
 * First, one after the other, the rule that finds most further matches for its pairs; then the largest rules of those left that still
 * fit into the bound, each column having its share of it.
 */
export function chooseRules(
  candidates: readonly Candidate[],
  { bound, columns }: { bound: number; columns: Columns },
): Candidate[] {
  const each = bound / Math.max(3, columns.size);
  const possible = candidates
    .filter(({ pairs, reach }) => pairs > 0 && pairs <= each && reach >= LEAST_REACH)
    .sort((a, b) => b.pairs - a.pairs);
  const chosen = byGain(possible, { bound: bound / 2, columns });
  let total = chosen.reduce((sum, { pairs }) => sum + pairs, 0);
  for (const candidate of possible) {
    // A rule with giant groups implies not even itself: rows that it leaves out may agree on a narrower rule.
    if (chosen.includes(candidate) || chosen.some(one => impliesAll(candidate, one))) continue;
    if (total + candidate.pairs > bound) continue;
    chosen.push(candidate);
    total += candidate.pairs;
  }
  return chosen
    .filter(one => !chosen.some(other => other !== one && impliesAll(one, other)))
    .sort((a, b) => b.pairs - a.pairs);
}

function byGain(
  candidates: readonly Candidate[],
  { bound, columns }: { bound: number; columns: Columns },
): Candidate[] {
  const found = coverage(candidates, columns);
  const covered = new Uint8Array(MATCHES);
  const chosen: Candidate[] = [];
  const left = new Set(candidates.keys());
  let total = 0;
  for (;;) {
    let best = -1;
    let bestRatio = 0;
    for (const index of left) {
      const gain = newlyFound(found[index]!, covered);
      const { pairs } = candidates[index]!;
      if (gain < LEAST_GAIN * MATCHES || total + pairs > bound) continue;
      if (gain / pairs > bestRatio) {
        best = index;
        bestRatio = gain / pairs;
      }
    }
    if (best < 0) return chosen;
    left.delete(best);
    chosen.push(candidates[best]!);
    total += candidates[best]!.pairs;
    for (let match = 0; match < MATCHES; match++) covered[match]! |= found[best]![match]!;
  }
}

function newlyFound(found: Uint8Array, covered: Uint8Array): number {
  let gain = 0;
  for (let match = 0; match < MATCHES; match++) gain += found[match]! & ~covered[match]!;
  return gain;
}

/** Share of made-up matches that at least one of the rules finds. */
export function expectedCoverage(rules: readonly Candidate[], columns: Columns): number {
  const found = coverage(rules, columns);
  let sum = 0;
  for (let match = 0; match < MATCHES; match++) if (found.some(one => one[match] === 1)) sum++;
  return sum / MATCHES;
}

/** For each rule, which of the made-up matches it finds. */
function coverage(rules: readonly Candidate[], columns: Columns): Uint8Array[] {
  const random = randomFrom(1);
  const keys = [...new Set(rules.flatMap(rule => rule.keys))].sort();
  const found = rules.map(() => new Uint8Array(MATCHES));
  for (let match = 0; match < MATCHES; match++) {
    const agreeing = agreeingKeys(keys, columns, random);
    for (const [index, rule] of rules.entries())
      if (rule.keys.every(key => agreeing.has(key)) && (rule.reach === 1 || random() < rule.reach))
        found[index]![match] = 1;
  }
  return found;
}

/** Keys on which one made-up match agrees. */
function agreeingKeys(keys: readonly string[], columns: Columns, random: () => number): Set<string> {
  const exchanged = random() < EXCHANGED;
  const state = new Map(
    [...columns].map(([name, { filled }]) => [
      name,
      random() > filled ** 2 ? "missing" : random() < EQUAL ? "equal" : "near",
    ]),
  );
  const exchangeable = new Set(
    keys
      .map(key => splitKey(key).columns)
      .filter(two => two.length > 1)
      .flat(),
  );
  const agrees = (key: string) => {
    const { columns: names, derived } = splitKey(key);
    const states = names.map(name => state.get(name)!);
    const luck = random();
    if (states.includes("missing")) return false;
    if (exchanged && names.length === 1 && exchangeable.has(names[0]!)) return false;
    if (states.every(one => one === "equal")) return true;
    if (derived === null) return false;
    return luck < (NEAR[derived] ?? NEAR["first"]!) ** names.length;
  };
  return new Set(keys.filter(agrees));
}

/** Does every pair that agrees on `rule` agree on `other`, and is it compared there? */
const impliesAll = (rule: Candidate, other: Candidate) =>
  other.reach === 1 && other.keys.every(key => rule.keys.some(one => implies(one, key)));

/** Does agreement on `key` imply agreement on `other` (`surname` implies `surname:4`)? */
function implies(key: string, other: string): boolean {
  if (key === other) return true;
  const a = splitKey(key);
  const b = splitKey(other);
  return (
    a.derived === null &&
    a.columns.length === b.columns.length &&
    a.columns.every(name => b.columns.includes(name))
  );
}
