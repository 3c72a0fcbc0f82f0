import { expect, test } from "vitest";
import { estimateAll } from "../estimate.ts";
import { htmlTable } from "./html.ts";
import { latexTable } from "./latex.ts";
import { markdownTable } from "./markdown.ts";
import { significant } from "./numbers.ts";
import { regressionTable, terminalTable } from "./side-by-side.ts";
import { statisticsLines } from "./statistics.ts";
import { formatEstimates } from "./terminal.ts";
import { typstTable } from "./typst.ts";

const data = {
  y: Array.from({ length: 40 }, (_, i) => -2 * Math.sin(i) + (i % 5) + 0.2 * Math.cos(3 * i)),
  x_1: Array.from({ length: 40 }, (_, i) => Math.sin(i)),
  g: Array.from({ length: 40 }, (_, i) => i % 5),
};
const estimates = [
  ...estimateAll(data, "y ~ x_1", { vcov: "hc1" }),
  ...estimateAll(data, "y ~ x_1 | g", { vcov: "cluster:g" }),
];

test("a terminal table holds every coefficient with its error and what it rests on", () => {
  const text = terminalTable(regressionTable(estimates));
  expect(text).toMatch(/x_1 +-\d\.\d+\*\*\* +-\d\.\d+\*\*\*/);
  expect(text).toMatch(/g effects +yes/);
  expect(text).toMatch(/Standard errors +HC1 +cluster: g/);
  expect(text).toContain("(2) only 5 clusters of g");
});

test("Markdown and LaTeX escape what they must", () => {
  const table = regressionTable(estimates, { headings: ["50 % & more", "a|b"] });
  expect(markdownTable(table)).toContain("x\\_1");
  expect(markdownTable(table)).toContain("a\\|b");
  const latex = latexTable(table);
  expect(latex).toContain("x\\_1");
  expect(latex).toContain("50 \\% \\& more");
  expect(latex).toMatch(/\$-\$\d\.\d+\$\^\{\*\*\*\}\$/);
  expect(
    latex
      .split("\n")
      .filter(line => line.includes("&"))
      .every(line => line.endsWith("\\\\")),
  ).toBe(true);
});

test("every format prints what the stars and the brackets stand for", () => {
  const table = regressionTable(estimates);
  for (const write of [terminalTable, markdownTable, htmlTable, latexTable, typstTable])
    expect(write(table)).toMatch(/Standard errors in parentheses; [\\*]+ p/);
  const latex = latexTable(table);
  expect(latex).not.toMatch(/^%/m);
  expect(latex).toContain("p \\textless{} 0.05");
});

test("a table of a split names the outcome and does not count the other groups as lost rows", () => {
  const gappy = { ...data, y: data.y.map((value, row) => (row === 7 ? Number.NaN : value)) };
  const text = terminalTable(regressionTable(estimateAll(gappy, "y ~ x_1", { vcov: "hc1", split: "g" })));
  expect(text).toMatch(/Outcome +y +y +y +y +y/);
  expect(text).toMatch(/Rows +8 +8 +7 +8 +8/);
  expect(text).toMatch(/Rows left out +0 +0 +1 +0 +0/);
});

test("effects with slopes are named as they were written, and one row is one row", () => {
  const gappy = { ...data, y: data.y.map((value, row) => (row === 7 ? Number.NaN : value)) };
  const [estimate] = estimateAll(gappy, "y ~ 1 | g[x_1]", { vcov: "hc1" });
  expect(estimate!.effects).toEqual({ "g[x_1]": 5 });
  expect(formatEstimates(estimate!)).toContain("Left out: 1 row, no value of y");
});

test("tests stand in a line of their own with their p values", () => {
  expect(
    statisticsLines({
      r2: 0.5,
      wu_hausman: 3,
      wu_hausman_p: 0.0832,
      effective_F_z: 12.5,
      first_stage_F_p_z: 0.01,
      first_stage_F_z: 7.5,
    }),
  ).toEqual([
    "R² 0.50000",
    "Tests: Wu-Hausman 3 (p 0.0832), effective F of z 12.500, first stage F of z 7.5000 (p 0.0100)",
  ]);
});

test("HTML and Typst escape what they must", () => {
  const table = regressionTable(estimates, { headings: ["<b>", "#set"] });
  expect(htmlTable(table)).toContain('<th scope="col">&lt;b&gt;</th>');
  expect(htmlTable(table)).toContain('<th scope="row">x_1</th>');
  expect(typstTable(table)).toContain("[\\#set]");
  expect(typstTable(table)).toContain("[x\\_1]");
});

test("the wild bootstrap stands beside the few clusters that need it", () => {
  const [estimate] = estimateAll(data, "y ~ x_1", { vcov: "cluster:g", bootstrap: { cluster: "g" } });
  expect(estimate?.bootstrap?.[0]).toMatchObject({ term: "x_1", draws: 32, enumerated: true, clusters: 5 });
  expect(formatEstimates(estimate!)).toContain("Wild bootstrap, x_1");
});

test("numbers keep their significant digits", () => {
  expect([1234.567, 0.012345, 1.5e-9, 0, -3].map(value => significant(value, 4))).toEqual([
    "1235",
    "0.01235",
    "1.500e-9",
    "0",
    "-3.000",
  ]);
});

test("a model without a regressor says so in place of an empty table, and whether one was left out", () => {
  const data = { y: [1, 2, 3, 5], x: [1, 1, 2, 2], g: [1, 1, 2, 2] };
  const shown = (formula: string) => formatEstimates(estimateAll(data, formula, { vcov: "iid" })[0]!);
  expect(shown("y ~ x | g")).toContain("\nNo regressor is left to estimate.\n");
  expect(shown("y ~ 1 | g")).toContain(
    "\nThe formula names no regressor, so there is nothing to estimate.\n",
  );
  expect(shown("y ~ x + I(2 * x) | g")).toContain(
    "were left out: other regressors or fixed effects determine them",
  );
});

test("a sum too large to be known to the last digit is not written as if it were", () => {
  const x = Array.from({ length: 30 }, (_, row) => Math.sin(row));
  const data = { y: x.map((value, row) => 1e12 * (value + Math.cos(2 * row))), x };
  const text = formatEstimates(estimateAll(data, "y ~ x", { vcov: "iid" })[0]!);
  expect(text).toMatch(/sum of squared residuals \d\.\d{4}e\+25,/);
});
