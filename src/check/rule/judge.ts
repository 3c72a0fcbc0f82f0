import { judgeAssertion, withoutAssertion } from "./assertion.ts";
import { type Case, makeCase } from "./case.ts";
import { CONSTANTS, type RuleConstants } from "./constants.ts";
import { creditedBeyond, creditedOtherwise } from "./credited.ts";
import { ends } from "./interval.ts";
import { nothingComparable } from "./not-comparable.ts";
import { outdated } from "./other-time.ts";
import { bySets, disputed, dropped, misattributed, otherDenominator } from "./rules.ts";
import type { Rule, Ruling } from "./ruling.ts";
import { selfInterested } from "./self-interest.ts";
import { judgeSeries } from "./series.ts";
import { standingsOf } from "./standing.ts";
import type { Judgement, NumberClaim, RuleClaim, RuleEvidence, RuleOptions } from "./types.ts";

/** Rules 2 to 8 in the order of VERDICTS.md, section 3: the first that applies wins. */
const ORDER: readonly Rule[] = [
  nothingComparable,
  disputed,
  creditedOtherwise,
  selfInterested,
  otherDenominator,
  outdated,
  misattributed,
  dropped,
  creditedBeyond,
];

/** The verdict rule. Deterministic: the same claim and evidence give the same judgement, whatever the order of the evidence's origins. */
export function judge(
  claim: RuleClaim,
  evidence: readonly RuleEvidence[],
  { constants = CONSTANTS }: RuleOptions = {},
): Judgement {
  const silent = withoutAssertion(claim);
  if (silent) return silent;
  if (claim.series)
    return judgeSeries(claim, evidence, {
      judgePart: number => judgeNumber(number, { claim, evidence, constants }),
    });
  const number = claim.numbers[0];
  return number ? judgeNumber(number, { claim, evidence, constants }) : judgeAssertion(claim, evidence);
}

interface Given {
  readonly claim: RuleClaim;
  readonly evidence: readonly RuleEvidence[];
  readonly constants: RuleConstants;
}

function judgeNumber(number: NumberClaim, { claim, evidence, constants }: Given): Judgement {
  const given = makeCase({ context: claim, number, evidence, constants });
  const ruling = rule(given);
  return {
    verdict: ruling.verdict,
    flags: ruling.flags,
    reasons: ruling.reasons,
    claimed: ends(given.claimed.set),
    band: given.claimed.band,
    valueVerdict: ruling.valueVerdict ?? null,
    parts: [],
    standings: standingsOf(given),
  };
}

/** Rules that find fault with how a number is told that holds: who denies the number denies that too. */
const HOLDS: ReadonlySet<Rule> = new Set([misattributed, dropped, creditedBeyond]);

function rule(given: Case): Ruling {
  const { negative } = given.context;
  for (const step of ORDER) {
    const ruling = step(given);
    if (!ruling) continue;
    if (negative && HOLDS.has(step)) return inverted({ ...ruling, verdict: "supported" });
    return negative && ruling.verdict === "contradicted" ? inverted(ruling) : ruling;
  }
  const ruling = bySets(given);
  return negative ? inverted(ruling) : ruling;
}

/** "Did not train 900": what supports the number contradicts the sentence. */
function inverted(ruling: Ruling): Ruling {
  const turned = { supported: "contradicted", contradicted: "supported" } as const;
  const verdict = ruling.verdict as keyof typeof turned;
  if (!(verdict in turned)) return ruling;
  return {
    ...ruling,
    verdict: turned[verdict],
    flags: [],
    reasons: [{ code: "negated", values: {} }, ...ruling.reasons],
  };
}
