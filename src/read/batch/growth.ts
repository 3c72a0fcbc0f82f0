/**
 * When another worker pays. Each loads the code and has it compiled for itself, on threads that compete with the workers: on two cores that
 * costs as much as reading for a second and more, and a second worker that is there from the start makes half a million characters take half as
 * long again. So reading begins with one worker, and another comes only where all that are there would still be busy for as long as this.
 */
const WORTH = 3_000;
/** A new worker's first documents are slow and tell nothing of the next. */
const SETTLED = 1_000;

export interface Progress {
  readonly workers: number;
  /** Milliseconds since the newest worker began. */
  readonly elapsed: number;
  /** Bytes that are not read yet; null where nobody knows. */
  readonly left: number | null;
  /** Milliseconds that a byte took of one worker in the last documents; null where none is done. */
  readonly pace: number | null;
}

/** Does another worker pay? Where nobody knows what is left, it is taken to be as much as was done. */
export function isWorthAnother({ workers, elapsed, left, pace }: Progress): boolean {
  if (left === null || pace === null) return elapsed > WORTH;
  return elapsed > SETTLED && (left * pace) / workers > WORTH;
}

/** How often it is asked while nothing is done. */
export const ASKED_EVERY = WORTH;
