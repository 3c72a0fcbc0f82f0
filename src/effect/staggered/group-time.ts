import type { Influence } from "./influence.ts";

/** One group-time effect. `se` is NaN for the base period itself. */
export interface GroupTime {
  readonly group: number;
  readonly time: number;
  readonly att: number;
  readonly se: number;
}

/** A comparison's estimate with the influence of every unit. */
export interface Cell extends GroupTime {
  readonly influence: Influence;
}
