import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDocument } from "../document.ts";
import type { OcrOptions } from "./ocr.ts";
import { locate } from "./origins.ts";
import { column, pdfOf } from "./testing/pdf.ts";

const folder = mkdtempSync(join(tmpdir(), "custodes-ocr-"));

/** A program that answers as tesseract does: languages, or the words of a table. It keeps what it was called with. */
function fakeTesseract(name: string, body: string): OcrOptions {
  const command = join(folder, name);
  writeFileSync(
    command,
    `#!/bin/sh
echo "$@" >> "${command}.calls"
if [ "$1" = "--list-langs" ]; then printf 'List of available languages (3):\\neng\\nfra\\nosd\\n'; exit 0; fi
cat > "${command}.picture"
${body}
`,
  );
  chmodSync(command, 0o755);
  return {
    command,
    languages: [],
    pageTimeout: 10_000,
    timeout: 60_000,
    memory: 4096,
    env: { PATH: process.env["PATH"] ?? "" },
  };
}

const HEAD =
  "level\\tpage_num\\tblock_num\\tpar_num\\tline_num\\tword_num\\tleft\\ttop\\twidth\\theight\\tconf\\ttext\\n";
const word = (line: number, n: number, left: number, top: number, text: string) =>
  `5\\t1\\t1\\t1\\t${line}\\t${n}\\t${left}\\t${top}\\t40\\t10\\t95\\t${text}\\n`;
const table = (rows: readonly string[]) => `printf '${HEAD}${rows.join("")}'`;

const picture = { width: 306, height: 396, grey: new Uint8Array(306 * 396).fill(200) };
const rows = [
  word(1, 1, 36, 50, "China"),
  word(1, 2, 80, 50, "trained"),
  word(1, 3, 130, 50, "40"),
  word(1, 4, 175, 50, "officers"),
  word(2, 1, 36, 64, "from"),
  word(2, 2, 80, 64, "Kenya."),
];

const posix = process.platform !== "win32";

test.runIf(posix)(
  "pages that are pictures are read by tesseract, each word with its box on the page",
  async () => {
    const ocr = fakeTesseract("good", table(rows));
    const document = await readDocument(pdfOf([column(72, 700, ["A page of text about police."]), picture]), {
      ocr,
    });
    expect(document.text).toBe("A page of text about police.\nChina trained 40 officers from Kenya.");
    expect(document.warnings).toEqual([
      "Page 2 is a picture, read by tesseract (eng+fra); letters may be wrong.",
    ]);
    expect(document.partial).toBe(true);
    const at = document.text.indexOf("China");
    const [origin] = locate(document, [at, at + 29]);
    // The picture shows two dots a point: left 36 dots is 72 points, top 50 dots is 692 of 792 points.
    expect(origin).toMatchObject({ page: 2, box: [72, 672, 430, 692] });
    const calls = readFileSync(`${ocr.command}.calls`, "utf8").trim().split("\n");
    expect(calls).toEqual(["--list-langs", "stdin stdout -l eng+fra --dpi 70 tsv"]);
    expect(readFileSync(`${ocr.command}.picture`).subarray(0, 15).toString("latin1")).toBe(
      "P6\n306 396\n255\n",
    );
  },
);

test.runIf(posix)("the language comes from the document, or from its first words", async () => {
  const declared = fakeTesseract("declared", table(rows));
  await readDocument(pdfOf([picture], { catalog: "/Lang (fr)" }), { ocr: declared });
  expect(readFileSync(`${declared.command}.calls`, "utf8")).toContain("-l fra --dpi");
  const long =
    "Les autorités ont formé des policiers venus de plusieurs pays pendant deux semaines entières à la capitale".split(
      " ",
    );
  const found = fakeTesseract("found", table(long.map((text, i) => word(1, i + 1, 10 * i, 50, text))));
  const { warnings } = await readDocument(pdfOf([picture, picture]), { ocr: found });
  expect(warnings[0]).toContain("(fra)");
  const calls = readFileSync(`${found.command}.calls`, "utf8");
  expect([calls.match(/-l eng\+fra/g)?.length, calls.match(/-l fra/g)?.length]).toEqual([1, 2]);
});

test.runIf(posix)("a tesseract that fails, hangs or has no data for the language is said", async () => {
  const page = pdfOf([column(72, 700, ["A page of text about police."]), picture]);
  const fails = await readDocument(page.slice(), {
    ocr: fakeTesseract("fails", "echo 'Error in pixRead' >&2; exit 1"),
  });
  expect(fails.warnings[1]).toBe("Not read: page 2: tesseract failed: Error in pixRead.");
  const hangs = { ...fakeTesseract("hangs", "exec sleep 60"), pageTimeout: 300 };
  expect((await readDocument(page.slice(), { ocr: hangs })).warnings[1]).toMatch(/took longer than 0.3 s/);
  const none = { ...fakeTesseract("none", table(rows)), languages: ["ara"] };
  await expect(readDocument(page.slice(), { ocr: none })).rejects.toThrow(/no language data for ara/);
});

/** Letters of dots, for a program that really reads. Five by seven dots a letter, drawn large. */
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  C: [" ### ", "#   #", "#    ", "#    ", "#    ", "#   #", " ### "],
  H: ["#   #", "#   #", "#   #", "#####", "#   #", "#   #", "#   #"],
  I: ["#####", "  #  ", "  #  ", "  #  ", "  #  ", "  #  ", "#####"],
  N: ["#   #", "##  #", "##  #", "# # #", "#  ##", "#  ##", "#   #"],
  A: ["  #  ", " # # ", "#   #", "#   #", "#####", "#   #", "#   #"],
  L: ["#    ", "#    ", "#    ", "#    ", "#    ", "#    ", "#####"],
  O: [" ### ", "#   #", "#   #", "#   #", "#   #", "#   #", " ### "],
};

function drawn(words: string): { width: number; height: number; grey: Uint8Array } {
  const [scale, width, height] = [8, 1224, 1584];
  const grey = new Uint8Array(width * height).fill(255);
  [...words].forEach((letter, n) => {
    for (const [y, row] of (LETTERS[letter] ?? []).entries())
      for (const [x, dot] of [...row].entries())
        if (dot === "#")
          for (let i = 0; i < scale * scale; i++)
            grey[
              (200 + y * scale + Math.floor(i / scale)) * width +
                100 +
                n * 7 * scale +
                x * scale +
                (i % scale)
            ] = 0;
  });
  return { width, height, grey };
}

const installed = spawnSync("tesseract", ["--version"]).status === 0;

test.runIf(installed)(
  "the tesseract of this machine reads a scan (skipped where there is none)",
  async () => {
    const command = spawnSync("/bin/sh", ["-c", "command -v tesseract"], { encoding: "utf8" }).stdout.trim();
    const ocr = {
      command,
      languages: ["eng"],
      pageTimeout: 60_000,
      timeout: 60_000,
      memory: 2048,
      env: { PATH: process.env["PATH"] ?? "" },
    };
    const document = await readDocument(pdfOf([drawn("CHINA LOAN")]), { ocr });
    expect(document.text.replace(/\s+/g, " ")).toMatch(/CHINA LOAN/i);
    expect(locate(document, [0, 5])[0]).toMatchObject({ page: 1 });
  },
);
