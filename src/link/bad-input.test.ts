import { expect, test } from "vitest";
import type { UserError } from "../codebook/errors.ts";
import { proposeSpec } from "./blocking/propose.ts";
import { formatLink } from "./format.ts";
import { linkTable } from "./pairs.ts";
import { parseSpec } from "./spec.ts";
import { tableFrom } from "./table/columns.ts";
import { readTable } from "./table/table.ts";

const made = (rows: number, cell: (row: number) => string) =>
  Array.from({ length: rows }, (_, row) => cell(row));

function problem(cells: Record<string, string[]>): string {
  try {
    proposeSpec(tableFrom(cells));
  } catch (error) {
    return (error as UserError).problems[0]!.code;
  }
  return "nothing";
}

test("a table in which nothing can be compared is refused with the reason", () => {
  expect(problem({ a: made(50, () => ""), b: made(50, () => "same") })).toBe("nothing-to-compare");
  expect(problem({ id: made(50, row => `k${row}`) })).toBe("nothing-to-compare");
  expect(problem({ "town:year": made(50, row => `place ${row % 9}`) })).toBe("no-keys");
});

test("a field that is missing everywhere in a given specification says nothing, and the rest is linked", () => {
  const table = tableFrom({
    name: made(60, row => `name ${String.fromCharCode(97 + (row % 20)).repeat(4)} ${row % 20}`),
    town: made(60, row => `place ${row % 20} of ${String.fromCharCode(97 + (row % 20))}`),
    empty: made(60, () => ""),
  });
  const result = linkTable(table, {
    fields: [
      { column: "name", compare: "name" },
      { column: "town", compare: "name" },
      { column: "empty", compare: "code" },
    ],
    block: [["name"], ["empty"], ["town"]],
    seed: 1,
    threshold: 0.5,
  });
  expect(result.clusters.count).toBe(20);
  expect(result.rules[1]).toMatchObject({ pairs: 0, added: 0 });
});

test("rows of a giant block are not compared with each other, and their number is said", () => {
  const table = tableFrom({
    name: made(3000, () => "the same name"),
    town: made(3000, row => `town ${row % 1500}`),
  });
  const result = linkTable(table, {
    fields: [
      { column: "name", compare: "name" },
      { column: "town", compare: "name" },
    ],
    block: [["name"], ["town"]],
    seed: 1,
  });
  expect(result.compared).toBe(1500);
  expect(formatLink(table, result)).toContain("(3000 rows in groups too large to compare)");
});

test("the pairs of a proposal stay within a bound for every table", () => {
  for (const distinct of [2, 30, 700]) {
    const table = tableFrom({
      first: made(4000, row => `first ${row % distinct}`),
      last: made(4000, row => `last ${(row * 7) % distinct}`),
      code: made(4000, row => `${(row * 13) % distinct}`),
    });
    const result = linkTable(table, proposeSpec(table).spec);
    expect(result.compared).toBeLessThanOrEqual(400 * 4000);
  }
});

test("cells that are no well-formed UTF-16 are compared like any other", () => {
  const table = tableFrom({
    name: made(40, row => `\ud800name${row % 20}`),
    town: made(40, row => `town \udc00${row % 20}`),
  });
  expect(linkTable(table, proposeSpec(table).spec).clusters.of).toHaveLength(40);
});

test("a specification that names a column the table lacks is refused with what could have been meant", () => {
  try {
    parseSpec("fields: [{column: nmae, compare: name}]\nblock: [[nmae]]\n", "spec.yaml", ["name", "town"]);
    expect.unreachable();
  } catch (error) {
    expect((error as UserError).problems[0]).toMatchObject({
      code: "unknown-column",
      file: "spec.yaml",
      expected: "name, town",
      hint: "did you mean name?",
    });
  }
});

test("identical records by the thousand are linked in bounded work, and what was left out is said", () => {
  const table = tableFrom({
    name: made(6000, row => (row < 5000 ? "john smith" : `name ${row}`)),
    town: made(6000, row => (row < 5000 ? "london" : `place ${row % 300}`)),
  });
  const result = linkTable(table, proposeSpec(table).spec);
  expect(result.compared).toBeLessThanOrEqual(400 * 6000);
  expect(formatLink(table, result)).toContain("5000 rows in groups too large to compare");
});

test("no rule is proposed twice, also where its groups are too large for some rows", () => {
  const half = (row: number) => row % 2 === 1;
  const table = tableFrom({
    name: made(6000, row => (half(row) ? "john smith" : `ann${row} ${row % 97}`)),
    born: made(6000, row =>
      half(row) ? "1980-01-01" : `19${10 + (row % 90)}-0${1 + (row % 9)}-1${row % 9}`,
    ),
  });
  const rules = proposeSpec(table).spec.block.map(keys => [...keys].sort().join(" + "));
  expect(rules.length).toBeGreaterThan(2);
  expect(rules).toEqual([...new Set(rules)]);
});

test("cells of 100 kB are compared by their beginning and their words", () => {
  const long = (row: number) => `${"abcdefghij ".repeat(10_000)}${row}`;
  const types = ["name", "organisation", "text", "code", "set", "date", "number", "email", "place"] as const;
  for (const compare of types) {
    const table = tableFrom({
      name: made(20, row => long(row % 10)),
      town: made(20, row => `town ${row % 10}`),
    });
    const fields = [
      { column: "name", compare },
      { column: "town", compare: "name" as const },
    ];
    expect(linkTable(table, { fields, block: [["town"]], seed: 1 }).clusters.of).toHaveLength(20);
  }
});

test("where nearly all rows agree and nothing was estimated, a difference does not speak for a match", () => {
  const csv = `name\n${"Same Name\n".repeat(60)}Other Name\n`;
  const table = readTable(csv, "t.csv");
  const { spec } = proposeSpec(table);
  const { parameters } = linkTable(table, { ...spec, largest_group: 20 });
  for (const [field, levels] of parameters.m.entries())
    expect(levels[0]!).toBeLessThanOrEqual(parameters.u[field]![0]!);
});
