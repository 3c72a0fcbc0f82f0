import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseCsv } from "./csv.ts";
import { loadCodebook } from "./declarations/load.ts";
import { formatProblem } from "./errors.ts";
import { columnsOf, SERIES_COLUMNS } from "./facts/columns.ts";
import { isRecords, isSeries, parseFacts } from "./facts/parse-facts.ts";
import { validateFacts } from "./facts/validate-facts.ts";

const folder = fileURLToPath(new URL("../../books/security/", import.meta.url));
const textsOf = (name: string, end: string) =>
  new Map(
    readdirSync(folder + name)
      .filter(file => file.endsWith(end))
      .map(file => [`${name}/${file}`, readFileSync(`${folder}${name}/${file}`, "utf8")]),
  );

const codebook = loadCodebook(textsOf("codebook", ".yaml"));
const texts = textsOf("facts", ".csv");
const parsed = [...texts].map(([file, text]) => parseFacts(codebook, file, text));
const records = parsed.filter(isRecords);
const series = parsed.filter(isSeries);

test("the shipped book has no problems", () => {
  expect(validateFacts(codebook, parsed).map(formatProblem)).toEqual([]);
});

test("it has the kinds, and about as many rows of each, as its README counts", () => {
  const readme = readFileSync(`${folder}README.md`, "utf8");
  const rows = new Map<string, number>();
  for (const file of records) rows.set(file.kind, (rows.get(file.kind) ?? 0) + file.rows.length);
  for (const [kind, count] of rows) expect(readme, kind).toContain(`| ${kind} | ${count} |`);
});

test("rows stand in the order of their ids, so that a diff shows what changed and nothing else", () => {
  for (const { file, rows } of records) {
    const ids = rows.map(row => row.id);
    expect(ids, file).toEqual([...ids].sort());
  }
});

test("columns stand in the order of the codebook and lines end with a line feed", () => {
  for (const [file, text] of texts) {
    const kind = codebook.kinds.get(parsed.find(each => each.file === file)!.kind);
    expect(parseCsv(text).rows[0]!.cells, file).toEqual(kind ? columnsOf(kind) : SERIES_COLUMNS);
    expect(text.includes("\r"), file).toBe(false);
  }
});

test("classes of the EIU and of Freedom House are shipped and their scores are not", () => {
  const restricted = [...codebook.series.values()].filter(each => each.classesOnly);
  expect(restricted.map(each => each.maker)).toEqual([
    "Economist Intelligence Unit",
    "Freedom House",
    "Freedom House",
  ]);
  const ids = new Set(restricted.map(each => each.id));
  const rows = series.flatMap(file => file.rows).filter(row => ids.has(row.measure));
  expect(rows.length).toBeGreaterThan(7000);
  expect(rows.filter(row => row.value !== null)).toEqual([]);
});

test("every series says whose it is and under what terms it may be reused", () => {
  const silent = [...codebook.series.values()].filter(each => each.maker === "" || each.terms.length < 10);
  expect(silent).toEqual([]);
});

test("every figure has a measure, and a measure without comparison is never the unit of another", () => {
  const figures = records.find(file => file.kind === "figure")!.rows;
  const measures = figures.map(row => row.values.find(value => value.field === "measure")?.text ?? "");
  expect(measures.filter(measure => !codebook.measures.has(measure))).toEqual([]);
  const generic = measures.filter(measure => codebook.measures.get(measure)?.comparable === false);
  expect(generic.length / measures.length).toBeLessThan(0.15);
});

test("figures of one comparable measure are counted in one unit, or in currencies", () => {
  const figures = records.find(file => file.kind === "figure")!.rows;
  const mixed = [
    "devices-online",
    "people-monitored",
    "people-registered",
    "people-targeted",
    "equipment-given",
  ];
  const wrong = figures.flatMap(row => {
    const measure = codebook.measures.get(row.values.find(value => value.field === "measure")!.text)!;
    const { unit } = row.values.find(value => value.field === "value")!;
    const fits = measure.unit === "money" ? /^[A-Z]{3}$/.test(unit) : unit === measure.unit;
    return fits || !measure.comparable || mixed.includes(measure.id)
      ? []
      : [`${row.id}: ${unit}, ${measure.id}`];
  });
  expect(wrong).toEqual([]);
});
