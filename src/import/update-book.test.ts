import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openBook } from "../book/index.ts";
import { formatProblem, UserError } from "../codebook/index.ts";
import { readBookFolder } from "./book-folder.ts";
import { bringUpToDate, isCurrent } from "./shipped-book.ts";
import { articlesOf, buildBook, updateBook } from "./update-book.ts";

const base = fileURLToPath(new URL("../../cases/facts/base/", import.meta.url));

let home: string;
let folder: string;
let dir: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "custodes-import-"));
  folder = join(home, "lanterns");
  dir = join(home, "book");
  const only = (end: string) => ({
    recursive: true,
    filter: (path: string) => path.endsWith("base/") || path.endsWith(end),
  });
  await cp(base, join(folder, "codebook"), only(".yaml"));
  await cp(base, join(folder, "facts"), only(".csv"));
  await mkdir(join(folder, "articles"));
  await writeFile(join(folder, "articles", "feast.txt"), "1,200 lanterns were lit.");
  await writeFile(join(folder, "articles", "README.md"), "What these texts are.");
});

afterEach(() => rm(home, { recursive: true, force: true }));

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, file), "utf8");
  expect(text).toContain(from);
  await writeFile(join(folder, file), text.replace(from, to));
}

const actsOf = async (book: { entries(): AsyncIterable<{ act: string }> }) => {
  const acts: string[] = [];
  for await (const { act } of book.entries()) acts.push(act);
  return acts;
};

const rowsOf = (book: { sql(sql: string): Promise<unknown[]> }) =>
  book.sql("SELECT id, title FROM festival ORDER BY id");

test("a folder becomes a book with its facts and its articles", async () => {
  const book = await buildBook(dir, folder, { by: "tester" });
  expect(await rowsOf(book)).toEqual([{ id: "lake-2019", title: "Feast of the Lake" }]);
  expect(await book.sql("SELECT country, value FROM series")).toEqual([{ country: "KAZ", value: 12.5 }]);
  const articles = await articlesOf(book);
  expect([...articles.keys()]).toEqual(["feast.txt"]);
  expect(Buffer.from((await book.get(articles.get("feast.txt")!))!).toString()).toBe(
    "1,200 lanterns were lit.",
  );
  await book.close();
});

test("a folder with problems makes no book, and tells all of them", async () => {
  await edit("facts/festival.csv", "KAZ", "KZA");
  await edit("facts/guild.csv", "gazette-2019", "gazete-2019");
  const error = await buildBook(dir, folder, { by: "tester" }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).problems.map(formatProblem)).toEqual([
    'facts/festival.csv:2: country: unknown country "KZA" (expected ISO 3166-1 alpha-3); did you mean KAZ?',
    'facts/guild.csv:2: source_ids: no source has the id "gazete-2019"; did you mean gazette-2019?',
  ]);
  await expect(openBook(dir)).rejects.toThrow();
});

test("a file that is not UTF-8 is told with its line, and nothing is read of the folder", async () => {
  await writeFile(
    join(folder, "facts", "guild.csv"),
    Buffer.from("id,name,source_ids\na,Gild\xe9,b\n", "latin1"),
  );
  await expect(readBookFolder(folder)).rejects.toThrow(
    "facts/guild.csv:2: the file is not UTF-8 from this line on",
  );
});

test("a folder without a codebook is told", async () => {
  await rm(join(folder, "codebook"), { recursive: true });
  await expect(readBookFolder(folder)).rejects.toThrow("no YAML files in codebook/");
});

test("an update writes an entry for what changed and nothing for what did not", async () => {
  const book = await buildBook(dir, folder, { by: "tester" });
  const before = await actsOf(book);
  const unchanged = await updateBook(book, await readBookFolder(folder), { by: "tester" });
  expect(unchanged).toEqual({ codebook: false, facts: [], removed: [], articles: [] });
  expect(await actsOf(book)).toEqual(before);
  await edit("facts/festival.csv", "Feast of the Lake", "Feast of the Shore");
  await edit("articles/feast.txt", "1,200", "1,300");
  const update = await updateBook(book, await readBookFolder(folder), { by: "tester" });
  expect(update).toEqual({
    codebook: false,
    facts: ["facts/festival.csv"],
    removed: [],
    articles: ["feast.txt"],
  });
  expect(await actsOf(book)).toEqual([...before, "facts", "capture"]);
  expect(await rowsOf(book)).toEqual([{ id: "lake-2019", title: "Feast of the Shore" }]);
  await book.close();
});

test("an update with problems leaves the book as it was", async () => {
  const book = await buildBook(dir, folder, { by: "tester" });
  const before = book.head;
  await edit("facts/festival.csv", "lake-guild", "sea-guild");
  await expect(updateBook(book, await readBookFolder(folder), { by: "tester" })).rejects.toThrow("sea-guild");
  expect(book.head).toEqual(before);
  await book.close();
});

test("the user's copy is made once, found current, and brought up when the folder changes", async () => {
  expect(await bringUpToDate(dir, { source: folder })).toEqual({ done: "made", update: null });
  expect(await isCurrent(dir, await readBookFolder(folder))).toBe(true);
  expect(await bringUpToDate(dir, { source: folder })).toEqual({ done: "nothing", update: null });
  await edit("codebook/codebook.yaml", "Lantern festivals", "Feasts of lanterns");
  expect(await isCurrent(dir, await readBookFolder(folder))).toBe(false);
  const { done, update } = await bringUpToDate(dir, { source: folder });
  expect([done, update?.codebook, update?.facts]).toEqual(["updated", true, []]);
  const book = await openBook(dir, { readOnly: true });
  expect(book.codebook.title.en).toBe("Feasts of lanterns");
  await book.close();
});

test("a facts file that the folder drops leaves the book, and one that the user added stays", async () => {
  await bringUpToDate(dir, { source: folder });
  await rm(join(folder, "facts", "series-oil.csv"));
  const { update } = await bringUpToDate(dir, { source: folder });
  expect(update?.removed).toEqual(["facts/series-oil.csv"]);
  const book = await openBook(dir);
  expect(await book.sql("SELECT * FROM series")).toEqual([]);
  await book.close();
});

test("a book whose making was cut off is completed", async () => {
  await bringUpToDate(dir, { source: folder });
  await rm(join(dir, "shipped.json"));
  await edit("facts/festival.csv", "Feast of the Lake", "Feast of the Shore");
  expect((await bringUpToDate(dir, { source: folder })).done).toBe("updated");
  const book = await openBook(dir, { readOnly: true });
  expect(await rowsOf(book)).toEqual([{ id: "lake-2019", title: "Feast of the Shore" }]);
  await book.close();
});
