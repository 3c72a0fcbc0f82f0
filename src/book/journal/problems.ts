import type { Problem } from "../../codebook/types.ts";

/** The problem of a journal without an entry. */
export function emptyJournal(path: string): Problem {
  return {
    code: "empty-journal",
    file: path,
    message: "the journal holds no entry",
    hint: "restore journal.jsonl from a copy, or make a new book with custodes init",
  };
}

/** The warning about a last line without its end. */
export function tornLine(bytes: number, { whole, readOnly }: { whole: boolean; readOnly: boolean }): Problem {
  const done = readOnly ? "was passed over" : whole ? "got its line end" : "was cut";
  return {
    code: "torn-line",
    file: "journal.jsonl",
    message: `the last line of the journal has no end (${bytes} bytes) and ${done}`,
    hint: "a write was interrupted; whatever was being added then must be added again",
  };
}
