import type { Candidate } from "./case.ts";
import { overlaps } from "./period.ts";
import { because, isMatch, plain, type Rule, type Ruling } from "./ruling.ts";
import { timeOf } from "./timeline.ts";
import type { NumberClaim } from "./types.ts";

/** Rule 2: nothing passes the gate. What matches beyond the gate is left to rule 5. */
export const nothingComparable: Rule = ({ candidates, same, near, number }) => {
  if (candidates.length === 0)
    return { verdict: "unverifiable", flags: ["no-evidence"], reasons: [plain("no-evidence")] };
  if (same.length > 0 || near.some(candidate => candidate.repeats || isMatch(candidate))) return null;
  const summed = candidates.find(candidate => isSumOfYears(candidate, number));
  if (summed)
    return { verdict: "imprecise", flags: ["other-period"], reasons: [because("other-period", summed)] };
  const swapped = candidates.find(candidate => isOtherCurrency(candidate, number));
  if (swapped)
    return { verdict: "imprecise", flags: ["other-currency"], reasons: [because("other-currency", swapped)] };
  return notComparable(candidates, number);
};

/** The very digits of the same thing's price, in another currency. */
const isOtherCurrency = (
  { gate, evidence: { value, apart, scopeRelation } }: Candidate,
  number: NumberClaim,
) =>
  gate.pass === "none" &&
  gate.why === "currency" &&
  value === number.value &&
  apart === undefined &&
  scopeRelation === "same";

/** The very number, of many years where the text tells of one: no chance repeats so many digits, nor so large a sum. */
const isSumOfYears = (
  { gate, evidence: { value, apart, scopeRelation, period } }: Candidate,
  number: NumberClaim,
) =>
  gate.pass === "none" &&
  gate.why === "annual-cumulative" &&
  value === number.value &&
  apart === undefined &&
  scopeRelation === "same" &&
  number.span === "annual" &&
  period !== null &&
  number.period !== null &&
  overlaps(period, number.period) &&
  (Math.abs(value) >= LARGE || String(Math.abs(value)).replace(/\D|0+$/g, "").length >= DIGITS);

const LARGE = 1e6;
const DIGITS = 3;

/** What was found is of something else; each of the nearest says of what. */
export function notComparable(candidates: readonly Candidate[], number: NumberClaim): Ruling {
  const reasons = closest(candidates.filter(isAlike), number).map(each => because(whyApart(each), each));
  return {
    verdict: "unverifiable",
    flags: ["not-comparable"],
    reasons: reasons.length > 0 ? reasons : [plain("not-comparable")],
  };
}

/** What is of somebody else explains nothing. What may be of something else does where it is of the same scope or of a broader one. */
const isAlike = ({ gate, evidence: { scopeRelation } }: Candidate): boolean =>
  gate.pass !== "none" ||
  (gate.why === "unsure" ? scopeRelation !== undefined && scopeRelation !== "other" : gate.why !== "subject");

const whyApart = ({ gate }: Candidate): string =>
  gate.pass === "near" ? `near-${gate.flag}` : gate.pass === "none" ? `gate-${gate.why}` : "not-comparable";

/**
 * The evidence that comes closest to the claim: what is not of an earlier time; of a broader whole, else of another part, else of something
 * else; of the very place that the text names; two of it.
 */
function closest(candidates: readonly Candidate[], { period }: NumberClaim): Candidate[] {
  const isEarlier = (candidate: Candidate) => {
    const time = timeOf(candidate);
    return period !== null && time !== null && time.end !== "" && time.end < period.start;
  };
  const isElsewhere = ({ evidence }: Candidate) => !evidence.scopeTold;
  const rank = ({ gate }: Candidate) =>
    gate.pass !== "near"
      ? gate.pass === "none" && gate.why === "unsure"
        ? 4
        : 3
      : gate.flag === "broader-scope"
        ? 0
        : gate.flag === "planned-not-realised"
          ? 1
          : 2;
  return [...candidates]
    .sort(
      (a, b) =>
        Number(isEarlier(a)) - Number(isEarlier(b)) ||
        rank(a) - rank(b) ||
        Number(isElsewhere(a)) - Number(isElsewhere(b)) ||
        a.index - b.index,
    )
    .slice(0, 2);
}
