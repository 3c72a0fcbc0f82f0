import { expect, test } from "vitest";
import type { Codebook, Kind } from "../../../codebook/types.ts";
import { duckBook } from "../../testing/duck-book.ts";
import { undercountOfKind } from "./of-kind.ts";

const REPORTERS = `SELECT r.record, r.source, CASE WHEN s.kind = 'paper' THEN 'press' ELSE s.kind END AS list
FROM record_source AS r JOIN source AS s ON s.id = r.source WHERE r.kind = 'visit'`;

function codebookOf(reporters?: string): Codebook {
  const kind = { id: "visit", cited: false, fields: [], ...(reporters && { reporters }) } as unknown as Kind;
  const source = {
    id: "source",
    cited: true,
    fields: [{ id: "kind", type: "code", many: false, sensitive: false }],
  } as unknown as Kind;
  return { kinds: new Map([kind, source].map(each => [each.id, each])) } as unknown as Codebook;
}

/** Visits v0 to v59 as three sorts of source report them; each record is an event of its own, but that w is v0 again. */
const SETUP = `
CREATE TABLE source AS SELECT * FROM (VALUES ('p', 'paper'), ('n', 'ngo'), ('m', 'ministry'), ('p2', 'paper')) AS t(id, kind);
CREATE TABLE record_source AS
  SELECT 'v' || i AS record, 'visit' AS kind, s.id AS source FROM range(60) AS r(i), source AS s
  WHERE (s.id = 'p' AND i % 2 = 0) OR (s.id = 'n' AND i % 3 = 0) OR (s.id = 'm' AND i % 5 = 0) OR (s.id = 'p2' AND i % 4 = 0)
  UNION ALL SELECT 'w', 'visit', 'm';
CREATE TABLE event_record AS
  SELECT CASE WHEN record = 'w' THEN 'v0' ELSE record END AS event, kind, record FROM record_source GROUP BY ALL;`;

const QUICK = { draws: 0, methods: ["chao-lower-bound", "loglinear-bic"] };

test("a case is an event, and it is on a list once however many sources of that sort report it", async () => {
  const result = await undercountOfKind(await duckBook(codebookOf(REPORTERS), SETUP), "visit", QUICK);
  expect(result.lists).toEqual(["press", "ngo", "ministry"]);
  // Numbers below 60 that 2, 3 or 5 divides.
  expect(result.observed).toBe(
    Array.from({ length: 60 }, (_, i) => i).filter(i => i % 2 === 0 || i % 3 === 0 || i % 5 === 0).length,
  );
  expect(result.notes[0]).toMatch(/that visit declares/);
});

test("without declared reporters the field of the sources makes the lists", async () => {
  const result = await undercountOfKind(await duckBook(codebookOf(), SETUP), "visit", QUICK);
  expect(result.lists).toEqual(["paper", "ngo", "ministry"]);
  expect(result.notes[0]).toMatch(/each kind of source/);
});

test("a source that copied is no list of its own, and is counted", async () => {
  const book = await duckBook(codebookOf(REPORTERS), SETUP);
  const all = await undercountOfKind(book, "visit", QUICK);
  const copies = new Map([
    ["v0", new Set(["p", "p2"])],
    ["v6", new Set(["p"])],
  ]);
  const without = await undercountOfKind(book, "visit", { ...QUICK, copies });
  expect(without.notes.join()).toContain("3 reports were left out");
  expect(without.observed).toBe(all.observed);
  expect(without.estimates[0]!.value).not.toBe(all.estimates[0]!.value);
});

test("pairs that may be one event are drawn, and their estimate stands beside the others", async () => {
  const book = await duckBook(codebookOf(REPORTERS), SETUP);
  const links = [
    { records: ["v2", "v3"], probability: 0.5 },
    { records: ["v0", "w"], probability: 0.5 },
    { records: ["v4", "nothing"], probability: 0.5 },
  ] as const;
  const result = await undercountOfKind(book, "visit", { ...QUICK, links });
  const drawn = result.estimates.at(-1)!;
  expect(drawn.method).toBe("loglinear-bic, links drawn");
  // One pair is open: v0 and w are one event already, and the third names no event.
  expect(result.notes.join()).toContain("1 pairs of events may be one (0.5 expected)");
  const { mean_observed: mean } = drawn.diagnostics;
  expect(mean).toBeGreaterThan(result.observed - 1);
  expect(mean).toBeLessThan(result.observed);
  expect(result.warnings.join()).not.toMatch(/stands twice/);
  expect((await undercountOfKind(book, "visit", QUICK)).warnings.join()).toMatch(/stands twice/);
});
