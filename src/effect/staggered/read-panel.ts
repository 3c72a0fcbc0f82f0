import { UserError } from "../../codebook/errors.ts";
import { type Data, readData } from "../estimate.ts";
import { parseFormula } from "../formula/formula.ts";
import { type VcovSpec, vcovColumns } from "../vcov/spec.ts";
import type { StaggeredRunOptions } from "./methods.ts";
import { type StaggeredPanel, staggeredPanel } from "./panel.ts";
import { withCohorts } from "./treatment.ts";

/** The panel that a formula and options describe. */
export function readPanel(
  data: Data,
  formula: string,
  options: StaggeredRunOptions & { spec: VcovSpec },
): StaggeredPanel {
  const effects = parseFormula(formula).effects.map(({ name }) => name);
  const unit = options.unit ?? effects[0];
  const time = options.time ?? effects[1];
  if (unit === undefined || time === undefined)
    throw missing("unit and time", 'write them as fixed effects: "y ~ x | unit + time"');
  if (options.cohort === undefined && options.treatment === undefined) {
    throw missing(
      "when each unit is first treated",
      "name a column of first treated times (--cohort) or a 0/1 column (--treatment)",
    );
  }
  const frame = readData(data);
  const name = options.cohort ?? `first ${options.treatment}`;
  const full =
    options.cohort === undefined
      ? withCohorts(frame, { unit, time, treatment: options.treatment!, name })
      : frame;
  return staggeredPanel(full, formula, {
    unit,
    time,
    cohort: name,
    ...(options.weights ? { weights: options.weights } : {}),
    ...(options.subset ? { subset: options.subset } : {}),
    needed: vcovColumns(options.spec),
  });
}

function missing(what: string, hint: string): UserError {
  return new UserError({ code: "staggered", message: `staggered designs need to know ${what}`, hint });
}
