import { ChangeComparisons } from "./change-comparisons.ts";
import type { Adjustment } from "./doubly-robust.ts";
import type { Cell } from "./group-time.ts";
import { errorOf, type Influence } from "./influence.ts";
import type { StaggeredPanel } from "./panel.ts";
import { SectionComparisons } from "./section-comparisons.ts";
import type { Units } from "./units.ts";

export interface GroupTimeSettings {
  readonly controls?: "never" | "notyet";
  readonly adjustment?: Adjustment;
  readonly base?: "varying" | "universal";
  readonly anticipation?: number;
  /** Whether rows are compared, and not the changes of units. */
  readonly sections: boolean;
}

/** A cohort at a time, beside an earlier or later time. */
export interface GroupTimePair {
  readonly group: number;
  readonly time: number;
  readonly from: number;
  /** Whether a cohort serves as a control. */
  readonly isControl: (cohort: number) => boolean;
}

/** What rows of the panel say of one comparison. */
export interface Compared {
  readonly att: number;
  readonly influence: Influence;
}

/** Every cohort at every time, beside the period that it is compared with. */
export function groupTimes(panel: StaggeredPanel, units: Units, settings: GroupTimeSettings): Cell[] {
  const times = Array.from({ length: panel.period.size }, (_, place) => panel.period.value(place));
  const { anticipation = 0, base = "varying", adjustment = "dr" } = settings;
  const comparisons = settings.sections
    ? new SectionComparisons(panel, units, adjustment)
    : new ChangeComparisons(panel, units, adjustment);
  return panel.cohorts.flatMap(group => {
    const clean = times.filter(time => time + anticipation < group).at(-1);
    if (clean === undefined) return [];
    return times.flatMap((time, place): Cell[] => {
      const early = time < group - anticipation;
      const from = base === "universal" || !early ? clean : times[place - 1];
      if (from === undefined) return [];
      if (from === time)
        return [{ group, time, att: 0, se: Number.NaN, influence: units.cohorts.map(() => null) }];
      const pair = { group, time, from, isControl: controlsOf({ group, time, from }, settings) };
      const compared = comparisons.compare(pair);
      return compared === null
        ? []
        : [{ group, time, ...compared, se: errorOf(compared.influence, units.n) }];
    });
  });
}

function controlsOf(
  { group, time, from }: Omit<GroupTimePair, "isControl">,
  { controls = "never", anticipation = 0 }: GroupTimeSettings,
): GroupTimePair["isControl"] {
  if (controls === "never") return cohort => cohort === 1 / 0;
  const latest = Math.max(time, from) + anticipation;
  return cohort => cohort > latest && cohort !== group;
}
