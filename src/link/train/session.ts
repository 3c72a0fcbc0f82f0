import { type GroupedRule, sampleOf, splitKey } from "../blocking/blocking.ts";
import type { Comparer } from "../compare/compare.ts";
import { countPatterns } from "../compare/patterns.ts";
import { estimateParameters, type PatternCounts } from "./em.ts";

/** Pairs of a rule that a session of EM looks at; the error of a share among so many is half a percent at most. */
const SESSION_SAMPLE = 10_000;

export interface SessionGiven {
  readonly rules: readonly GroupedRule[];
  readonly u: readonly (readonly number[])[];
  /** m that EM starts from. */
  readonly start: readonly (readonly number[])[];
}

export interface SessionResult {
  readonly matches: number;
  readonly converged: boolean;
  readonly m: readonly (readonly number[])[];
  /** Fields of the rule, left out of this session. */
  readonly left: ReadonlySet<number>;
}

/** EM within a sample of the pairs of one rule, u held fixed and the fields of the rule left out. */
export function runSession(
  comparer: Comparer,
  { rules, u, start }: SessionGiven,
  session: number,
): SessionResult {
  const rule = rules[session]!;
  const used = new Set(rule.keys.flatMap(key => splitKey(key).columns));
  const left = new Set(
    comparer.fields.flatMap(({ column }, field) => (used.has(column.name) ? [field] : [])),
  );
  // A rule that holds every field leaves nothing to tell its pairs apart by: they agree on all that is known, and count as matches.
  if (left.size === comparer.fields.length) return { left, m: start, matches: rule.pairs, converged: true };
  const patterns = countPatterns(comparer, sampleOf(rule, SESSION_SAMPLE));
  const result = estimateParameters(
    withoutFields(patterns, left),
    { lambda: 0.3, m: start, u },
    { fixed: { u: true }, iterations: 200, tolerance: 1e-6 },
  );
  return { left, m: result.m, matches: result.lambda * rule.pairs, converged: result.converged };
}

/** The patterns with some fields made missing, which takes them out of the model. */
function withoutFields(patterns: PatternCounts, left: ReadonlySet<number>): PatternCounts {
  const width = patterns.fields.length;
  const levels = patterns.levels.slice();
  for (const field of left) for (let at = field; at < levels.length; at += width) levels[at] = -1;
  return { ...patterns, levels };
}
