import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ran, ROOT, sandbox } from "./run.ts";

const box = sandbox();
const page = readFileSync(join(ROOT, "docs/tutorials/effects.md"), "utf8");

beforeAll(() => {
  mkdirSync(join(box.folder, "node_modules"));
  symlinkSync(ROOT, join(box.folder, "node_modules", "custodes"));
});
afterAll(box.remove);

const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(match => match[1]!);

/** Words of a shell line: bare, or in double quotes with \" inside. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"((?:\\"|[^"])*)"|(\S+)/g)].map(([, quoted, bare]) =>
    quoted === undefined ? bare! : quoted.replaceAll('\\"', '"'),
  );

const commands = blocks("sh").flatMap(block => block.trim().split("\n"));

test("every command of the tutorial runs in the order in which it stands, and writes what it names", async () => {
  expect(commands.length).toBeGreaterThan(15);
  for (const line of commands) {
    const [name, ...words] = wordsOf(line);
    expect(name).toBe("custodes");
    const { code, out, err }: Ran = await box.run(...words);
    expect(code, `${line}\n${err}`).toBe(0);
    expect(out, line).not.toContain("NaN");
    for (const [, file] of line.matchAll(/--(?:svg|png|panel-csv) (\S+)/g))
      expect(existsSync(join(box.folder, file!)), file).toBe(true);
  }
}, 600_000);

test("the scripts of the tutorial run on its panel", async () => {
  const { execFileSync } = await import("node:child_process");
  const printed = blocks("js").map((script, place) => {
    const file = join(box.folder, `script-${place}.mjs`);
    writeFileSync(file, script);
    return execFileSync(process.execPath, [file], { cwd: box.folder, encoding: "utf8" });
  });
  expect(printed).toHaveLength(2);
  expect(printed[0]).toMatch(/breakdown: .*[\s\S]*high: -?\d/);
  expect(printed[1]).toMatch(
    /2 of 2: imputation\nGardner two-stage -?[\d.e-]+\nBorusyak, Jaravel and Spiess -?[\d.e-]+/,
  );
}, 120_000);
