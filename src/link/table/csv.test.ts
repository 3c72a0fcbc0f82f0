import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { writeCsv } from "../../codebook/write-csv.ts";
import { csvCoder, readCodedCsv } from "./csv.ts";

function rowsOf(text: string, delimiter = ","): unknown {
  const read = readCodedCsv(text, delimiter);
  if ("message" in read) return `${read.line}: ${read.message}`;
  return Array.from({ length: read.rows }, (_, row) =>
    read.columns.map(({ codes, values }) => values[codes[row]!]),
  );
}

test("quotes, doubled quotes, line ends within cells, CRLF, a byte order mark and empty lines are read", () => {
  expect(rowsOf('\ufeffa,b\r\n"x, ""y""\nz",1\r\n\r\n,"2"')).toEqual([
    ['x, "y"\nz', "1"],
    ["", "2"],
  ]);
  expect(rowsOf("a;b\n1,5;2\n", ";")).toEqual([["1,5", "2"]]);
});

test("a row of the wrong length and a quote that is not closed are named by their line", () => {
  expect(rowsOf("a,b\n1,2\n3\n")).toBe("3: the row has 1 cells, the header 2");
  expect(rowsOf('a,b\n"1\n",2\n3,4,5\n')).toBe("4: the row has 3 cells, the header 2");
  expect(rowsOf('a,b\n1,"2\n')).toBe("2: a quote is not closed");
});

test("kernels read every text, right or wrong, as the plain code does", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "bcdefghijklmnopqrstu", '"', '""', ",", ",", "\n", "\r", "\r\n", "é", " "),
    maxLength: 24,
  });
  const read = (csv: string, plain: boolean) => {
    const found = readCodedCsv(csv, ",", { plain });
    if ("message" in found) return found;
    return found.columns.map(({ codes, values }) => Array.from(codes, code => values[code]));
  };
  fc.assert(
    fc.property(text, csv => {
      expect(read(`a,b\n${csv}`, false)).toEqual(read(`a,b\n${csv}`, true));
      expect(read(csv, false)).toEqual(read(csv, true));
    }),
    { seed: 4181, numRuns: 600 },
  );
});

test("what any writer of CSV writes is read as another reader reads it", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "é", " ", "\ud800"), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), rows => {
      const text = writeCsv(["p", "q"], rows);
      const other = (parse(text, { skip_empty_lines: true }) as string[][]).slice(1);
      expect(rowsOf(text)).toEqual(other.map(row => row.map(value => value.toWellFormed())));
    }),
    { seed: 4180, numRuns: 300 },
  );
});

test("no string makes the reader throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "x"), maxLength: 30 }), text => {
      readCodedCsv(text, ",");
    }),
    { seed: 1, numRuns: 500 },
  );
});

test("pieces of any size give what the whole gives", () => {
  const text = fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r\n", "é", "x"), maxLength: 40 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 7 }), (csv, size) => {
      const bytes = new TextEncoder().encode(csv);
      const coder = csvCoder(",");
      for (let at = 0; at < bytes.length; at += size) coder.push(bytes.subarray(at, at + size));
      expect(coder.end()).toEqual(readCodedCsv(csv, ",", { plain: false }));
      const plain = csvCoder(",", { plain: true });
      for (let at = 0; at < bytes.length; at += size) plain.push(bytes.subarray(at, at + size));
      expect(plain.end()).toEqual(readCodedCsv(csv, ",", { plain: true }));
    }),
    { seed: 9923, numRuns: 400 },
  );
});

test("a quote that is never closed is refused before it fills the memory", () => {
  const coder = csvCoder(",");
  coder.push(new TextEncoder().encode('a,b\n1,"2'));
  const piece = new Uint8Array(1 << 22).fill(120);
  let pieces = 0;
  while (pieces < 20 && coder.push(piece)) pieces++;
  expect(pieces).toBeLessThan(6);
  expect(coder.end()).toEqual({ line: 2, message: "a quote is not closed" });
});
