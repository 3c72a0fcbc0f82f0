import { UserError } from "../../codebook/errors.ts";
import { type Data, specOf } from "../estimate.ts";
import { parseCorrection } from "../vcov/correction.ts";
import { RUN, STAGGERED_METHODS, type StaggeredRunOptions } from "./methods.ts";
import { readPanel } from "./read-panel.ts";
import type { RegressionOptions } from "./regressions.ts";
import { type StaggeredReport, type StaggeredRun, staggeredReport } from "./report.ts";
import type { StaggeredEstimate } from "./result.ts";
import { judged } from "./window.ts";

/** Runs the estimators for staggered adoption side by side on `outcome ~ covariates | unit + time`. */
export function estimateStaggered(
  data: Data,
  formula: string,
  options: StaggeredRunOptions = {},
): StaggeredReport {
  return staggeredReport(runStaggered(data, formula, options), formula, options);
}

/** Like `estimateStaggered`, with covariances and the panel still there. */
export function runStaggered(data: Data, formula: string, options: StaggeredRunOptions = {}): StaggeredRun {
  const spec = specOf(options.vcov);
  const panel = readPanel(data, formula, { ...options, spec });
  const correction = typeof options.ssc === "object" ? options.ssc : parseCorrection(options.ssc);
  const level = options.level === undefined ? {} : { level: options.level };
  const regression: RegressionOptions = { vcov: spec, correction, ...level };
  const clock = options.clock ?? (() => performance.now());
  const results: { result: StaggeredEstimate; milliseconds: number }[] = [];
  const refused: { method: string; reason: string }[] = [];
  const methods = options.methods ?? STAGGERED_METHODS;
  for (const [done, method] of methods.entries()) {
    options.onProgress?.({ done, total: methods.length, what: method });
    const started = clock();
    try {
      const result = judged(RUN[method](panel, { regression, options }), options);
      if (!Number.isFinite(result.overall.estimate) || !Number.isFinite(result.overall.se)) {
        refused.push({ method, reason: UNIDENTIFIED });
        continue;
      }
      results.push({ result, milliseconds: clock() - started });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push({ method, reason: error.message });
    }
  }
  return { panel, results, refused };
}

const UNIDENTIFIED =
  "the treatment cannot be told from the effects of unit and time, or too few rows are left for an error";
