import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { frameFromCsv } from "./data/csv.ts";
import type { Frame } from "./data/frame.ts";

const folder = fileURLToPath(new URL("../../../shared/oracles/", import.meta.url));

/** The reference results of one oracle. Its shape is that of its `expected.json`; tests know it. */
// biome-ignore lint/suspicious/noExplicitAny: the reference results have no type
export type Expected = any;

/** Runs the tests on an oracle folder of ../shared, or one skipped test that says that it is absent. */
export function describeOracle(
  name: string,
  run: (expected: Expected, frame: (file: string) => Frame) => void,
): void {
  if (!existsSync(`${folder}${name}/expected.json`)) {
    test.skip(`oracle ${name}: ../shared/oracles is not here`, () => {});
    return;
  }
  const expected = JSON.parse(readFileSync(`${folder}${name}/expected.json`, "utf8"));
  describe(`oracle ${name}`, () => run(expected, file => readFrame(`${name}/${file}`)));
}

function readFrame(path: string): Frame {
  const bytes = readFileSync(folder + path);
  return frameFromCsv((path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"), path);
}

/** Relative agreement; absolute where the expected value is below 1e-12. */
export function expectClose(
  actual: number | undefined,
  expected: number,
  tolerance: number,
  what = "",
): void {
  const error =
    Math.abs((actual ?? Number.NaN) - expected) / (Math.abs(expected) < 1e-12 ? 1 : Math.abs(expected));
  if (!(error <= tolerance))
    expect.fail(`${what}: ${actual} is not ${expected} (error ${error}, tolerance ${tolerance})`);
}

/** Absolute agreement. */
export function expectNear(actual: number | undefined, expected: number, tolerance: number, what = ""): void {
  const error = Math.abs((actual ?? Number.NaN) - expected);
  if (!(error <= tolerance))
    expect.fail(`${what}: ${actual} is not ${expected} (error ${error}, tolerance ${tolerance})`);
}
