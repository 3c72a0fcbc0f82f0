import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { addFacts } from "./add-facts.ts";
import { FACTS, newFolder, removeFolders, smallBook, statement } from "./testing/books.ts";
import { verifyBook } from "./verify.ts";

afterEach(removeFolders);

async function soundBook(): Promise<string> {
  const book = await smallBook();
  await addFacts(book, { by: "tester", files: FACTS });
  await book.state("tester", [statement({ record: "d1", field: "note", text: "hm", source: "s1" })]);
  await book.append({ by: "tester", act: "capture", objects: [await book.put(Buffer.from("a page"))] });
  await book.close();
  return book.dir;
}

/** Steps over the bits of a file: all of a small file, a spread of a bigger one. */
function* someBits(bytes: number, most: number): Generator<number> {
  const step = Math.max(1, Math.floor((bytes * 8) / most));
  for (let bit = 0; bit < bytes * 8; bit += step) yield bit;
}

test("a sound book holds, and is left as it was", async () => {
  const dir = await soundBook();
  const before = readFileSync(join(dir, "journal.jsonl"));
  const report = await verifyBook(dir);
  expect(report).toMatchObject({
    ok: true,
    entries: 5,
    objects: 7,
    problems: [],
    strays: [],
    redactions: [],
  });
  expect(report.head.seq).toBe(5);
  expect(readFileSync(join(dir, "journal.jsonl"))).toEqual(before);
});

test("one flipped bit anywhere in the journal is found, and the entry is named", async () => {
  const dir = await soundBook();
  const path = join(dir, "journal.jsonl");
  const sound = readFileSync(path);
  for (const bit of someBits(sound.length, 300)) {
    const bent = Buffer.from(sound);
    bent[bit >> 3]! ^= 1 << (bit & 7);
    writeFileSync(path, bent);
    const report = await verifyBook(dir);
    const line = sound
      .subarray(0, bit >> 3)
      .toString("latin1")
      .split("\n").length;
    const named = report.problems.map(problem => problem.line);
    // A bent line end joins two entries; then the first of them is the one that is named.
    expect([bit, report.ok, named.some(at => at === line || at === line + 1)]).toEqual([bit, false, true]);
  }
});

test("one flipped bit in any object is found, and the object is named", async () => {
  const dir = await soundBook();
  const objects = readdirSync(join(dir, "objects"), { recursive: true, encoding: "utf8" }).filter(path =>
    statSync(join(dir, "objects", path)).isFile(),
  );
  expect(objects).toHaveLength(7);
  for (const object of objects) {
    const path = join(dir, "objects", object);
    const sound = readFileSync(path);
    for (const bit of someBits(sound.length, 12)) {
      const bent = Buffer.from(sound);
      bent[bit >> 3]! ^= 1 << (bit & 7);
      writeFileSync(path, bent);
      const { problems } = await verifyBook(dir);
      expect(problems).toMatchObject([{ code: "damaged-object", file: `objects/${object}` }]);
      expect(problems[0]?.message).toContain(object.replace("/", ""));
    }
    writeFileSync(path, sound);
  }
  expect((await verifyBook(dir)).ok).toBe(true);
});

test("a missing object, an emptied one, a stray one and a strange file are told apart", async () => {
  const dir = await soundBook();
  const [first, second] = readdirSync(join(dir, "objects")).sort() as [string, string];
  const [name] = readdirSync(join(dir, "objects", first));
  rmSync(join(dir, "objects", first, name!));
  truncateSync(join(dir, "objects", second, readdirSync(join(dir, "objects", second))[0]!));
  writeFileSync(join(dir, "objects", second, "readme"), "x");
  const stray = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  mkdirSync(join(dir, "objects", "ba"), { recursive: true });
  writeFileSync(join(dir, "objects", "ba", stray.slice(2)), "abc");
  const report = await verifyBook(dir);
  expect(report.problems.map(({ code }) => code).sort()).toEqual([
    "damaged-object",
    "missing-object",
    "strange-file",
  ]);
  expect(report.problems.find(({ code }) => code === "missing-object")?.message).toMatch(
    /which entry \d speaks of/,
  );
  expect(report.strays).toEqual([stray]);
});

test("data taken out of a line without a redaction is found", async () => {
  const dir = await soundBook();
  const path = join(dir, "journal.jsonl");
  const lines = readFileSync(path, "utf8").split("\n");
  const { data: _data, salt: _salt, ...left } = JSON.parse(lines[3]!);
  lines[3] = JSON.stringify(left);
  writeFileSync(path, lines.join("\n"));
  expect((await verifyBook(dir)).problems.map(({ message }) => message)).toEqual([
    "entry 4 of the journal is damaged: its data is gone, and no redaction says why",
  ]);
});

test("an entry that is left out, doubled or moved is found", async () => {
  const dir = await soundBook();
  const path = join(dir, "journal.jsonl");
  const [a, b, c, d, e] = readFileSync(path, "utf8").trimEnd().split("\n") as [
    string,
    string,
    string,
    string,
    string,
  ];
  for (const lines of [
    [a, b, d, e],
    [a, b, b, c, d, e],
    [b, a, c, d, e],
    [a, b, d, c, e],
  ]) {
    writeFileSync(path, `${lines.join("\n")}\n`);
    const { ok, problems } = await verifyBook(dir);
    expect([ok, problems[0]?.code]).toEqual([false, "broken-chain"]);
  }
});

test("a folder without a journal is no book", async () => {
  const report = await verifyBook(newFolder());
  expect(report.ok).toBe(false);
  expect(report.problems[0]?.code).toBe("no-book");
});
