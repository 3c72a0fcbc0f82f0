import { appendFileSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import { UserError } from "../../codebook/errors.ts";
import type { Problem } from "../../codebook/types.ts";
import { bookEffects } from "../effects.ts";
import { newFolder, removeFolders } from "../testing/books.ts";
import type { Entry } from "../types.ts";
import { encodeEntry, GENESIS, seal } from "./entry.ts";
import { Journal } from "./journal.ts";

afterEach(removeFolders);

const first = seal({ by: "a", act: "init" }, { head: GENESIS, at: new Date(0), salt: Buffer.alloc(16) });

function newJournal(): string {
  const path = join(newFolder(), "journal.jsonl");
  writeFileSync(path, `${encodeEntry(first)}\n`);
  return path;
}

const openJournal = (path: string, warnings: Problem[] = [], readOnly = false) =>
  Journal.open(path, { readOnly, effects: bookEffects({ warn: problem => warnings.push(problem) }) });

async function entriesOf(journal: Journal): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const { entry } of journal.read()) entries.push(entry);
  return entries;
}

test("what was appended is read again, in order, after reopening", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 12 }), async values => {
      const path = newJournal();
      const journal = await openJournal(path);
      const drafts = values.map(value => ({
        by: "b",
        act: "decide",
        data: JSON.parse(JSON.stringify(value)),
      }));
      const appended = await Promise.all(drafts.map(draft => journal.append(draft)));
      await journal.close();
      const again = await openJournal(path);
      expect(await entriesOf(again)).toEqual([first, ...appended]);
      expect(again.head.hash).toBe((appended.at(-1) ?? first).hash);
      await again.close();
    }),
    { seed: 7, numRuns: 25 },
  );
});

test("appends of one moment share a flush", async () => {
  let flushes = 0;
  const path = newJournal();
  const effects = bookEffects();
  const disk = {
    ...effects.disk,
    sync: async (file: Parameters<typeof effects.disk.sync>[0]) => {
      flushes++;
      await effects.disk.sync(file);
    },
  };
  const journal = await Journal.open(path, { readOnly: false, effects: { ...effects, disk } });
  await Promise.all(Array.from({ length: 50 }, () => journal.append({ by: "b", act: "decide" })));
  expect(flushes).toBeLessThanOrEqual(2);
  await journal.close();
});

test("a torn last line is cut and reported, wherever it was cut", async () => {
  const path = newJournal();
  const journal = await openJournal(path);
  await journal.append({ by: "b", act: "decide", data: "kept" });
  const whole = readFileSync(path).length;
  const last = await journal.append({ by: "b", act: "decide", data: "torn" });
  await journal.close();
  const bytes = readFileSync(path);
  for (let size = whole + 1; size < bytes.length - 1; size += 29) {
    writeFileSync(path, bytes.subarray(0, size));
    const warnings: Problem[] = [];
    const again = await openJournal(path, warnings);
    expect(again.head.seq).toBe(2);
    expect(warnings.map(({ code }) => code)).toEqual(["torn-line"]);
    expect(readFileSync(path).length).toBe(whole);
    const added = await again.append({ by: "b", act: "decide", data: "again" });
    expect([added.seq, added.prev]).toEqual([3, last.prev]);
    await again.close();
  }
});

test("a last line that lacks only its end is kept", async () => {
  const path = newJournal();
  const journal = await openJournal(path);
  const entry = await journal.append({ by: "b", act: "decide" });
  await journal.close();
  truncateSync(path, readFileSync(path).length - 1);
  const warnings: Problem[] = [];
  const again = await openJournal(path, warnings);
  expect(again.head.hash).toBe(entry.hash);
  expect(warnings[0]?.message).toContain("got its line end");
  expect((await again.append({ by: "b", act: "decide" })).seq).toBe(3);
  await again.close();
});

test("opened for reading only, a torn line is passed over and left as it is", async () => {
  const path = newJournal();
  appendFileSync(path, '{"seq":2,"at"');
  const before = readFileSync(path);
  const warnings: Problem[] = [];
  const journal = await openJournal(path, warnings, true);
  expect(journal.head.seq).toBe(1);
  expect(warnings).toHaveLength(1);
  await journal.close();
  expect(readFileSync(path)).toEqual(before);
});

test("a broken chain is an error that names the entry", async () => {
  const path = newJournal();
  const journal = await openJournal(path);
  for (let count = 0; count < 5; count++) await journal.append({ by: "b", act: "decide", data: count });
  await journal.close();
  const lines = readFileSync(path, "utf8").split("\n");
  writeFileSync(path, [lines[0], lines[1], lines[3], lines[4], lines[5], ""].join("\n"));
  const error = await openJournal(path).catch(problem => problem);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).problems[0]).toMatchObject({
    code: "broken-chain",
    file: "journal.jsonl",
    line: 3,
  });
  writeFileSync(path, lines.map(line => line.replace('"data":2', '"data":9')).join("\n"));
  await expect(openJournal(path)).rejects.toThrow("entry 4 of the journal is damaged");
});

test("an empty journal is an error that says so", async () => {
  const path = newJournal();
  writeFileSync(path, "");
  await expect(openJournal(path)).rejects.toThrow("holds no entry");
});

test("a full disk fails the append, and leaves the journal as it was", async () => {
  const path = newJournal();
  const { disk } = bookEffects();
  let full = false;
  const journal = await Journal.open(path, {
    readOnly: false,
    effects: bookEffects({
      disk: {
        ...disk,
        write: async (file, bytes, position) => {
          if (!full) return disk.write(file, bytes, position);
          await disk.write(file, bytes.subarray(0, 20), position);
          throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
        },
      },
    }),
  });
  await journal.append({ by: "b", act: "decide" });
  const before = readFileSync(path);
  full = true;
  const failed = await Promise.allSettled(
    [1, 2, 3].map(data => journal.append({ by: "b", act: "decide", data })),
  );
  for (const outcome of failed)
    expect(String((outcome as PromiseRejectedResult).reason)).toContain("the disk is full");
  expect(readFileSync(path)).toEqual(before);
  full = false;
  expect((await journal.append({ by: "b", act: "decide" })).seq).toBe(3);
  expect(await entriesOf(journal)).toHaveLength(3);
  await journal.close();
});

test("entries appended while the journal is written anew follow the redaction", async () => {
  const path = newJournal();
  const journal = await openJournal(path);
  await journal.append({ by: "b", act: "decide", data: "to be destroyed" });
  const rewriting = journal.rewrite({ by: "b", act: "redact", data: {} }, new Set([2]));
  await null;
  const later = journal.append({ by: "b", act: "decide", data: "later" });
  expect((await rewriting).seq).toBe(3);
  expect((await later).seq).toBe(4);
  expect(readFileSync(path, "utf8")).not.toContain("to be destroyed");
  expect((await entriesOf(journal)).map(({ seq, salt }) => [seq, salt === null])).toEqual([
    [1, false],
    [2, true],
    [3, false],
    [4, false],
  ]);
  await journal.close();
});
