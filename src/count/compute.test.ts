import { afterAll, beforeAll, expect, test } from "vitest";
import type { Book } from "../book/types.ts";
import { loadCodebook } from "../codebook/index.ts";
import { computeIndicator } from "./compute.ts";
import { indicatorCsv } from "./csv.ts";
import { formatIndicator } from "./format.ts";
import { duckBook } from "./testing/duck-book.ts";

const CODEBOOK = `
codebook: {id: t, title: T, version: "1"}
measures:
  sessions: {label: sessions, description: Sessions held., unit: session, period: cumulative}
lists:
  topic: {label: topic, codes: {swat: swat, border: border, k9: dogs}}
series:
  eiu:
    label: EIU
    maker: EIU
    unit: class
    terms: none
    classes: {free: {label: free, phrases: [free]}, hybrid: {label: hybrid, phrases: [hybrid]}, closed: {label: closed, phrases: [closed]}}
indicators:
  sessions:
    label: Sessions
    description: Sessions documented.
    unit: session
    measure: sessions
    sql: &sessions |
      SELECT t.id AS counted, t.id AS record, t.provider, r.recipient, c.region, o.topic, EXTRACT(YEAR FROM t.start_start) AS year
      FROM training AS t
      LEFT JOIN UNNEST(t.recipients) AS r(recipient) ON TRUE
      LEFT JOIN country AS c ON c.code = r.recipient
      LEFT JOIN UNNEST(t.topics) AS o(topic) ON TRUE
    dimensions: {provider: country, recipient: country, region: text, topic: topic, year: year}
    by: [year]
    interval: floor
    chart: line
  countries:
    label: Countries
    description: Countries documented.
    unit: country
    measure: sessions
    sql: |
      SELECT r.recipient AS counted, t.id AS record, t.provider FROM training AS t CROSS JOIN UNNEST(t.recipients) AS r(recipient)
    dimensions: {provider: country}
    interval: floor
    chart: map
  share:
    label: Share
    description: Share of a class.
    unit: percent
    measure: sessions
    statistic: share
    sql: |
      SELECT s.country AS counted, t.id AS record, s.category AS regime, s.year, t.provider
      FROM series AS s JOIN (SELECT id, provider, u.c FROM training CROSS JOIN UNNEST(recipients) AS u(c)) AS t ON t.c = s.country
    base:
      sql: SELECT country AS counted, category AS regime, year FROM series
      dimensions: [regime, year]
    dimensions: {regime: class, year: year, provider: country}
    by: [regime]
    where: {year: latest}
    interval: floor
    chart: bar
  rate:
    label: Rate
    description: Per million.
    unit: session per million
    measure: sessions
    statistic: rate
    scale: 1000000
    sql: |
      SELECT t.id AS counted, t.id AS record, r.recipient FROM training AS t CROSS JOIN UNNEST(t.recipients) AS r(recipient)
    base:
      sql: SELECT code AS recipient, population AS value FROM people
      dimensions: [recipient]
    dimensions: {recipient: country}
    by: [recipient]
    interval: floor
    chart: dot
  joined-sessions:
    label: Joined
    description: Of records that were joined to others.
    unit: session
    measure: sessions
    sql: SELECT j.event AS counted, j.record FROM joined AS j LEFT JOIN source AS s ON FALSE
    dimensions: {}
    interval: floor
    chart: bar
  hhi:
    label: Concentration
    description: Of providers.
    unit: index
    measure: sessions
    statistic: concentration
    sql: |
      SELECT id AS counted, id AS record, provider AS part, EXTRACT(YEAR FROM start_start) AS year FROM training
    dimensions: {year: year}
    interval: exact
    chart: line
  opinion:
    label: Opinion
    description: Of respondents.
    unit: percent
    measure: sessions
    statistic: published
    sql: |
      SELECT id AS counted, id AS record, value, CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, 'exact' AS qualifier, n AS size, moment, place FROM poll
    dimensions: {place: text}
    by: [place]
    interval: wilson
    chart: dot
  figures:
    label: Figures
    description: As published.
    unit: percent
    measure: sessions
    statistic: published
    sql: |
      SELECT id AS counted, id AS record, value, CAST(NULL AS DOUBLE) AS low, CAST(NULL AS DOUBLE) AS high, hedge AS qualifier, NULL AS size, moment, place FROM poll
    dimensions: {place: text}
    by: [place]
    interval: published
    chart: dot
`;

const KINDS = `
kind:
  id: source
  label: source
  plural: sources
  description: A source.
  name: "{title}"
  sentence: "{title}"
  identify: [title]
  cited: true
  sourced: false
  fields:
    title: {type: text, label: title, description: Title.}
    language: {type: text, label: language, description: Language.}
`;
const TRAINING = `
kind:
  id: training
  label: training
  plural: trainings
  description: A training.
  name: "{provider}"
  sentence: "{provider}"
  identify: [provider]
  when: start
  where: recipients
  fields:
    provider: {type: country, label: provider, description: Provider.}
    recipients: {type: country, label: recipients, description: Recipients., many: true}
    topics: {type: code, list: topic, label: topics, description: Topics., many: true}
    start: {type: date, label: start, description: Start.}
`;

const SETUP = `
CREATE TABLE country AS FROM (VALUES ('CHN','China','Asia'),('USA','United States','Americas'),('KAZ','Kazakhstan','Asia'),('FJI','Fiji','Oceania'),('SLB','Solomon Islands','Oceania')) AS c(code, name, region);
CREATE TABLE joined(kind VARCHAR, record VARCHAR, event VARCHAR);
CREATE TABLE source AS FROM (VALUES ('s1','One','en'),('s2','Two','ru')) AS s(id, title, language);
CREATE TABLE training AS FROM (VALUES
  ('a', 'CHN', ['KAZ'], ['swat','border'], DATE '2019-03-01'),
  ('b', 'CHN', ['KAZ','FJI'], ['swat'], DATE '2019-06-01'),
  ('c', 'USA', ['FJI'], CAST([] AS VARCHAR[]), DATE '2021-01-01'),
  ('d', 'CHN', CAST([] AS VARCHAR[]), ['border'], NULL),
  ('e', NULL, ['SLB'], ['border'], DATE '2021-01-01')
) AS t(id, provider, recipients, topics, start_start);
CREATE TABLE record_source AS FROM (VALUES ('a','training','s1'),('a','training','s2'),('b','training','s2'),('c','training','s1'),('d','training','s1'),('e','training','s1')) AS r(record, kind, source);
CREATE SCHEMA base;
CREATE MACRO base.key_of(record) AS hash(record);
CREATE VIEW base.record_source AS SELECT *, base.key_of(record) AS key FROM main.record_source;
CREATE TABLE series AS FROM (VALUES ('KAZ',2019,'closed'),('FJI',2019,'closed'),('KAZ',2020,'closed'),('FJI',2020,'hybrid'),('SLB',2020,'hybrid'),('USA',2020,'free')) AS s(country, year, category);
CREATE TABLE people AS FROM (VALUES ('KAZ', 20000000.0),('FJI', 1000000.0)) AS p(code, population);
CREATE TABLE poll AS FROM (VALUES ('p1', 40.0, 100, '2020', 'KAZ', 'exact'),('p2', 50.0, 1000, '2021', 'KAZ', 'exact'),('p3', 30.0, NULL, '2021', 'FJI', 'over')) AS p(id, value, n, moment, place, hedge);
`;

let book: Book;
beforeAll(async () => {
  const codebook = loadCodebook(
    new Map([
      ["a.yaml", CODEBOOK],
      ["source.yaml", KINDS],
      ["training.yaml", TRAINING],
    ]),
  );
  book = await duckBook(codebook, SETUP);
});
afterAll(() => book.close());

test("a count over records is a floor with the records behind each cell", async () => {
  const { rows, as_of, unit } = await computeIndicator(book, "sessions", { by: ["year", "provider"] });
  expect(as_of).toBe("7:h");
  expect(unit).toBe("session");
  expect(rows).toEqual([
    cell({ year: "", provider: "CHN" }, ["d"]),
    cell({ year: "2019", provider: "CHN" }, ["a", "b"]),
    cell({ year: "2021", provider: "" }, ["e"]),
    cell({ year: "2021", provider: "USA" }, ["c"]),
  ]);
});

function cell(by: Record<string, string>, records: string[], value = records.length) {
  return { by, value, low: value, high: null, method: "documented, at least", records };
}

test("a year without records is absent and not a zero", async () => {
  const { rows } = await computeIndicator(book, "sessions");
  expect(rows.map(row => row.by["year"])).toEqual(["", "2019", "2021"]);
  const none = await computeIndicator(book, "sessions", { by: [], where: { topic: "k9" } });
  expect(none.rows).toEqual([]);
  expect(formatIndicator(none)).toContain("not a zero");
});

test("a thing with two topics counts once in the total and once for each topic", async () => {
  expect((await computeIndicator(book, "sessions", { by: [] })).rows[0]!.value).toBe(5);
  const { rows } = await computeIndicator(book, "sessions", { by: ["topic"] });
  expect(rows.map(row => [row.by["topic"], row.value])).toEqual([
    ["", 1],
    ["border", 3],
    ["swat", 2],
  ]);
});

test("records of one event count once, all of them standing behind the cell", async () => {
  const joined = await duckBook(
    book.codebook,
    `${SETUP}\nINSERT INTO joined VALUES ('training', 'a', 'a'), ('training', 'b', 'a');`,
  );
  try {
    const { rows } = await computeIndicator(joined, "sessions", { by: ["year"], where: { provider: "CHN" } });
    expect(rows).toEqual([cell({ year: "" }, ["d"]), cell({ year: "2019" }, ["a", "b"], 1)]);
    // Its rows come from a view of records of every kind, of which the query names none.
    expect((await computeIndicator(joined, "joined-sessions")).coverage).toMatchObject({
      records: 2,
      sources: 2,
    });
    const countries = await computeIndicator(joined, "countries", { by: [], where: { provider: "CHN" } });
    expect(countries.rows).toEqual([cell({}, ["a", "b"], 2)]);
  } finally {
    await joined.close();
  }
});

test("values may be several, and years a range", async () => {
  const both = await computeIndicator(book, "sessions", {
    by: ["provider"],
    where: { provider: "CHN;USA", year: "2018..2021" },
  });
  expect(both.rows).toEqual([cell({ provider: "CHN" }, ["a", "b"]), cell({ provider: "USA" }, ["c"])]);
});

test("a count of countries counts each once", async () => {
  const { rows } = await computeIndicator(book, "countries", { by: [], where: { provider: "CHN" } });
  expect(rows).toEqual([cell({}, ["a", "b"], 2)]);
});

test("a share has its base and says which year it took", async () => {
  const result = await computeIndicator(book, "share", { where: { provider: "CHN" } });
  expect(result.where).toEqual({ year: "2020", provider: "CHN" });
  expect(
    result.rows.map(({ by, value, high, method, numerator, denominator }) => ({
      by,
      value,
      high,
      method,
      numerator,
      denominator,
    })),
  ).toEqual([
    {
      by: { regime: "closed" },
      value: 100,
      high: null,
      method: "documented, at least",
      numerator: 1,
      denominator: 1,
    },
    {
      by: { regime: "hybrid" },
      value: 50,
      high: null,
      method: "documented, at least",
      numerator: 1,
      denominator: 2,
    },
  ]);
  const earlier = await computeIndicator(book, "share", {
    by: ["regime", "provider"],
    where: { year: "2019" },
  });
  expect(earlier.rows.map(row => [row.by["provider"], row.value])).toEqual([
    ["CHN", 100],
    ["USA", 50],
  ]);
});

test("a dimension that is broken out is not kept to its latest value", async () => {
  const { rows } = await computeIndicator(book, "share", { by: ["year", "regime"] });
  expect(rows.map(row => `${row.by["year"]} ${row.by["regime"]}`)).toEqual([
    "2019 closed",
    "2020 closed",
    "2020 hybrid",
  ]);
});

test("a rate divides by what the base has, and a country without a denominator has none", async () => {
  const { rows } = await computeIndicator(book, "rate");
  expect(rows.map(row => [row.by["recipient"], row.value])).toEqual([
    ["FJI", 2],
    ["KAZ", 0.1],
  ]);
});

test("a concentration says what it left out", async () => {
  const { rows } = await computeIndicator(book, "hhi", { by: [] });
  expect(rows[0]!.value).toBeCloseTo((9 + 1) / 16, 12);
  expect(rows[0]!.method).toContain("1 of 5 without a named part left out");
  expect(rows[0]!.low!).toBeLessThan(rows[0]!.value);
});

test("a published share has a Wilson interval where the sample is known, and none where it is not", async () => {
  const { rows } = await computeIndicator(book, "opinion");
  expect(rows.map(row => [row.by["place"], row.value])).toEqual([
    ["FJI", 30],
    ["KAZ", 50],
  ]);
  expect(rows[0]).toMatchObject({ low: null, high: null });
  expect(rows[0]!.method).toContain("not stated");
  expect(rows[1]!.low).toBeCloseTo(46.91, 2);
  expect(rows[1]!.high).toBeCloseTo(53.09, 2);
});

test("published figures of one cell show their range, and a hedge leaves the open end open", async () => {
  const { rows } = await computeIndicator(book, "figures");
  expect(rows[1]).toMatchObject({ value: 50, low: 40, high: 50 });
  expect(rows[0]).toMatchObject({ value: 30, low: 30, high: null });
  expect(rows[0]!.method).toContain("more than");
});

test("the printed query gives the numbers", async () => {
  for (const id of book.codebook.indicators.keys()) {
    const { query, rows } = await computeIndicator(book, id);
    const again = await book.sql<{ value: number }>(query);
    expect(again.map(row => row.value)).toEqual(rows.map(row => row.value));
  }
});

test("coverage says which languages, regions and years the evidence is from", async () => {
  const { coverage } = await computeIndicator(book, "sessions", { where: { provider: "CHN" } });
  expect(coverage).toEqual({
    records: 3,
    sources: 2,
    languages: { en: 1, ru: 1 },
    regions: { Asia: 2, "": 1, Oceania: 1 },
    years: { "": 1, "2019": 2 },
  });
});

test("unknown names and values are refused with what is allowed", async () => {
  await expect(computeIndicator(book, "sesions")).rejects.toThrow(
    /no indicator "sesions" \(expected sessions, .*did you mean sessions/,
  );
  await expect(computeIndicator(book, "sessions", { by: ["topics"] })).rejects.toThrow(
    /expected provider, recipient, region, topic, year.*did you mean topic/,
  );
  await expect(computeIndicator(book, "sessions", { where: { provider: "CHX" } })).rejects.toThrow(
    /no provider "CHX".*did you mean CHN/,
  );
  await expect(computeIndicator(book, "sessions", { where: { provider: "china" } })).rejects.toThrow(
    /did you mean CHN \(China\)/,
  );
  await expect(computeIndicator(book, "sessions", { where: { topic: "cats" } })).rejects.toThrow(
    /swat, border, k9/,
  );
  await expect(computeIndicator(book, "sessions", { where: { topic: "ord" } })).rejects.toThrow(
    /did you mean border/,
  );
  await expect(computeIndicator(book, "sessions", { where: { year: "last" } })).rejects.toThrow(
    /2010\.\.2019/,
  );
  await expect(
    computeIndicator(book, "share", { where: { regime: "x'; DROP TABLE training; --" } }),
  ).rejects.toThrow(/expected free, hybrid, closed/);
});

test("the terminal table names dimensions, interval, method, coverage and entry", async () => {
  const text = formatIndicator(await computeIndicator(book, "share"));
  expect(text).toMatch(/regime +value +low +high +of +records/);
  expect(text).toContain("2/2");
  expect(text).toContain("unit: percent");
  expect(text).not.toContain("free");
  expect(text).toContain("where: year = 2020");
  expect(text).toContain("languages en 1, ru 1");
  expect(text).toContain("as of: 7:h");
});

test("the terminal table gives names, and the value beside a name that does not give it away", async () => {
  const result = await computeIndicator(book, "sessions", { by: ["provider"] });
  const values = result.rows.map(row => row.by["provider"]!);
  const text = formatIndicator(result, { words: { provider: { CHN: "China", USA: "U.S.A." } } });
  expect(values).toContain("CHN");
  expect(text).toContain("China (CHN)");
  expect(formatIndicator(result, { words: { provider: { CHN: "c-h-n" } } })).not.toContain("(CHN)");
});

test("CSV carries interval, method and records", async () => {
  const text = indicatorCsv(await computeIndicator(book, "sessions", { by: ["provider"] }));
  expect(text.split("\n")[0]).toContain("provider,value,low,high,unit,method,as_of,records");
  expect(text).toContain('CHN,3,3,,session,"documented, at least",7:h,a;b;d');
});
