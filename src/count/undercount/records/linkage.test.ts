import { expect, test } from "vitest";
import { undercount } from "../undercount.ts";
import { undercountOverLinks } from "./linkage.ts";

/** 30 cases on both lists (a report on each, linked), 40 only on the first, 20 only on the second. */
function reports(probability: number) {
  const list: number[] = [];
  const links: { a: number; b: number; probability: number }[] = [];
  for (let i = 0; i < 30; i++) {
    list.push(0, 1);
    links.push({ a: 2 * i, b: 2 * i + 1, probability });
  }
  for (let i = 0; i < 40; i++) list.push(0);
  for (let i = 0; i < 20; i++) list.push(1);
  return { lists: ["A", "B"], list, links };
}

test("certain links give the estimate of the joined table", () => {
  const sure = undercountOverLinks(reports(1), { links: 20, samples: 400 });
  const plain = undercount("A,B,count\n1,1,30\n1,0,40\n0,1,20\n").estimates.find(
    ({ method }) => method === "chapman",
  )!;
  expect(Math.abs(sure.value / plain.value - 1)).toBeLessThan(0.02);
  expect(Math.abs(sure.low / plain.low - 1)).toBeLessThan(0.02);
  expect(Math.abs(sure.high! / plain.high! - 1)).toBeLessThan(0.03);
  expect(sure.diagnostics["between"]).toBeLessThan(0.01);
});

test("uncertain links widen the interval and are named as its cause", () => {
  const sure = undercountOverLinks(reports(1));
  const unsure = undercountOverLinks(reports(0.7));
  expect(unsure.high! - unsure.low).toBeGreaterThan(sure.high! - sure.low);
  expect(unsure.diagnostics["between"]).toBeGreaterThan(0.05);
});

test("the same seed gives the same draws of links", () => {
  expect(undercountOverLinks(reports(0.5), { seed: 9 })).toEqual(
    undercountOverLinks(reports(0.5), { seed: 9 }),
  );
});
