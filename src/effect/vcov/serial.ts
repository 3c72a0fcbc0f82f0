import { UserError } from "../../codebook/errors.ts";
import { sandwich } from "../../stats/linalg.ts";
import { type Factor, factorOf } from "../data/factor.ts";
import { numbersOf } from "../data/frame.ts";
import type { Fit } from "../fit/fit.ts";
import { columnOn, factorOn } from "../model/design.ts";
import { oneCluster } from "./clustered.ts";
import type { Correction } from "./correction.ts";
import { conleyMeat, driscollKraayMeat, neweyWestMeat, type Scores } from "./meat.ts";
import { type VcovSpec, vcovName } from "./spec.ts";
import {
  finish,
  madePositive,
  parametersOf,
  type Sampled,
  scaled,
  scoresOf,
  type Vcov,
  wordsOf,
} from "./variance.ts";

/** Errors that are correlated within a distance. */
export function conley(
  fit: Fit,
  design: Sampled,
  { spec, correction }: { spec: VcovSpec & { kind: "conley" }; correction: Correction },
): Vcov {
  const latitude = numbersOf(columnOn(design, spec.latitude), spec.latitude);
  const longitude = numbersOf(columnOn(design, spec.longitude), spec.longitude);
  const K = parametersOf(fit, correction);
  const meat = conleyMeat(scoresOf(fit), { latitude, longitude, cutoff: spec.cutoff });
  const factor = correction.adjustK ? fit.n / (fit.n - K) : 1;
  return madePositive(
    finish(fit, scaled(sandwich(fit.bread, meat), factor), {
      name: vcovName(spec),
      df: fit.n - K,
      parameters: K,
      correction: correction.adjustK ? `n/(n - K) with K = ${K}` : "none",
    }),
  );
}

/** Newey-West or Driscoll-Kraay. */
export function serial(
  fit: Fit,
  design: Sampled,
  { spec, correction }: { spec: VcovSpec & { kind: "nw" | "dk" }; correction: Correction },
): Vcov {
  const timeName = spec.time ?? design.panel?.time;
  const unitName = spec.kind === "nw" ? (spec.unit ?? design.panel?.unit) : undefined;
  if (timeName === undefined || (spec.kind === "nw" && unitName === undefined)) throw panelNeeded(spec.kind);
  const times = factorOf(columnOn(design, timeName));
  if (times.size < 2) throw oneCluster(timeName);
  const lag = spec.lag ?? Math.floor(times.size ** 0.25);
  const scores: Scores = scoresOf(fit);
  const periods = times.size;
  const steps = spec.calendar ? calendarSteps(times, timeName) : { codes: times.codes, count: periods };
  const meat =
    spec.kind === "dk"
      ? driscollKraayMeat(scores, { times: steps.codes, periods: steps.count, lag })
      : neweyWestMeat(scores, {
          units: factorOn(design, unitName!).codes,
          times: steps.codes,
          periods: steps.count,
          lag,
        });
  const K = parametersOf(fit, correction);
  const factor =
    (correction.adjustK ? (fit.n - 1) / (fit.n - K) : 1) * (correction.adjustG ? periods / (periods - 1) : 1);
  return madePositive(
    finish(fit, scaled(sandwich(fit.bread, meat), factor), {
      name: vcovName({ ...spec, lag }),
      clusters: { [timeName]: periods },
      df: correction.tDf === "min" ? periods - 1 : fit.n - K,
      parameters: K,
      correction: wordsOf(correction, K, periods).replaceAll("G", "T"),
      notes: [],
    }),
  );
}

/** Times as distances from the first one, so that a time missing from all rows is a gap. */
function calendarSteps(times: Factor, name: string): { codes: Int32Array; count: number } {
  const first = times.value(0);
  const values = Array.from({ length: times.size }, (_, level) => times.value(level) - first);
  if (!values.every(Number.isInteger) || values.at(-1)! > 1e6) {
    throw new UserError({
      code: "calendar",
      column: name,
      message: "calendar distances need whole numbers as times",
    });
  }
  return { codes: times.codes.map(code => values[code]!), count: values.at(-1)! + 1 };
}

function panelNeeded(kind: "nw" | "dk"): UserError {
  const example = kind === "nw" ? "nw:2:country+year" : "dk:2:year";
  return new UserError({
    code: "panel-undeclared",
    column: "vcov",
    message: "these standard errors need to know the panel's units and times",
    hint: `declare them (--panel country,year) or name them: ${example}`,
  });
}
