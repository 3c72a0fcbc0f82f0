import { existsSync, readFileSync } from "node:fs";
import { expect } from "vitest";
import { type CaptureTable, captureTable } from "../table/table.ts";

const ROOT = new URL("../../../../../shared/oracles/", import.meta.url);

/** Expected numbers of an oracle beside the repository, or null where there is none. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of an oracle is its own
export function oracle(name: string): { expected: any } | null {
  const file = new URL(`${name}/expected.json`, ROOT);
  return existsSync(file) ? { expected: JSON.parse(readFileSync(file, "utf8")) } : null;
}

/** A table of an oracle: 0/1 columns and `count`. */
export function oracleTable(name: string, data: string): CaptureTable {
  const [header, ...rows] = readFileSync(new URL(`${name}/${data}.csv`, ROOT), "utf8")
    .trim()
    .split(/\r?\n/)
    .map(line => line.split(","));
  const lists = header!.slice(0, -1).map(list => list.replaceAll('"', ""));
  const counts = new Float64Array(1 << lists.length);
  for (const row of rows)
    counts[row.slice(0, -1).reduce((set, cell, at) => set | (Number(cell) << at), 0)]! += Number(row.at(-1));
  return captureTable(lists, counts);
}

/** Fails unless the two agree to the tolerance. */
export function within(
  actual: number,
  expected: number,
  { relative = 0, absolute = 0 }: { relative?: number; absolute?: number },
): void {
  const allowed = Math.max(absolute, relative * Math.abs(expected));
  if (!(Math.abs(actual - expected) <= allowed)) expect(actual, `within ${allowed}`).toBe(expected);
}
