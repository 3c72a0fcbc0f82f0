import type { Verdict } from "../types.ts";
import type { Candidate, Case } from "./case.ts";
import { isHedged } from "./claimed.ts";
import { isFloor } from "./interval.ts";
import { isSameName, isUnnamed } from "./names.ts";
import { isRetelling } from "./origin.ts";
import { isOneYear, yearOf } from "./period.ts";
import { evidenceValues } from "./reasons.ts";
import { timeOf, yearAt } from "./timeline.ts";
import { type NumberClaim, OWN_COUNT, type ReasonData } from "./types.ts";

export interface Ruling {
  readonly verdict: Verdict;
  readonly flags: readonly string[];
  readonly reasons: readonly ReasonData[];
  readonly valueVerdict?: Verdict;
}

/** A rule looks at a case and rules, or leaves it to the next. */
export type Rule = (given: Case) => Ruling | null;

const fits = (candidate: Candidate, ...wanted: string[]) =>
  candidate.comparison !== null && wanted.includes(candidate.comparison.fit);
const isMatch = (candidate: Candidate) => fits(candidate, "supported");
const unique = (codes: readonly string[]) => [...new Set(codes)];
const because = (code: string, candidate: Candidate): ReasonData => ({
  code,
  values: evidenceValues(candidate),
});

/** What the current independent counts say together, by section 2. Null when there are none. */
export function combinedFit(candidates: readonly Candidate[]): Candidate | null {
  const first = (fit: string) => candidates.find(candidate => fits(candidate, fit));
  return first("supported") ?? first("contradicted") ?? first("imprecise") ?? candidates[0] ?? null;
}

/** Rule 2: nothing passes the gate. What matches beyond the gate is left to rule 5. */
export const nothingComparable: Rule = ({ candidates, same, near, number }) => {
  if (candidates.length === 0)
    return { verdict: "unverifiable", flags: ["no-evidence"], reasons: [plain("no-evidence")] };
  if (same.length > 0 || near.some(candidate => candidate.repeats || isMatch(candidate))) return null;
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

/** What was found is of something else; each of the nearest says of what. */
function notComparable(candidates: readonly Candidate[], number: NumberClaim): Ruling {
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

const plain = (code: string): ReasonData => ({ code, values: {} });

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

/** Rule 4: what only the seller, the buyer or their state says. A complete independent count outranks them. */
export const selfInterested: Rule = given => {
  const { interested, timeline, context, number } = given;
  if (interested.length === 0) return null;
  // What the text has somebody say is true where he says it; only a count of his own time or a later one outranks him.
  const quoted = interested.find(
    candidate =>
      says(candidate) &&
      isSpeaker(candidate.evidence.source, context) &&
      timeline.current.every(count => yearAt(count) < yearAt(candidate)),
  );
  if (quoted) return asAttributed(quoted);
  // A count up to the very day that the text names is no older one.
  const until = number.period?.end ?? "";
  const isUpToDate = until !== "" && timeline.current.some(count => (timeOf(count)?.end ?? "") >= until);
  const isOlder =
    number.span === "cumulative" &&
    !isUpToDate &&
    interested.some(theirs => isLaterTotal(theirs, timeline.current));
  if (!isOlder && timeline.current.some(candidate => !fits(candidate, "too-wide"))) return null;
  if (timeline.current.length === 0 && timeline.older.length > 0 && !interested.some(says)) return null;
  // Another number of theirs says nothing of one that stands elsewhere, as a plan or for another place.
  if (!interested.some(says) && timeline.current.length === 0 && given.near.some(({ repeats }) => repeats))
    return null;
  // Nor of one that somebody independent gives with a hedge.
  if (!interested.some(says) && timeline.current.some(({ repeats }) => repeats)) return null;
  // Whoever is credited counted that very number for another time: the next rules tell.
  const credited = [...timeline.older, ...timeline.newer].some(
    candidate => candidate.repeats && isSpeaker(candidate.origin, context),
  );
  if (credited && !interested.some(says)) return null;
  // Who retells the speaker speaks for him.
  const speaker =
    interested.find(({ evidence }) => isSpeaker(evidence.source, context)) ??
    interested.find(candidate => says(candidate) && isSpeaker(candidate.origin, context));
  if (speaker) return asAttributed(speaker);
  const floor = interested.some(says) ? lowerFloor(given) : undefined;
  const claimant = interested.find(says) ?? interested[0];
  if (!claimant) return null;
  if (says(claimant) && claimant.evidence.commitment)
    return { verdict: "supported", flags: [], reasons: [because("commitment", claimant)] };
  if (floor)
    return {
      verdict: "disputed",
      flags: ["vendor-claim-as-fact"],
      reasons: [because("vendor-claim-as-fact", claimant), because("independent-floor", floor)],
    };
  if (says(claimant)) {
    // Even the party itself bounds or hedges what the text gives bare.
    const other = isOtherSpeaker(claimant, given);
    const lost = isHedged(number) || interested.some(isMatch) ? null : hedgeOf(claimant);
    return {
      verdict: "unverifiable",
      flags: ["self-interested-only"],
      reasons: [
        because("self-interested-only", claimant),
        ...(other ? [because("not-the-counter", claimant)] : []),
        ...(lost ? [because(lost, claimant)] : []),
      ],
    };
  }
  const moved = interested.some(candidate => !fits(candidate, "too-wide"))
    ? undefined
    : ofNextYear(given.interestedOther, given);
  if (moved)
    return { verdict: "imprecise", flags: ["off-by-one-year"], reasons: [because("off-by-one-year", moved)] };
  // As with makers: what only a party with an interest names otherwise is disputed. What it says of a part of the time says nothing of the whole.
  const whole = interested.filter(candidate => isOfWholeTime(candidate, number));
  const denied = whole.length > 0 && whole.every(candidate => fits(candidate, "contradicted"));
  return {
    verdict: denied ? "disputed" : "unverifiable",
    flags: ["self-interested-only"],
    reasons: [because("self-interested-other", denied ? whole[0]! : claimant)],
  };
};

/** The very number, of a total that runs on where all that others counted was lower and ends before: it may have grown to it. */
const isLaterTotal = (theirs: Candidate, counts: readonly Candidate[]): boolean =>
  theirs.repeats &&
  counts.length > 0 &&
  counts.every(
    count =>
      (count.comparison?.off ?? 0) < 0 &&
      Number.isFinite(yearAt(count)) &&
      (isOpenEnd(theirs) || yearAt(count) < yearAt(theirs)),
  );

const isOpenEnd = ({ evidence: { period, asOf } }: Candidate): boolean =>
  asOf === "" && (period === null || period.end === "");

/** The text credits somebody who is known and is not the party that says it. */
const isOtherSpeaker = ({ evidence, origin }: Candidate, { context }: Case): boolean =>
  context.attribution !== "" &&
  !isUnnamed(context.attribution) &&
  ![evidence.source, origin, ...evidence.printedBy].some(name => isSpeaker(name, context));

/**
 * The very number of what happened, of the year before or after the claim's, for which there are but bounds that leave it open: no chance
 * repeats it.
 */
function ofNextYear(candidates: readonly Candidate[], { number }: Case): Candidate | undefined {
  const { period, value } = number;
  if (period === null || !isOneYear(period) || value <= SMALL) return undefined;
  return candidates.find(
    candidate =>
      candidate.repeats &&
      candidate.evidence.happening === true &&
      Math.abs(yearAt(candidate) - yearOf(period.end)) === 1,
  );
}

/** A count that begins after the claim's time does is of a part of it. */
function isOfWholeTime(candidate: Candidate, { period }: NumberClaim): boolean {
  const time = candidate.evidence.period;
  if (period === null || period.start === "" || time === null || time.start === "") return true;
  return yearOf(time.start) <= yearOf(period.start);
}

const isSpeaker = (name: string, { attribution }: Case["context"]): boolean =>
  name !== "" && isSameName(name, attribution);

const says = (candidate: Candidate) => isMatch(candidate) || candidate.sameNumber;

/** "V says so" is true when V says so, whatever the number is worth. */
function asAttributed(speaker: Candidate): Ruling {
  const fit = speaker.comparison?.fit;
  if (says(speaker))
    return {
      verdict: "supported",
      flags: ["self-interested-only"],
      reasons: [because("true-as-attribution", speaker)],
    };
  const verdict = fit === "contradicted" || fit === "imprecise" ? fit : "unverifiable";
  return {
    verdict,
    flags: [...(speaker.comparison?.flags ?? [])],
    reasons: [because("speaker-says-otherwise", speaker)],
  };
}

/**
 * The highest of the independent floors, where even that lies below the claim by more than the band. What was documented earlier says
 * nothing of a later day that the text names.
 */
function lowerFloor({ timeline, claimed, number }: Case): Candidate | undefined {
  const until = number.period?.end ? yearOf(number.period.end) : Number.NEGATIVE_INFINITY;
  const floors = timeline.current.filter(
    candidate =>
      candidate.set !== null &&
      isFloor(candidate.set) &&
      (yearAt(candidate) >= until || timeOf(candidate) === null),
  );
  const highest = floors.sort((a, b) => (b.set?.low ?? 0) - (a.set?.low ?? 0))[0];
  return highest && number.value - (highest.set?.low ?? 0) > claimed.band ? highest : undefined;
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

/** Rule 6: right for an earlier time, and the newest comparable count is beyond the band. */
export const outdated: Rule = given => {
  const { timeline, number } = given;
  const newest = combinedFit(timeline.current);
  if (timeline.offPeriod) return ofAnotherTime(given);
  if (!newest || !fits(newest, "contradicted")) return null;
  const earlier = newestFirst(timeline.older).find(says);
  if (!earlier) return null;
  const year = number.period ? yearOf(number.period.end || number.period.start) : null;
  const code = year !== null && year - yearAt(earlier) === 1 ? "off-by-one-year" : "stale";
  return {
    verdict: "outdated",
    flags: [code],
    reasons: [because(code, earlier), because("newest-count", newest)],
  };
};

/** Numbers up to this are the same in two years by chance. */
const SMALL = 20;

const newestFirst = (candidates: readonly Candidate[]): Candidate[] =>
  [...candidates].sort((a, b) => yearAt(b) - yearAt(a));

/** The claim names a time for which nobody counted. The number may be that of another year. */
function ofAnotherTime({ timeline, number, context }: Case): Ruling | null {
  const year = yearOf(number.period?.end || number.period?.start || "");
  const counts = newestFirst(timeline.older);
  const newest = counts[0];
  const earlier = counts.find(says);
  if (
    earlier &&
    newest &&
    (earlier !== newest ? fits(newest, "contradicted") : year - yearAt(earlier) === 1)
  ) {
    const code = year - yearAt(earlier) === 1 ? "off-by-one-year" : "stale";
    const reasons = earlier === newest ? [] : [because("newest-count", newest)];
    return { verdict: "outdated", flags: [code], reasons: [because(code, earlier), ...reasons] };
  }
  const next = timeline.newer.find(candidate => says(candidate) && yearAt(candidate) - year === 1);
  if (next)
    return { verdict: "imprecise", flags: ["off-by-one-year"], reasons: [because("off-by-one-year", next)] };
  // The very counter whom the text names gives the very number, for another time.
  const own = [...counts, ...timeline.newer].find(
    candidate =>
      says(candidate) && context.attribution !== "" && isSameName(candidate.origin, context.attribution),
  );
  // So does whoever counted what happened at a time of its own; a level may be the same in two years.
  const repeated = [...counts, ...timeline.newer].find(
    ({ repeats, evidence }) => repeats && evidence.happening === true && number.value > SMALL,
  );
  const other = own ?? repeated;
  if (other)
    return { verdict: "imprecise", flags: ["other-period"], reasons: [because("other-period", other)] };
  const shown = newest ?? timeline.newer[0];
  return {
    verdict: "unverifiable",
    flags: ["not-comparable"],
    reasons: shown ? [because("other-period", shown)] : [],
  };
}

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

function hedgeOf({
  evidence: { qualifier, bound, value },
}: Candidate): "bound-dropped" | "hedge-dropped" | null {
  if (value === null) return null;
  if (bound !== "exact" || ["at-least", "over", "under", "up-to"].includes(qualifier)) return "bound-dropped";
  return ["about", "nearly", "just-over"].includes(qualifier) ? "hedge-dropped" : null;
}

/** Rule 10: section 2 on the current independent counts. */
export function bySets(given: Case): Ruling {
  const { number, timeline, claimed, context, candidates } = given;
  const decisive = combinedFit(timeline.current);
  if (!decisive?.comparison) return notComparable(candidates, number);
  const { fit, flags } = decisive.comparison;
  const moved = fit === "too-wide" ? ofNextYear([...timeline.older, ...timeline.newer], given) : undefined;
  if (moved)
    return { verdict: "imprecise", flags: ["off-by-one-year"], reasons: [because("off-by-one-year", moved)] };
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

function isOfNextYear({
  number,
  timeline,
}: Pick<Case, "number" | "timeline" | "claimed" | "context">): boolean {
  if (!number.period?.end) return false;
  const year = yearOf(number.period.end);
  return timeline.newer.some(candidate => says(candidate) && yearAt(candidate) - year === 1);
}
