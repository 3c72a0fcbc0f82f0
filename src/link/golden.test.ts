import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { proposeSpec } from "./blocking/propose.ts";
import { formatLink, formatSpec } from "./format.ts";
import { linkTable } from "./pairs.ts";
import { onPaper } from "./pictures/svg.ts";
import { waterfallOf, waterfallPicture } from "./pictures/waterfall.ts";
import { diagnoseLink, picturesOf } from "./quality/diagnose.ts";
import { explainPair, formatExplanation } from "./score/explain.ts";
import { readTable } from "./table/table.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("the worked example gives what is kept of it, and the page that teaches linkage shows the same", () => {
  const table = readTable(read("cases/link/visitors.csv"), "visitors.csv");
  const { spec, reasons } = proposeSpec(table);
  const result = linkTable(table, spec);
  expect(
    [...reasons.map(reason => `# ${reason}`), formatSpec(spec), formatLink(table, result)].join("\n"),
  ).toBe(read("cases/link/visitors.txt"));
  const explained = (["1,2", "3,4", "5,6"] as const).map(pair =>
    formatExplanation(explainPair(table, result, pair.split(",") as [string, string])),
  );
  expect(explained.join("")).toBe(read("cases/link/visitors-explained.txt"));
  const page = read("docs/explanation/linkage.md");
  for (const text of explained) expect(page).toContain(text.trimEnd());
});

test("the pictures of the documents are what the example gives (else: npm run build, node scripts/link-pictures.mjs)", () => {
  const table = readTable(read("cases/link/visitors.csv"), "visitors.csv");
  const result = linkTable(table, proposeSpec(table).spec);
  const waterfall = (a: string, b: string) =>
    waterfallPicture(waterfallOf(explainPair(table, result, [a, b])));
  const pictures = {
    "waterfall-one": waterfall("3", "4"),
    "waterfall-two": waterfall("5", "6"),
    ...picturesOf(diagnoseLink(result)),
  };
  for (const [name, svg] of Object.entries(pictures))
    expect(read(`docs/images/link-${name}.svg`)).toBe(`${onPaper(svg)}\n`);
});
