import { type PreparedRule, samplePairs, splitKey } from "./blocking.ts";
import { type Comparer, countPatterns } from "./compare.ts";
import { estimateParameters, type Parameters, type PatternCounts } from "./em.ts";
import { randomFrom } from "./random.ts";

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

/** Pairs of a rule that a session of EM looks at; the error of a share among so many is half a percent at most. */
const SESSION_SAMPLE = 10_000;

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
export function train(
  comparer: Comparer,
  rules: readonly PreparedRule[],
  { seed }: { seed: number },
): Trained {
  const { u, sampled } = measureU(comparer, seed);
  const start = comparer.fields.map(({ levels }) => startingM(levels.length));
  const results = sessionRules(rules).map(rule => runSession(comparer, rule, { u, start }));
  const m = comparer.fields.map((_, field) => averageM(results, field, start[field]!));
  const unidentified = comparer.fields
    .filter((_, field) => results.every(result => result.left.has(field)))
    .map(({ column }) => column.name);
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

/** Levels among random pairs. Equality is counted over all pairs, from how often each value occurs, because in a sample it is rare. */
function measureU(comparer: Comparer, seed: number): { u: number[][]; sampled: number } {
  const { fields, rows } = comparer;
  const sums = fields.map(({ levels }) => new Array<number>(levels.length).fill(SMOOTHING));
  const all = (rows * (rows - 1)) / 2;
  const sampled = Math.min(U_SAMPLE, all);
  const levels = new Int8Array(fields.length);
  const add = (a: number, b: number) => {
    comparer.into(a, b, levels);
    for (let field = 0; field < fields.length; field++)
      if (levels[field]! >= 0) sums[field]![levels[field]!]!++;
  };
  if (all <= U_SAMPLE) for (let a = 0; a < rows; a++) for (let b = a + 1; b < rows; b++) add(a, b);
  else {
    const random = randomFrom(seed);
    for (let pair = 0; pair < sampled; pair++) {
      const a = Math.floor(random() * rows);
      const b = Math.floor(random() * (rows - 1));
      add(a, b >= a ? b + 1 : b);
    }
  }
  return { u: sums.map((sum, field) => withExactEquality(shares(sum), comparer, field)), sampled };
}

function withExactEquality(u: number[], { fields, rows }: Comparer, field: number): number[] {
  const { frequency, filled } = fields[field]!.column;
  const n = filled * rows;
  if (n < 2) return u;
  const equal = frequency.reduce((sum, share) => sum + share * (share * n - 1), 0) / (n - 1);
  const bounded = Math.min(0.9999, Math.max(equal, SMOOTHING / ((n * (n - 1)) / 2)));
  const rest = 1 - u.at(-1)!;
  return u.map((share, level) => (level === u.length - 1 ? bounded : (share * (1 - bounded)) / rest));
}

/** One rule for each set of columns, the one with fewest pairs: rules that derive their keys differently from them tell the same. */
function sessionRules(rules: readonly PreparedRule[]): PreparedRule[] {
  const known = new Map<string, PreparedRule>();
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

interface SessionResult {
  readonly rule: PreparedRule;
  readonly matches: number;
  readonly converged: boolean;
  readonly m: readonly (readonly number[])[];
  /** Fields of the rule, left out of this session. */
  readonly left: ReadonlySet<number>;
}

function runSession(
  comparer: Comparer,
  rule: PreparedRule,
  { u, start }: { u: readonly number[][]; start: readonly number[][] },
): SessionResult {
  const used = new Set(rule.keys.flatMap(key => splitKey(key).columns));
  const left = new Set(
    comparer.fields.flatMap(({ column }, field) => (used.has(column.name) ? [field] : [])),
  );
  // A rule that holds every field leaves nothing to tell its pairs apart by: they agree on all that is known, and count as matches.
  if (left.size === comparer.fields.length)
    return { rule, left, m: start, matches: rule.pairs, converged: true };
  const patterns = countPatterns(comparer, visit => samplePairs(rule, SESSION_SAMPLE, visit));
  const result = estimateParameters(
    withoutFields(patterns, left),
    { lambda: 0.3, m: start, u },
    { fixed: { u: true }, iterations: 200, tolerance: 1e-6 },
  );
  return { rule, left, m: result.m, matches: result.lambda * rule.pairs, converged: result.converged };
}

/** The patterns with some fields made missing, which takes them out of the model. */
function withoutFields(patterns: PatternCounts, left: ReadonlySet<number>): PatternCounts {
  const width = patterns.fields.length;
  return { ...patterns, levels: patterns.levels.map((level, at) => (left.has(at % width) ? -1 : level)) };
}

function averageM(results: readonly SessionResult[], field: number, start: readonly number[]): number[] {
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
export function refine(comparer: Comparer, parameters: Trained, clusters: Int32Array): Trained {
  const { fields, rows } = comparer;
  const sums = parameters.m.map(levels => levels.map(share => share * EM_PAIRS));
  const rule = clusterRule(clusters);
  const levels = new Int8Array(fields.length);
  samplePairs(rule, WITHIN_SAMPLE, (a, b) => {
    comparer.into(a, b, levels);
    for (let field = 0; field < fields.length; field++)
      if (levels[field]! >= 0) sums[field]![levels[field]!]!++;
  });
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
function overallShare(comparer: Comparer, results: readonly SessionResult[], m: readonly number[][]): number {
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
  comparer: Comparer,
  keys: readonly string[],
  m: readonly (readonly number[])[],
): number {
  const columns = new Set(keys.flatMap(key => splitKey(key).columns));
  return [...columns].reduce((product, name) => {
    const field = comparer.fields.findIndex(({ column }) => column.name === name);
    return field < 0 ? product : product * m[field]!.at(-1)! * comparer.fields[field]!.column.filled ** 2;
  }, 1);
}
