import type { Candidate } from "./case.ts";
import { oneVoiceEach } from "./origin.ts";
import { isOneYear, overlaps, type Period, parseDate, yearOf } from "./period.ts";

/** Counts by the time they speak of, seen from the time that the claim speaks of. */
export interface Timeline {
  /** The newest counts of the claim's time that tell anything, one voice an origin. */
  readonly current: readonly Candidate[];
  /** Counts of the claim's time, or of before it, that are older than `current`. */
  readonly older: readonly Candidate[];
  /** Counts of after the claim's time. */
  readonly newer: readonly Candidate[];
  /** The claim names a time that no count speaks of. */
  readonly offPeriod: boolean;
}

interface When {
  readonly period: Period | null;
  readonly published: string;
}

/**
 * Sorts counts by time. A claim with a period is held against counts of that period; one without, or one that is still
 * open, against the newest count up to its publication. Newer counts that tell nothing (a floor far below) step aside.
 */
export function timelineOf(candidates: readonly Candidate[], { period, published }: When): Timeline {
  const at = period ? candidates.filter(candidate => isAt(candidate, period)) : candidates;
  const elsewhere = period ? candidates.filter(candidate => !at.includes(candidate)) : [];
  const limit = period?.end || published;
  const late = (candidate: Candidate) => isAfter(candidate, { limit, period });
  const groups = byVintage(at.filter(candidate => !late(candidate)));
  const chosen = newestOfEach(groups.find(isTelling) ?? groups.flat());
  const rest = groups.flat().filter(candidate => !chosen.includes(candidate));
  const before = (candidate: Candidate) => !period || yearAt(candidate) < yearOf(period.start || period.end);
  return {
    current: oneVoiceEach(chosen),
    older: [...rest, ...elsewhere.filter(before)],
    newer: [...at.filter(late), ...elsewhere.filter(candidate => !before(candidate))],
    offPeriod: period !== null && groups.length === 0 && candidates.length > 0,
  };
}

/** Days that a count speaks of: its period, else the day, month or year it was known. Null when undated. */
export const timeOf = ({ evidence }: Candidate): Period | null =>
  evidence.period ?? (evidence.asOf ? parseDate(withoutLastDay(evidence.asOf.slice(0, 10))) : null);

/** A month and a year are kept by their last day. */
function withoutLastDay(day: string): string {
  if (day.endsWith("-12-31")) return day.slice(0, 4);
  return parseDate(day.slice(0, 7))?.end === day ? day.slice(0, 7) : day;
}

/** Year of the vintage; minus infinity when undated. What is told of years to come was known when it was told. */
export function yearAt(candidate: Candidate): number {
  const { period, asOf } = candidate.evidence;
  const ahead = asOf !== "" && period !== null && asOf < period.end;
  const day = (ahead ? asOf : period?.end) || asOf || period?.start || "";
  return day === "" ? Number.NEGATIVE_INFINITY : yearOf(day);
}

function isAt(candidate: Candidate, period: Period): boolean {
  const time = timeOf(candidate);
  return time === null || overlaps(time, period) || isToldAt(candidate, period);
}

/** A total of many years is told of in the year in which it was added up ("in 2014 the institute reckoned the cost of ten years"). */
const isToldAt = ({ evidence: { period: of, asOf } }: Candidate, period: Period): boolean =>
  of !== null &&
  asOf !== "" &&
  isOneYear(period) &&
  !isOneYear(of) &&
  overlaps({ start: asOf, end: asOf }, period);

function isAfter(candidate: Candidate, { limit, period }: { limit: string; period: Period | null }): boolean {
  if (limit === "") return false;
  const sameYear = period !== null && isOneYear(period) && candidate.evidence.period !== null;
  if (sameYear && isOneYear(candidate.evidence.period as Period)) return false;
  return yearAt(candidate) > yearOf(limit);
}

/** Newest first; undated counts stand with the newest. */
function byVintage(candidates: readonly Candidate[]): Candidate[][] {
  const years = [...new Set(candidates.map(yearAt))].filter(Number.isFinite).sort((a, b) => b - a);
  const undated = candidates.filter(candidate => yearAt(candidate) === Number.NEGATIVE_INFINITY);
  if (years.length === 0) return undated.length > 0 ? [undated] : [];
  const groups = years.map(year => candidates.filter(candidate => yearAt(candidate) === year));
  return [[...(groups[0] ?? []), ...undated], ...groups.slice(1)];
}

/** A counter's newest vintage supersedes its older ones. */
const newestOfEach = (group: readonly Candidate[]): Candidate[] =>
  group.filter(
    ({ origin, evidence: { asOf, derivedFrom } }) =>
      !group.some(
        other =>
          other.origin === origin &&
          other.evidence.derivedFrom === derivedFrom &&
          asOf !== "" &&
          other.evidence.asOf > asOf,
      ),
  );

const isTelling = (group: readonly Candidate[]) =>
  group.some(
    ({ comparison, sameNumber }) => comparison !== null && (comparison.fit !== "too-wide" || sameNumber),
  );
