import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { loadCodebook } from "../declarations/load.ts";
import { isSeries, parseFacts } from "./parse-facts.ts";

const names = ["codebook.yaml", "codebook-kinds.yaml", "codebook-source.yaml"];
const codebook = loadCodebook(
  new Map(
    names.map(name => [
      name,
      readFileSync(new URL(`../../../cases/facts/base/${name}`, import.meta.url), "utf8"),
    ]),
  ),
);
const header =
  "id,title,country,guests,place,date,style,lanterns,lanterns_high,lanterns_qualifier,cost,cost_unit,measure,host,follows,note,source_ids";

test("a row gives one value per filled field, and one per part of a field with several", () => {
  const text = `${header}\nmoon-2019,Moon feast,KAZ,CHN; UZB,,2019-05,sky,100,120,about,5.5,EUR,,,,,a;b\n`;
  const parsed = parseFacts(codebook, "facts/festival.csv", text);
  expect(parsed.problems).toEqual([]);
  expect(isSeries(parsed)).toBe(false);
  if (isSeries(parsed)) return;
  const [row] = parsed.rows;
  expect(row).toMatchObject({ id: "moon-2019", line: 2, sources: ["a", "b"] });
  const plain = { number: null, low: null, high: null, unit: "", qualifier: "", start: "", end: "" };
  expect(row!.values).toEqual([
    { ...plain, field: "title", text: "Moon feast" },
    { ...plain, field: "country", text: "KAZ" },
    { ...plain, field: "guests", text: "CHN" },
    { ...plain, field: "guests", text: "UZB" },
    { ...plain, field: "date", text: "2019-05", start: "2019-05-01", end: "2019-05-31" },
    { ...plain, field: "style", text: "sky" },
    {
      ...plain,
      field: "lanterns",
      text: "100",
      number: 100,
      low: 100,
      high: 120,
      unit: "lantern",
      qualifier: "about",
    },
    { ...plain, field: "cost", text: "5.5", number: 5.5, unit: "EUR" },
  ]);
});

test("a row of the cited kind states itself", () => {
  const parsed = parseFacts(codebook, "source.csv", "id,title,url\na,A,\n");
  expect(parsed.rows).toMatchObject([{ id: "a", sources: ["a"] }]);
});

test("a series row keeps an absent value apart from zero", () => {
  const text =
    "country,year,measure,value,category,source_ids\nKAZ,2019,lamp-oil,,dim,a\nKAZ,2020,lamp-oil,0,,a\n";
  const parsed = parseFacts(codebook, "facts/series-oil.csv", text);
  expect(parsed).toMatchObject({
    kind: "series",
    problems: [],
    rows: [
      {
        line: 2,
        country: "KAZ",
        year: 2019,
        measure: "lamp-oil",
        value: null,
        category: "dim",
        sources: ["a"],
      },
      { line: 3, year: 2020, value: 0, category: "" },
    ],
  });
});

test("line numbers count line breaks inside quoted cells", () => {
  const text = `id,title,url\r\na,"two\r\nlines",\r\nb,,\r\n`;
  expect(parseFacts(codebook, "source.csv", text).problems).toMatchObject([
    { code: "required", line: 4, column: "title" },
  ]);
});

test("any text gives rows or problems, and never an exception", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('"', ",", "\n", "KAZ", "2019-05", ";", "\uFEFF"),
  );
  const file = fc.constantFrom("festival.csv", "series-x.csv", "source-a.csv", "none.csv");
  fc.assert(
    fc.property(file, fc.array(cell, { maxLength: 60 }), fc.boolean(), (name, cells, withHeader) => {
      const parsed = parseFacts(codebook, name, (withHeader ? `${header}\n` : "") + cells.join(""));
      for (const problem of parsed.problems)
        expect(problem).toMatchObject({ file: name, hint: expect.any(String) });
      for (const row of parsed.rows) expect(row.line).toBeGreaterThan(0);
    }),
    { seed: 1, numRuns: 500 },
  );
});
