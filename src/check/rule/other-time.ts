import type { Candidate, Case } from "./case.ts";
import { isSameName } from "./names.ts";
import { isOneYear, yearOf } from "./period.ts";
import { because, combinedFit, fits, type Rule, type Ruling, says } from "./ruling.ts";
import { yearAt } from "./timeline.ts";

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
function ofAnotherTime({ timeline, number, context, interested }: Case): Ruling | null {
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
  if (next) return offByOneYear(next);
  // The very counter whom the text names gives the very number, for another time.
  const own = [...counts, ...timeline.newer].find(
    candidate =>
      says(candidate) && context.attribution !== "" && isSameName(candidate.origin, context.attribution),
  );
  // So does whoever counted what happened at a time of its own; a level may be the same in two years.
  const repeated = [...counts, ...timeline.newer].find(
    ({ repeats, evidence }) => repeats && evidence.happening === true && number.value > SMALL,
  );
  // Of the time told another number is known, if only from a party: the text's is that of the other time.
  const isElse = interested.length > 0 && interested.every(candidate => fits(candidate, "contradicted"));
  const moved = isElse ? [...counts, ...timeline.newer].find(candidate => candidate.repeats) : undefined;
  const other = own ?? repeated ?? moved;
  if (other)
    return { verdict: "imprecise", flags: ["other-period"], reasons: [because("other-period", other)] };
  const shown = newest ?? timeline.newer[0];
  return {
    verdict: "unverifiable",
    flags: ["not-comparable"],
    reasons: shown ? [because("other-period", shown)] : [],
  };
}

/** The number is that of the year before or after. */
export const offByOneYear = (candidate: Candidate): Ruling => ({
  verdict: "imprecise",
  flags: ["off-by-one-year"],
  reasons: [because("off-by-one-year", candidate)],
});

/**
 * The very number of what happened, of the year before or after the claim's, for which there are but bounds that leave it open: no chance
 * repeats it.
 */
export function ofNextYear(candidates: readonly Candidate[], { number }: Case): Candidate | undefined {
  const { period, value } = number;
  if (period === null || !isOneYear(period) || value <= SMALL) return undefined;
  return candidates.find(
    candidate =>
      candidate.repeats &&
      candidate.evidence.happening === true &&
      Math.abs(yearAt(candidate) - yearOf(period.end)) === 1,
  );
}

export function isOfNextYear({
  number,
  timeline,
}: Pick<Case, "number" | "timeline" | "claimed" | "context">): boolean {
  if (!number.period?.end) return false;
  const year = yearOf(number.period.end);
  return timeline.newer.some(candidate => says(candidate) && yearAt(candidate) - year === 1);
}
