import type { Candidate, Case } from "./case.ts";
import { isHedged } from "./claimed.ts";
import { isFloor } from "./interval.ts";
import { isUnnamed } from "./names.ts";
import { offByOneYear, ofNextYear } from "./other-time.ts";
import { yearOf } from "./period.ts";
import { because, fits, hedgeOf, isMatch, isSpeaker, type Rule, type Ruling, says } from "./ruling.ts";
import { timeOf, yearAt } from "./timeline.ts";
import type { NumberClaim } from "./types.ts";

/** Rule 4: what only the seller, the buyer or their state says. A complete independent count outranks them. */
export const selfInterested: Rule = given => {
  const { interested, timeline, context } = given;
  if (interested.length === 0) return null;
  // What the text has somebody say is true where he says it; only a count of his own time or a later one outranks him.
  const quoted = interested.find(
    candidate =>
      says(candidate) &&
      isSpeaker(candidate.evidence.source, context) &&
      timeline.current.every(count => yearAt(count) < yearAt(candidate)),
  );
  if (quoted) return asAttributed(quoted, given);
  if (isOutranked(given)) return null;
  // Who retells the speaker speaks for him.
  const speaker =
    interested.find(candidate => says(candidate) && isSpeaker(candidate.evidence.source, context)) ??
    interested.find(candidate => says(candidate) && isSpeaker(candidate.origin, context)) ??
    toldElsewhere(given) ??
    interested.find(({ evidence }) => isSpeaker(evidence.source, context));
  if (speaker) return asAttributed(speaker, given);
  const claimant = interested.find(says);
  return claimant ? asClaimed(claimant, given) : asDenied(given);
};

/** An undated number that the speaker's own page does not have, and others tell of it. */
const toldElsewhere = ({ same, number, context }: Case): Candidate | undefined =>
  number.period === null
    ? same.find(
        candidate =>
          candidate.evidence.class === "self-interested" &&
          isMatch(candidate) &&
          isSpeaker(candidate.origin, context),
      )
    : undefined;

/** A party says the very number: a promise is its own to make; else a floor far below disputes it, or nothing bears it out. */
function asClaimed(claimant: Candidate, given: Case): Ruling {
  const { interested, number } = given;
  if (claimant.evidence.commitment)
    return { verdict: "supported", flags: [], reasons: [because("commitment", claimant)] };
  const floor = lowerFloor(given);
  if (floor)
    return {
      verdict: "disputed",
      flags: ["vendor-claim-as-fact"],
      reasons: [because("vendor-claim-as-fact", claimant), because("independent-floor", floor)],
    };
  // Even the party itself bounds or hedges what the text gives bare.
  const lost = isHedged(number) || interested.some(isMatch) ? null : hedgeOf(claimant);
  return {
    verdict: "unverifiable",
    flags: ["self-interested-only"],
    reasons: [
      because("self-interested-only", claimant),
      ...(isOtherSpeaker(claimant, given) ? [because("not-the-counter", claimant)] : []),
      ...(lost ? [because(lost, claimant)] : []),
    ],
  };
}

/** No party says the number. As with makers, what one alone names otherwise is disputed; what it says of a part of the time says nothing of the whole. */
function asDenied(given: Case): Ruling {
  const { interested, interestedOther, number } = given;
  const isOpen = interested.every(candidate => fits(candidate, "too-wide"));
  const moved = isOpen ? ofNextYear(interestedOther, given) : undefined;
  if (moved) return offByOneYear(moved);
  const whole = interested.filter(candidate => isOfWholeTime(candidate, number));
  const denied = whole.length > 0 && whole.every(candidate => fits(candidate, "contradicted"));
  const earlier = denied && number.period === null ? formerly(whole, interestedOther) : undefined;
  if (earlier)
    return {
      verdict: "outdated",
      flags: ["stale", "self-interested-only"],
      reasons: [because("stale", earlier), because("newest-count", whole[0]!)],
    };
  return {
    verdict: denied ? "disputed" : "unverifiable",
    flags: ["self-interested-only"],
    reasons: [because("self-interested-other", denied ? whole[0]! : interested[0]!)],
  };
}

/** The number that a party gave before the one that it gives now. */
const formerly = (now: readonly Candidate[], others: readonly Candidate[]): Candidate | undefined =>
  others.find(
    candidate =>
      candidate.repeats &&
      now.some(({ origin }) => origin === candidate.origin) &&
      now.every(newer => yearAt(newer) > yearAt(candidate)),
  );

/** Others decide: they counted the claim's own time, or, where no party says the number, somebody independent gives it otherwise. */
function isOutranked({ interested, timeline, context, number, near }: Case): boolean {
  // A count up to the very day that the text names is no older one.
  const until = number.period?.end ?? "";
  const isUpToDate = until !== "" && timeline.current.some(count => (timeOf(count)?.end ?? "") >= until);
  const isOlder =
    number.span === "cumulative" &&
    !isUpToDate &&
    interested.some(theirs => isLaterTotal(theirs, timeline.current));
  if (!isOlder && timeline.current.some(candidate => !fits(candidate, "too-wide"))) return true;
  if (interested.some(says)) return false;
  if (timeline.current.length === 0 && timeline.older.length > 0) return true;
  // Another number of theirs says nothing of one that stands elsewhere, as a plan or for another place,
  if (timeline.current.length === 0 && near.some(({ repeats }) => repeats)) return true;
  // nor of one that somebody independent gives with a hedge.
  if (timeline.current.some(({ repeats }) => repeats)) return true;
  // Whoever is credited counted that very number for another time: the next rules tell.
  return [...timeline.older, ...timeline.newer].some(
    candidate => candidate.repeats && isSpeaker(candidate.origin, context),
  );
}

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

/** A count that begins after the claim's time does is of a part of it. */
function isOfWholeTime(candidate: Candidate, { period }: NumberClaim): boolean {
  const time = candidate.evidence.period;
  if (period === null || period.start === "" || time === null || time.start === "") return true;
  return yearOf(time.start) <= yearOf(period.start);
}

/** "V says so" is true when V says so, whatever the number is worth. */
function asAttributed(speaker: Candidate, { number, claimed }: Case): Ruling {
  const fit = speaker.comparison?.fit;
  if (says(speaker))
    return {
      verdict: "supported",
      flags: ["self-interested-only"],
      reasons: [because("true-as-attribution", speaker)],
    };
  // "Over 55 million", told as 75: it may have said more elsewhere.
  const { set } = speaker;
  const isBeyond = set !== null && isFloor(set) && number.value - set.low > claimed.band;
  const verdict =
    fit === "contradicted" || fit === "imprecise" ? fit : isBeyond ? "imprecise" : "unverifiable";
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
