import { UserError } from "../../codebook/errors.ts";
import { isTreated, type StaggeredPanel } from "./panel.ts";

/** One two-by-two comparison inside the two-way fixed effects estimate. */
export interface BaconComponent {
  /** First treated time of the group whose treatment changes. */
  readonly treated: number;
  /** First treated time of the control group; Infinity for never treated. */
  readonly control: number;
  readonly type: "treated vs untreated" | "earlier vs later" | "later vs earlier" | "later vs always treated";
  readonly estimate: number;
  readonly weight: number;
}

export interface BaconDecomposition {
  readonly components: readonly BaconComponent[];
  /** The weighted sum, which equals the two-way fixed effects coefficient. */
  readonly estimate: number;
}

/** A cohort's mean outcomes by period and its share of the units. */
interface Group {
  readonly cohort: number;
  readonly share: number;
  /** Share of periods in which it is treated. */
  readonly treatedShare: number;
  readonly means: Float64Array;
}

/**
 * Decomposes the two-way fixed effects estimate of a balanced panel without covariates into all comparisons of two
 * cohorts and their weights (Goodman-Bacon 2021, theorem 1 and eq. 10).
 */
export function baconDecomposition(panel: StaggeredPanel): BaconDecomposition {
  const groups = groupsOf(panel);
  const times = Float64Array.from({ length: panel.period.size }, (_, code) => panel.period.value(code));
  const components = groups.flatMap((treated, i) =>
    groups.flatMap((control, j) => (i === j ? [] : componentOf(treated, control, times))),
  );
  const total = components.reduce((sum, { weight }) => sum + weight, 0);
  const scaled = components.map(component => ({ ...component, weight: component.weight / total }));
  return { components: scaled, estimate: scaled.reduce((sum, c) => sum + c.weight * c.estimate, 0) };
}

function groupsOf(panel: StaggeredPanel): Group[] {
  const cells = panel.unit.size * panel.period.size;
  if (panel.time.length !== cells || panel.design.weights !== null || panel.design.columns.length > 0) {
    throw new UserError({
      code: "bacon",
      message: "the decomposition is defined for a balanced panel without weights and covariates",
      received: `${panel.time.length} rows of ${panel.unit.size} units and ${panel.period.size} periods`,
    });
  }
  const cohorts = [...new Set(panel.cohort)].sort((a, b) => a - b);
  return cohorts.map(cohort => {
    const means = new Float64Array(panel.period.size);
    let [rows, treated] = [0, 0];
    for (let row = 0; row < panel.time.length; row++) {
      if (panel.cohort[row] !== cohort) continue;
      means[panel.period.codes[row]!]! += panel.design.y[row]!;
      rows += 1;
      if (isTreated(panel, row)) treated += 1;
    }
    const units = rows / panel.period.size;
    return {
      cohort,
      share: units / panel.unit.size,
      treatedShare: treated / rows,
      means: means.map(v => v / units),
    };
  });
}

function componentOf(treated: Group, control: Group, times: Float64Array): BaconComponent[] {
  const { cohort } = treated;
  const both = treated.share + control.share;
  const balance = (treated.share * control.share) / both ** 2;
  const [own, other] = [treated.treatedShare, control.treatedShare];
  if (own === 1 || own === 0) return [];
  if (control.cohort === 1 / 0 || other === 1) {
    const weight = both ** 2 * balance * own * (1 - own);
    const type = other === 1 ? "later vs always treated" : "treated vs untreated";
    return [
      {
        treated: cohort,
        control: control.cohort,
        type,
        estimate: doubleDifference(treated, control, times),
        weight,
      },
    ];
  }
  const earlier = cohort < control.cohort;
  const window = (time: number) => (earlier ? time < control.cohort : time >= control.cohort);
  const weight = earlier
    ? (both * (1 - other)) ** 2 * balance * ((own - other) / (1 - other)) * ((1 - own) / (1 - other))
    : (both * other) ** 2 * balance * (own / other) * ((other - own) / other);
  const estimate = doubleDifference(treated, control, times, window);
  if (weight === 0) return [];
  return [
    {
      treated: cohort,
      control: control.cohort,
      type: earlier ? "earlier vs later" : "later vs earlier",
      estimate,
      weight,
    },
  ];
}

/** Change of the treated less change of the control, before and after the treated cohort's time, within a window. */
function doubleDifference(
  treated: Group,
  control: Group,
  times: Float64Array,
  window: (time: number) => boolean = () => true,
): number {
  const mean = (group: Group, after: boolean) => {
    let [sum, n] = [0, 0];
    for (let t = 0; t < times.length; t++) {
      if (!window(times[t]!) || times[t]! >= treated.cohort !== after) continue;
      sum += group.means[t]!;
      n += 1;
    }
    return sum / n;
  };
  return mean(treated, true) - mean(treated, false) - (mean(control, true) - mean(control, false));
}
