import { expect, test } from "vitest";
import { frameOf } from "../data/frame.ts";
import { parseFormula } from "../formula/formula.ts";
import { buildDesign } from "../model/design.ts";
import { seededRandom } from "../random.ts";
import { randomizationTest } from "./randomization.ts";

function designOf(effect: number, seed: number) {
  const random = seededRandom(seed);
  const rows = Array.from({ length: 120 }, (_, row) => [Math.floor(row / 6), row % 6] as const);
  const formula = parseFormula("y ~ treated | unit + time");
  const treated = rows.map(([unit, time]) => Number(unit % 2 === 0 && time >= 3));
  const data = {
    unit: rows.map(([unit]) => unit),
    time: rows.map(([, time]) => time),
    treated,
    y: rows.map(([unit], row) => effect * treated[row]! + unit + random()),
  };
  return buildDesign(formula, formula.outcomes[0]!, frameOf(data));
}

const OPTIONS = { term: "treated", by: "unit", time: "time", draws: 199 };

test("a clear effect is as rare as the number of draws can show", () => {
  const { p, estimate } = randomizationTest(designOf(2, 1), { ...OPTIONS, random: seededRandom(9) });
  expect(p).toBe(1 / 200);
  expect(estimate).toBeCloseTo(2, 0);
});

test("without an effect p values spread over the unit interval", () => {
  const ps = Array.from(
    { length: 40 },
    (_, i) => randomizationTest(designOf(0, 50 + i), { ...OPTIONS, random: seededRandom(i + 1) }).p,
  );
  expect(ps.filter(p => p <= 0.1).length).toBeLessThan(11);
  expect(ps.filter(p => p > 0.5).length).toBeGreaterThan(9);
});

test("a treatment that changes within units needs the time", () => {
  expect(() =>
    randomizationTest(designOf(0, 1), { term: "treated", by: "unit", random: seededRandom(1) }),
  ).toThrowError(/changes within/);
});

test("paths change places only among units that are seen at the same times", () => {
  const design = designOf(2, 3);
  const rows = [...design.y.keys()].filter(row => row % 6 !== 5 || Math.floor(row / 6) >= 8);
  const take = (values: Float64Array) => Float64Array.from(rows, row => values[row]!);
  const formula = parseFormula("y ~ treated | unit + time");
  const data = {
    unit: rows.map(row => Math.floor(row / 6)),
    time: rows.map(row => row % 6),
    treated: take(design.columns[0]!.values),
    y: take(design.y),
  };
  const unbalanced = buildDesign(formula, formula.outcomes[0]!, frameOf(data));
  const { p, estimate } = randomizationTest(unbalanced, { ...OPTIONS, random: seededRandom(4) });
  expect(estimate).toBeCloseTo(2, 0);
  expect(p).toBeLessThan(0.02);
});
