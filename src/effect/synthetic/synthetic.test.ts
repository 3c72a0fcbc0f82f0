import { expect, test } from "vitest";
import type { Frame } from "../data/frame.ts";
import { describeOracle, expectClose, expectNear } from "../oracle.testing.ts";
import { type BlockPanel, blockPanelOf } from "./block-panel.ts";
import { jackknifeError, placeboTest } from "./placebo.ts";
import { type BlockMethod, blockEstimate } from "./synthetic.ts";

function panelFrom(frame: Frame, names: { unit: string; time: string; y: string }): BlockPanel {
  const [unit, time, y, treated] = [names.unit, names.time, names.y, "treated"].map(
    name => frame.columns.get(name)!,
  );
  if (
    unit?.kind !== "text" ||
    time?.kind !== "number" ||
    y?.kind !== "number" ||
    treated?.kind !== "number"
  ) {
    throw new Error("columns");
  }
  const rows = Array.from({ length: frame.rows }, (_, row) => ({
    unit: unit.levels[unit.codes[row]!]!,
    time: time.values[row]!,
    y: y.values[row]!,
    treated: treated.values[row] === 1,
  }));
  return blockPanelOf(rows);
}

describeOracle("synthetic-control", (expected, frame) => {
  const panels: Record<string, () => BlockPanel> = {
    california_prop99: () =>
      panelFrom(frame("california_prop99.csv"), { unit: "State", time: "Year", y: "PacksPerCapita" }),
    simulated: () => panelFrom(frame("simulated.csv"), { unit: "unit", time: "time", y: "y" }),
  };
  test.each(
    ["california_prop99", "simulated"].flatMap(name =>
      (["sdid", "sc", "did"] as const).map(m => [name, m] as const),
    ),
  )("%s: %s", (name: string, method: BlockMethod) => {
    const panel = panels[name]!();
    const reference = expected[name][method];
    expect(panel.controls.length).toBe(expected[name].controls);
    expect(panel.pre).toBe(expected[name].pre_periods);
    const estimate = blockEstimate(panel, method);
    if (method === "sc") expectNear(estimate.estimate, reference.estimate_exact, 0.02, "estimate");
    else expectClose(estimate.estimate, reference.estimate_exact, 1e-6, "estimate");
    for (const [unit, weight] of Object.entries<number>(reference.omega_exact ?? {})) {
      expectNear(
        estimate.omega[panel.controlNames.indexOf(unit)],
        weight,
        method === "sc" ? 1e-2 : 1e-6,
        unit,
      );
    }
    for (const [time, weight] of Object.entries<number>(reference.lambda_exact ?? {})) {
      expectNear(estimate.lambda[panel.periods.indexOf(Number(time))], weight, 1e-6, time);
    }
    if (reference.noise_level) expectClose(estimate.noise, reference.noise_level, 1e-10, "noise");
    if (reference.jackknife_se_exact !== undefined && method !== "sc") {
      expectClose(jackknifeError(panel, estimate), reference.jackknife_se_exact, 1e-5, "jackknife");
    }
    if (reference.placebo_se_200_draws_seed_12345 !== undefined && panel.treated.length > 1) {
      const { sd } = placeboTest(panel, method, { draws: 200 });
      expectClose(sd, reference.placebo_se_200_draws_seed_12345, 0.15, "placebo error");
    }
    if (reference.placebo_estimates_exact === undefined) return;
    const placebo = placeboTest(panel, method);
    for (const [unit, value] of Object.entries<number>(reference.placebo_estimates_exact)) {
      const own = placebo.estimates[panel.controlNames.indexOf(unit)];
      if (method === "sc") expectNear(own, value, 0.05, unit);
      else expectClose(own, value, 1e-5, unit);
    }
    expectClose(placebo.sd, reference.placebo_sd_over_all_controls, method === "sc" ? 1e-3 : 1e-5, "sd");
    expectClose(placebo.rankP, reference.placebo_rank_p, 1e-12, "rank p");
  });
});

test("units with gaps and different starts are refused", () => {
  const rows = (starts: number[]) =>
    starts.flatMap((start, unit) =>
      [0, 1, 2, 3].map(time => ({ unit: `u${unit}`, time, y: unit + time, treated: time >= start })),
    );
  expect(() => blockPanelOf(rows([2, 3, 9, 9]))).toThrowError(/2 different times/);
  expect(() => blockPanelOf(rows([2, 9, 9]).slice(1))).toThrowError(/no value in some period/);
});
