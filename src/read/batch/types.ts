import type { ReadOptions } from "../document.ts";

/** A document to read: where its bytes come from, and what is known of it beside them. */
export interface BatchJob {
  /** Path below the folder, or address in an archive. */
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
  readonly options?: Pick<ReadOptions, "url" | "mime">;
  /** Title and time of capture that an archive knows. */
  readonly title?: string;
  readonly captured?: string;
  /** What is wrong with the bytes themselves ("the archive holds only the beginning"). */
  readonly warnings?: readonly string[];
}

export type Outcome = "read" | "partly-read" | "failed";

/** What came of one document. */
export interface BatchResult {
  readonly name: string;
  readonly outcome: Outcome;
  /** Why it was read in part or not at all, and what else is to be said of it. */
  readonly reasons: readonly string[];
  /** Stable code of a failure, else empty. */
  readonly code: string;
  readonly url: string;
  readonly captured: string;
  readonly title: string;
  readonly language: string;
  readonly characters: number;
  readonly claims: number;
  readonly records: number;
  /** `{"document", "claims", "records"}` as `readingJson` has it; empty where it failed or was not asked for. */
  readonly json: string;
}
