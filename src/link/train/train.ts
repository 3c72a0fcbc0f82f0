import { type GroupedRule, groupRule, type PreparedRule, sampleOf, splitKey } from "../blocking/blocking.ts";
import type { Comparer, SharedComparer } from "../compare/compare.ts";
import { COMPARISONS } from "../compare/comparisons.ts";
import { int32s } from "../memory.ts";
import { randomFrom } from "../random.ts";
import { doHere } from "../work/here.ts";
import { inChunks, type Work } from "../work/steps.ts";
import type { Parameters } from "./em.ts";
import type { SessionResult } from "./session.ts";

export interface Trained extends Parameters {
  readonly sessions: readonly {
    readonly rule: string;
    readonly pairs: number;
    readonly matches: number;
    readonly converged: boolean;
  }[];
  /** Fields whose m could not be estimated in any session, and kept the start. */
  readonly unidentified: readonly string[];
  /** Random pairs that u was measured on. */
  readonly sampled: number;
}

/** Random pairs that u is measured on, unless the table has fewer. */
const U_SAMPLE = 200_000;

/** Sessions at most. */
const MOST_SESSIONS = 24;

/** Added to every level before shares are taken, so that no probability is zero because a sample was finite. */
const SMOOTHING = 0.5;

/**
 * u: levels among random pairs, nearly all of which are no matches. m: by EM within a sample of the pairs of each rule, u held fixed and
 * the fields of the rule left out (inside a rule they always agree, and say nothing); sessions are averaged by their matches, those in
 * which matches are rare counting less. lambda: from
 * the matches that a session finds and the share of matches that its rule is expected to let through, medianed over sessions.
 */
export function* trainInSteps(
  comparer: SharedComparer,
  rules: readonly GroupedRule[],
  { seed }: { seed: number },
): Work<Trained> {
  const meanings = levelsOf(comparer);
  const { u, sampled } = yield* measureU(comparer, seed);
  const start = meanings.map(startingM);
  const chosen = sessionRules(rules);
  const ran = yield* inChunks("session", { comparer, rules: chosen, u, start }, chosen.length);
  const results = ran.map((result, at) => ({ ...result, rule: chosen[at]! }));
  const unknown = comparer.fields.map((_, field) => results.every(result => result.left.has(field)));
  const m = meanings.map((_, field) => {
    const estimated = averageM(results, field, start[field]!);
    // A start that nothing corrected must not make difference speak for a match, where nearly all rows agree.
    return unknown[field] && estimated[0]! > u[field]![0]! ? u[field]! : estimated;
  });
  const unidentified = comparer.fields.flatMap(({ column }, field) => (unknown[field] ? [column.name] : []));
  const parameters = { lambda: overallShare(comparer, results, m), m, u };
  return {
    ...parameters,
    sampled,
    unidentified,
    sessions: results.map(({ rule, matches, converged }) => ({
      rule: rule.keys.join(" + "),
      pairs: rule.pairs,
      matches,
      converged,
    })),
  };
}

/** As `trainInSteps`, in this thread. */
export const train = (
  comparer: Comparer,
  rules: readonly GroupedRule[],
  options: { seed: number },
): Trained => doHere(trainInSteps(comparer.shared, rules, options));

/** Number of levels by field. */
const levelsOf = ({ fields }: SharedComparer): number[] =>
  fields.map(({ column, other }) => COMPARISONS[column.type].levels.length + (other === null ? 0 : 1));

/** Pairs whose levels are counted in one chunk. */
const COUNTED_AT_ONCE = 1 << 14;

/** Number of pairs with each level, by field. */
function* levelCounts(comparer: SharedComparer, a: Int32Array, b: Int32Array): Work<number[][]> {
  const chunks = Math.ceil(a.length / COUNTED_AT_ONCE);
  const parts = yield* inChunks("countLevels", { comparer, a, b, size: COUNTED_AT_ONCE }, chunks);
  return summed(comparer, parts);
}

const summed = (comparer: SharedComparer, parts: readonly (readonly Int32Array[])[]): number[][] =>
  levelsOf(comparer).map((levels, field) =>
    Array.from({ length: levels }, (_, level) => parts.reduce((sum, part) => sum + part[field]![level]!, 0)),
  );

/** Chunks of random pairs whose common levels are told apart too: enough for a level that is not rare. */
const FULLY_COUNTED = 4;

/**
 * Number of random pairs with each level, by field, in two phases (Neyman 1938): rare levels are counted in all pairs, levels below the rare ones
 * in the first of them, and their share there is carried over to the others.
 */
function* randomLevelCounts(comparer: SharedComparer, a: Int32Array, b: Int32Array): Work<number[][]> {
  const chunks = Math.ceil(a.length / COUNTED_AT_ONCE);
  const given = { comparer, a, b, size: COUNTED_AT_ONCE, rareFrom: FULLY_COUNTED };
  const parts = yield* inChunks("countLevels", given, chunks);
  const first = summed(comparer, parts.slice(0, FULLY_COUNTED));
  return summed(comparer, parts).map((counts, field) => {
    const rare = COMPARISONS[comparer.fields[field]!.column.type].rare ?? 0;
    return carriedOver(counts, first[field]!, rare);
  });
}

/** The counts below a level shared out anew as in `first`. */
function carriedOver(counts: readonly number[], first: readonly number[], rare: number): number[] {
  const below = (of: readonly number[]) => of.slice(0, rare).reduce((sum, count) => sum + count, 0);
  const [all, part] = [below(counts), below(first)];
  return counts.map((count, level) => (level < rare && part > 0 ? (first[level]! * all) / part : count));
}

/** Levels among random pairs. Equality is counted over all pairs, from how often each value occurs, because in a sample it is rare. */
function* measureU(comparer: SharedComparer, seed: number): Work<{ u: number[][]; sampled: number }> {
  const { a, b } = randomPairs(comparer.rows, seed);
  const counts = yield* randomLevelCounts(comparer, a, b);
  const u = counts.map((levels, field) =>
    withExactEquality(shares(levels.map(count => count + SMOOTHING)), comparer, field),
  );
  return { u, sampled: a.length };
}

/** Rows on either side of a block of random pairs. */
const SIDE = 64;

/**
 * Random pairs of rows; all pairs where they are few. They are drawn in blocks: every one of some random rows with every one of some others, which is
 * about as accurate as so many pairs drawn one by one (an incomplete U-statistic: Blom 1976), and lies close together in memory.
 */
function randomPairs(rows: number, seed: number): { a: Int32Array; b: Int32Array } {
  const all = (rows * (rows - 1)) / 2;
  if (all <= U_SAMPLE) return allPairs(rows, all);
  const blocks = Math.ceil(U_SAMPLE / SIDE ** 2);
  const [a, b] = [int32s(blocks * SIDE ** 2), int32s(blocks * SIDE ** 2)];
  const random = randomFrom(seed);
  for (let pair = 0; pair < a.length; ) {
    const drawn = someRows(rows, 2 * SIDE, random);
    for (let first = 0; first < SIDE; first++)
      for (let second = SIDE; second < 2 * SIDE; second++) {
        a[pair] = drawn[first]!;
        b[pair++] = drawn[second]!;
      }
  }
  return { a, b };
}

/** So many different rows at random. */
function someRows(rows: number, count: number, random: () => number): number[] {
  const drawn = new Set<number>();
  while (drawn.size < count) drawn.add(Math.floor(random() * rows));
  return [...drawn];
}

function allPairs(rows: number, count: number): { a: Int32Array; b: Int32Array } {
  const [a, b] = [int32s(count), int32s(count)];
  let pair = 0;
  for (let first = 0; first < rows; first++)
    for (let second = first + 1; second < rows; second++) {
      a[pair] = first;
      b[pair++] = second;
    }
  return { a, b };
}

function withExactEquality(u: number[], { fields, rows }: SharedComparer, field: number): number[] {
  const { frequency, filled } = fields[field]!.column;
  const n = filled * rows;
  if (n < 2) return u;
  const equal = frequency.reduce((sum, share) => sum + share * (share * n - 1), 0) / (n - 1);
  const bounded = Math.min(0.9999, Math.max(equal, SMOOTHING / ((n * (n - 1)) / 2)));
  const rest = 1 - u.at(-1)!;
  return u.map((share, level) => (level === u.length - 1 ? bounded : (share * (1 - bounded)) / rest));
}

/** One rule for each set of columns, the one with fewest pairs: rules that derive their keys differently from them tell the same. */
function sessionRules(rules: readonly GroupedRule[]): GroupedRule[] {
  const known = new Map<string, GroupedRule>();
  for (const rule of rules) {
    const columns = [...new Set(rule.keys.flatMap(key => splitKey(key).columns))].sort().join("\0");
    const before = known.get(columns);
    if (rule.pairs > 0 && (!before || rule.pairs < before.pairs)) known.set(columns, rule);
  }
  return [...known.values()].slice(0, MOST_SESSIONS);
}

const shares = (sums: readonly number[]) => {
  const total = sums.reduce((sum, one) => sum + one, 0);
  return sums.map(one => one / total);
};

/** Where EM starts: nine matches in ten are equal, the rest spread with more on the nearer levels. */
function startingM(levels: number): number[] {
  const weights = Array.from({ length: levels }, (_, level) => (level === levels - 1 ? 0 : level + 1));
  const total = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((weight, level) => (level === levels - 1 ? 0.9 : (0.1 * weight) / total));
}

type RuleSession = SessionResult & { readonly rule: GroupedRule };

function averageM(results: readonly RuleSession[], field: number, start: readonly number[]): number[] {
  const sums = start.map(probability => probability * SMOOTHING);
  for (const { left, m, matches, rule } of results)
    if (!left.has(field))
      for (const [level, probability] of m[field]!.entries())
        sums[level]! += probability * matches * (matches / rule.pairs);
  return shares(sums);
}

/** Pairs within clusters that m is measured on at most, and pairs that the m from EM counts for beside them. */
const WITHIN_SAMPLE = 200_000;
const EM_PAIRS = 100;

/**
 * m once more, from the pairs within a first round's clusters. EM sees only pairs that some rule lets through, and in rules of which
 * most pairs are no matches it takes likeness by chance for error; clusters also hold the pairs that no rule has.
 */
export function* refineInSteps(
  comparer: SharedComparer,
  parameters: Trained,
  clusters: Int32Array,
): Work<Trained> {
  const { rows } = comparer;
  const rule = groupRule(clusterRule(clusters));
  const { a, b } = sampleOf(rule, WITHIN_SAMPLE);
  const counts = yield* levelCounts(comparer, a, b);
  const sums = parameters.m.map((levels, field) =>
    levels.map((share, level) => share * EM_PAIRS + counts[field]![level]!),
  );
  const all = (rows * (rows - 1)) / 2;
  return {
    ...parameters,
    m: sums.map(shares),
    lambda: Math.min(0.5, Math.max(parameters.lambda, rule.pairs / all)),
  };
}

/** Clusters in the form of a rule, whose pairs can be sampled. */
function clusterRule(codes: Int32Array): PreparedRule {
  const groups = codes.reduce((most, code) => Math.max(most, code + 1), 0);
  const sizes = new Int32Array(groups);
  for (const code of codes) sizes[code]!++;
  const pairs = sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  return { keys: [], codes, groups, pairs, rowsInGiantGroups: 0 };
}

/** Matches among all pairs of the table, as a share. */
function overallShare(
  comparer: SharedComparer,
  results: readonly RuleSession[],
  m: readonly number[][],
): number {
  const { rows } = comparer;
  const all = (rows * (rows - 1)) / 2;
  const estimates = results
    .map(({ rule, matches }) => matches / passing(comparer, rule.keys, m))
    .filter(estimate => estimate > 0)
    .sort((a, b) => a - b);
  const middle = estimates[estimates.length >> 1] ?? 1;
  return Math.min(0.5, Math.max(middle, 1) / all);
}

/** Share of matches that agree on the keys of a rule, under independence: equal values that are not missing. */
export function passing(
  comparer: SharedComparer,
  keys: readonly string[],
  m: readonly (readonly number[])[],
): number {
  const columns = new Set(keys.flatMap(key => splitKey(key).columns));
  return [...columns].reduce((product, name) => {
    const field = comparer.fields.findIndex(({ column }) => column.name === name);
    return field < 0 ? product : product * m[field]!.at(-1)! * comparer.fields[field]!.column.filled ** 2;
  }, 1);
}
