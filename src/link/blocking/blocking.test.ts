import fc from "fast-check";
import { expect, test } from "vitest";
import { codeColumn, columnFrom } from "../table/columns.ts";
import { forEachPair, groupRule, keyCoder, prepareRule, sampleOf } from "./blocking.ts";

const columnsOf = (data: Record<string, string[]>) =>
  keyCoder(
    new Map(
      Object.entries(data).map(([name, values]) => [name, codeColumn(name, "code", columnFrom(values))]),
    ),
  );

const letters = fc.constantFrom("a", "b", "c", "");
const tables = fc.array(fc.tuple(letters, letters), { minLength: 2, maxLength: 30 });

test("every pair that agrees on some rule is visited once, and no other", () => {
  fc.assert(
    fc.property(tables, rows => {
      const columns = columnsOf({ x: rows.map(([x]) => x), y: rows.map(([, y]) => y) });
      const seen: string[] = [];
      forEachPair([prepareRule({ keys: ["x"] }, columns), prepareRule({ keys: ["y"] }, columns)], (a, b) =>
        seen.push(`${a}-${b}`),
      );
      const wanted = rows.flatMap(([x, y], a) =>
        rows.flatMap(([u, v], b) =>
          a < b && ((x !== "" && x === u) || (y !== "" && y === v)) ? [`${a}-${b}`] : [],
        ),
      );
      expect(seen.sort()).toEqual(wanted.sort());
    }),
    { seed: 1969, numRuns: 200 },
  );
});

test("a giant group is left out, counted, and still reached by another rule", () => {
  const columns = columnsOf({ x: ["a", "a", "a", "a", "b"], y: ["1", "1", "2", "3", "3"] });
  const seen: string[] = [];
  const counts = forEachPair(
    [prepareRule({ keys: ["x"] }, columns, { largest: 3 }), prepareRule({ keys: ["y"] }, columns)],
    (a, b) => seen.push(`${a}-${b}`),
  );
  expect(seen).toEqual(["0-1", "3-4"]);
  expect(counts[0]).toMatchObject({ pairs: 0, added: 0, rowsInGiantGroups: 4 });
});

test("derived keys take first characters, years, sounds, and two columns in whichever order", () => {
  const columns = keyCoder(
    new Map([
      ["dob", codeColumn("dob", "date", columnFrom(["1980-01-02", "1980-12-31", "1981-01-02", ""]))],
      ["zip", codeColumn("zip", "code", columnFrom(["10115", "10117", "20095", "20095"]))],
      ["first", codeColumn("first", "name", columnFrom(["grace", "meyer", "graze", "li"]))],
      ["last", codeColumn("last", "name", columnFrom(["meyer", "grace", "meier", "ma"]))],
    ]),
  );
  const pairsOn = (key: string) => {
    const seen: string[] = [];
    forEachPair([prepareRule({ keys: [key] }, columns)], (a, b) => seen.push(`${a}-${b}`));
    return seen;
  };
  expect([pairsOn("dob:year"), pairsOn("zip:3"), pairsOn("zip")]).toEqual([["0-1"], ["0-1", "2-3"], ["2-3"]]);
  expect([pairsOn("last:sound"), pairsOn("first~last")]).toEqual([["0-2"], ["0-1"]]);
});

test("a sample of a rule's pairs is spread over its groups and never repeats a pair", () => {
  const columns = columnsOf({ x: Array.from({ length: 90 }, (_, row) => ["a", "b", "c"][row % 3]!) });
  const rule = groupRule(prepareRule({ keys: ["x"] }, columns));
  const { a, b } = sampleOf(rule, 100);
  const seen = new Set(Array.from(a, (first, at) => `${first}-${b[at]}`));
  expect(seen.size).toBe(a.length);
  expect(Array.from(a, (first, at) => (first - b[at]!) % 3).every(rest => rest === 0)).toBe(true);
  expect(Math.abs(a.length - 100)).toBeLessThan(2);
  expect(new Set(Array.from(a, first => first % 3)).size).toBe(3);
  expect(sampleOf(rule, 1e6).a.length).toBe(rule.pairs);
});
