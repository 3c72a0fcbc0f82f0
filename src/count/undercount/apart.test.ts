import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { apart } from "./apart.ts";
import { HERE } from "./compute.ts";
import { undercountCsv } from "./csv.ts";
import { type CaptureTable, captureTable } from "./table/table.ts";
import type { UndercountResult } from "./types.ts";

const built = existsSync(new URL("../../../dist/count/undercount/worker.js", import.meta.url));
const estimatesOf = (table: CaptureTable) => HERE.undercount(table, {}) as UndercountResult;
const table = captureTable(["press", "ngo", "police"], [0, 60, 45, 14, 38, 12, 9, 4]);
const options = { draws: 0, methods: ["chao-lower-bound", "loglinear-bic"] };

test.skipIf(!built)("a thread apart gives what this one gives, refusals and errors too", async () => {
  expect(await apart.undercount(table, options)).toEqual(HERE.undercount(table, options));
  const wrong = { methods: ["tarot"] };
  await expect(apart.undercount(table, wrong)).rejects.toThrow(/tarot/);
});

test("CSV has a row for each method with its interval, and one for each refusal with its reason", () => {
  const pair = captureTable(["a", "b"], [0, 5, 4, 0]);
  const lines = undercountCsv(estimatesOf(pair)).trim().split(/\r?\n/);
  expect(lines[0]).toBe("stratum,method,observed,value,low,high,level,model,note");
  expect(lines.find(line => line.includes("lincoln-petersen"))).toMatch(
    /,9,,,,,,"refused: the two lists share no case/,
  );
  const shared = captureTable(["a", "b"], [0, 15, 14, 8]);
  const found = undercountCsv(estimatesOf(shared)).trim().split(/\r?\n/);
  expect(found.find(line => line.includes("chapman"))).toMatch(/^,chapman,37,\d/);
});
