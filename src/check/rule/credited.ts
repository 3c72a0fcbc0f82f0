import type { Candidate } from "./case.ts";
import { isFloor } from "./interval.ts";
import { isSameName, isUnnamed } from "./names.ts";
import { isRetelling } from "./origin.ts";
import { evidenceValues } from "./reasons.ts";
import type { Rule } from "./ruling.ts";

/** Numbers up to this are the same by chance. */
const SMALL = 20;

/**
 * The number is credited to a counter whose own count of the same thing and time is a floor far below, and it is the number of a party with
 * an interest: whatever it is worth, that counter did not count it. (Where the counter's own count is complete, the comparison tells.)
 */
export const creditedOtherwise: Rule = ({
  context: { attribution },
  number,
  timeline,
  same,
  near,
  interested,
  interestedOther,
}) => {
  if (attribution === "" || isUnnamed(attribution) || number.value <= SMALL) return null;
  const isTheirs = ({ evidence, origin }: Candidate) =>
    isSameName(evidence.source, attribution) || isSameName(origin, attribution);
  const own = timeline.current.find(
    candidate =>
      isTheirs(candidate) && !isRetelling(candidate.evidence) && candidate.comparison?.fit === "too-wide",
  );
  if (!own || [...same, ...near].some(candidate => isTheirs(candidate) && candidate.repeats)) return null;
  const independent = timeline.current.some(({ comparison }) => comparison?.fit === "supported");
  const other = [...interested, ...interestedOther, ...near].find(
    ({ repeats, evidence }) => repeats && evidence.class === "self-interested",
  );
  if (independent || !other) return null;
  return {
    verdict: "misattributed",
    flags: ["wrong-counter"],
    reasons: [
      { code: "credited-otherwise", values: evidenceValues(own) },
      { code: "number-of-interested", values: evidenceValues(other) },
    ],
    valueVerdict: "unverifiable",
  };
};

/**
 * The number is credited to a counter that bounds it from below, far below ("at least 102" told as 202), and gives no such number anywhere: it
 * may have counted more since, so that this is no contradiction.
 */
export const creditedBeyond: Rule = ({ context: { attribution }, number, claimed, timeline, candidates }) => {
  if (attribution === "" || isUnnamed(attribution) || number.value <= SMALL || number.high !== null)
    return null;
  const isTheirs = ({ evidence, origin }: Candidate) =>
    isSameName(evidence.source, attribution) || isSameName(origin, attribution);
  if (candidates.some(candidate => isTheirs(candidate) && candidate.repeats)) return null;
  if (timeline.current.some(({ comparison }) => comparison?.fit !== "too-wide")) return null;
  const floors = timeline.current.filter(
    candidate => isTheirs(candidate) && candidate.set !== null && isFloor(candidate.set),
  );
  const highest = floors.sort((a, b) => b.set!.low - a.set!.low)[0];
  if (!highest || number.value - highest.set!.low <= claimed.band) return null;
  return {
    verdict: "imprecise",
    flags: ["credited-otherwise"],
    reasons: [{ code: "credited-otherwise", values: evidenceValues(highest) }],
  };
};
