import fc from "fast-check";
import { expect, test } from "vitest";
import { UserError } from "../../codebook/errors.ts";
import { frameFromCsv } from "./csv.ts";
import { factorOf, takeFactor } from "./factor.ts";
import { type Frame, frameOf } from "./frame.ts";

const numbers = (frame: Frame, name: string) => {
  const column = frame.columns.get(name);
  return column?.kind === "number" ? [...column.values] : null;
};

test("numbers, text, quotes, missing values and a byte order mark are read", () => {
  const frame = frameFromCsv('\uFEFFa,b,"c d"\r\n1,x,"1,5"\r\n,NA,"say ""no"""\r\n2.5e3,y,\r\n');
  expect(frame.rows).toBe(3);
  expect(numbers(frame, "a")).toEqual([1, Number.NaN, 2500]);
  expect(frame.columns.get("b")).toMatchObject({ kind: "text", levels: ["x", "y"] });
  expect(frame.columns.get("c d")).toMatchObject({ kind: "text", levels: ["1,5", 'say "no"'] });
});

test("semicolons and tabs separate where the header uses them", () => {
  expect(numbers(frameFromCsv("a;b\n1;2\n"), "b")).toEqual([2]);
  expect(numbers(frameFromCsv("a\tb\n1\t2"), "b")).toEqual([2]);
});

test("ragged rows are reported together, with their lines", () => {
  expect(() => frameFromCsv('a,b\n1,2\n3\n"x\ny",1\n4,5,6\n', "t.csv")).toThrowError(
    /t\.csv:3.*\n.*t\.csv:6/,
  );
  expect(() => frameFromCsv("a,a\n1,2\n")).toThrowError(/two columns are named "a"/);
  expect(() => frameFromCsv("")).toThrowError(/no header/);
});

test("any table survives writing and reading", () => {
  const cell = fc.string({ maxLength: 6 }).map(text => text.replaceAll("\0", "").trim());
  const table = fc.array(fc.tuple(cell, fc.double({ noNaN: true, noDefaultInfinity: true })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(table, rows => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const csv = `t,n\n${rows.map(([text, value]) => `${quoted(text)},${value}`).join("\n")}\n`;
      const frame = frameFromCsv(csv);
      expect(frame.rows).toBe(rows.length);
      expect(numbers(frame, "n")?.map(value => value + 0)).toEqual(rows.map(([, value]) => value + 0));
    }),
    { seed: 12, numRuns: 200 },
  );
});

test("any text is either read or refused with a UserError", () => {
  const piece = fc.constantFrom(",", "\n", '"', "a", "1", "\r\n", ";", " ", "é");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
      try {
        frameFromCsv(pieces.join(""));
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
    { seed: 13, numRuns: 400 },
  );
});

test("factors sort numbers as numbers and forget levels that left", () => {
  const frame = frameOf({ n: [10, 9, 1e9, 9, Number.NaN], t: ["b", "a", null, "b", "c"] });
  const factor = factorOf(frame.columns.get("n")!);
  expect([...factor.codes]).toEqual([1, 0, 2, 0, -1]);
  expect(factor.label(2)).toBe("1000000000");
  const text = takeFactor(factorOf(frame.columns.get("t")!), Int32Array.of(0, 3, 4));
  expect([text.size, text.label(0), text.label(1)]).toEqual([2, "b", "c"]);
  expect(() => frameOf({ a: [1], b: [1, 2] })).toThrowError(/differ in length/);
});
