import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { estimateAll } from "../estimate.ts";
import { seededRandom } from "../random.ts";
import { binnedPicture, eventsPicture, timingOf } from "./plots.ts";
import { inlineSvg, type Picture } from "./svg.ts";

const random = seededRandom(3);
const rows = Array.from({ length: 400 }, (_, row) => ({ unit: Math.floor(row / 10), time: row % 10 }));
const effect = Array.from({ length: 40 }, () => 20 * random());
const x = rows.map(({ unit }) => effect[unit]! + random());
const data = {
  unit: rows.map(({ unit }) => `u${unit}`),
  time: rows.map(({ time }) => time),
  first: rows.map(({ unit }) => (unit < 10 ? 4 : unit < 20 ? 7 : 0)),
  x,
  y: rows.map(({ unit }, row) => 2 * x[row]! - 3 * effect[unit]! + random() / 10),
};
const drawn = (picture: Picture) => parseHTML(inlineSvg(picture, "p")).document;
const heights = (picture: Picture) =>
  [...drawn(picture).querySelectorAll("circle")].map(dot => Number(dot.getAttribute("cy")));

test("a binned scatter with effects shows the slope within them, not the one across", () => {
  const across = heights(binnedPicture(data, "y ~ x"));
  const within = heights(binnedPicture(data, "y ~ x | unit"));
  expect(across[0]!).toBeLessThan(across.at(-1)!);
  expect(within[0]!).toBeGreaterThan(within.at(-1)!);
  expect(() => binnedPicture(data, "y ~ 1 | unit")).toThrowError(/needs a regressor/);
  expect(() =>
    binnedPicture({ ...data, x: effect.flatMap(e => Array(10).fill(e)) }, "y ~ x | unit"),
  ).toThrowError(/nothing to draw/);
});

test("the timing of a table lists treated units by their first time and counts the others", () => {
  const picture = timingOf(data, "y ~ 1 | unit + time", { cohort: "first" });
  const svg = drawn(picture);
  expect(svg.querySelectorAll(".treated")).toHaveLength(20);
  expect(picture.body).toContain("20 more never treated by 9");
});

test("coefficients that are named by periods are drawn over them; without any the way out is named", () => {
  const estimates = estimateAll(data, "y ~ i(time, x, ref = 3) | unit", { vcov: "hc1" });
  expect(drawn(eventsPicture(estimates)).querySelectorAll("circle")).toHaveLength(9);
  const plain = estimateAll(data, "y ~ x | unit", { vcov: "hc1" });
  expect(() => eventsPicture(plain)).toThrowError(/sunab/);
});
