import { UserError } from "../codebook/errors.ts";
import type { Problem } from "../codebook/types.ts";

/** A fault of the book itself or of the disk below it (exit code 3). */
export function fault(problem: Problem): UserError {
  return new UserError(problem, 3);
}

/** A request that this book cannot meet (exit code 2). */
export function refusal(problem: Problem): UserError {
  return new UserError(problem, 2);
}

const DISK_PROBLEMS: Readonly<Record<string, Omit<Problem, "file">>> = {
  ENOSPC: {
    code: "disk-full",
    message: "the disk is full",
    hint: "free some space and try again; the book is as it was",
  },
  EDQUOT: {
    code: "disk-full",
    message: "the disk quota is used up",
    hint: "free some space and try again; the book is as it was",
  },
  EROFS: {
    code: "read-only",
    message: "the disk is mounted read-only",
    hint: "copy the book to a folder that you may write to",
  },
  EACCES: {
    code: "read-only",
    message: "you may not write here",
    hint: "change the permissions, or copy the book to a folder that you may write to",
  },
  EPERM: {
    code: "read-only",
    message: "you may not write here",
    hint: "change the permissions, or copy the book to a folder that you may write to",
  },
  EIO: {
    code: "disk-fault",
    message: "the disk reports a fault",
    hint: "check the disk, then run custodes verify",
  },
};

/** Turns an error of the file system into one that says what to do; any other error comes back as it is. */
export function diskError(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const problem = code === undefined ? undefined : DISK_PROBLEMS[code];
  return problem ? fault({ ...problem, file }) : error;
}

/** Is the error that a file or folder is not there? */
export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === "ENOENT" || code === "ENOTDIR";
}

/** Is the error that the folder may not be written to? */
export function isReadOnly(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  return code === "EROFS" || code === "EACCES" || code === "EPERM";
}
