import { expect, test } from "vitest";
import { frameOf } from "../data/frame.ts";
import { describeOracle, expectClose } from "../oracle.testing.ts";
import { syntheticPicture } from "../picture/paths.ts";
import { standaloneSvg } from "../picture/svg.ts";
import { estimateSynthetic } from "./estimate.ts";

/** Twelve units over ten times that share a trend; u0 gains 3 from time 6 on. */
function panel(change: (unit: number, time: number) => number | null = () => 0) {
  const rows = Array.from({ length: 120 }, (_, row) => ({ unit: Math.floor(row / 10), time: row % 10 }));
  const value = ({ unit, time }: { unit: number; time: number }) => {
    const added = change(unit, time);
    const wave = Math.sin(unit * 7 + time * 3) / 4 + unit + time * time * (0.1 + ((unit * 5 + 4) % 12) / 100);
    return added === null ? null : wave + added + (unit === 0 && time >= 6 ? 3 : 0);
  };
  return {
    unit: rows.map(({ unit }) => `u${unit}`),
    time: rows.map(({ time }) => time),
    y: rows.map(value),
    d: rows.map(({ unit, time }) => Number(unit === 0 && time >= 6)),
    first: rows.map(({ unit }) => (unit === 0 ? 6 : 0)),
  };
}

const FORMULA = "y ~ 1 | unit + time";

describeOracle("synthetic-control", (expected, frame) => {
  test.each(["sdid", "synth", "did"] as const)("Proposition 99 from rows: %s", method => {
    const reference = expected.california_prop99[method === "synth" ? "sc" : method];
    const found = estimateSynthetic(frame("california_prop99.csv"), "PacksPerCapita ~ 1 | State + Year", {
      method,
      treated: ["California"],
      date: 1989,
      vcov: "placebo",
    });
    const [effect] = found.terms;
    expectClose(effect!.estimate, reference.estimate_exact, method === "synth" ? 1e-3 : 1e-6);
    expectClose(effect!.se, reference.placebo_sd_over_all_controls, method === "synth" ? 1e-3 : 1e-5);
    expectClose(found.fit["rank_p"], reference.placebo_rank_p, 1e-12);
    const after = found.path.filter(({ time }) => time >= 1989);
    expectClose(after.reduce((sum, { gap }) => sum + gap, 0) / after.length, effect!.estimate, 1e-9);
  });
  test("several treated units: the jackknife of the simulated panel", () => {
    const found = estimateSynthetic(frame("simulated.csv"), FORMULA, {
      treatment: "treated",
      vcov: "jackknife",
    });
    expectClose(found.terms[0]!.se, expected.simulated.sdid.jackknife_se_exact, 1e-5);
    expect(found.treated).toHaveLength(8);
  });
});

test("the treated may be told by a column, by first times or by name, with the same result", () => {
  const options = { vcov: "placebo" } as const;
  const byColumn = estimateSynthetic(panel(), FORMULA, { ...options, treatment: "d" });
  const byTime = estimateSynthetic(panel(), FORMULA, { ...options, cohort: "first" });
  const byName = estimateSynthetic(panel(), FORMULA, { ...options, treated: ["u0"], date: 6 });
  expect(byColumn.terms[0]!.estimate).toBeCloseTo(3, 0);
  expect(byTime.terms).toEqual(byColumn.terms);
  expect(byName.terms).toEqual(byColumn.terms);
});

test("controls that lack a period or stand outside the donor pool are left out and counted", () => {
  const data = panel((unit, time) => (unit === 4 && time === 2 ? null : 0));
  const found = estimateSynthetic(data, FORMULA, { vcov: "placebo", treatment: "d", donors: 'unit != "u7"' });
  expect(found.dropped).toEqual([
    { reason: "no value of y", rows: 1 },
    { reason: "units outside the donor pool", rows: 10 },
    { reason: "controls without a value in some period", rows: 9 },
  ]);
  expect(found.units.map(({ unit }) => unit)).not.toContain("u4");
  expect(found.notes.join()).toContain("u4");
  const gappy = panel((unit, time) => (unit === 1 && time === 2 ? null : 0));
  const both = { vcov: "placebo", treated: ["u0", "u1"], date: 6 };
  expect(() => estimateSynthetic(gappy, FORMULA, both)).toThrowError(/u1 has no value in some period/);
});

test("what the method cannot use is refused with the way out", () => {
  const run =
    (text: string, options = {}) =>
    () =>
      estimateSynthetic(panel(), text, { vcov: "placebo", ...options });
  expect(run(FORMULA, { vcov: undefined, treatment: "d" })).toThrowError(/nothing is assumed/);
  expect(run(FORMULA, { vcov: "hc1", treatment: "d" })).toThrowError(/no kind of error/);
  expect(run(FORMULA)).toThrowError(/who is treated/);
  expect(run(FORMULA, { treated: ["u00"], date: 6 })).toThrowError(/no row has the unit u00/);
  expect(run(FORMULA, { treated: ["u0"], date: 1 })).toThrowError(/1 periods before/);
  expect(run("y ~ time | unit + time", { treatment: "d" })).toThrowError(/no regressors/);
  expect(run("y ~ 1", { treatment: "d" })).toThrowError(/unit and the time/);
  expect(run(FORMULA, { treatment: "d", donors: 'unit == "u99"' })).toThrowError(/never treated satisfies/);
  const twice = frameOf({ unit: ["a", "a"], time: [1, 1], y: [1, 2], d: [0, 1] });
  expect(() => estimateSynthetic(twice, FORMULA, { vcov: "placebo", treatment: "d" })).toThrowError(
    /more than one row/,
  );
});

test("the picture draws the two paths, and a line for every placebo", () => {
  const svg = standaloneSvg(
    syntheticPicture(estimateSynthetic(panel(), FORMULA, { vcov: "placebo", treatment: "d" })),
  );
  expect(svg.match(/class="placebo"/g)).toHaveLength(11);
  expect(svg.match(/class="counter"/g)).toHaveLength(1);
  expect(svg).not.toContain("NaN");
});
