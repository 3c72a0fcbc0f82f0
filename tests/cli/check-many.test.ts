import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { html, packed } from "../../src/read/archive/testing/warc.ts";
import { pdfOf } from "../../src/read/intake/testing/pdf.ts";
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

test("check on a web archive takes each page for an article, alone and in a folder", async () => {
  const pages = ["https://a.example/1", "https://a.example/2"].map(url => html(url, `<p>${COUNTED}.</p>`));
  mkdirSync(join(box.folder, "crawls"));
  writeFileSync(join(box.folder, "crawls", "c.warc.gz"), packed(pages));
  const names = ({ articles }: { articles: { name: string }[] }) => articles.map(({ name }) => name);
  const alone = await json("check", join("crawls", "c.warc.gz"));
  expect(names(alone)).toEqual(["https://a.example/1", "https://a.example/2"]);
  expect(alone.recurring).toMatchObject([{ value: 900 }]);
  expect(names(await json("check", "crawls"))).toEqual([
    "c.warc.gz#https://a.example/1",
    "c.warc.gz#https://a.example/2",
  ]);
  const piped = await box.runWith({ input: packed(pages) }, "check", "-", "--json");
  expect(names(JSON.parse(piped.out))).toEqual(names(alone));
  expect(await box.run("check", "crawls", "--claims")).toMatchObject({ code: 2, out: "" });
  const cut = packed(pages).subarray(0, 80);
  expect(await box.runWith({ input: cut }, "check", "-", "--json")).toMatchObject({ code: 2 });
}, 60_000);

test.runIf(process.platform !== "win32")(
  "check --ocr reads pages that are pictures with the tesseract on the path",
  async () => {
    writeFileSync(join(box.folder, "scan.pdf"), pdfOf([{ width: 8, height: 8, grey: new Uint8Array(64) }]));
    expect((await box.run("check", "scan.pdf")).err).toContain("give --ocr");
    const none = await box.runWith({ extraEnv: { PATH: "/nowhere" } }, "check", "scan.pdf", "--ocr");
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("apt install tesseract-ocr")]);
    const bin = join(box.folder, "bin");
    mkdirSync(bin);
    const words = `${COUNTED}.`
      .split(" ")
      .map((word, i) => `5\\t1\\t1\\t1\\t1\\t${i}\\t${i}\\t1\\t1\\t1\\t90\\t${word}\\n`)
      .join("");
    writeFileSync(
      join(bin, "tesseract"),
      `#!/bin/sh\nif [ "$1" = "--list-langs" ]; then printf 'List (1):\\neng\\n'; exit 0; fi\ncat > /dev/null; printf 'head\\n${words}'\n`,
    );
    chmodSync(join(bin, "tesseract"), 0o755);
    const options = { extraEnv: { PATH: `${bin}:${process.env["PATH"]}` } };
    const one = await box.runWith(options, "check", "scan.pdf", "--ocr", "--json");
    expect(JSON.parse(one.out).claims).toMatchObject([{ value: 900 }]);
    mkdirSync(join(box.folder, "scans"));
    copyFileSync(join(box.folder, "scan.pdf"), join(box.folder, "scans", "one.pdf"));
    const folder = await box.runWith(options, "check", "scans", "--ocr", "--json");
    expect(JSON.parse(folder.out)).toMatchObject({ articles: [{ name: "one.pdf", claims: 1 }], unread: [] });
  },
  60_000,
);

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
