import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "custodes-snippets-"));

beforeAll(() => {
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules", "custodes"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The only script of a page of the documents. */
function scriptOf(page: string): string {
  const scripts = [...readFileSync(join(ROOT, page), "utf8").matchAll(/```js\n([\s\S]*?)```/g)];
  expect(scripts, page).toHaveLength(1);
  return scripts[0]![1]!;
}

/** Runs a page's script after what its reader is to have at hand, and prints what is asked for at its end. */
function run(page: string, atHand: string, asked: string): unknown {
  const file = join(folder, `${page.replaceAll("/", "-")}.mjs`);
  writeFileSync(file, `${atHand}\n${scriptOf(page)}\nconsole.log(JSON.stringify(${asked}));\n`);
  return JSON.parse(execFileSync(process.execPath, [file], { cwd: folder, encoding: "utf8" }));
}

test("the script of the page on reading reads a page's claims and records with the shipped codebook", () => {
  const codebook = JSON.stringify(join(ROOT, "books/security/codebook"));
  const html =
    "<html lang=en><body><article><p>China trained 40 police officers from Kenya in Beijing in May 2019.</p></article></body></html>";
  const atHand = `
    import { readdirSync, readFileSync } from "node:fs";
    const files = new Map(readdirSync(${codebook}).map(name => [name, readFileSync(${codebook} + "/" + name, "utf8")]));
    const entities = [];
    const bytes = new TextEncoder().encode(${JSON.stringify(html)});`;
  const read = run("docs/explanation/reading.md", atHand, "{ claims, records, text: document.text }") as {
    claims: { span: [number, number] }[];
    records: { kind: string }[];
    text: string;
  };
  expect(read.claims.map(claim => read.text.slice(...claim.span)).join()).toContain("40 police officers");
  expect(read.records.map(record => record.kind)).toContain("training");
});

test("the script of the page on linking puts two spellings of one row into one cluster", () => {
  const rows = Array.from(
    { length: 60 },
    (_, row) => `${row},Person${row} Family${row % 7},19${40 + (row % 50)}-01-02`,
  );
  const table = ["id,name,born", ...rows, ...rows.map(row => row.replace(/^\d+/, id => `${id}b`))].join("\n");
  const atHand = `const text = ${JSON.stringify(`${table}\n`)};`;
  const [first, twin] = run("docs/how-to/link.md", atHand, "[clusters.of[0], clusters.of[60]]") as number[];
  expect(first).toBe(twin);
});

test("the script of the page on archives finds the place of some characters in a printed page", () => {
  const lines = Array.from({ length: 60 }, (_, line) => `Line ${line} of a report on cameras.`);
  writeFileSync(join(folder, "report.pdf"), pdfOf(lines.slice(0, 30), lines.slice(30)));
  const atHand = `import { readFileSync } from "node:fs"; const bytes = readFileSync("report.pdf");`;
  const [place] = run("docs/how-to/read-archives.md", atHand, "locate(document, [1200, 1240])") as {
    page: number;
    box: number[];
  }[];
  expect(place!.page).toBe(2);
  expect(place!.box).toHaveLength(4);
});

/** A small PDF with one line of text below the other. */
function pdfOf(...pages: string[][]): string {
  const streams = pages.map(
    lines => `BT /F1 11 Tf 14 TL 72 760 Td ${lines.map(line => `(${line}) Tj T*`).join(" ")} ET`,
  );
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, page) => `${4 + 2 * page} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...streams.flatMap((stream, page) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * page} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, place) => {
    const offset = body.length;
    body += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map(offset => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  return `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
}
