import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { proposeSpec } from "../blocking/propose.ts";
import { linkTable } from "../pairs.ts";
import { diagnoseLink, formatDiagnosis, picturesOf } from "../quality/diagnose.ts";
import { explainPair } from "../score/explain.ts";
import { tableFrom } from "../table/columns.ts";
import { waterfallOf, waterfallPicture } from "./waterfall.ts";

const names = [
  "amina okafor",
  "boris <mensah> & co",
  "carla novak",
  "dmitri jansen",
  "elena kaplan",
  "farid diallo",
];
const table = tableFrom({
  key: [...names, ...names].map((_, at) => `k${at}`),
  name: [...names, ...names],
  city: [...names, ...names].map((_, at) => (at % 5 === 0 ? "" : `town ${at % 6}`)),
});
const { spec } = proposeSpec(table);
const result = linkTable(table, spec);

const parsed = (svg: string) => parseHTML(`<html><body>${svg}</body></html>`).document.querySelector("svg")!;

test("every picture is one SVG with a title and a description, and runs and loads nothing", () => {
  const pictures = Object.entries(picturesOf(diagnoseLink(result)));
  expect(pictures.map(([name]) => name)).toEqual(["completeness", "levels", "unlinkables", "thresholds"]);
  for (const [, svg] of pictures) {
    const element = parsed(svg);
    expect(element.querySelector("title")!.textContent).not.toBe("");
    expect(element.querySelector("desc")!.textContent).not.toBe("");
    expect(svg).not.toMatch(/<script|style=|href=|NaN|Infinity|undefined/);
  }
});

test("the bars of a waterfall add up to its sum, and values that hold markup stay words", () => {
  const data = waterfallOf(explainPair(table, result, ["k1", "k7"]));
  expect(data.prior + data.fields.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(data.total, 9);
  const svg = waterfallPicture(data);
  expect(parsed(svg).textContent).toContain("boris mensah co");
  const wild = { ...data.fields[0]!, values: ["<script>", "\u0000\ud800&"] as const };
  const hostile = waterfallPicture({ ...data, fields: [wild] });
  expect(hostile).not.toContain("<script");
  expect(hostile).not.toContain("\u0000");
  expect(hostile.isWellFormed()).toBe(true);
});

test("the completeness and what cannot be linked are told in words too", () => {
  const { completeness, unlinkables } = diagnoseLink(result);
  expect(completeness.fields).toEqual([
    { name: "name", filled: 1 },
    { name: "city", filled: 9 / 12 },
  ]);
  expect(
    unlinkables.rows.every(({ unlinkable }, at, all) => at === 0 || unlinkable >= all[at - 1]!.unlinkable),
  ).toBe(true);
  expect(formatDiagnosis(diagnoseLink(result))).toMatch(/city\s+75%/);
});
