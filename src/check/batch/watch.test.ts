import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addFacts } from "../../book/index.ts";
import { appeal } from "../appeal/make.ts";
import { checkBytes } from "../bytes.ts";
import { articlePath, shippedBook, type TestBook, withoutRows } from "../testing/shipped.ts";
import { recordLook } from "./looks.ts";
import { lookAgain } from "./watch.ts";
import type { WatchedArticle } from "./watch-types.ts";

const TEXT = Buffer.from("China has given nearly 900 training sessions to foreign police since 2000.");
const COUNTS = ["ctx-carnegie-trainings", "chn-fig-economist-sessions"];
/** Facts that the claim is held against; a smaller book is quicker as of its earlier entries. */
const NEEDED = /^(source|entity)/;

let shipped: TestBook;
let article: WatchedArticle;
let figures: string;
beforeAll(async () => {
  figures = await readFile(join(articlePath(""), "../facts/figure.csv"), "utf8");
  shipped = await shippedBook({
    change: (name, facts) =>
      name === "figure.csv" ? withoutRows(facts, COUNTS) : NEEDED.test(name) ? facts : null,
  });
  const { book } = shipped;
  const sha256 = await book.put(TEXT);
  const data = { role: "article", name: "text.txt" };
  const { seq } = await book.append({ by: "test", act: "capture", data, objects: [sha256] });
  article = { sha256, name: "text.txt", title: "", mime: "", seq };
});
afterAll(() => shipped.remove());

const look = () => lookAgain([article], shipped.book);
const takeFigures = (text: string) =>
  addFacts(shipped.book, { by: "test", files: new Map([["facts/figure.csv", text]]) });

describe("a kept article", () => {
  it("is as it was while nothing comes in, and no look is written", async () => {
    const watched = await look();
    expect(watched.articles[0]).toMatchObject({ since: article.seq, moves: [], touched: 0, claims: 1 });
    expect(await recordLook(shipped.book, watched, "test")).toBeNull();
  });

  it("says which finding moved, from what to what, and because of which entry", async () => {
    const { book } = shipped;
    await book.append({ by: "test", act: "decide", data: { note: "of something else" } });
    const brought = await takeFigures(figures);
    await book.append({ by: "test", act: "decide", data: { note: "of something else again" } });
    const watched = await look();
    expect(watched.articles[0]?.moves).toMatchObject([
      {
        claim: "c1",
        before: "unverifiable",
        after: "supported",
        because: { seq: brought?.seq, act: "facts", by: "test", about: "facts/figure.csv" },
      },
    ]);
    expect(JSON.stringify(await look())).toBe(JSON.stringify(watched));
  });

  it("is compared with the last look that was recorded", async () => {
    const { book } = shipped;
    const { seq } = book.head;
    expect(await recordLook(book, await look(), "test")).toBe(seq + 1);
    expect((await look()).articles[0]).toMatchObject({ since: seq, moves: [] });
    await takeFigures(withoutRows(figures, COUNTS));
    expect((await look()).articles[0]?.moves).toMatchObject([{ before: "supported", after: "unverifiable" }]);
  });

  it("moves by a person's correction too, and names that entry", async () => {
    const { book } = shipped;
    await recordLook(book, await look(), "test");
    const { document, claims } = await checkBytes(TEXT, book, { name: "text.txt" });
    const appealed = { sha256: document.sha256, claim: claims[0]!, measure: claims[0]!.measure };
    const signed = { by: "A. Editor", reason: "seen by the desk" };
    const { seq } = await appeal(book, appealed, { ...signed, change: { verdict: "disputed" } });
    expect((await look()).articles[0]?.moves).toMatchObject([
      { after: "disputed", because: { seq, act: "decide", by: "A. Editor" } },
    ]);
  });

  it("whose bytes are not there is said to be not looked at", async () => {
    const { articles } = await lookAgain([{ ...article, sha256: "0".repeat(64) }], shipped.book);
    expect(articles[0]).toMatchObject({ moves: [], unread: "its bytes were redacted" });
  });
});
