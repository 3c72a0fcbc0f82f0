import type { Claim } from "../../read/types.ts";
import { idiom, readDates } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import { fieldsOfType, isOfSystems as isKindOfSystems } from "../gather/schema.ts";
import type { RecordRow } from "../gather/types.ts";
import {
  isOtherTime,
  isPutUpWithin,
  isSeenBefore,
  statusOf,
  timeOfRecord,
  wasSeen,
} from "../match/record-fit.ts";
import { isEnded, isRealised } from "../rule/gate.ts";
import { overlaps, type Period, parsePeriod } from "../rule/period.ts";

/** How far a sentence says that the giving of a system has come, held against the dates and the state of a record. */
export interface Course {
  /** The record states its days, and the sentence tells of others. */
  isOfOtherTime(record: RecordRow): boolean;
  /** What the sentence tells of has not come about, or is over. */
  isUnrealised(record: RecordRow): boolean;
  /** The sentence dates an end that the record tells of, but not in any of its dates or those of its note. */
  isEndUntold(record: RecordRow): boolean;
}

interface Told {
  readonly text: string;
  /** The claim's own words. */
  readonly clause: string;
  readonly language: string;
  readonly period: Period | null;
}

export function courseOf(claim: Claim, { text, clause, language, period }: Told): Course {
  const { status, polarity } = claim;
  const until = untilOf(claim);
  const isGiven = status === "delivered";
  const tellsPutUp = (isGiven || status === "operating") && idiom("putUp", language).test(text);
  // What was bought or delivered was, though it has ended since.
  const isOver = (status !== "operating" || until !== null) && isToldOfPast(clause, language);
  const isPast =
    polarity === "positive" &&
    (isOver || ((isGiven || status === "signed") && !idiom("still", language).test(text)));
  return {
    isEndUntold: record =>
      status === "cancelled" && period !== null && isEnded(statusOf(record)) && !isDated(record, period),
    isOfOtherTime: record => {
      if (until !== null && isEnded(statusOf(record)) && !isDated(record, until)) return true;
      if (status !== "operating" && isOfSystems(record) && isSeenBefore(record, period)) return true;
      if (!isOtherTime(record, period)) return false;
      if (!isOfSystems(record)) return true;
      return !isInUseSince(record, status, period) && !(tellsPutUp && isPutUpWithin(record, period));
    },
    isUnrealised: record => {
      if (isRealised(statusOf(record), status || "delivered")) return false;
      return !(isPast && isOfSystems(record) && isEnded(statusOf(record)) && wasSeen(record));
    },
  };
}

/** "Until 2022": when it ended, where nothing is said of when it began. */
const untilOf = ({ period: [from, to] }: Claim): Period | null =>
  from === null && to !== null ? parsePeriod([to, to]) : null;

/** "Poland used it until 2022": the clause says nothing of the present. */
function isToldOfPast(clause: string, language: string): boolean {
  const present = idiom("atPresent", language);
  // "They were run by X": behind a word of the past a verb is of the past.
  const isNow = ([from]: readonly [number, number]) => !PAST.test(clause.slice(0, from));
  return present.words.size > 0 && !present.find(clause).some(isNow);
}

const PAST = /\b(?:was|were|been|being|had|to)\s+$/;

/** One of the record's dates, or of those of its note, lies in the period. */
function isDated({ kind, row }: RecordRow, period: Period): boolean {
  const day = (value: unknown) => String(value ?? "").slice(0, 10);
  const own = fieldsOfType(kind, "date").map(({ id }) => ({
    start: day(row[`${id}_start`]),
    end: day(row[`${id}_end`]) || day(row[`${id}_start`]),
  }));
  const noted = texts(row["note"])
    .flatMap(note => readDates(note, { language: "en" }))
    .map(({ start, end }) => ({ start: start || end, end }));
  return [...own, ...noted].some(
    ({ start, end }) => start !== "" && end !== "" && overlaps({ start, end }, period),
  );
}

/** A system that was agreed before the time that the text speaks of may be in use then. */
const isInUseSince = (record: RecordRow, status: string, period: Period | null): boolean => {
  const time = timeOfRecord(record);
  const isLater = period !== null && time !== null && time.end !== "" && time.end < period.start;
  return status === "operating" && isLater && isRealised(statusOf(record), status);
};

/** Of two systems in a town one is the other's rival; that one state trains a town's police says nothing of another's courses. */
export const isOfSystems = ({ kind }: RecordRow): boolean => isKindOfSystems(kind);
