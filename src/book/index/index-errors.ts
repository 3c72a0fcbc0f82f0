import { UserError } from "../../codebook/errors.ts";
import type { Problem } from "../../codebook/types.ts";
import { diskError, fault } from "../errors.ts";

/** The warning about an index that could not be used. */
export function indexWarning(path: string, error: unknown): Problem {
  return {
    code: "index-rebuilt",
    file: path,
    message: `the index could not be used and is made anew (${(error as Error).message.split("\n")[0]})`,
  };
}

/** The engine reports a full disk and a folder without permission in its own words. */
export function indexError(error: unknown, path: string): unknown {
  if (error instanceof UserError) return error;
  const { message = "", code } = error as NodeJS.ErrnoException;
  const known = /No space left/i.test(message)
    ? "ENOSPC"
    : /Permission denied|read-only/i.test(message)
      ? "EACCES"
      : code;
  const told = diskError(Object.assign(new Error(message), { code: known }), path);
  if (told instanceof UserError) return told;
  if (code === undefined && !/IO Error|Serialization|Corrupt/i.test(message)) return error;
  return fault({
    code: "index-unwritable",
    file: path,
    message: `the index cannot be written: ${message.split("\n")[0]}`,
    hint: "delete index.duckdb; it is made anew from the journal, which is as it was",
  });
}
