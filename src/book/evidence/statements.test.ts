import fc from "fast-check";
import { expect, test } from "vitest";
import type { Statement } from "../types.ts";
import { decodeStatement, decodeStatements, encodeStatement, encodeStatements } from "./statements.ts";

const words = fc.string({ unit: "grapheme", maxLength: 12 });
const figure = fc.option(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(value => value + 0),
  { nil: null },
);
const statements: fc.Arbitrary<Statement> = fc.record({
  record: words,
  kind: words,
  field: words,
  text: words,
  number: figure,
  low: figure,
  high: figure,
  unit: words,
  qualifier: words,
  start: words,
  end: words,
  source: words,
  capture: words,
  span: fc.option(fc.tuple(fc.nat(), fc.nat()), { nil: null }),
  by: words,
});

test("statements survive their encoding", () => {
  fc.assert(
    fc.property(fc.array(statements, { maxLength: 20 }), list => {
      expect(decodeStatements(encodeStatements(list, Buffer.alloc(16)))).toEqual(list);
      for (const statement of list)
        expect(decodeStatement(JSON.parse(JSON.stringify(encodeStatement(statement))))).toEqual(statement);
    }),
    { seed: 5, numRuns: 200 },
  );
});

test("what is no encoded statement is refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), bytes => {
      expect(decodeStatements(bytes)).toBe(null);
    }),
    { seed: 6, numRuns: 300 },
  );
  for (const row of [null, "x", {}, [1], ["a", "b", "c", "d", "e", "f", "1"], Array(17).fill("")])
    expect(decodeStatement(row)).toBe(null);
});

test("an object of another version or cut short is refused", () => {
  const bytes = Buffer.from(encodeStatements([], Buffer.alloc(16)));
  expect(decodeStatements(bytes)).toEqual([]);
  expect(decodeStatements(Buffer.from(bytes.toString().replace('"version":1', '"version":2')))).toBe(null);
  expect(decodeStatements(bytes.subarray(0, -1))).toBe(null);
});
