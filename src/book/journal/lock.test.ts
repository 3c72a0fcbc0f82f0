import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import type { UserError } from "../../codebook/errors.ts";
import { openBook } from "../open.ts";
import { newFolder, removeFolders, smallBook } from "../testing/books.ts";
import { lockBook } from "./lock.ts";

afterEach(removeFolders);

const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    error => (error as UserError).problems[0]!,
  );

const writeLock = (dir: string, owner: object) =>
  writeFileSync(join(dir, "book.lock"), `${JSON.stringify(owner)}\n`);

test("the second who wants to own a book is told the first by its process, and what to do", async () => {
  const dir = newFolder();
  const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 30000)"], { stdio: "ignore" });
  writeLock(dir, { pid: other.pid, host: hostname(), started: "", nonce: "x" });
  const problem = await problemOf(lockBook(dir, "y"));
  expect(problem).toMatchObject({
    code: "book-locked",
    message: `the book is in use by process ${other.pid}`,
  });
  expect(problem?.hint).toContain("--book");
  other.kill("SIGKILL");
  await new Promise(resolve => other.once("exit", resolve));
  await (await lockBook(dir, "y"))();
  expect(readdirSync(dir)).toEqual([]);
});

test("a lock of another machine is never taken to be stale", async () => {
  const dir = newFolder();
  writeLock(dir, { pid: 1, host: "elsewhere.example", started: "", nonce: "x" });
  const problem = await problemOf(lockBook(dir, "y"));
  expect(problem?.message).toContain("on elsewhere.example");
  expect(problem?.hint).toContain("delete");
});

test.skipIf(!existsSync("/proc/self/stat"))(
  "a lock whose number has gone to another process is stale",
  async () => {
    const dir = newFolder();
    writeLock(dir, { pid: process.pid, host: hostname(), started: "1", nonce: "x" });
    const unlock = await lockBook(dir, "y");
    expect(JSON.parse(readFileSync(join(dir, "book.lock"), "utf8"))).toMatchObject({
      pid: process.pid,
      nonce: "y",
    });
    await unlock();
  },
);

test("a lock cut short by a crash is taken over", async () => {
  const dir = newFolder();
  writeFileSync(join(dir, "book.lock"), '{"pid":');
  await (await lockBook(dir, "y"))();
});

test("of many who come to a stale lock at once, one owns the book", async () => {
  for (let round = 0; round < 40; round++) {
    const dir = newFolder();
    writeLock(dir, { pid: 2 ** 22 + 1, host: hostname(), started: "", nonce: "gone" });
    const outcomes = await Promise.allSettled(Array.from({ length: 24 }, (_, n) => lockBook(dir, `n${n}`)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(readdirSync(dir)).toEqual(["book.lock"]);
  }
});

test("a guard that a crash left behind keeps nobody from taking over a stale lock", async () => {
  const dir = newFolder();
  const gone = { pid: 2 ** 22 + 1, host: hostname(), started: "", nonce: "gone" };
  writeLock(dir, gone);
  const name = createHash("sha256")
    .update(readFileSync(join(dir, "book.lock")))
    .digest("hex")
    .slice(0, 16);
  writeFileSync(join(dir, `book.lock.${name}`), `${JSON.stringify({ ...gone, nonce: "gone too" })}\n`);
  await (await lockBook(dir, "y"))();
  expect(readdirSync(dir)).toEqual([]);
});

const TAKER = fileURLToPath(new URL("../testing/taker.mjs", import.meta.url));

/** A process of its own that tries to take a book; it holds what it got until it is told to end. */
function taker(dir: string, nonce: string) {
  const child = spawn(process.execPath, [TAKER, dir, nonce], { stdio: ["pipe", "pipe", "inherit"] });
  const said = new Promise<string>(resolve =>
    child.stdout.once("data", words => resolve(String(words).trim())),
  );
  const ended = new Promise<void>(resolve => child.once("exit", () => resolve()));
  const end = () => {
    child.stdin.end();
    return ended;
  };
  return { said, end };
}

test("processes that come to a stale lock at once never own the book together", async () => {
  const dir = newFolder();
  for (let round = 0; round < 4; round++) {
    writeLock(dir, { pid: 2 ** 22 + 1, host: hostname(), started: "", nonce: `gone ${round}` });
    const takers = Array.from({ length: 6 }, (_, n) => taker(dir, `${round}-${n}`));
    const said = await Promise.all(takers.map(each => each.said));
    await Promise.all(takers.map(each => each.end()));
    expect(said.sort()).toEqual([...Array(5).fill("book-locked"), "mine"]);
  }
  expect(readdirSync(dir)).toEqual([]);
}, 120_000);

test("a reader stands beside the owner, sees what is durable, and keeps nobody from writing", async () => {
  const owner = await smallBook();
  await owner.sql("SELECT 1");
  expect((await problemOf(openBook(owner.dir)))?.code).toBe("book-locked");
  const reader = await openBook(owner.dir, { readOnly: true });
  expect(await reader.sql("SELECT count(*) AS n FROM entries")).toEqual([{ n: 2 }]);
  await owner.append({ by: "tester", act: "decide" });
  expect(await owner.sql("SELECT count(*) AS n FROM entries")).toEqual([{ n: 3 }]);
  expect(await reader.sql("SELECT count(*) AS n FROM entries")).toEqual([{ n: 2 }]);
  expect((await problemOf(reader.append({ by: "tester", act: "decide" })))?.code).toBe("read-only");
  const later = await openBook(owner.dir, { readOnly: true });
  expect(later.head).toEqual(owner.head);
  expect(await later.sql("SELECT count(*) AS n FROM entries")).toEqual([{ n: 3 }]);
  for (const book of [later, reader, owner]) await book.close();
});
