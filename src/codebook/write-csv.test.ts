import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvCell, writeCsv } from "./write-csv.ts";

test("text that a spreadsheet would run is disarmed, numbers are not touched", () => {
  expect(["=1+1", "+1", "-1", "@x", "\tx", -1, 1.5, null, ["a", "b"]].map(csvCell)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@x",
    "'\tx",
    "-1",
    "1.5",
    "",
    "a;b",
  ]);
});

test("any table of harmless text comes back from a reader as it was", () => {
  const cell = fc.string({ unit: "grapheme" }).filter(text => !/^[=+\-@\t\r]/.test(text));
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 });
  fc.assert(
    fc.property(table, rows => {
      const back = parse(writeCsv(["a", "b", "c"], rows), {
        from_line: 1,
        record_delimiter: "\r\n",
      }) as string[][];
      expect(back.slice(1)).toEqual(rows);
    }),
    { seed: 4180, numRuns: 200 },
  );
});
