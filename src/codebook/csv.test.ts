import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCsv } from "./csv.ts";
import { csvCell } from "./write-csv.ts";

const cells = (text: string) => parseCsv(text).rows.map(row => row.cells);

test("quoted cells hold commas, line breaks and doubled quotation marks", () => {
  expect(cells('a,"b,1","c\nd","e ""f"""\n')).toEqual([["a", "b,1", "c\nd", 'e "f"']]);
});

test("rows end with LF, CRLF or the end of the text, and empty lines are passed over", () => {
  expect(cells("a,b\r\nc,d\n\ne,")).toEqual([
    ["a", "b"],
    ["c", "d"],
    ["e", ""],
  ]);
});

test("lines are counted through quoted line breaks", () => {
  expect(parseCsv('a\n"b\nc"\n\nd\n').rows.map(row => row.line)).toEqual([1, 2, 5]);
});

test("a quotation mark that nothing closes is told with its line", () => {
  expect(parseCsv('a\nb,"c\nd\n')).toEqual({ rows: [{ line: 1, cells: ["a"] }], unclosed: 2 });
});

test("whatever is written as CSV is read back", () => {
  const cell = fc.string({ maxLength: 10 }).map(text => text.replaceAll("\r", ""));
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain(width => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }));
  fc.assert(
    fc.property(table, rows => {
      const disarmed = rows.map(row => row.map(text => (/^[=+\-@\t]/.test(text) ? `'${text}` : text)));
      expect(cells(rows.map(row => `${row.map(csvCell).join(",")}\n`).join(""))).toEqual(disarmed);
    }),
    { seed: 6, numRuns: 500 },
  );
});

test("it reads as the library csv-parse reads", () => {
  const part = fc.constantFrom("a", "b c", "é", "1", '"x,y"', '"l\nm"', '"q""q"', "");
  const row = fc.array(part, { minLength: 2, maxLength: 5 }).map(parts => parts.join(","));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), fc.constantFrom("\n", "\r\n"), (rows, end) => {
      const text = rows.join(end);
      const expected = parse(text, { relaxColumnCount: true, skipEmptyLines: true });
      expect(cells(text)).toEqual(expected);
    }),
    { seed: 7, numRuns: 500 },
  );
});
