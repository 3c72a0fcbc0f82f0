import type { Verdict } from "../types.ts";
import type { Candidate, Case } from "./case.ts";
import { isHedged } from "./claimed.ts";
import { isFloor } from "./interval.ts";
import { isSameName, isUnnamed } from "./names.ts";
import { notComparable } from "./not-comparable.ts";
import { isRetelling } from "./origin.ts";
import { isOfNextYear, offByOneYear, ofNextYear } from "./other-time.ts";
import { overlaps } from "./period.ts";
import {
  because,
  combinedFit,
  fits,
  hedgeOf,
  isMatch,
  type Rule,
  type Ruling,
  says,
  unique,
} from "./ruling.ts";
import { timeOf } from "./timeline.ts";
import { OWN_COUNT } from "./types.ts";

/** Rule 3: independent counts of one time on both sides of the band, or on opposite sides of the claim. */
export const disputed: Rule = ({ timeline: { current } }) => {
  const inside = current.filter(({ comparison }) => comparison?.within);
  const outside = current.filter(candidate => fits(candidate, "contradicted"));
  // Two numbers of one counter are of two things, and dispute nothing.
  const other = inside.flatMap(near =>
    outside.filter(far => far.origin !== near.origin).map(far => [near, far]),
  );
  const apart = other[0] ?? (inside.length > 0 ? null : oppositeSides(outside));
  if (!apart) return null;
  return {
    verdict: "disputed",
    flags: [],
    reasons: apart.flatMap(candidate => (candidate ? [because("independent-counts-differ", candidate)] : [])),
  };
};

function oppositeSides(outside: readonly Candidate[]): (Candidate | undefined)[] | null {
  const lower = outside.filter(({ comparison }) => (comparison?.off ?? 0) < 0);
  const higher = outside.filter(({ comparison }) => (comparison?.off ?? 0) > 0);
  const pairs = lower.flatMap(low =>
    higher.filter(high => high.origin !== low.origin).map(high => [low, high]),
  );
  return pairs[0] ?? null;
}

/** Rule 5: wrong for the named denominator, place or status, right for another. */
export const otherDenominator: Rule = ({ near, same, number, claimed, timeline: { current, older } }) => {
  // Much lies above "over 100": of an endless set only its own number is a match.
  const endless = !Number.isFinite(claimed.set.low) || !Number.isFinite(claimed.set.high);
  const worded = ["dozens", "hundreds", "thousands"].includes(number.qualifier);
  const match = near.find(candidate => !worded && (candidate.repeats || (isMatch(candidate) && !endless)));
  if (match?.gate.pass !== "near") return null;
  if (same.length === 0 || (current.length === 0 && !older.some(says)))
    return { verdict: "imprecise", flags: [match.gate.flag], reasons: [because(match.gate.flag, match)] };
  const measured = combinedFit(current);
  // What was once right for the named denominator has not failed for it: it is out of date.
  if (!measured || !fits(measured, "contradicted", "imprecise") || older.some(says)) return null;
  return {
    verdict: "contradicted",
    flags: unique(["matches-other-denominator", ...changes(measured)]),
    reasons: [because("outside", measured), because("matches-other-denominator", match)],
  };
};

const changes = ({ comparison }: Candidate) =>
  (comparison?.flags ?? []).filter(flag => flag === "changes-the-point");

/** Rule 7: the number holds, but whoever the text names did not count it. */
export const misattributed: Rule = given => {
  const { context, same, timeline } = given;
  if (context.attribution === "" || isUnnamed(context.attribution)) return null;
  const named = ({ evidence }: Candidate) =>
    [evidence.source, ...evidence.printedBy].some(name => isSameName(name, context.attribution));
  const speaks = ({ evidence }: Candidate) => isSameName(evidence.source, context.attribution);
  const holding = timeline.current.filter(says);
  const known = holding.filter(({ evidence }) => evidence.source !== "" && evidence.source !== OWN_COUNT);
  const counted = (candidate: Candidate) => speaks(candidate) && !isRetelling(candidate.evidence);
  const credited = (candidate: Candidate) => isSameName(candidate.origin, context.attribution);
  if (known.length === 0 || same.some(counted) || holding.some(credited)) return null;
  const code = same.some(named) ? "reteller" : "wrong-counter";
  const value = dropped(given) ?? bySets(given);
  const counter = known.find(isMatch) ?? known[0];
  return {
    verdict: "misattributed",
    flags: unique([code, ...value.flags.filter(flag => flag.endsWith("-dropped"))]),
    reasons: [
      ...(counter ? [because(code, counter)] : []),
      ...(value.verdict === "supported" ? [] : value.reasons),
    ],
    valueVerdict: value.verdict,
  };
};

/** Rule 8: the counter hedged or bounded the number; the text does not. */
export const dropped: Rule = ({ number, timeline: { current } }) => {
  if (isHedged(number) || current.some(isMatch)) return null;
  const origin = current.find(candidate => candidate.sameNumber && hedgeOf(candidate) !== null);
  const code = origin ? hedgeOf(origin) : null;
  if (!origin || !code) return null;
  return { verdict: "imprecise", flags: [code], reasons: [because(code, origin)] };
};

/** Rule 10: section 2 on the current independent counts. */
export function bySets(given: Case): Ruling {
  const { number, timeline, claimed, context, candidates } = given;
  const decisive = combinedFit(timeline.current);
  if (!decisive?.comparison) return atAnotherTime(given) ?? notComparable(candidates, number);
  const { fit, flags } = decisive.comparison;
  const moved = fit === "too-wide" ? ofNextYear([...timeline.older, ...timeline.newer], given) : undefined;
  if (moved) return offByOneYear(moved);
  const verdict: Verdict = fit === "too-wide" ? "unverifiable" : fit;
  // The number of a later year does not replace that of an earlier one where each year has its own.
  const later =
    fit === "supported" &&
    number.span !== "annual" &&
    timeline.newer.some(candidate => fits(candidate, "contradicted"));
  const next = fit === "contradicted" && isOfNextYear({ number, timeline, claimed, context });
  return {
    verdict,
    flags: [...flags, ...(later ? ["newer-figure-exists"] : []), ...(next ? ["off-by-one-year"] : [])],
    reasons: [
      because(fit === "too-wide" ? wideReason(decisive) : (REASONS[fit] ?? fit), decisive),
      ...flags.filter(isExplained).map(flag => because(flag, decisive)),
      ...(isConverted(decisive) ? [because("converted", decisive)] : []),
    ],
  };
}

/** No chance repeats a number of three digits that are not nought, of what happened: a party gives it for another time. */
function atAnotherTime({ number, interestedOther }: Case): Ruling | null {
  const digits = String(Math.abs(number.value)).replace(/\D/g, "").replace(/0+$/, "").length;
  const { period } = number;
  if (period === null || digits < TELLING_DIGITS) return null;
  const isApart = (candidate: Candidate) => {
    const time = timeOf(candidate);
    return time !== null && !overlaps(time, period);
  };
  const other = interestedOther.find(
    candidate => candidate.repeats && candidate.evidence.happening === true && isApart(candidate),
  );
  return other
    ? { verdict: "imprecise", flags: ["other-period"], reasons: [because("other-period", other)] }
    : null;
}

const TELLING_DIGITS = 3;

const isConverted = ({ gate, evidence: { fx } }: Candidate) =>
  fx !== null && gate.pass !== "none" && gate.factor === fx;

const isExplained = (flag: string) => flag !== "evidence-too-wide";
const REASONS: Readonly<Record<string, string>> = {
  supported: "inside",
  imprecise: "near-miss",
  contradicted: "outside",
};
const wideReason = ({ set }: Candidate) =>
  set !== null && isFloor(set) ? "floor-below" : "evidence-too-wide";
