import type { CopySign, Diagnosis, OriginGroup, RecordPair } from "../../link/index.ts";
import type { RecordRef, SourceRef } from "../data.ts";

/** A judgement on two records, as the journal has it. */
export interface JudgementRef {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly judgement: "same" | "different";
  readonly records: readonly [string, string];
  readonly reason: string;
  /** Name of the rule that made it; null for a person's. */
  readonly rule: string | null;
}

/** Two records with the evidence on their being one event, and what was decided on them. */
export interface PairData {
  readonly kind: string;
  readonly kindLabel: string;
  readonly records: readonly [RecordRef, RecordRef];
  readonly pair: RecordPair;
  readonly threshold: number;
  /** Event of both where they are in one, else null. */
  readonly event: string | null;
  /** Judgements on this pair, oldest first. */
  readonly decisions: readonly JudgementRef[];
}

/** A pair as a list shows it. */
export interface PairRef {
  readonly records: readonly [RecordRef, RecordRef];
  readonly probability: number;
  readonly against: readonly string[];
}

export interface EventRef {
  readonly id: string;
  readonly label: string;
  readonly records: readonly RecordRef[];
}

export interface EventKind {
  readonly kind: string;
  readonly label: string;
  readonly plural: string;
  readonly records: number;
  readonly events: number;
  /** Events of several records. */
  readonly joined: readonly EventRef[];
  /** Pairs that the rule would join and nobody has decided on. */
  readonly proposed: readonly PairRef[];
  /** Pairs that came near and stay apart, best first. */
  readonly near: readonly PairRef[];
  readonly nearPairs: number;
  /** Judgements that could not be carried out, in words. */
  readonly conflicts: readonly string[];
  readonly threshold: number;
  readonly diagnosis: Diagnosis;
}

export interface EventsData {
  readonly kinds: readonly EventKind[];
}

/** Sources that have what they say from one place. */
export interface OriginData {
  readonly origin: OriginGroup["origin"];
  readonly sources: readonly SourceRef[];
  /** Why they are taken for one voice. */
  readonly signs: readonly {
    readonly from: string;
    readonly to: string;
    readonly signs: readonly CopySign[];
  }[];
}

export interface EventData {
  readonly id: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly label: string;
  readonly records: readonly RecordRef[];
  /** Ids that lead here. */
  readonly redirects: readonly string[];
  /** Judgements on its records, oldest first. */
  readonly decisions: readonly JudgementRef[];
  /** Every pair of its records, with the evidence. */
  readonly pairs: readonly PairRef[];
  readonly origins: readonly OriginData[];
  /** Records that nearly belong to it. */
  readonly near: readonly PairRef[];
}
