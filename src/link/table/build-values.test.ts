import fc from "fast-check";
import { expect, test } from "vitest";
import type { ComparisonType } from "../compare/comparisons.ts";
import { cellCoder, LONGEST } from "./build-values.ts";
import { decodeCells } from "./cells.ts";
import { prepare, WORD_BREAK } from "./prepare.ts";
import { RECORD, valuesFrom, wordCount } from "./values.ts";

const TYPES = ["name", "organisation", "text", "date", "code", "email", "number", "category", "set"] as const;

/** Codes cells from bytes and says what is kept of each. */
function coded(cells: readonly string[], type: ComparisonType) {
  const coder = cellCoder(type);
  const codes = cells.map(cell => {
    const bytes = new TextEncoder().encode(`,${cell},`);
    return coder.code(bytes, 1, bytes.length - 1);
  });
  return { codes, values: valuesFrom(coder.values()) };
}

test("what is coded from bytes is what is prepared from strings, for every type", () => {
  const cell = fc.oneof(
    fc.string({
      unit: fc.constantFrom("a", "B", "7", "'", "`", " ", "-", "@", ";", ".", "é", "警", "😀"),
      maxLength: 12,
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
    fc.property(fc.array(cell, { maxLength: 12 }), fc.constantFrom(...TYPES), (cells, type) => {
      const { codes, values } = coded(cells, type);
      for (const [at, one] of cells.entries()) {
        const expected = prepare(one, type);
        const code = codes[at]!;
        expect(code < 0 ? null : values.text[code]).toBe(expected?.text ?? null);
        if (expected === null) continue;
        if (type === "date") expect([...values.dates.slice(3 * code, 3 * code + 3)]).toEqual(expected.date);
        if (type === "number") expect(values.numbers[code]).toBe(expected.number);
        const points = [...expected.text].map(letter => letter.codePointAt(0));
        expect([...values.points.slice(values.starts[code], values.starts[code + 1])]).toEqual(points);
        expect([...values.records.slice(RECORD.size * code, RECORD.size * code + 2)]).toEqual([
          values.starts[code],
          points.length,
        ]);
        const mark = WORD_BREAK[type];
        if (mark !== undefined && type !== "text")
          expect(wordCount(values, code)).toBe(new Set(expected.text.split(String.fromCharCode(mark))).size);
      }
    }),
    { seed: 1969, numRuns: 600 },
  );
});

test("of a long cell the beginning is kept as characters, and all of it as words and text", () => {
  const long = Array.from({ length: 300 }, (_, at) => `w${at}`).join(" ");
  for (const cell of [long, `é ${long}`]) {
    const { values } = coded([cell], "name");
    expect(values.starts[1]).toBe(LONGEST);
    expect(wordCount(values, 0)).toBe(cell.split(" ").length);
    expect(decodeCells(values.cells)).toEqual([cell === long ? long : `e ${long}`]);
  }
});
