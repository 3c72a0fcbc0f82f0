import type { Verdict } from "../types.ts";
import { type GateResult, gate } from "./gate.ts";
import { isSameName } from "./names.ts";
import type { Judgement, RuleClaim, RuleEvidence, Standing } from "./types.ts";

const NO_ASSERTION = new Set(["opinion", "forecast", "prediction", "question", "rhetorical-question"]);
const PROMOTION = new Set(["promotion", "promotional", "advertisement", "advertising"]);

const bare = {
  flags: [],
  reasons: [],
  claimed: null,
  band: null,
  valueVerdict: null,
  parts: [],
  standings: [],
} as const;

/** Rule 1: opinions, forecasts and questions assert nothing; praise of a seller is promotion. Null for everything else. */
export function withoutAssertion({ kind }: RuleClaim): Judgement | null {
  if (NO_ASSERTION.has(kind))
    return { ...bare, verdict: "not-checkable", reasons: [{ code: `is-${kind}`, values: {} }] };
  if (PROMOTION.has(kind))
    return { ...bare, verdict: "promotional", reasons: [{ code: "is-promotion", values: {} }] };
  return null;
}

interface Voice {
  readonly index: number;
  readonly evidence: RuleEvidence;
  readonly gate: GateResult;
}

/** A claim without a number ("V sold S to C"): the same order of rules on whether the thing is so. */
export function judgeAssertion(claim: RuleClaim, evidence: readonly RuleEvidence[]): Judgement {
  const voices = evidence.map((item, index) => ({ index, evidence: item, gate: gate(item, null, claim) }));
  const { verdict, flags } = ruleOn(voices, claim);
  return {
    ...bare,
    verdict,
    flags,
    reasons: [
      ...(claim.negative ? ["negated"] : []),
      ...flags,
      ...(flags.length ? [] : [`record-${verdict}`]),
    ].map(code => ({
      code,
      values: { counter: voices.find(voice => voice.evidence.source)?.evidence.source ?? "" },
    })),
    standings: voices.map(voice => standingOf(voice, claim)),
  };
}

function ruleOn(voices: readonly Voice[], claim: RuleClaim): { verdict: Verdict; flags: string[] } {
  if (voices.length === 0) return { verdict: "unverifiable", flags: ["no-evidence"] };
  const same = voices.filter(voice => voice.gate.pass === "same");
  const independent = same.filter(voice => voice.evidence.class === "independent");
  const near = voices.find(voice => voice.gate.pass === "near");
  if (same.length === 0)
    return near?.gate.pass === "near" && near.gate.flag !== "other-denominator"
      ? { verdict: "imprecise", flags: [near.gate.flag] }
      : { verdict: "unverifiable", flags: ["not-comparable"] };
  if (independent.length === 0) return ofInterested(same, claim);
  const agrees = independent.some(voice => voice.evidence.negative === claim.negative);
  const denies = independent.some(voice => voice.evidence.negative !== claim.negative);
  if (agrees && denies) return { verdict: "disputed", flags: [] };
  return { verdict: agrees ? "supported" : "contradicted", flags: [] };
}

/** Only a party with an interest speaks: it cannot prove, and what it denies is disputed. */
function ofInterested(voices: readonly Voice[], claim: RuleClaim): { verdict: Verdict; flags: string[] } {
  const agreeing = voices.filter(voice => voice.evidence.negative === claim.negative);
  if (agreeing.length === 0) return { verdict: "disputed", flags: ["self-interested-only"] };
  const attributed = agreeing.some(voice => isSameName(voice.evidence.source, claim.attribution));
  return { verdict: attributed ? "supported" : "unverifiable", flags: ["self-interested-only"] };
}

function standingOf({ index, evidence, gate: result }: Voice, claim: RuleClaim): Standing {
  const values = { counter: evidence.source, scope: evidence.scope, status: evidence.status };
  if (result.pass === "near") return { index, side: "related", note: { code: result.flag, values } };
  if (result.pass === "none") return { index, side: "related", note: { code: `gate-${result.why}`, values } };
  const agrees = evidence.negative === claim.negative;
  return {
    index,
    side: agrees ? "for" : "against",
    note: { code: agrees ? "record-supported" : "record-contradicted", values },
  };
}
