import { afterAll, beforeAll, expect, test } from "vitest";
import { addFacts } from "../../book/add-facts.ts";
import type { OpenBook } from "../../book/book.ts";
import { createBook } from "../../book/open.ts";
import { CODEBOOK, newFolder, removeFolders } from "../../book/testing/books.ts";
import { estimateStudyApart, estimatingCode } from "./apart.ts";
import { fromExactJson, toExactJson } from "./exact-json.ts";
import { explain, targetOf } from "./explain.ts";
import { findEstimate, keepEstimate, keptEstimates } from "./kept.ts";
import { buildPanel } from "./panel.ts";
import { staleEstimates } from "./stale.ts";
import { estimateStudy, studyOf } from "./study.ts";

const STUDY = `studies:
  after-deals:
    label: Score after the first deal
    question: Does the score move?
    panel:
      from: 2010
      to: 2019
      series:
        score: {label: Score, series: score}
        start: {label: Class at the start, series: score, take: class, at: 2010, groups: {high: [a, b], low: [c]}}
      treatments:
        deal:
          label: First deal
          sql: |
            SELECT d.id AS record, b.buyer AS country, EXTRACT(YEAR FROM d.agreed_start) AS "year"
            FROM deal AS d CROSS JOIN UNNEST(d.buyers) AS b(buyer)
    staggered:
      score: {label: Score, outcome: score, treatment: deal, window: [-3, 3]}
    tables:
      dose:
        label: Number of deals
        models:
          - {heading: number, formula: score ~ deal_count | country + year}
          - {heading: by start, formula: "score ~ i(start, deal) | country + year"}
          - {heading: wrong, formula: score ~ nothing | country + year}
        scatter: {x: score, y: deal, subset: year == 2019}
    shows: [Whether it moved.]
    cannot: [Why it moved.]
`;

const COUNTRIES = ["AGO", "BDI", "BEN", "BFA", "BWA", "CAF", "CIV", "CMR", "COD", "COG", "COM", "CPV"];
/** First deal by country; the last two have a deal without a date. */
const FIRST: Record<string, number> = { AGO: 2013, BDI: 2013, BEN: 2015, BFA: 2015, BWA: 2016 };
const EFFECT = 3;

function scores(): string {
  const lines = ["country,year,measure,value,category,source_ids"];
  for (const [c, country] of COUNTRIES.entries())
    for (let year = 2010; year <= 2019; year++) {
      const noise = ((c * 7 + year * 13) % 11) / 50;
      const treated = year >= (FIRST[country] ?? 9999) ? EFFECT : 0;
      const value = (c + (year - 2010) * 0.5 + treated + noise).toFixed(3);
      lines.push(`${country},${year},score,${value},${["a", "b", "c"][c % 3]},s1`);
    }
  return `${lines.join("\n")}\n`;
}

const DEALS = `id,seller,buyers,agreed,units,units_high,units_qualifier,units_unit,contact,note,source_ids
d1,Acme,AGO;BDI,2013-05,,,,,,,s1
d2,Acme,BEN,2015,,,,,,,s1;s2
d3,Bolt,BFA,2015-01-07,,,,,,,s2
d4,Bolt,BWA,2016,,,,,,,s2
d5,Bolt,AGO,2017,,,,,,,s2
d6,Bolt,CPV,,,,,,,,s2
d7,Bolt,ZWE,2012,,,,,,,s2
`;

let book: OpenBook;

beforeAll(async () => {
  const yaml = new Map(CODEBOOK);
  const classes =
    "classes: {a: {label: A, phrases: []}, b: {label: B, phrases: []}, c: {label: C, phrases: []}}";
  yaml.set(
    "codebook/codebook.yaml",
    yaml.get("codebook/codebook.yaml")!.replace("terms: Free.", `terms: Free., ${classes}`),
  );
  yaml.set("codebook/studies.yaml", STUDY);
  book = await createBook(newFolder(), { codebook: yaml, by: "tester" });
  const files = new Map([
    ["facts/source.csv", "id,title\ns1,Paper one\ns2,Paper two\n"],
    ["facts/deal.csv", DEALS],
    ["facts/series-score.csv", scores()],
  ]);
  await addFacts(book, { by: "tester", files });
});

afterAll(async () => {
  await book.close();
  removeFolders();
});

const study = () => studyOf(book, "after-deals");

test("a panel comes from a recorded query and says what it leaves out", async () => {
  const panel = await buildPanel(book, study().panel);
  expect(panel.frame.rows).toBe(110);
  expect(panel.dropped).toEqual([
    { reason: "First deal: records of the country bear no date", rows: 10, countries: ["CPV"] },
  ]);
  const deal = panel.treatments["deal"]!;
  expect(deal.first).toEqual(FIRST);
  expect(deal.undated).toEqual(["CPV"]);
  expect(deal.outside).toEqual(["ZWE"]);
  expect(deal.never).toHaveLength(6);
  const { rows } = await book.query(panel.query);
  expect(rows).toHaveLength(120);
  expect(rows.find(row => row["country"] === "AGO" && row["year"] === 2018)).toMatchObject({
    deal: 1,
    deal_first: expect.anything(),
    deal_count: expect.anything(),
    deal_records: ["d1", "d5"],
    start: "high",
  });
  expect(panel.digest).toMatch(/^[0-9a-f]{64}$/);
  expect((await buildPanel(book, study().panel)).digest).toBe(panel.digest);
});

test("a study finds the effect that was put in, with every estimator, and lists the model that cannot run", async () => {
  const result = await estimateStudy(await buildPanel(book, study().panel), study());
  const [part] = result.staggered;
  expect(part!.report.estimates.length).toBeGreaterThanOrEqual(7);
  for (const { terms } of part!.report.estimates)
    expect(Math.abs(terms[0]!.estimate - EFFECT)).toBeLessThan(0.15);
  expect(part!.report.support.find(({ at }) => at === 0)).toEqual({ at: 0, units: 5 });
  const [table] = result.tables;
  expect(table!.headings).toEqual(["number", "by start"]);
  expect(table!.refused).toMatchObject([{ heading: "wrong", reason: expect.stringContaining("nothing") }]);
  expect(table!.scatter!.bins.reduce((sum, { rows }) => sum + rows, 0)).toBe(11);
});

test("a coefficient leads to its observations, their records and the sources of these", async () => {
  const panel = await buildPanel(book, study().panel);
  const name = "dose/number/deal_count";
  const target = targetOf(study(), name);
  const found = await explain(book, panel, { study: "after-deals", name, target });
  const sum = found.observations.reduce((total, { weight, outcome }) => total + weight! * outcome, 0);
  const result = await estimateStudy(panel, study());
  expect(sum).toBeCloseTo(result.tables[0]!.estimates[0]!.terms[0]!.estimate, 8);
  const angola = found.countries.find(({ country }) => country === "AGO")!;
  expect(angola.records.map(({ record }) => record)).toEqual(["d1", "d5"]);
  expect(angola.records[0]!.sources).toMatchObject([{ id: "s1", title: "Paper one" }]);
  expect(found.outcomeSources).toMatchObject([{ id: "s1" }]);

  const event = await explain(book, panel, {
    study: "after-deals",
    name: "score/event::0",
    target: targetOf(study(), "score/event::0"),
  });
  const treated = event.observations.filter(({ role }) => role === "treated");
  expect(Object.fromEntries(treated.map(({ country, year }) => [country, year]))).toEqual(FIRST);
  expect(() => targetOf(study(), "score/nothing")).toThrowError(/no coefficient/);
});

test("a kept estimate is current until a statement behind it changes, and then says which", async () => {
  const panel = await buildPanel(book, study().panel);
  const result = await estimateStudy(panel, study());
  const entry = await keepEstimate(book, panel, result, { by: "tester", study: "after-deals", label: "x" });
  const [kept] = await keptEstimates(book);
  expect(kept).toMatchObject({ seq: entry.seq, digest: panel.digest, asOf: panel.asOf });
  expect(kept!.coefficients.map(({ name }) => name)).toContain("dose/number/deal_count");
  expect((await findEstimate(book, "after-deals"))?.seq).toBe(entry.seq);
  await expect(findEstimate(book, "1")).rejects.toThrowError(/holds no estimate/);
  expect(await staleEstimates(book)).toMatchObject([{ state: "current", cells: [], records: [] }]);

  const noted = DEALS.replace("d4,Bolt,BWA,2016,,,,,,,s2", "d4,Bolt,BWA,2016,,,,,,seen,s2");
  await addFacts(book, { by: "tester", files: new Map([["facts/deal.csv", noted]]) });
  const [restated] = await staleEstimates(book);
  expect(restated).toMatchObject({ state: "restated", cells: [], now: panel.digest });
  expect(restated!.records).toMatchObject([{ record: "d4", change: "restated" }]);

  const moved = noted.replace("d4,Bolt,BWA,2016", "d4,Bolt,BWA,2018");
  await addFacts(book, { by: "tester", files: new Map([["facts/deal.csv", moved]]) });
  const [changed] = await staleEstimates(book);
  expect(changed!.state).toBe("changed");
  expect(changed!.cells).toContainEqual({
    country: "BWA",
    year: "2016",
    column: "deal",
    before: "1",
    after: "0",
  });

  const then = await book.asOf(entry.seq);
  expect((await buildPanel(then, study().panel)).digest).toBe(panel.digest);
  await then.close();
});

test("an unknown study is told which there are", () => {
  expect(() => studyOf(book, "nothing")).toThrowError(/after-deals/);
});

test("threads of their own say what this one says, and the result comes back from text as it was", async () => {
  const study = studyOf(book, "after-deals");
  const twice = { ...study, staggered: { ...study.staggered, again: study.staggered["score"]! } };
  const panel = await buildPanel(book, study.panel);
  const timeless = (result: object) =>
    JSON.parse(toExactJson(result).replace(/"milliseconds":[\d.e-]+/g, '"milliseconds":0'));
  const here = await estimateStudy(panel, twice);
  const apart = await estimateStudyApart(panel, twice);
  expect(timeless(apart)).toEqual(timeless(here));
  expect(fromExactJson(toExactJson(here))).toEqual(here);
  expect(fromExactJson(toExactJson([Number.NaN, -0, -1 / 0, { a: 1 / 0 }]))).toEqual([
    Number.NaN,
    -0,
    Number.NEGATIVE_INFINITY,
    { a: Number.POSITIVE_INFINITY },
  ]);
  expect(await estimatingCode()).toMatch(/^[0-9a-f]{64}$/);
});
