import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addFacts, createBook } from "../book/index.ts";
import type { Book } from "../book/types.ts";
import { parseCsv } from "../codebook/csv.ts";
import { computeIndicator } from "./compute.ts";
import { undercountOfKind } from "./undercount/records/of-kind.ts";

const SHIPPED = fileURLToPath(new URL("../../books/security/", import.meta.url));
const texts = (folder: string) =>
  new Map(
    readdirSync(join(SHIPPED, folder))
      .filter(name => /\.(csv|yaml)$/.test(name))
      .sort()
      .map(name => [`${folder}/${name}`, readFileSync(join(SHIPPED, folder, name), "utf8")]),
  );

let dir: string;
let book: Awaited<ReturnType<typeof createBook>>;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "custodes-count-"));
  book = await createBook(dir, { codebook: texts("codebook"), by: "test" });
  await addFacts(book, { by: "test", files: texts("facts") });
}, 120_000);

afterAll(async () => {
  await book.close();
  rmSync(dir, { recursive: true });
});

/** Rows of a facts file as objects: the second way to the same numbers. */
function facts(name: string): Record<string, string>[] {
  const [header, ...rows] = parseCsv(readFileSync(join(SHIPPED, "facts", `${name}.csv`), "utf8")).rows;
  return rows.map(row =>
    Object.fromEntries(header!.cells.map((column, at) => [column, row.cells[at] ?? ""])),
  );
}

describe("indicators of the shipped book", () => {
  test("every indicator has rows, and its printed query gives them to any reader", async () => {
    for (const id of book.codebook.indicators.keys()) {
      const { rows, query } = await computeIndicator(book, id);
      expect(rows.length, id).toBeGreaterThan(0);
      const again = await (book as Book).query(query);
      expect(
        again.rows.map(row => Number(row["value"])),
        id,
      ).toEqual(rows.map(row => row.value));
      for (const row of rows) expect(row.records.length, id).toBeGreaterThan(0);
    }
  });

  test("every indicator can be cut by each of its dimensions", async () => {
    for (const { id, dimensions } of book.codebook.indicators.values())
      for (const dimension of dimensions)
        expect(
          (await computeIndicator(book, id, { by: [dimension] })).rows.length,
          `${id} by ${dimension}`,
        ).toBeGreaterThan(0);
  });

  test("countries trained are those that the facts file names", async () => {
    const { rows } = await computeIndicator(book, "countries-trained", {
      by: [],
      where: { provider: "CHN" },
    });
    const countries = facts("training")
      .filter(row => row["provider"] === "CHN" && ["session", "programme"].includes(row["form"]!))
      .flatMap(row => row["recipients"]!.split(";").filter(Boolean));
    expect(rows[0]!.value).toBe(new Set(countries).size);
  });

  test("sessions by year are those that the facts file dates", async () => {
    const { rows } = await computeIndicator(book, "training-sessions-by-year", { by: ["year"] });
    const wanted = new Map<string, number>();
    for (const row of facts("training"))
      if (row["form"] === "session")
        wanted.set(row["began"]!.slice(0, 4), (wanted.get(row["began"]!.slice(0, 4)) ?? 0) + 1);
    expect(new Map(rows.map(row => [row.by["year"]!, row.value]))).toEqual(wanted);
  });

  test("the share of a regime class is recomputed from the class list and the trainings", async () => {
    const { rows, where } = await computeIndicator(book, "share-of-regime-trained", {
      where: { provider: "CHN", list: "eiu", year: "2024" },
    });
    expect(where["year"]).toBe("2024");
    const trained = new Set(
      facts("training")
        .filter(row => row["provider"] === "CHN" && ["session", "programme"].includes(row["form"]!))
        .flatMap(row => row["recipients"]!.split(";")),
    );
    for (const { by, value, numerator, denominator } of rows) {
      const members = facts("series-eiu")
        .filter(
          row =>
            row["measure"] === "eiu_democracy_index" &&
            row["year"] === "2024" &&
            row["category"] === by["regime"],
        )
        .map(row => row["country"]!);
      expect(denominator).toBe(members.length);
      expect(numerator).toBe(members.filter(country => trained.has(country)).length);
      expect(value).toBeCloseTo((100 * numerator!) / denominator!, 12);
    }
  });

  test("the state of a source is a country, and only governments and their media have one", async () => {
    const wrong = await book.sql(
      "SELECT id FROM source WHERE state IS NOT NULL AND (kind NOT IN ('government', 'state-media') OR state NOT IN (SELECT code FROM country))",
    );
    expect(wrong).toEqual([]);
  });

  test("the undercount of a kind takes its reporters as lists, and warns of what they share", async () => {
    const result = await undercountOfKind(book, "deployment", {
      draws: 0,
      methods: ["chao-lower-bound", "loglinear-bic"],
    });
    expect(result.observed).toBe(facts("deployment").length);
    expect(result.lists).toEqual(["press", "NGOs and reports", "academic data", "other"]);
    const trainings = await undercountOfKind(book, "training", { draws: 0, methods: ["chao-lower-bound"] });
    expect(trainings.lists).toEqual(["press", "state of the provider", "state of a recipient", "other"]);
    expect(result.warnings[0]).toMatch(/not independent/);
    await expect(undercountOfKind(book, "deploiment")).rejects.toThrow(/did you mean deployment/);
  });

  test("a decision that two trainings are one lowers the count by one, and its undoing raises it again", async () => {
    const total = async () =>
      (await computeIndicator(book, "training-sessions-by-year", { by: [], where: { provider: "CHN" } }))
        .rows[0]!;
    const before = await total();
    const decide = (judgement: string) =>
      book.append({
        by: "test",
        act: "decide",
        data: { judgement, kind: "training", records: before.records.slice(0, 2) },
      });
    await decide("same");
    const joined = await total();
    expect(joined.value).toBe(before.value - 1);
    expect(joined.records).toEqual(before.records);
    await decide("different");
    expect((await total()).value).toBe(before.value);
  });

  test("an old result comes out the same, byte for byte, as of its entry", async () => {
    const before = JSON.stringify(await computeIndicator(book, "countries-supplied"));
    const seq = book.head.seq;
    await book.append({ by: "test", act: "decide", data: { note: "something later" } });
    const then = await book.asOf(seq);
    try {
      expect(JSON.stringify(await computeIndicator(then, "countries-supplied"))).toBe(before);
    } finally {
      await then.close();
    }
  });
});

test("a poll's cell says how many figures stand in it, where it is cut without the question", async () => {
  const { rows } = await computeIndicator(book, "opinion-of-china", { by: ["country", "pollster", "year"] });
  const [cell] = rows.filter(({ records }) => records.length === 3);
  expect(cell?.method).toMatch(/; the latest of 3 figures, perhaps of other questions$/);
  const whole = await computeIndicator(book, "opinion-of-china");
  expect(whole.rows.every(({ method }) => !method.includes("the latest of"))).toBe(true);
  expect(whole.rows.every(({ by }) => by["country"] !== "")).toBe(true);
});
