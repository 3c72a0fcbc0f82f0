import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBook, type OpenBook } from "../../src/book/index.ts";
import { shippedBookFolder } from "../../src/import/index.ts";
import { readAssets } from "../../src/server/assets.ts";
import { createApp } from "../../src/server/index.ts";
import { LiveSite } from "../../src/server/live-site.ts";
import { CHECKED } from "./fixture.ts";

/** The shipped codebook without a record: what a new user sees first of a book of his own. */
const folder = join(shippedBookFolder(), "codebook");
const HOST = "127.0.0.1:4600";
let dir: string;
let book: OpenBook;
let ask: (path: string) => Response | Promise<Response>;
const log: string[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "custodes-empty-"));
  const names = (await readdir(folder)).filter(name => name.endsWith(".yaml"));
  const files = await Promise.all(
    names.map(async name => [name, await readFile(join(folder, name), "utf8")] as const),
  );
  book = await createBook(join(dir, "book"), { codebook: new Map(files), by: "test" });
  const site = new LiveSite(book, async () => CHECKED);
  const app = createApp({ site, assets: readAssets(), log: line => log.push(line) });
  ask = path => app.request(`http://${HOST}${path}`, { headers: { host: HOST } });
});
afterAll(async () => {
  await book.close();
  await rm(dir, { recursive: true, force: true });
});

test.each(["/", "/records", "/countries", "/entities", "/events", "/indicators", "/studies", "/series"])(
  "%s is a page in an empty book too",
  async path => {
    expect((await ask(path)).status).toBe(200);
  },
);

test("every indicator of an empty book has its page", async () => {
  for (const id of book.codebook.indicators.keys())
    expect([id, (await ask(`/indicators/${id}`)).status]).toEqual([id, 200]);
});

test("studies and undercounts say what the book lacks, and blame nobody's request", async () => {
  const paths = [...book.codebook.studies.keys()].map(id => `/studies/${id}`);
  for (const path of [...paths, "/undercount/training"]) {
    const page = await (await ask(path)).text();
    expect(page).toContain("The book holds too little for this page yet");
  }
  expect(log).toEqual([]);
});
