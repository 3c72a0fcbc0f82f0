import { splitKey } from "./blocking.ts";
import { estimateParameters, type Parameters, type PatternCounts } from "./em.ts";
import { countsFrom, levelsOf, type PatternCode } from "./patterns.ts";
import { randomFrom } from "./random.ts";

/** A rule with the pairs that it blocks, by pattern: one session of EM each. */
export interface Session {
  readonly rule: string;
  readonly keys: readonly string[];
  /** Pairs by pattern number, all pairs of the rule (also those of earlier rules). */
  readonly patterns: ReadonlyMap<number, number>;
  readonly pairs: number;
}

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
const U_SAMPLE = 400_000;

/** Added to every level before shares are taken, so that no probability is zero because a sample was finite. */
const SMOOTHING = 0.5;

/**
 * u: levels among random pairs, nearly all of which are no matches. m: by EM within the pairs of each rule, u held fixed and the
 * fields of the rule left out (inside a rule they always agree, and say nothing); sessions are averaged by their matches. lambda: from
 * the matches that a session finds and the share of matches that its rule is expected to let through, medianed over sessions.
 */
export function train(
  code: PatternCode,
  sessions: readonly Session[],
  { rows, seed }: { rows: number; seed: number },
): Trained {
  const { u, sampled } = measureU(code, rows, seed);
  const start = code.columns.map(({ comparison }) => startingM(comparison.levels.length));
  const results = sessions
    .filter(({ pairs }) => pairs > 0)
    .map(session => runSession(code, session, u, start));
  const m = code.columns.map((_, field) => averageM(results, field, start[field]!));
  const unidentified = code.columns
    .filter((_, field) => results.every(result => result.left.has(field)))
    .map(({ name }) => name);
  return {
    lambda: overallShare(code, results, m, rows),
    m,
    u,
    sampled,
    unidentified,
    sessions: results.map(({ session, matches, converged }) => ({
      rule: session.rule,
      pairs: session.pairs,
      matches,
      converged,
    })),
  };
}

function measureU(code: PatternCode, rows: number, seed: number): { u: number[][]; sampled: number } {
  const sums = code.columns.map(({ comparison }) =>
    new Array<number>(comparison.levels.length).fill(SMOOTHING),
  );
  const random = randomFrom(seed);
  const all = (rows * (rows - 1)) / 2;
  const sampled = Math.min(U_SAMPLE, all);
  const add = (a: number, b: number) => {
    for (const [field, level] of levelsOf(code, code.of(a, b)).entries())
      if (level >= 0) sums[field]![level]!++;
  };
  if (all <= U_SAMPLE) for (let a = 0; a < rows; a++) for (let b = a + 1; b < rows; b++) add(a, b);
  else
    for (let pair = 0; pair < sampled; pair++) {
      const a = Math.floor(random() * rows);
      const b = Math.floor(random() * (rows - 1));
      add(a, b >= a ? b + 1 : b);
    }
  return { u: sums.map(shares), sampled };
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
  readonly session: Session;
  readonly matches: number;
  readonly converged: boolean;
  readonly m: readonly (readonly number[])[];
  /** Fields of the rule, left out of this session. */
  readonly left: ReadonlySet<number>;
}

function runSession(
  code: PatternCode,
  session: Session,
  u: readonly number[][],
  start: readonly number[][],
): SessionResult {
  const used = new Set(session.keys.map(key => splitKey(key)[0]));
  const left = new Set(code.columns.flatMap(({ name }, field) => (used.has(name) ? [field] : [])));
  // A rule that holds every field leaves nothing to tell its pairs apart by: they agree on all that is known, and count as matches.
  if (left.size === code.columns.length)
    return { session, left, m: start, matches: session.pairs, converged: true };
  const patterns = withoutFields(countsFrom(code, session.patterns), left);
  const result = estimateParameters(
    patterns,
    { lambda: 0.3, m: start, u },
    { fixed: { u: true }, iterations: 500, tolerance: 1e-7 },
  );
  return { session, left, m: result.m, matches: result.lambda * session.pairs, converged: result.converged };
}

/** The patterns with some fields made missing, which takes them out of the model. */
function withoutFields(patterns: PatternCounts, left: ReadonlySet<number>): PatternCounts {
  const width = patterns.fields.length;
  return { ...patterns, levels: patterns.levels.map((level, at) => (left.has(at % width) ? -1 : level)) };
}

function averageM(results: readonly SessionResult[], field: number, start: readonly number[]): number[] {
  const sums = start.map(probability => probability * SMOOTHING);
  for (const { left, m, matches } of results)
    if (!left.has(field))
      for (const [level, probability] of m[field]!.entries()) sums[level]! += probability * matches;
  return shares(sums);
}

/** Matches among all pairs of the table, as a share. */
function overallShare(
  code: PatternCode,
  results: readonly SessionResult[],
  m: readonly number[][],
  rows: number,
): number {
  const all = (rows * (rows - 1)) / 2;
  const estimates = results
    .map(({ session, matches }) => matches / passing(code, session.keys, m))
    .filter(estimate => estimate > 0)
    .sort((a, b) => a - b);
  const middle = estimates[estimates.length >> 1] ?? 1;
  return Math.min(0.5, Math.max(middle, 1) / all);
}

/** Share of matches that agree on the keys of a rule, under independence: equal values that are not missing. */
export function passing(
  code: PatternCode,
  keys: readonly string[],
  m: readonly (readonly number[])[],
): number {
  return keys.reduce((product, key) => {
    const field = code.columns.findIndex(({ name }) => name === splitKey(key)[0]);
    if (field < 0) return product;
    const { codes } = code.columns[field]!;
    const filled = codes.reduce((sum, one) => sum + (one >= 0 ? 1 : 0), 0) / codes.length;
    return product * m[field]!.at(-1)! * filled;
  }, 1);
}
