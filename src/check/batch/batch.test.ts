import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../codebook/errors.ts";
import { shippedBook, type TestBook } from "../testing/shipped.ts";
import { type BatchDocument, checkMany } from "./check-many.ts";
import { batchToCsv, batchToMarkdown, batchToTerminal } from "./export.ts";
import { treeLines } from "./label.ts";
import type { Batch, SpreadNode } from "./types.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

interface Page {
  readonly name: string;
  readonly publisher: string;
  readonly date: string;
  readonly text: string;
}

/** A page of a newspaper, as the web has them. */
const page = ({ name, publisher, date, text }: Page): BatchDocument => ({
  name,
  bytes: () =>
    Buffer.from(
      `<html lang="en"><head><title>A short page</title><meta property="og:site_name" content="${publisher}">${
        date === "" ? "" : `<meta property="article:published_time" content="${date}">`
      }</head><body><article><p>${text}</p></article></body></html>`,
    ),
});

const COUNTED = "China has given nearly 900 training sessions to foreign police since 2000";
const PAGES: readonly BatchDocument[] = [
  page({
    name: "first.html",
    publisher: "Harbour Post",
    date: "2025-11-01",
    text: `According to Carnegie, ${COUNTED}.`,
  }),
  page({
    name: "second.html",
    publisher: "Hill Gazette",
    date: "2025-11-05",
    text: `According to the Harbour Post, ${COUNTED}.`,
  }),
  page({
    name: "third.html",
    publisher: "Valley Times",
    date: "2025-11-09",
    text: `${COUNTED}. Access Now counted 296 shutdowns in 2024.`,
  }),
];
const many = (documents: readonly BatchDocument[]) => checkMany(documents, shipped.book);
const sessions = ({ recurring }: Batch) => recurring.find(({ value }) => value === 900)!;
const flat = (nodes: readonly SpreadNode[]): SpreadNode[] =>
  nodes.flatMap(node => [node, ...flat(node.children)]);
const at = (nodes: readonly SpreadNode[], name: string) => flat(nodes).find(node => node.name === name);

describe("a folder of articles", () => {
  it("has one row for a claim that recurs, with the articles that print it, oldest first", async () => {
    const batch = await many(PAGES);
    expect(sessions(batch)).toMatchObject({ measure: "training-sessions", subject: "CHN police training" });
    expect(sessions(batch).printings.map(({ article }) => article)).toEqual([
      "first.html",
      "second.html",
      "third.html",
    ]);
    expect(batch.recurring.some(({ value }) => value === 296)).toBe(false);
    expect(batch.single).toBe(1);
  });

  it("tells who retells whom, by whom they credit", async () => {
    const batch = await many(PAGES);
    const { spread } = sessions(batch);
    expect(spread[0]).toMatchObject({ kind: "counter", name: "Carnegie" });
    expect(at(spread[0]!.children, "first.html")).toMatchObject({
      by: "credits",
      children: [{ name: "second.html" }],
    });
    expect(spread.at(-1)).toMatchObject({ kind: "none", children: [{ name: "third.html" }] });
    expect(batch.retellings).toEqual([{ article: "second.html", of: "first.html", claims: 1 }]);
  });

  it("names the first with a date among articles and pages of the book", async () => {
    const early = page({ name: "zero.html", publisher: "Old Mail", date: "1999-01-02", text: `${COUNTED}.` });
    expect(sessions(await many([...PAGES, early])).first).toMatchObject({
      name: "zero.html",
      published: "1999-01-02",
    });
  });

  it("follows a link to another article before the words", async () => {
    const target = page({ name: "a.html", publisher: "", date: "", text: "" });
    const html = (body: string, url: string) =>
      Buffer.from(
        `<html><head><title>Page</title><link rel="canonical" href="${url}"></head><body><article><p>${body}</p></article></body></html>`,
      );
    const linked = await many([
      { ...target, bytes: () => html(`${COUNTED}.`, "https://a.example/story") },
      {
        name: "b.html",
        bytes: () =>
          html(
            `<a href="https://a.example/story?utm_source=x">As told</a>, ${COUNTED}.`,
            "https://b.example/",
          ),
      },
    ]);
    expect(linked.retellings).toEqual([{ article: "b.html", of: "a.html", claims: 1 }]);
  });

  it("never has two articles that retell each other, nor one that retells a later one", async () => {
    const circle = await many([
      page({
        name: "a.html",
        publisher: "Harbour Post",
        date: "",
        text: `According to the Hill Gazette, ${COUNTED}.`,
      }),
      page({
        name: "b.html",
        publisher: "Hill Gazette",
        date: "",
        text: `According to the Harbour Post, ${COUNTED}.`,
      }),
    ]);
    expect(circle.retellings).toHaveLength(1);
    const late = await many([
      page({
        name: "a.html",
        publisher: "Harbour Post",
        date: "2025-01-01",
        text: `According to the Hill Gazette, ${COUNTED}.`,
      }),
      page({ name: "b.html", publisher: "Hill Gazette", date: "2025-02-01", text: `${COUNTED}.` }),
    ]);
    expect(late.retellings).toEqual([]);
    for (const { recurring } of [circle, late])
      for (const { spread, printings } of recurring)
        expect(flat(spread).filter(({ kind }) => kind === "article")).toHaveLength(printings.length);
  });

  it("lists what cannot be read with the reason, and goes on", async () => {
    const { articles, unread } = await many([
      { name: "b.txt", bytes: () => new Uint8Array() },
      { name: "a.png", bytes: () => Buffer.from("\x89PNG\r\n\x1a\n\0\0", "latin1") },
      {
        name: "c.txt",
        bytes: () =>
          Promise.reject(new UserError({ code: "not-read", file: "c.txt", message: "may not be read" })),
      },
      ...PAGES,
    ]);
    expect(articles).toHaveLength(3);
    expect(unread.map(({ name }) => name)).toEqual(["a.png", "b.txt", "c.txt"]);
    expect(unread[1]?.reason).toMatch(/^the document is empty/);
  });

  it("gives the same bytes whatever the order of its articles", async () => {
    const [there, back] = [await many(PAGES), await many([...PAGES].reverse())];
    expect(JSON.stringify(back)).toBe(JSON.stringify(there));
  });

  it("does not pass faults off as unreadable documents", async () => {
    const broken = { name: "a.txt", bytes: () => Promise.reject(new Error("disk on fire")) };
    await expect(many([broken])).rejects.toThrow("disk on fire");
  });
});

describe("a batch in print", () => {
  it("draws the spread of a number as a tree", () => {
    const node = (own: Partial<SpreadNode>): SpreadNode => ({
      kind: "article",
      name: "",
      publisher: "",
      published: "",
      by: "",
      children: [],
      ...own,
    });
    const leaf = node({ name: "b.html", published: "2025", by: "credits" });
    const tree = [
      node({ kind: "counter", name: "Carnegie", children: [node({ name: "a.html", children: [leaf] })] }),
      node({ kind: "none", children: [node({ name: "c.html" })] }),
    ];
    expect(treeLines(tree)).toEqual([
      "├─ Carnegie: counted it, as the book has it",
      "│  └─ a.html",
      "│     └─ b.html, 2025 (credits it)",
      "└─ nobody named",
      "   └─ c.html",
    ]);
  });

  it("is a table, a page for the desk, and lines for a terminal, in which nothing of a text is a command", async () => {
    const evil = page({
      name: "=cmd|'x'.html",
      publisher: "Mail",
      date: "2025-12-01",
      text: `According to \u001b[2J &lt;b&gt;Carnegie, ${COUNTED}.`,
    });
    const batch = await many([...PAGES, evil]);
    const options = { codebook: shipped.book.codebook };
    const csv = batchToCsv(batch, options);
    expect(csv.split("\r\n")[0]).toMatch(/^articles,claim,measure,value/);
    expect(csv).not.toMatch(/(^|,)=cmd/m);
    expect(csv.trimEnd().split("\r\n")).toHaveLength(5);
    expect(batchToTerminal(batch, options)).not.toContain("\u001b");
    expect(batchToTerminal(batch, options)).toContain("4 x 900 ");
    expect(batchToMarkdown(batch, options)).toContain("## Claims that recur");
    expect(batchToMarkdown(batch, options)).not.toMatch(/\| =cmd\|/);
  });
});
