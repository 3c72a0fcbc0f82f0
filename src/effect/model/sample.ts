import { everyRow } from "../data/factor.ts";
import { leastCount } from "../data/level-counts.ts";
import { flaggedRows } from "../data/runs.ts";
import { unwrittenOf } from "../data/unwritten.ts";
import type { Effect } from "../fit/absorb.ts";
import type { Dropped } from "./design.ts";
import { Flags } from "./flags.ts";

/** Why a row leaves that is the only one of its level. */
export const ALONE = "alone in a fixed-effect level";

/** Which rows stay in the estimation, with a count for every reason to leave. */
export class Sample {
  readonly #out: Flags;
  readonly #dropped: Dropped[] = [];
  /** Rows out before the next reason. */
  #before = 0;

  constructor(rows: number) {
    this.#out = new Flags(rows);
  }

  get dropped(): readonly Dropped[] {
    return this.#dropped;
  }

  /** Leaves out the rows that `mark` flags; rows already out are not counted again. `mark` says whether it has flagged any. */
  drop(reason: string, mark: (out: Flags) => boolean, chosen = false): void {
    if (!mark(this.#out)) return;
    const now = this.#out.count();
    const rows = now - this.#before;
    this.#before = now;
    if (rows > 0) this.#dropped.push({ reason, rows, ...(chosen ? { chosen } : {}) });
  }

  /** Leaves out rows that are alone in a level of an effect, repeatedly until there are none. */
  dropSingletons(effects: readonly Effect[]): void {
    const whole = this.#before === 0;
    if (whole && effects.every(({ factor }) => leastCount(factor) > 1)) return;
    this.drop(ALONE, out => markAllSingletons(effects, out, this.#before));
  }

  rows(): Int32Array {
    if (this.#before === 0) return everyRow(this.#out.length);
    return flaggedRows(this.#out.list, 0);
  }
}

/** Marks until no level has one row; `lost` rows are marked already. Whether there were any. */
function markAllSingletons(effects: readonly Effect[], out: Flags, lost: number): boolean {
  let marked = 0;
  for (let before = -1; before < marked; ) {
    before = marked;
    for (const { factor } of effects) {
      // A level cannot have lost more rows than all have.
      if (leastCount(factor) <= 1 + lost + marked) marked += markSingletons(factor, out.list);
    }
  }
  return marked > 0;
}

function markSingletons(factor: Effect["factor"], out: Uint8Array): number {
  const pointers = unwrittenOf(factor)?.pointers;
  return pointers === undefined ? markByCodes(factor, out) : markByRuns(pointers, out);
}

function markByCodes({ codes, size }: Effect["factor"], out: Uint8Array): number {
  const counts = new Int32Array(size);
  for (let row = 0; row < codes.length; row++) if (out[row] === 0) counts[codes[row]!]! += 1;
  let marked = 0;
  for (let row = 0; row < codes.length; row++) {
    if (out[row] === 0 && counts[codes[row]!] === 1) {
      out[row] = 1;
      marked += 1;
    }
  }
  return marked;
}

/** The same for levels whose rows stand together. */
function markByRuns(pointers: Int32Array, out: Uint8Array): number {
  let marked = 0;
  for (let level = 0, row = 0; level + 1 < pointers.length; level++) {
    const end = pointers[level + 1]!;
    let count = 0;
    let last = 0;
    for (; row < end; row++) {
      if (out[row] !== 0) continue;
      count += 1;
      last = row;
    }
    if (count !== 1) continue;
    out[last] = 1;
    marked += 1;
  }
  return marked;
}
