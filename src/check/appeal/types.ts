import type { Verdict } from "../types.ts";

/** What a person says of one claim: how it should have been read, which evidence bears on it, what the verdict is. */
export interface Change {
  /** Id of the measure that the claim is of. */
  readonly measure?: string;
  /** The number that the text gives. */
  readonly value?: number;
  /** The verdict, whatever the rule says. */
  readonly verdict?: Verdict;
  /** Records that bear on the claim. */
  readonly evidence?: readonly string[];
  /** Records that do not bear on it. */
  readonly without?: readonly string[];
}

/** Which claims a correction is for: these words in one document, or these words read as of one measure in any document. */
export interface Target {
  /** The words of the claim, as `claimKey` writes them. */
  readonly claim: string;
  /** SHA-256 of the document; null where the correction holds everywhere. */
  readonly document: string | null;
  /** Measure that the claim was read as of, before any correction; compared where `document` is null. */
  readonly measure: string;
}

/** A correction of a finding, as a `decide` entry of the journal keeps it. */
export interface Correction extends Target {
  readonly seq: number;
  readonly by: string;
  readonly reason: string;
  readonly change: Change;
}

/** Data of the `decide` entry of a correction. */
export interface CorrectionData extends Target {
  readonly judgement: "correct";
  readonly about: "finding";
  readonly reason: string;
  readonly change: Change;
  /** Verdict that stood when the correction was made. */
  readonly before: Verdict;
}

/** Data of the `decide` entry that takes a correction back. */
export interface WithdrawalData {
  readonly judgement: "withdraw";
  readonly about: "finding";
  /** Entry of the correction. */
  readonly entry: number;
  readonly reason: string;
}
