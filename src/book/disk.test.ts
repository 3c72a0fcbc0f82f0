import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { UserError } from "../codebook/errors.ts";
import { addFacts } from "./add-facts.ts";
import { bookEffects } from "./effects.ts";
import { createBook, openBook } from "./open.ts";
import { CODEBOOK, FACTS, newFolder, removeFolders, smallBook, statement } from "./testing/books.ts";
import { verifyBook } from "./verify.ts";

const mounts: string[] = [];

/** A small disk of its own, or null where this system lets us make none. */
function smallDisk(megabytes: number): string | null {
  const folder = newFolder();
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  if (status !== 0) return null;
  mounts.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of mounts.splice(0)) spawnSync("umount", ["-l", folder]);
  removeFolders();
});

const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    error => {
      if (!(error instanceof UserError)) throw error;
      return error.problems[0]!;
    },
  );

test("a disk that fills up: clear errors, and the book as it was", async ({ skip }) => {
  const disk = smallDisk(8);
  if (disk === null) return skip("no small disk can be mounted here");
  const book = await createBook(join(disk, "book"), { codebook: CODEBOOK, by: "tester" });
  await addFacts(book, { by: "tester", files: FACTS });
  await book.sql("SELECT 1");
  const { head } = book;
  writeFileSync(join(disk, "filler"), Buffer.alloc(2 ** 20));
  expect((await problemOf(book.put(Buffer.alloc(12 * 2 ** 20, 7))))?.code).toBe("disk-full");
  expect(readdirSync(join(book.dir, "objects", "unfinished"))).toEqual([]);
  const many = Array.from({ length: 60_000 }, (_, n) =>
    statement({ record: `b${n}`, field: "seller", text: "x".repeat(100) + n, source: "s1" }),
  );
  expect((await problemOf(book.state("tester", many)))?.code).toBe("disk-full");
  expect(book.head).toEqual(head);
  expect(await book.sql("SELECT count(*) AS n FROM deal")).toEqual([{ n: 2 }]);
  for (let size = 2 ** 20; size >= 4096; size = size >> 1)
    spawnSync("sh", ["-c", `head -c ${size} /dev/zero >> ${join(disk, "filler")}`]);
  spawnSync("sh", ["-c", `cat /dev/zero >> ${join(disk, "filler")} 2>/dev/null`]);
  const failed = await problemOf(book.append({ by: "tester", act: "decide", data: "x".repeat(2 ** 16) }));
  expect(failed).toMatchObject({ code: "disk-full", message: "the disk is full" });
  rmSync(join(disk, "filler"));
  const entry = await book.append({ by: "tester", act: "decide", data: "fits" });
  expect(entry.prev).toBe(head.hash);
  expect(await book.sql("SELECT count(*) AS n FROM entries")).toEqual([{ n: 4 }]);
  await book.close();
  expect(await verifyBook(book.dir)).toMatchObject({ ok: true, entries: 4 });
});

test("a disk too full for the index: the book is written, the reading says why not", async ({ skip }) => {
  const disk = smallDisk(6);
  if (disk === null) return skip("no small disk can be mounted here");
  const book = await createBook(join(disk, "book"), { codebook: CODEBOOK, by: "tester" });
  writeFileSync(join(disk, "filler"), Buffer.alloc(5_000_000));
  const many = Array.from({ length: 3000 }, (_, n) =>
    statement({
      record: `b${n}`,
      field: "seller",
      text: `some words that are not the same ${n * 7919}`,
      source: "s1",
    }),
  );
  await book.state("tester", many);
  expect((await problemOf(book.sql("SELECT 1")))?.code).toBe("disk-full");
  rmSync(join(disk, "filler"));
  expect(await book.sql("SELECT count(*) AS n FROM deal")).toEqual([{ n: 3000 }]);
  await book.close();
});

test("a full disk under a new book leaves no book", async () => {
  const folder = join(newFolder(), "book");
  const { disk } = bookEffects();
  let writes = 0;
  const full = {
    ...disk,
    write: async (...call: Parameters<typeof disk.write>) => {
      if (++writes > 4) throw Object.assign(new Error("no space"), { code: "ENOSPC" });
      return disk.write(...call);
    },
  };
  const made = createBook(folder, { codebook: CODEBOOK, by: "tester", effects: { disk: full } });
  expect((await problemOf(made))?.code).toBe("disk-full");
  expect(existsSync(join(folder, "journal.jsonl"))).toBe(false);
  await (await createBook(folder, { codebook: CODEBOOK, by: "tester" })).close();
});

test("a book in a folder that cannot be written to is read, from an index elsewhere if need be", async ({
  skip,
}) => {
  const disk = smallDisk(16);
  if (disk === null) return skip("no small disk can be mounted here");
  const dir = join(disk, "book");
  const made = await createBook(dir, { codebook: CODEBOOK, by: "tester" });
  await addFacts(made, { by: "tester", files: FACTS });
  await made.close();
  spawnSync("mount", ["-o", "remount,ro", disk]);
  const before = readdirSync(dir).sort();
  const warnings: string[] = [];
  const book = await openBook(dir, { warn: message => warnings.push(message) });
  expect(warnings.join()).toContain("cannot be written to");
  expect(await book.sql("SELECT count(*) AS n FROM deal")).toEqual([{ n: 2 }]);
  expect((await book.query("SELECT count(*) AS n FROM deal")).rows).toEqual([{ n: 2 }]);
  const problem = await problemOf(book.append({ by: "tester", act: "decide" }));
  expect(problem).toMatchObject({ code: "read-only" });
  expect(problem?.hint).toContain("folder that you may write to");
  await book.close();
  expect(readdirSync(dir).sort()).toEqual(before);
  expect((await verifyBook(dir)).ok).toBe(true);
});

test("a new book in a folder that cannot be written to is refused in words", async ({ skip }) => {
  const disk = smallDisk(1);
  if (disk === null) return skip("no small disk can be mounted here");
  spawnSync("mount", ["-o", "remount,ro", disk]);
  const problem = await problemOf(createBook(join(disk, "book"), { codebook: CODEBOOK, by: "tester" }));
  expect(problem).toMatchObject({ code: "read-only" });
});

test("an index that cannot be replaced is an error that says what to delete", async () => {
  const book = await smallBook();
  mkdirSync(join(book.dir, "index.duckdb"));
  const problem = await problemOf(book.sql("SELECT 1"));
  expect(problem?.code).toMatch(/index-unwritable|disk-fault|read-only/);
  rmSync(join(book.dir, "index.duckdb"), { recursive: true });
  expect(await book.sql("SELECT count(*) AS n FROM entries")).toEqual([{ n: 2 }]);
  await book.close();
  expect(readFileSync(join(book.dir, "journal.jsonl"), "utf8").split("\n")).toHaveLength(3);
});
