import { type ClaimedSet, claimedSet, nearestFraction } from "./claimed.ts";
import { type Comparison, compare, OTHER_WAY } from "./compare.ts";
import type { RuleConstants } from "./constants.ts";
import { evidenceSet, statedNumber } from "./evidence.ts";
import { type GateResult, gate } from "./gate.ts";
import { type Interval, isInside, point, scale, widen } from "./interval.ts";
import { originsOf } from "./origin.ts";
import { type Timeline, timelineOf } from "./timeline.ts";
import type { ClaimContext, NumberClaim, RuleEvidence } from "./types.ts";

/** One piece of evidence with everything the rules ask about it. */
export interface Candidate {
  readonly index: number;
  readonly evidence: RuleEvidence;
  /** Whose count it is. */
  readonly origin: string;
  readonly gate: GateResult;
  /** Its set in the claim's unit, and how that bears on the claim; null where it does not compare. */
  readonly set: Interval | null;
  readonly comparison: Comparison | null;
  /** Does it give the claim's number, even if it hedges it or bounds it, or a set that bears it out? */
  readonly sameNumber: boolean;
  /** Does it give the claim's number in so many words? */
  readonly repeats: boolean;
}

/** One number of a claim and all evidence, sorted for the rules. */
export interface Case {
  readonly context: ClaimContext;
  readonly number: NumberClaim;
  readonly claimed: ClaimedSet;
  readonly candidates: readonly Candidate[];
  /** Passes the gate. */
  readonly same: readonly Candidate[];
  /** Other denominator, broader scope, other place, or only planned. */
  readonly near: readonly Candidate[];
  /** Independent counts that pass the gate, by the time they speak of. */
  readonly timeline: Timeline;
  /** What the seller, the buyer or their state say of the claim's time. */
  readonly interested: readonly Candidate[];
  /** What they said of other times. */
  readonly interestedOther: readonly Candidate[];
  /** Those of them that speak of a later time. */
  readonly interestedLater: readonly Candidate[];
}

interface CaseInput {
  readonly context: ClaimContext;
  readonly number: NumberClaim;
  readonly evidence: readonly RuleEvidence[];
  readonly constants: RuleConstants;
}

export function makeCase({ context, number, evidence, constants }: CaseInput): Case {
  const claimed = claimedSet(number, constants);
  const origins = originsOf(evidence);
  const written =
    number.high === null ? claimedSet({ ...number, qualifier: "exact" }, constants).set : claimed.set;
  const wide = widen(claimed.set, claimed.band);
  const frame = { context, number, claimed, wide, written, constants };
  const candidates = evidence.map((item, index) =>
    candidateOf({ item, index, origin: origins[index] ?? "" }, frame),
  );
  const same = candidates.filter(candidate => candidate.gate.pass === "same");
  const when = { period: number.period, published: context.published };
  // Who repeats an interested party is no second, independent voice.
  const partial = new Set(
    candidates.flatMap(({ evidence: item, origin }) => (item.class === "self-interested" ? [origin] : [])),
  );
  const isPartial = ({ origin }: Candidate) => partial.has(origin);
  const theirs = timelineOf(same.filter(isPartial), when);
  return {
    context,
    number,
    claimed,
    candidates,
    same,
    near: candidates.filter(candidate => candidate.gate.pass === "near"),
    timeline: timelineOf(
      same.filter(candidate => !isPartial(candidate)),
      when,
    ),
    interested: theirs.current,
    interestedOther: [...theirs.older, ...theirs.newer],
    interestedLater: theirs.newer,
  };
}

interface Frame {
  readonly context: ClaimContext;
  readonly number: NumberClaim;
  readonly claimed: ClaimedSet;
  /** What it claims, widened by its band. */
  readonly wide: Interval;
  /** What the number claims without its hedge. */
  readonly written: Interval;
  readonly constants: RuleConstants;
}

/** "A third" and a count noted as 33.3% are one number. */
function snapped(item: RuleEvidence, { fraction, value }: NumberClaim): RuleEvidence {
  if (!fraction || item.value === null) return item;
  const exact = nearestFraction(value);
  return Math.abs(item.value - exact) < 0.05 ? { ...item, value: exact } : item;
}

const isOtherWay = ({ direction = "" }: RuleEvidence, { direction: told = "" }: NumberClaim): boolean =>
  direction !== "" && told !== "" && direction !== told;

function candidateOf(
  { item, index, origin }: { item: RuleEvidence; index: number; origin: string },
  { context, number, claimed, wide, written, constants }: Frame,
): Candidate {
  const result = gate(item, number, context);
  // Every figure of every number comes by here: its properties are written out, which is much cheaper than to spread them.
  const found = (at: GateResult, set: Interval | null, comparison: Comparison | null, repeats = false) => ({
    index,
    evidence: item,
    origin,
    gate: at,
    set,
    comparison,
    sameNumber: repeats || comparison?.fit === "supported",
    repeats,
  });
  const own = result.pass === "none" ? null : evidenceSet(snapped(item, number), constants);
  if (!own || result.pass === "none") return found(result, null, null);
  const set = result.factor === 1 ? own : scale(own, result.factor);
  if (isOtherWay(item, number)) return found(result, set, OTHER_WAY);
  const stated = statedNumber(item);
  const repeats = stated !== null && isInside(scale(point(stated), result.factor), written);
  if (item.apart === "unsure" && !repeats) return found({ pass: "none", why: "unsure" }, null, null);
  return found(result, set, compare(set, { claim: number, claimed, wide, constants }), repeats);
}
