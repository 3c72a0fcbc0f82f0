import { everyRow } from "../data/factor.ts";
import { leastCount } from "../data/level-counts.ts";
import { flaggedRows } from "../data/runs.ts";
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
    this.drop(ALONE, out => {
      let any = false;
      for (let changed = effects.length > 0; changed; ) {
        changed = false;
        for (const { factor } of effects) changed = markSingletons(factor, out.list) || changed;
        any ||= changed;
      }
      return any;
    });
  }

  rows(): Int32Array {
    if (this.#before === 0) return everyRow(this.#out.length);
    return flaggedRows(this.#out.list.map(flag => 1 - flag));
  }
}

function markSingletons({ codes, size }: Effect["factor"], out: Uint8Array): boolean {
  const counts = new Int32Array(size);
  for (let row = 0; row < codes.length; row++) if (out[row] === 0) counts[codes[row]!]! += 1;
  let changed = false;
  for (let row = 0; row < codes.length; row++) {
    if (out[row] === 0 && counts[codes[row]!] === 1) {
      out[row] = 1;
      changed = true;
    }
  }
  return changed;
}
