import fc from "fast-check";
import { expect, test } from "vitest";
import type { ComparisonType } from "../compare/comparisons.ts";
import { randomFrom } from "../random.ts";
import { columnFrom, shareColumn, uncoded } from "../table/columns.ts";
import { readTable } from "../table/table.ts";
import { codeInKernels } from "./coding.ts";

const TYPES = ["name", "code", "category", "date"] as const;

const csvOf = (cells: readonly string[]) =>
  `other,cell\n${cells.map((cell, row) => `${row},"${cell.replaceAll('"', '""')}"`).join("\n")}\n`;

/** A column as kernels code it from the bytes of a file, and as plain code does from strings. */
function bothWays(cells: readonly string[], type: ComparisonType) {
  const { source } = readTable(csvOf(cells), "t.csv", { least: 1 }).columns.get("cell")!;
  const { name: _, type: __, ...plain } = shareColumn(uncoded("cell", type, columnFrom(cells)));
  return [codeInKernels(source!, type), plain] as const;
}

test("kernels code a column as the plain code does, to the last array", () => {
  const cell = fc.oneof(
    fc.string({
      unit: fc.constantFrom("a", "B", "7", "'", "`", " ", "-", "@", ";", ".", '"', "é", "警", "😀", "ﷺ"),
      maxLength: 14,
    }),
    fc
      .tuple(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom("-", "/", ".", " "),
      )
      .map(([year, day, mark]) =>
        [String(year).padStart(4, "0"), "02", String(day).padStart(2, "0")].join(mark),
      ),
  );
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), fc.constantFrom(...TYPES), (cells, type) => {
      const [kernels, plain] = bothWays(cells, type);
      expect(kernels).toEqual(plain);
    }),
    { seed: 5, numRuns: 400 },
  );
});

test.each(TYPES)("thousands of values and long ones are coded alike (%s)", type => {
  const random = randomFrom(9);
  const cells = Array.from({ length: 9000 }, (_, row) =>
    row % 1000 === 7
      ? "o é ".repeat(20 + row)
      : Math.floor(random() ** 2 * 6000)
          .toString(2 + (row % 9))
          .replaceAll("1", row % 2 ? "1" : " i"),
  );
  const [kernels, plain] = bothWays(cells, type);
  expect(kernels).not.toBeNull();
  expect(kernels).toEqual(plain);
});

test("values that grow beyond what was laid out for them are left to the plain code", () => {
  // One character of three bytes that is folded to eighteen letters.
  const cells = Array.from({ length: 300 }, (_, row) => `ﷺ${"ﷺ".repeat(row % 40)}${row}`);
  const [kernels, plain] = bothWays(cells, "name");
  expect(kernels).toBeNull();
  const column = readTable(csvOf(cells), "t.csv").columns.get("cell")!;
  const { name: _, type: __, ...shared } = shareColumn(uncoded("cell", "name", column));
  expect(shared).toEqual(plain);
});
