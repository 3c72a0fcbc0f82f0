import { expect, test } from "vitest";
import type { UndercountResult } from "../../count/index.ts";
import { undercountChart, undercountPicture } from "./undercount.ts";

const estimate = { low: 260, high: 450, level: 0.95, model: "", diagnostics: {} };
const RESULT: UndercountResult = {
  observed: 182,
  lists: ["press", "ngo", "police"],
  estimates: [
    { ...estimate, method: "chao-lower-bound", value: 370, diagnostics: { lower_bound: true } },
    { ...estimate, method: "loglinear-bic", value: 362 },
    { ...estimate, method: "loglinear-bic, links drawn", value: 350, high: null },
  ],
  refused: [{ method: "latent-class", reason: "the chains do not agree" }],
  notes: ["read as one row a case"],
  warnings: ["the methods disagree"],
};

test("all methods stand in one picture, with what is reported, what is refused and what has no limit", () => {
  const { panels, notes } = undercountChart(RESULT, "t");
  expect(panels[0]!.description).toContain("182 cases on at least one of 3 lists");
  expect(panels[0]!.description).toContain("log-linear, least BIC, links drawn 350 (260 to no limit)");
  expect(notes.join(" ")).toContain("1 estimate without an upper limit");
  expect(notes.join(" ")).toContain("Refused: latent classes.");
  const svg = undercountPicture(RESULT, { title: "t", from: "here." })!;
  expect(svg).toContain("reported: 182");
  expect(svg).toContain("Beware: the methods disagree.");
});

test("without an estimate there is no picture", () => {
  expect(undercountPicture({ ...RESULT, estimates: [] }, { title: "t", from: "" })).toBeNull();
});
