import type { Book } from "../book/types.ts";
import type { CheckedDocument } from "../check/types.ts";

/** What is known of the bytes of a text beside themselves. */
export interface CheckInput {
  /** Name of the file, or empty. */
  readonly name: string;
  /** Media type as the sender gave it, or empty. */
  readonly mime: string;
  /** Language of the explanations (BCP 47), or `own` for that of the text. Default: English. */
  readonly language?: string;
}

/** Reads and checks a text against the book, or against it as of an entry. Throws a `UserError` where the bytes cannot be read. */
export type Check = (bytes: Uint8Array, input: CheckInput, then?: Book) => Promise<CheckedDocument>;

export interface ServerOptions {
  /** Port to listen on, 0 for any free one; default 4600. */
  readonly port?: number;
  /** Address to listen on; default 127.0.0.1. Only loopback addresses are served in this version. */
  readonly host?: string;
  readonly check: Check;
  /** Receives one line for each fault of the server; default standard error. */
  readonly log?: (line: string) => void;
}

/** A server that is listening. */
export interface RunningServer {
  /** `http://127.0.0.1:4600`, without a slash at the end. */
  readonly url: string;
  /** Resolves when the pages that take longest have been made once; the server answers before that too. */
  readonly warmed: Promise<void>;
  /** Stops listening, lets running answers end, and resolves when all connections are closed. */
  close(): Promise<void>;
}
