import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shippedBook, type TestBook } from "../testing/shipped.ts";
import { libraryOf } from "./library.ts";
import { askedStock, heldStock, type Stock } from "./stock.ts";

let shipped: TestBook;
let held: Stock;
let asked: Stock;

beforeAll(async () => {
  shipped = await shippedBook({ change: (name, text) => (name.startsWith("series") ? null : text) });
  const library = await libraryOf(shipped.book);
  held = heldStock(library!, shipped.book);
  asked = askedStock(shipped.book);
});
afterAll(() => shipped.remove());

/** What both stocks answer, having made sure that it is the same and something. */
async function both(ask: (stock: Stock) => Promise<readonly unknown[]>): Promise<readonly unknown[]> {
  const [first, second] = await Promise.all([ask(held), ask(asked)]);
  expect(first).toEqual(second);
  return first;
}

describe("what is held and what is asked for", () => {
  it("are the same figures", async () => {
    const measures = ["training-sessions", "cameras"];
    expect((await both(stock => stock.figures({ measures, studies: false }))).length).toBeGreaterThan(20);
    expect((await both(stock => stock.figures({ measures: [], studies: true }))).length).toBeGreaterThan(0);
    expect(await both(stock => stock.figures({ measures: [], studies: false }))).toEqual([]);
  });

  it("are the same records", async () => {
    for (const id of ["training", "deployment", "policy"]) {
      const kind = shipped.book.codebook.kinds.get(id)!;
      expect((await both(stock => stock.touching(kind, ["SRB", "SLB", "huawei"]))).length).toBeGreaterThan(0);
      expect((await both(stock => stock.all(kind))).length).toBeGreaterThan(50);
      expect(await both(stock => stock.touching(kind, []))).toEqual([]);
    }
  });

  it("are the same sources", async () => {
    const none = { studies: false, host: "", title: "", publishers: [], quoted: [] };
    expect((await both(stock => stock.sources({ ...none, studies: true }))).length).toBeGreaterThan(10);
    expect(
      (await both(stock => stock.sources({ ...none, publishers: ["carnegie"] }))).length,
    ).toBeGreaterThan(0);
    expect(
      (await both(stock => stock.sources({ ...none, quoted: ["police"], host: "doj.gov" }))).length,
    ).toBeGreaterThan(0);
    expect(await both(stock => stock.sources(none))).toEqual([]);
    const ids = ["ctx-bogus", "rwandaembassy-pscsc-2019"];
    expect(await both(stock => stock.sourcesOf(ids))).toHaveLength(1);
  });

  it("is read again when the book has grown", async () => {
    const before = await libraryOf(shipped.book);
    expect(await libraryOf(shipped.book)).toBe(before);
    await shipped.book.append({ by: "test", act: "decide", data: { judgement: "accept", record: "x" } });
    expect(await libraryOf(shipped.book)).not.toBe(before);
  });
});
