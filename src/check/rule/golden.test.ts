import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type JudgedLine, judgeLine } from "./line.ts";

const folder = new URL("../../../cases/judge/", import.meta.url);
const files = readdirSync(folder).filter(name => name.endsWith(".jsonl"));

interface Golden {
  readonly id: string;
  readonly expected: Record<string, unknown> & { parts?: string[] };
}

const casesOf = (file: string): Golden[] =>
  readFileSync(new URL(file, folder), "utf8")
    .split("\n")
    .filter(Boolean)
    .map(line => JSON.parse(line) as Golden);

/** The result with the keys that the case names; parts by their verdicts. */
function likeExpected(result: JudgedLine, expected: Golden["expected"]): Record<string, unknown> {
  const all = result as unknown as Record<string, unknown> & { parts?: { verdict: string }[] };
  return Object.fromEntries(
    Object.keys(expected).map(key => [
      key,
      key === "parts" ? all.parts?.map(part => part.verdict) : all[key],
    ]),
  );
}

describe.each(files)("golden verdicts of %s", file => {
  it.each(casesOf(file).map(golden => [golden.id, golden] as const))("%s", (_, golden) => {
    const result = judgeLine(golden);
    expect(likeExpected(result, golden.expected)).toEqual(golden.expected);
    expect("reasons" in result && result.reasons.length).toBeGreaterThan(0);
  });
});

it("knows at least 120 golden verdicts", () => {
  expect(files.flatMap(casesOf).length).toBeGreaterThanOrEqual(120);
});
