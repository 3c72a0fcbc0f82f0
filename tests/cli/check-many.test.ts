import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sandbox } from "./run.ts";

const box = sandbox();
afterAll(box.remove);

const COUNTED = "China has given nearly 900 training sessions to foreign police since 2000";

beforeAll(() => {
  const press = join(box.folder, "press");
  mkdirSync(join(press, "sub"), { recursive: true });
  writeFileSync(join(press, "a.txt"), `According to Carnegie, ${COUNTED}.`);
  writeFileSync(join(press, "sub", "b.md"), `# A page\n\n${COUNTED}.\n`);
  writeFileSync(join(press, "empty.txt"), "");
  writeFileSync(join(press, ".hidden"), "x");
  symlinkSync(join(press, "a.txt"), join(press, "link.txt"));
  mkdirSync(join(box.folder, "nothing"));
});

const json = async (...words: string[]) => {
  const { code, out, err } = await box.run(...words, "--json");
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out);
};

test("check on a folder puts its articles side by side, and says what it did not read", async () => {
  const batch = await json("check", "press");
  expect(batch.articles.map(({ name }: { name: string }) => name)).toEqual(["a.txt", "sub/b.md"]);
  expect(batch.unread.map(({ name }: { name: string }) => name)).toEqual([
    ".hidden",
    "empty.txt",
    "link.txt",
  ]);
  expect(batch.recurring).toMatchObject([{ value: 900, measure: "training-sessions" }]);
  expect(await box.run("check", "press")).toMatchObject({
    code: 0,
    out: expect.stringContaining("2 x 900 "),
  });
  const table = await box.run("check", "press", "--csv");
  expect(table.out.trimEnd().split("\r\n")).toHaveLength(3);
  expect(table.err).toContain("not read: empty.txt: the document is empty");
  expect(await box.run("check", "nothing")).toMatchObject({ code: 2, out: "" });
  expect(await box.run("check", "press", "--html", "out.html")).toMatchObject({ code: 2, out: "" });
}, 60_000);

test("an article is kept, a finding corrected by a person, the move told, the correction withdrawn", async () => {
  const kept = await json("watch", "add", "press/a.txt");
  expect(kept).toMatchObject({ name: "a.txt", new: true, summary: { claims: 1 } });
  expect(await json("watch", "add", "press/a.txt")).toMatchObject({ new: false, seq: kept.seq });
  const signed = ["--by", "A. Editor", "--reason", "the desk has asked"];
  const appeal = await json("appeal", kept.id, "c1", "--verdict", "disputed", ...signed);
  expect(appeal).toMatchObject({ before: "supported", after: "disputed" });
  const checked = await json("check", "press/a.txt");
  expect(checked.claims[0].finding).toMatchObject({
    verdict: "disputed",
    corrected: { entry: appeal.entry, by: "A. Editor", before: "supported" },
  });
  const peeked = await json("watch", "--peek");
  const watched = await json("watch");
  expect(watched.articles).toEqual(peeked.articles);
  const own = watched.articles.find(({ id }: { id: string }) => id === kept.id);
  expect(own.moves).toMatchObject([{ after: "disputed", because: { seq: appeal.entry } }]);
  expect((await json("watch")).entry).toBeNull();
  await json("appeal", "--withdraw", String(appeal.entry), ...signed);
  expect(await json("appeal")).toEqual({ corrections: [] });
  expect((await json("check", "press/a.txt")).claims[0].finding.verdict).toBe("supported");
}, 90_000);

test("an appeal without a name, a reason or a change is refused, and nothing is written", async () => {
  const before = (await box.run("log", "--json")).out;
  const refused = await box.run("appeal", "press/a.txt", "c1");
  expect(refused).toMatchObject({ code: 2, out: "" });
  for (const word of ["--by is missing", "--reason is missing", "nothing is corrected"])
    expect(refused.err).toContain(word);
  expect(await box.run("appeal", "press/a.txt")).toMatchObject({ code: 2 });
  expect(await box.run("watch", "ad", "press/a.txt")).toMatchObject({ code: 2 });
  expect((await box.run("log", "--json")).out).toBe(before);
}, 60_000);
