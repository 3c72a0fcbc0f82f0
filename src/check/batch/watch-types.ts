import type { Verdict } from "../types.ts";

/** A text that the book keeps. */
export interface WatchedArticle {
  readonly sha256: string;
  readonly name: string;
  readonly title: string;
  readonly mime: string;
  /** Entry that brought it in. */
  readonly seq: number;
}

/** Why a finding is another one now: the entry of the journal from which on it is so. */
export interface Cause {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly act: string;
  /** Files or records that the entry speaks of, in a few words; empty where it names none. */
  readonly about: string;
}

export interface Move {
  readonly claim: string;
  readonly text: string;
  /** Null where the claim was not read then, as with an older codebook. */
  readonly before: Verdict | null;
  /** Null where it is not read any more. */
  readonly after: Verdict | null;
  /** First reason now, or then where there is none now. */
  readonly reason: string;
  readonly because: Cause;
}

export interface Watched {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly sha256: string;
  /** Entry at which it was last looked at. */
  readonly since: number;
  readonly moves: readonly Move[];
  /** Claims with other evidence and the same verdict. */
  readonly touched: number;
  readonly claims: number;
  /** Why it could not be looked at; else empty. */
  readonly unread: string;
}

export interface Watch {
  readonly articles: readonly Watched[];
  /** Book and entry that was looked at. */
  readonly as_of: string;
}
