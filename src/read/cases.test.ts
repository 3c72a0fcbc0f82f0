import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readDocument } from "./document.ts";
import { readClaims } from "./read-claims.ts";
import { readRecords } from "./read-records.ts";
import { testLexicon } from "./test-book.ts";

/**
 * Golden folders: `cases/read/NAME/input.*` and `expected.json`. A reading that differs is written beside it as
 * `expected.json-changed`; to accept it, move it over `expected.json` after reading the difference.
 */
const folder = new URL("../../cases/read/", import.meta.url);
const names = readdirSync(folder).sort();

async function reading(name: string): Promise<string> {
  const base = new URL(`${name}/`, folder);
  const input = readdirSync(base).find(file => file.startsWith("input."))!;
  const document = await readDocument(new Uint8Array(readFileSync(new URL(input, base))), { name: input });
  const lexicon = testLexicon();
  const { text: _, origins: __, omitted: ___, partial: ____, ...head } = document;
  const result = {
    document: head,
    claims: readClaims(document, lexicon),
    records: readRecords(document, lexicon),
  };
  return `${JSON.stringify(result, null, 1)}\n`;
}

test("there are golden documents in all seven languages and in all forms", () => {
  expect(new Set(names.map(name => name.slice(0, 2)))).toEqual(
    new Set(["ar", "en", "es", "fr", "pt", "ru", "zh"]),
  );
  const forms = names.flatMap(name => readdirSync(new URL(`${name}/`, folder)));
  for (const form of ["docx", "eml", "epub", "html", "md", "pdf", "txt"])
    expect(forms).toContain(`input.${form}`);
});

test.each(names)("%s is read as it was agreed", async name => {
  const base = new URL(`${name}/`, folder);
  const expected = new URL("expected.json", base);
  const changed = new URL("expected.json-changed", base);
  const now = await reading(name);
  const same = existsSync(expected) && readFileSync(expected, "utf8") === now;
  if (same) rmSync(changed, { force: true });
  else writeFileSync(changed, now);
  expect(same, `cases/read/${name}/expected.json-changed holds what is read now`).toBe(true);
});

test("the same bytes give the same JSON", async () => {
  expect(await reading(names[0]!)).toBe(await reading(names[0]!));
});
