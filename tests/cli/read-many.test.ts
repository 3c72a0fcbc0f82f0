import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { html, packed, wacz } from "../../src/read/archive/testing/warc.ts";
import { column, pdfOf } from "../../src/read/intake/testing/pdf.ts";
import { sandbox } from "./run.ts";

const box = sandbox();
const trained = (n: number) => `China trained ${n} police officers from Kenya in 2018.`;

beforeAll(async () => {
  const folder = join(box.folder, "reports");
  mkdirSync(join(folder, "more"), { recursive: true });
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  put("a.txt", trained(40));
  put("b.pdf", pdfOf([column(72, 700, [trained(41)])]));
  put("broken.pdf", "%PDF-1.4\nbroken");
  put(
    "more/crawl.warc.gz",
    packed([html("https://a.example/1", trained(42)), html("https://a.example/2", trained(43))]),
  );
  put("more/crawl.wacz", wacz({ "archive/d.warc": html("https://a.example/3", trained(44)) }));
  put(".hidden", "x");
  await box.run("query", "select 1");
});
afterAll(() => box.remove());

test("a folder is read document by document, pages of archives among them, with what came of each", async () => {
  const { code, out } = await box.run("read", "reports", "--json");
  expect(code).toBe(0);
  const { documents, archives, unread, summary } = JSON.parse(out);
  expect(documents.map((each: { name: string; outcome: string }) => [each.name, each.outcome])).toEqual([
    ["a.txt", "read"],
    ["b.pdf", "read"],
    ["broken.pdf", "failed"],
    ["more/crawl.wacz#https://a.example/3", "read"],
    ["more/crawl.warc.gz#https://a.example/1", "read"],
    ["more/crawl.warc.gz#https://a.example/2", "read"],
  ]);
  expect(documents[1].claims[0].origin[0]).toMatchObject({ page: 1 });
  expect(documents[4]).toMatchObject({
    captured: "2024-05-14T08:00:00Z",
    document: { url: "https://a.example/1" },
  });
  expect(archives.map((each: { name: string; pages: number }) => [each.name, each.pages])).toEqual([
    ["more/crawl.wacz", 1],
    ["more/crawl.warc.gz", 2],
  ]);
  expect(unread).toEqual([{ name: ".hidden", reason: "hidden" }]);
  expect(summary).toMatchObject({ documents: 6, read: 5, failed: 1 });
});

test("the terminal gets a line a document and the count at the end; one worker prints the same as several", async () => {
  const { code, out } = await box.run("read", "reports", "--workers", "1");
  expect(code).toBe(0);
  expect(out).toMatch(/^read {4}en \d+ characters, \d+ claims?, \d+ records? {2}a\.txt/m);
  expect(out).toMatch(/^failed {2}broken\.pdf\n {8}the document could not be read/m);
  expect(out).toContain("6 documents: 5 read, 0 read in part, 1 failed; 1 left.");
  expect((await box.run("read", "reports", "--workers", "2")).out).toBe(out);
});

test("an archive alone is read page by page, piped as well", async () => {
  const archive = packed([html("https://a.example/1", trained(42))]);
  const { code, out } = await box.runWith({ input: archive }, "read", "-", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out).documents).toHaveLength(1);
  const file = await box.run("read", join("reports", "more", "crawl.wacz"));
  expect(file.out).toContain("archive WACZ, 1 record, 1 page given to the reader");
});

test("a folder in which nothing can be read ends with 2, and wrong options are told first", async () => {
  mkdirSync(join(box.folder, "bad"));
  writeFileSync(join(box.folder, "bad", "x.png"), new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
  expect((await box.run("read", "bad")).code).toBe(2);
  expect((await box.run("read", "reports", "--workers", "none")).err).toContain(
    "a whole number from 1 to 256",
  );
  expect((await box.run("read", "reports", "--html", "x.html")).err).toContain("--html is for one document");
});

test.runIf(process.platform !== "win32")(
  "--ocr uses the tesseract on the path, and says where there is none",
  async () => {
    const scan = pdfOf([{ width: 8, height: 8, grey: new Uint8Array(64) }]);
    writeFileSync(join(box.folder, "scan.pdf"), scan);
    expect((await box.run("read", "scan.pdf")).err).toMatch(/need OCR.*install tesseract and give --ocr/);
    const none = await box.runWith({ extraEnv: { PATH: "/nowhere" } }, "read", "scan.pdf", "--ocr");
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("apt install tesseract-ocr")]);
    const bin = join(box.folder, "bin");
    mkdirSync(bin);
    const words = trained(45)
      .split(" ")
      .map((word, i) => `5\\t1\\t1\\t1\\t1\\t${i}\\t${i}\\t1\\t1\\t1\\t90\\t${word}\\n`)
      .join("");
    writeFileSync(
      join(bin, "tesseract"),
      `#!/bin/sh\nif [ "$1" = "--list-langs" ]; then printf 'List (1):\\neng\\n'; exit 0; fi\ncat > /dev/null; printf 'head\\n${words}'\n`,
    );
    chmodSync(join(bin, "tesseract"), 0o755);
    const { code, out } = await box.runWith(
      { extraEnv: { PATH: `${bin}:${process.env["PATH"]}` } },
      "read",
      "scan.pdf",
      "--ocr",
      "--json",
    );
    expect(code).toBe(0);
    expect(JSON.parse(out).claims[0]).toMatchObject({ value: 45, origin: [{ page: 1 }] });
  },
);
