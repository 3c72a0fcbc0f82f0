import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import type { RecordRow } from "../gather/types.ts";
import { isOtherTime, isPutUpWithin, statusOf, timeOfRecord, wasSeen } from "../match/record-fit.ts";
import { isEnded, isRealised } from "../rule/gate.ts";
import type { Period } from "../rule/period.ts";

/** How far a sentence says that the giving of a system has come, held against the dates and the state of a record. */
export interface Course {
  /** The record states its days, and the sentence tells of others. */
  isOfOtherTime(record: RecordRow): boolean;
  /** What the sentence tells of has not come about, or is over. */
  isUnrealised(record: RecordRow): boolean;
}

interface Told {
  readonly text: string;
  readonly language: string;
  readonly period: Period | null;
}

export function courseOf({ status }: Claim, { text, language, period }: Told): Course {
  const isGiven = status === "delivered";
  const tellsPutUp = (isGiven || status === "operating") && idiom("putUp", language).test(text);
  // What was bought or delivered was, though it has ended since.
  const isPast = (isGiven || status === "signed") && !idiom("still", language).test(text);
  return {
    isOfOtherTime: record => {
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

/** A system that was agreed before the time that the text speaks of may be in use then. */
const isInUseSince = (record: RecordRow, status: string, period: Period | null): boolean => {
  const time = timeOfRecord(record);
  const isLater = period !== null && time !== null && time.end !== "" && time.end < period.start;
  return status === "operating" && isLater && isRealised(statusOf(record), status);
};

/** Of two systems in a town one is the other's rival; that one state trains a town's police says nothing of another's courses. */
export const isOfSystems = ({ kind }: RecordRow): boolean => kind.fields.some(({ id }) => id === "product");
