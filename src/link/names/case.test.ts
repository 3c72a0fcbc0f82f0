import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { nameLevel } from "./organisations.ts";

const file = new URL("../../../cases/link/organisations.csv", import.meta.url);

const SCRIPTS = ["Hiragana", "Katakana", "Hangul", "Han", "Cyrillic", "Arabic", "Latin"].map(
  script => new RegExp(`\\p{Script=${script}}`, "u"),
);
const scriptOf = (name: string) => SCRIPTS.findIndex(letters => letters.test(name));

interface Name {
  readonly organisation: string | undefined;
  readonly name: string;
  readonly script: number;
}

/** Pairs of names in two scripts: those of one organisation, those joined, and those joined rightly. */
function countsOf(names: readonly Name[]): { truth: number; joined: number; right: number } {
  const counts = { truth: 0, joined: 0, right: 0 };
  for (const [at, a] of names.entries())
    for (const b of names.slice(at + 1)) {
      if (a.script === b.script) continue;
      const same = a.organisation === b.organisation;
      const joined = nameLevel(a.name, b.name) >= 2;
      if (same) counts.truth++;
      if (joined) counts.joined++;
      if (same && joined) counts.right++;
    }
  return counts;
}

/**
 * Share of the names that are joined to some name of their organisation in another script. A name counts once: an organisation with ten
 * translations has ten names and not the fifty pairs of them.
 */
function shareFound(names: readonly Name[]): number {
  const others = (one: Name) =>
    names.filter(({ organisation, script }) => organisation === one.organisation && script !== one.script);
  const asked = names.filter(one => others(one).length > 0);
  const found = asked.filter(one => others(one).some(({ name }) => nameLevel(one.name, name) >= 2));
  return found.length / asked.length;
}

test("names of public organisations in two scripts are joined, and hardly ever those of two organisations", () => {
  const rows = parse(readFileSync(file, "utf8"), { columns: true }) as Record<string, string>[];
  const names = rows.map(({ organisation, name }) => ({
    organisation,
    name: name!,
    script: scriptOf(name!),
  }));
  const counts = countsOf(names);
  expect(counts.truth).toBeGreaterThan(300);
  expect(counts.right / counts.joined).toBeGreaterThan(0.98);
  expect(counts.right / counts.truth).toBeGreaterThan(0.7);
});

test("most names of the book's entities are joined to one in another script, and hardly ever to another entity", () => {
  const book = new URL("../../../books/security/facts/entity.csv", import.meta.url);
  const rows = parse(readFileSync(book, "utf8"), { columns: true }) as Record<string, string>[];
  const names = rows.flatMap(({ id, name, aliases }) =>
    [...new Set([name!, ...aliases!.split(";").filter(Boolean)])].map(one => ({
      organisation: id,
      name: one,
      script: scriptOf(one),
    })),
  );
  const counts = countsOf(names);
  expect(counts.truth).toBeGreaterThan(300);
  expect(counts.right / counts.joined).toBeGreaterThan(0.95);
  // Two in five are translated and not spelled by their sound ("美国商务部"): no rule of letters joins those.
  expect(shareFound(names)).toBeGreaterThan(0.55);
});

test("every name says where it stands", () => {
  const rows = parse(readFileSync(file, "utf8"), { columns: true }) as Record<string, string>[];
  expect(rows.filter(({ source }) => !/^[\p{L}\d-]+(\.[\p{L}\d-]+)+$/u.test(source!))).toEqual([]);
});
