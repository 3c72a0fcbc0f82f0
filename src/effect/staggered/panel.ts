import { UserError } from "../../codebook/errors.ts";
import { type Factor, factorOf } from "../data/factor.ts";
import { columnNamed, type Frame, numbersOf, takeNumbers } from "../data/frame.ts";
import type { Effect } from "../fit/absorb.ts";
import { parseFormula } from "../formula/formula.ts";
import { printExpression } from "../formula/print.ts";
import { buildDesign, columnOn, type Design, withoutRows } from "../model/design.ts";

/** What staggered designs need beside the formula `outcome ~ covariates`. */
export interface StaggeredOptions {
  readonly unit: string;
  readonly time: string;
  /** Column with the first treated time; missing, 0 or a time after the last one means never treated. */
  readonly cohort: string;
  readonly weights?: string;
  readonly subset?: string;
  /** Further columns that every row must have, such as clusters. */
  readonly needed?: readonly string[];
}

/** A panel in which units become treated at different times and stay so. Arrays have one entry a row. */
export interface StaggeredPanel {
  readonly design: Design;
  readonly unit: Factor;
  readonly period: Factor;
  readonly time: Float64Array;
  /** First treated time; Infinity for units not treated within the data. */
  readonly cohort: Float64Array;
  /** Distinct finite cohorts, ascending. */
  readonly cohorts: readonly number[];
  readonly unitName: string;
  readonly timeName: string;
  readonly notes: readonly string[];
}

/** Reads the sample of `outcome ~ covariates` (fixed effects in the formula are taken as unit and time). */
export function staggeredPanel(frame: Frame, text: string, options: StaggeredOptions): StaggeredPanel {
  const formula = parseFormula(text);
  const outcome = formula.outcomes[0]!;
  if (formula.outcomes.length > 1) throw oneOutcome(formula.outcomes.map(printExpression));
  const { unit, time, weights, subset } = options;
  const needed = [unit, time, ...(options.needed ?? [])];
  const chosen = { ...(weights ? { weights } : {}), ...(subset ? { subset } : {}) };
  const plain = { ...formula, effects: [], endogenous: [], instruments: [], intercept: true };
  const design = { ...buildDesign(plain, outcome, frame, { ...chosen, needed }), constant: false };
  const raw = takeNumbers(numbersOf(columnNamed(frame, options.cohort), options.cohort), design.rows);
  return assemble({ ...design, panel: { unit, time } }, { unit, time, raw, cohortName: options.cohort });
}

function oneOutcome(outcomes: string[]): UserError {
  const message = `staggered designs take one outcome, not ${outcomes.join(", ")}`;
  return new UserError({ code: "outcomes", column: "formula", message });
}

interface Names {
  readonly unit: string;
  readonly time: string;
  readonly raw: Float64Array;
  readonly cohortName: string;
}

function assemble(design: Design, { unit, time, raw, cohortName }: Names): StaggeredPanel {
  const units = factorOf(columnOn(design, unit));
  const times = numbersOf(columnOn(design, time), time);
  const last = times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const cohort = raw.map(value => (Number.isFinite(value) && value !== 0 && value <= last ? value : 1 / 0));
  refuseChanges({ units, cohort, unit, cohortName });
  const later = raw.filter(value => Number.isFinite(value) && value > last).length;
  const cohorts = [...new Set(cohort)].filter(Number.isFinite).sort((a, b) => a - b);
  if (cohorts.length === 0) {
    throw new UserError({
      code: "cohort",
      column: cohortName,
      message: "no unit is treated within the data",
      expected: `first treated times between the first and the last ${time}`,
    });
  }
  const effect = (name: string, factor: Factor): Effect => ({ name, factor, intercept: true, slopes: [] });
  const period = factorOf({ kind: "number", values: times });
  return {
    design: { ...design, effects: [effect(unit, units), effect(time, period)] },
    unit: units,
    period,
    time: times,
    cohort,
    cohorts,
    unitName: unit,
    timeName: time,
    notes: later > 0 ? [`${later} rows of units treated after the last ${time} count as never treated`] : [],
  };
}

interface CohortCheck {
  readonly units: Factor;
  readonly cohort: Float64Array;
  readonly unit: string;
  readonly cohortName: string;
}

function refuseChanges({ units, cohort, unit, cohortName }: CohortCheck): void {
  const first = new Float64Array(units.size).fill(Number.NaN);
  for (let row = 0; row < cohort.length; row++) {
    const code = units.codes[row]!;
    if (Number.isNaN(first[code]!)) first[code] = cohort[row]!;
    else if (first[code] !== cohort[row]) {
      throw new UserError({
        code: "cohort",
        column: cohortName,
        message: `${unit} ${units.label(code)} has more than one first treated time`,
        expected: "one for each unit, in all its rows",
      });
    }
  }
}

/** First and last of a list of any length. */
export function range(values: Float64Array): { first: number; last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    if (values[i]! < first) first = values[i]!;
    if (values[i]! > last) last = values[i]!;
  }
  return { first, last };
}

/** Whether the row is treated. */
export const isTreated = (panel: StaggeredPanel, row: number): boolean =>
  panel.time[row]! >= panel.cohort[row]!;

/** Time since treatment; -Infinity for the never treated. */
export const relativeTime = (panel: StaggeredPanel, row: number): number =>
  panel.time[row]! - panel.cohort[row]!;

/** The panel on some of its rows, with an entry in `dropped`. */
export function keepRows(panel: StaggeredPanel, keep: Uint8Array, reason: string): StaggeredPanel {
  const rows = keep.reduce((sum, flag) => sum + 1 - flag, 0);
  const design = withoutRows(panel.design, keep, [...panel.design.dropped, { reason, rows }]);
  if (design === panel.design) return panel;
  const places = Int32Array.from(keep.keys()).filter(place => keep[place] === 1);
  const cohort = takeNumbers(panel.cohort, places);
  return {
    ...panel,
    design,
    unit: design.effects[0]!.factor,
    period: design.effects[1]!.factor,
    time: takeNumbers(panel.time, places),
    cohort,
    cohorts: [...new Set(cohort)].filter(Number.isFinite).sort((a, b) => a - b),
  };
}
