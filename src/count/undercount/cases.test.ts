import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { UserError } from "../../codebook/errors.ts";
import { undercountFromCsv } from "./from-csv.ts";

/** A case is a folder: `lists.csv`, perhaps `options.json`, and what must come out; a difference is written beside it as `-changed`. */
const CASES = fileURLToPath(new URL("../../../cases/count/", import.meta.url));
/** Optimisers stop at 1e-9 of their own scale; what they give is the same to more digits than anybody prints. */
const DIGITS = 6;

for (const name of readdirSync(CASES).sort())
  test(`cases/count/${name} gives what it gave`, () => {
    const folder = join(CASES, name);
    const options = existsSync(join(folder, "options.json"))
      ? JSON.parse(readFileSync(join(folder, "options.json"), "utf8"))
      : {};
    const actual = `${JSON.stringify(answer(readFileSync(join(folder, "lists.csv"), "utf8"), options), rounded, 1)}\n`;
    const expected = join(folder, "expected.json");
    const known = existsSync(expected) ? readFileSync(expected, "utf8") : "";
    if (actual !== known) writeFileSync(join(folder, "expected.json-changed"), actual);
    expect(actual).toBe(known);
  });

function answer(text: string, options: object) {
  try {
    return undercountFromCsv(text, { ...options, file: "lists.csv" });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { problems: error.problems };
  }
}

function rounded(_: string, value: unknown) {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(DIGITS)) : value;
}
