import { expect, test } from "vitest";
import { frameOf } from "../data/frame.ts";
import { seededRandom } from "../random.ts";
import { formatStaggered, withinWindow } from "../table/staggered.ts";
import { estimateStaggered } from "./estimate.ts";
import { STAGGERED_METHODS } from "./methods.ts";

/** 60 units, 8 periods, three cohorts and never treated, an effect of 1.5 from treatment on. */
function simulated(seed: number) {
  const random = seededRandom(seed);
  const rows = Array.from({ length: 480 }, (_, row) => ({
    unit: Math.floor(row / 8),
    time: 2000 + (row % 8),
  }));
  const cohort = (unit: number) => [0, 2003, 2004, 2006][unit % 4]!;
  const noise = () => random() + random() + random() - 1.5;
  const level = Array.from({ length: 60 }, noise);
  const treated = ({ unit, time }: { unit: number; time: number }) =>
    Number(cohort(unit) > 0 && time >= cohort(unit));
  return frameOf({
    unit: rows.map(({ unit }) => unit),
    time: rows.map(({ time }) => time),
    cohort: rows.map(({ unit }) => cohort(unit)),
    treated: rows.map(treated),
    y: rows.map(row => level[row.unit]! + 0.1 * (row.time - 2000) + 1.5 * treated(row) + 0.5 * noise()),
  });
}

const OPTIONS = { vcov: "cluster:unit", cohort: "cohort" } as const;

test("all estimators find a constant effect and say what they assume", () => {
  const report = estimateStaggered(simulated(1), "y ~ 1 | unit + time", { ...OPTIONS, draws: 500, seed: 2 });
  expect(report.refused).toEqual([]);
  expect(report.estimates).toHaveLength(STAGGERED_METHODS.length);
  for (const { model, terms, assumption } of report.estimates) {
    expect(Math.abs(terms[0]!.estimate - 1.5), model).toBeLessThan(4 * terms[0]!.se);
    expect(assumption.length).toBeGreaterThan(20);
  }
  const text = formatStaggered(report);
  expect(text).toContain("Callaway and Sant'Anna");
  expect(text).toContain("What the two-way estimate is made of");
});

test("a window limits the periods of a table and of the text, and a reason of several estimators stands once", () => {
  const data = simulated(1);
  const report = estimateStaggered(data, "y ~ 1 | unit + time", {
    ...OPTIONS,
    subset: "unit > 2",
    window: [-1, 2],
  });
  const periods = withinWindow(report.estimates, [-1, 2]).flatMap(({ terms }) => terms.slice(1));
  expect(new Set(periods.map(({ term }) => Number(term.split("::")[1])).filter(Number.isFinite))).toEqual(
    new Set([-1, 0, 1, 2]),
  );
  expect(withinWindow(report.estimates, undefined)).toEqual(report.estimates);
  const text = formatStaggered(report, [-1, 2]);
  expect(text.match(/outside the subset/g)).toHaveLength(1);
  expect(text).toContain("95% interval");
});

test("a 0/1 treatment gives the same as first treated times", () => {
  const data = simulated(1);
  const byCohort = estimateStaggered(data, "y ~ 1 | unit + time", OPTIONS);
  const byTreatment = estimateStaggered(data, "y ~ 1 | unit + time", {
    vcov: "cluster:unit",
    treatment: "treated",
  });
  expect(byTreatment.estimates.map(({ terms }) => terms[0])).toEqual(
    byCohort.estimates.map(({ terms }) => terms[0]),
  );
});

test("what cannot run is refused with its reason, the others run", () => {
  const data = simulated(1);
  const report = estimateStaggered(data, "y ~ 1 | unit + time", { ...OPTIONS, subset: "cohort > 0" });
  expect(report.refused.map(({ method }) => method)).toContain("sun-abraham");
  expect(report.refused.map(({ reason }) => reason).join()).toContain("never treated");
  expect(report.estimates.length).toBeGreaterThan(2);
});

test("missing choices are asked for", () => {
  const data = simulated(1);
  expect(() => estimateStaggered(data, "y ~ 1 | unit + time", { cohort: "cohort" })).toThrowError(
    /nothing is assumed/,
  );
  expect(() => estimateStaggered(data, "y ~ 1 | unit + time", { vcov: "iid" })).toThrowError(/first treated/);
  expect(() => estimateStaggered(data, "y ~ 1", OPTIONS)).toThrowError(/unit and time/);
});

test("a panel in which nothing can be compared refuses every estimator that needs a comparison, with its reason", () => {
  const data = { unit: ["a", "a"], time: [2014, 2018], y: [1, 2], first: [2018, 2018] };
  const report = estimateStaggered(data, "y ~ 1 | unit + time", {
    cohort: "first",
    vcov: "hc1",
    base: "universal",
    draws: 19,
    window: [-4, 4],
  });
  const refused = report.refused.map(({ method }) => method);
  expect(refused).toEqual(expect.arrayContaining(["twfe", "callaway-santanna", "imputation", "sun-abraham"]));
  for (const { terms } of report.estimates) expect(Number.isFinite(terms[0]!.se)).toBe(true);
});
