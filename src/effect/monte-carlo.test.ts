import { describe, expect, test } from "vitest";
import { type Frame, frameOf } from "./data/frame.ts";
import { estimateAll } from "./estimate.ts";
import { wildBootstrap } from "./few/wild-bootstrap.ts";
import { parseFormula } from "./formula/formula.ts";
import { buildDesign } from "./model/design.ts";
import { type Random, seededRandom } from "./random.ts";
import { imputation } from "./staggered/imputation.ts";
import { staggeredPanel } from "./staggered/panel.ts";

const normal = (random: Random) => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

/** Units over periods with an effect of 1, unit and period effects, errors that persist within a unit. */
function panel(random: Random, { units, periods }: { units: number; periods: number }): Frame {
  const rows = Array.from(
    { length: units * periods },
    (_, row) => [Math.floor(row / periods), row % periods] as const,
  );
  const level = Array.from({ length: units }, () => normal(random));
  const drift = Array.from({ length: units }, () => normal(random));
  const x = rows.map(([unit, time]) => drift[unit]! * time * 0.3 + normal(random));
  const error = new Float64Array(rows.length);
  for (const [row, [, time]] of rows.entries())
    error[row] = (time === 0 ? 0 : 0.6 * error[row - 1]!) + normal(random);
  return frameOf({
    unit: rows.map(([unit]) => unit),
    time: rows.map(([, time]) => time),
    x,
    y: rows.map(([unit, time], row) => x[row]! + level[unit]! + 0.2 * time + error[row]!),
  });
}

const covers = (low: number, high: number, truth: number) => Number(low <= truth && truth <= high);

describe("simulations with fixed seeds", () => {
  test("clustered 95 % intervals with fixed effects cover 93 to 97 %", () => {
    const random = seededRandom(101);
    const rounds = 600;
    let [covered, sum] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const [estimate] = estimateAll(panel(random, { units: 60, periods: 6 }), "y ~ x | unit + time", {
        vcov: "cluster:unit",
      });
      const { estimate: value, low, high } = estimate!.terms[0]!;
      covered += covers(low, high, 1);
      sum += value;
    }
    expect(sum / rounds).toBeCloseTo(1, 1.5);
    expect(covered / rounds).toBeGreaterThan(0.93);
    expect(covered / rounds).toBeLessThan(0.97);
  });

  test("with 8 clusters the wild bootstrap keeps its size where the normal t test does not", () => {
    const random = seededRandom(7);
    const rounds = 300;
    let [wild, plain] = [0, 0];
    const formula = parseFormula("y ~ x");
    for (let round = 0; round < rounds; round++) {
      const clusters = Array.from({ length: 8 }, () => [normal(random), normal(random)] as const);
      const rows = Array.from({ length: 96 }, (_, row) => row % 8);
      const frame = frameOf({
        g: rows,
        x: rows.map(g => clusters[g]![0] + 0.3 * normal(random)),
        y: rows.map(g => clusters[g]![1] + normal(random)),
      });
      const design = buildDesign(formula, formula.outcomes[0]!, frame);
      const { p, t } = wildBootstrap(design, { term: "x", cluster: "g", level: null });
      wild += Number(p <= 0.05);
      plain += Number(Math.abs(t) > 1.96);
    }
    expect(wild / rounds).toBeLessThan(0.08);
    expect(plain / rounds).toBeGreaterThan(0.1);
  });

  test("Poisson with fixed effects finds the effect", () => {
    const random = seededRandom(23);
    const frame = panel(random, { units: 80, periods: 8 });
    const x = frame.columns.get("x")!;
    const counts =
      x.kind === "number" ? x.values.map(value => poissonDraw(Math.exp(0.4 * value), random)) : null;
    const [estimate] = estimateAll(
      frameOf({ ...Object.fromEntries(frame.columns), counts: counts! }),
      "counts ~ x | unit + time",
      {
        vcov: "cluster:unit",
        model: "poisson",
      },
    );
    const { estimate: value, se } = estimate!.terms[0]!;
    expect(Math.abs(value - 0.4)).toBeLessThan(3 * se);
  });

  test("imputation intervals cover an effect that grows with time", () => {
    const random = seededRandom(31);
    const rounds = 200;
    let covered = 0;
    for (let round = 0; round < rounds; round++) {
      const rows = Array.from({ length: 40 * 6 }, (_, row) => [Math.floor(row / 6), row % 6] as const);
      const cohort = (unit: number) => [0, 3, 4, 5][unit % 4]!;
      const since = (unit: number, time: number) => (cohort(unit) > 0 ? time - cohort(unit) : -1);
      const frame = frameOf({
        unit: rows.map(([unit]) => unit),
        time: rows.map(([, time]) => time),
        cohort: rows.map(([unit]) => cohort(unit)),
        y: rows.map(
          ([unit, time]) => Math.max(0, since(unit, time) + 1) + 0.1 * unit + 0.3 * time + normal(random),
        ),
      });
      const truth = (1 * 3 + 2 * 2 + 3 * 1) / 6;
      const { overall } = imputation(
        staggeredPanel(frame, "y ~ 1", { unit: "unit", time: "time", cohort: "cohort" }),
      );
      covered += covers(overall.low, overall.high, truth);
    }
    // The errors are conservative, so coverage may lie above 95 %; 200 rounds have a standard error of 1.5 points.
    expect(covered / rounds).toBeGreaterThan(0.91);
  });
});

function poissonDraw(mean: number, random: Random): number {
  let [count, product] = [0, random()];
  for (const limit = Math.exp(-mean); product > limit; count++) product *= random();
  return count;
}
