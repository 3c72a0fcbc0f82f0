import type { ClaimedSet } from "./claimed.ts";
import type { RuleConstants } from "./constants.ts";
import { areDisjoint, type Interval, isInside, isPoint, tidy } from "./interval.ts";
import type { NumberClaim } from "./types.ts";
import { familyOf } from "./units.ts";

export type Fit = "supported" | "imprecise" | "contradicted" | "too-wide";

/** How one set of evidence bears on a claimed set. */
export interface Comparison {
  readonly fit: Fit;
  readonly flags: readonly string[];
  /** Counted minus claimed, in the claim's unit; null where the evidence has no single number. */
  readonly off: number | null;
  /** Does all of it lie inside the claimed set widened by the band? */
  readonly within: boolean;
}

/** A rise refutes a fall, whatever their numbers. */
export const OTHER_WAY: Comparison = {
  fit: "contradicted",
  flags: ["changes-the-point", "trend-fails"],
  off: null,
  within: false,
};

interface Against {
  readonly claim: NumberClaim;
  readonly claimed: ClaimedSet;
  /** The claimed set widened by its band. */
  readonly wide: Interval;
  readonly constants: RuleConstants;
}

/** Section 2 of VERDICTS.md: inside, outside beyond the band, in between, or too wide to tell. */
export function compare(evidence: Interval, against: Against): Comparison {
  const { claim, claimed, wide } = against;
  const off = isPoint(evidence) ? tidy(evidence.low - claim.value) : null;
  const within = isInside(evidence, wide);
  if (isInside(evidence, claimed.set))
    return { fit: "supported", flags: supportFlags(evidence, against), off, within };
  if (areDisjoint(evidence, wide))
    return { fit: "contradicted", flags: pointFlags(evidence, against), off, within };
  if ((areDisjoint(evidence, claimed.set) && within) || isPoint(evidence)) {
    const boundary = isPoint(evidence) && isOpenEnd(evidence.low, claimed.set) ? ["boundary"] : [];
    return { fit: "imprecise", flags: [...boundary, ...pointFlags(evidence, against)], off, within };
  }
  return { fit: "too-wide", flags: ["evidence-too-wide"], off, within };
}

const isOpenEnd = (value: number, { low, high, lowOpen, highOpen }: Interval) =>
  (value === low && lowOpen) || (value === high && highOpen);

function supportFlags(evidence: Interval, against: Against): string[] {
  return [
    ...(roundsUp(evidence, against) ? ["rounds-up"] : []),
    ...(onToleranceEdge(evidence, against) ? ["boundary"] : []),
    ...(understates(evidence, against) ? ["understated"] : []),
  ];
}

/** A round number, bare or "nearly", that stands clearly above what was counted. */
function roundsUp(evidence: Interval, { claim, claimed, constants }: Against): boolean {
  if (claim.fraction || claim.high !== null || !["exact", "nearly"].includes(claim.qualifier)) return false;
  const least = Math.max(
    constants.roundsUpShare * Math.abs(claim.value),
    claimed.u / 2,
    smallestStep(claim, constants),
  );
  return claim.value - evidence.high > least;
}

/** One thing more or less of a few is a count, not a rounding. */
const smallestStep = ({ unit, fraction, value }: NumberClaim, constants: RuleConstants) =>
  familyOf(unit, fraction) === "count" && value <= constants.smallCount ? constants.smallSlack : 0;

/** The evidence touches an end that the slack made; an end that the text wrote itself ("at least 84") is no edge. */
function onToleranceEdge(evidence: Interval, { claim, claimed: { set } }: Against): boolean {
  if (claim.high !== null || set.low === set.high || !isPoint(evidence)) return false;
  const finite = Number.isFinite(set.low) && Number.isFinite(set.high);
  return finite && (evidence.low === set.low || evidence.low === set.high);
}

function understates(evidence: Interval, { claim, claimed, constants }: Against): boolean {
  if (!["over", "at-least"].includes(claim.qualifier)) return false;
  const beyond = Math.max(claimed.g, constants.understatedShare * Math.abs(claim.value));
  return evidence.low > claim.value + beyond;
}

/** `changes-the-point`: the true number lies on the other side of a half, of no change, or of equality. */
function pointFlags(evidence: Interval, { claim }: Against): string[] {
  const pivot = pivotOf(claim);
  if (pivot === null) return [];
  const claimedSide = sideOfClaim(claim, pivot);
  const low = Math.sign(tidy(evidence.low - pivot));
  const high = Math.sign(tidy(evidence.high - pivot));
  return claimedSide !== 0 && low === high && low === -claimedSide ? ["changes-the-point"] : [];
}

function pivotOf({ unit, fraction, value }: NumberClaim): number | null {
  const family = familyOf(unit, fraction);
  if (family === "multiple") return 1;
  if (value < 0) return 0;
  if (family !== "share") return null;
  return unit.trim().toLowerCase() === "share" ? 0.5 : 50;
}

function sideOfClaim({ value, qualifier }: NumberClaim, pivot: number): number {
  if (value !== pivot) return Math.sign(value - pivot);
  if (qualifier === "over" || qualifier === "just-over") return 1;
  return qualifier === "under" || qualifier === "nearly" ? -1 : 0;
}
