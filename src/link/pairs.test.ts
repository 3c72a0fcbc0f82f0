import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { UserError } from "../codebook/errors.ts";
import { proposeSpec } from "./blocking/propose.ts";
import { clusterPairs, favourFrom } from "./cluster/cluster.ts";
import { clustersCsv, formatLink, formatSpec } from "./format.ts";
import { linkTable } from "./pairs.ts";
import { bCubed, pairwise } from "./quality/quality.ts";
import { randomFrom } from "./random.ts";
import { parseSpec } from "./spec.ts";
import { cellAt, columnFrom, type Table, tableFrom } from "./table/columns.ts";
import { readTable } from "./table/table.ts";

const FIRST = [
  "amina",
  "boris",
  "carla",
  "dmitri",
  "elena",
  "farid",
  "grace",
  "hassan",
  "ines",
  "jonas",
  "kofi",
  "lena",
  "marta",
  "nadia",
  "omar",
  "petra",
];
const LAST = [
  "abbott",
  "bekova",
  "castillo",
  "diallo",
  "eriksen",
  "fontaine",
  "gunawan",
  "horvat",
  "ibragimov",
  "jansen",
  "kaplan",
  "lindqvist",
  "mensah",
  "novak",
  "okafor",
  "popescu",
];

/** A table of made-up people with one to three records each, letters exchanged here and there; `truth` tells who is who. */
function madeUp(people: number, seed: number): { table: Table; truth: string[] } {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const two = (n: number) => String(1 + Math.floor(random() * n)).padStart(2, "0");
  const blur = (text: string) => {
    if (random() > 0.15) return text;
    const at = Math.floor(random() * (text.length - 1));
    return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  };
  const rows: { first: string; last: string; born: string; town: string; truth: string }[] = [];
  for (let person = 0; person < people; person++) {
    const who = {
      first: pick(FIRST),
      last: `${pick(LAST)}${pick(["", "a", "son", "i"])}`,
      born: `${1940 + Math.floor(random() * 60)}-${two(12)}-${two(28)}`,
      town: `town ${pick(LAST)}`,
    };
    for (let copy = 0; copy <= random() * 3; copy++)
      rows.push({
        first: blur(who.first),
        last: blur(who.last),
        born: blur(who.born),
        town: random() < 0.1 ? "" : blur(who.town),
        truth: String(person),
      });
  }
  const column = (name: "first" | "last" | "born" | "town") => rows.map(row => row[name]);
  return {
    table: tableFrom({
      first: column("first"),
      last: column("last"),
      born: column("born"),
      town: column("town"),
    }),
    truth: rows.map(row => row.truth),
  };
}

test("people whose truth is known are found again, without labels", () => {
  const { table, truth } = madeUp(600, 7);
  const result = linkTable(table, proposeSpec(table).spec);
  expect(pairwise(result.clusters.of, truth).f1).toBeGreaterThan(0.93);
  expect(bCubed(result.clusters.of, truth).precision).toBeGreaterThan(0.95);
});

test("the same table gives the same clusters, and the order of its rows changes nothing", () => {
  const { table } = madeUp(200, 11);
  const spec = proposeSpec(table).spec;
  const first = linkTable(table, spec).clusters.of;
  expect(linkTable(table, spec).clusters.of).toEqual(first);
  const order = Array.from({ length: table.rows }, (_, row) => table.rows - 1 - row);
  const turned = {
    rows: table.rows,
    columns: new Map(
      [...table.columns].map(([name, column]) => [name, columnFrom(order.map(row => cellAt(column, row)))]),
    ),
  };
  const again = linkTable(turned, spec).clusters.of;
  const truth = Array.from(first, String);
  expect(
    pairwise(
      order.map((_, row) => again[order.indexOf(row)]!),
      truth,
    ).f1,
  ).toBeGreaterThan(0.99);
});

test("identical records by the thousand become one cluster each", () => {
  const values = Array.from({ length: 3000 }, (_, row) =>
    row % 2 === 0 ? "north police college" : "harbour customs office",
  );
  const table = tableFrom({ name: values, year: values.map((_, row) => (row % 2 === 0 ? "2010" : "2015")) });
  const result = linkTable(table, {
    fields: [
      { column: "name", compare: "name" },
      { column: "year", compare: "date" },
    ],
    block: [["name"]],
    seed: 1,
    threshold: 0.5,
  });
  expect(result.clusters.count).toBe(2);
});

const chain = (ends: number) => (a: number, b: number) => (a + b === 1 ? 6.6 : a + b === 3 ? 3.2 : ends);
const linked = {
  length: 2,
  a: Int32Array.from([0, 1]),
  b: Int32Array.from([1, 2]),
  probability: Float64Array.from([0.99, 0.9]),
};

test("a chain of likeness is cut where its ends are unlike, though blocking never compared them", () => {
  const cut = clusterPairs(3, linked, { threshold: 0.5, weight: chain(-13) });
  expect([Array.from(cut.of), cut.keptApart]).toEqual([[0, 0, 1], 1]);
  expect(clusterPairs(3, linked, { threshold: 0.5, weight: chain(0.6) }).count).toBe(1);
});

test("where few rows are single, what is left over joins its best cluster", () => {
  const weight = chain(-7);
  expect(clusterPairs(3, linked, { threshold: 0.5, weight }).count).toBe(2);
  expect(clusterPairs(3, linked, { threshold: 0.5, weight, favour: 3 }).count).toBe(1);
  expect(favourFrom({ of: Int32Array.from([0, 0, 1, 1, 2, 2, 3]), count: 4 })).toBe(2);
});

test("decisions go before evidence, apart before likeness and together before unlikeness", () => {
  const weight = chain(0.6);
  expect(Array.from(clusterPairs(3, linked, { threshold: 0.5, weight, apart: [[0, 2]] }).of)).toEqual([
    0, 0, 1,
  ]);
  const together = [[0, 2]] as const;
  expect(Array.from(clusterPairs(3, linked, { threshold: 0.5, weight: chain(-13), together }).of)).toEqual([
    0, 0, 0,
  ]);
});

test("a proposal says what it left out, and reads back from its own YAML", () => {
  const { table } = madeUp(100, 3);
  const made = (cell: (row: number) => string) =>
    columnFrom(Array.from({ length: table.rows }, (_, row) => cell(row)));
  const at = (name: string, row: number) => cellAt(table.columns.get(name)!, row);
  const columns = new Map([
    ["record_id", made(row => `r${row}`)],
    ...table.columns,
    ["whole", made(row => `${at("first", row)} ${at("last", row)}`)],
    ["empty", made(() => "")],
  ]);
  const { spec, reasons } = proposeSpec({ rows: table.rows, columns });
  expect(spec.id).toBe("record_id");
  expect(spec.fields.map(({ column }) => column)).toEqual(["first", "last", "born", "town"]);
  expect(reasons.join("\n")).toMatch(/empty: is empty, left out[\s\S]*whole: repeats/);
  expect(parseSpec(formatSpec(spec), "spec.yaml", [...columns.keys()])).toEqual(spec);
});

test("clusters are written with the ids of the table, or row numbers from 1", () => {
  const { table } = madeUp(60, 5);
  const { spec } = proposeSpec(table);
  const result = linkTable(table, spec);
  const keys = Array.from({ length: table.rows }, (_, row) => `k${row}`);
  const named = { ...table, columns: new Map([["key", columnFrom(keys)], ...table.columns]) };
  const rows = Array.from(result.clusters.of);
  expect(clustersCsv(table, result).trimEnd().split("\r\n")).toEqual([
    "id,cluster",
    ...rows.map((cluster, row) => `${row + 1},${cluster}`),
  ]);
  expect(
    clustersCsv(named, linkTable(named, { ...spec, id: "key" }))
      .trimEnd()
      .split("\r\n"),
  ).toEqual(["id,cluster", ...rows.map((cluster, row) => `k${row},${cluster}`)]);
  expect(formatLink(table, result)).toContain(
    `${table.rows} records, ${result.compared} pairs compared, ${result.clusters.count} clusters`,
  );
});

test("the report says where m and u come from, and within which rule EM did not come to rest", () => {
  const table = readTable("name,town\nAnna,Bonn\nAnna,Bonn\nKarl,Ulm\nKarl,Ulm\nEva,Jena\n", "t.csv");
  const fields = ["name", "town"].map(column => ({ column, compare: "name" as const }));
  const result = linkTable(table, { fields, block: [["name"], ["town"]], seed: 1 });
  expect(formatLink(table, result)).toMatch(/^u is from all 10 pairs; m by EM, 2 times, .*: converged\.$/m);
  const sessions = result.parameters.sessions.map(one => ({ ...one, converged: one.rule === "name" }));
  const restless = { ...result, parameters: { ...result.parameters, sessions } };
  expect(formatLink(table, restless)).toMatch(/did not converge within town\.$/m);
});

test("a faulty specification or table is refused with everything that is wrong", () => {
  const codes = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      return (error as UserError).problems.map(({ code, column, hint }) =>
        [code, column, hint].filter(Boolean).join(" "),
      );
    }
    return ["nothing"];
  };
  expect(
    codes(() =>
      parseSpec("fields: [{column: nam, compare: name}]\nblock: [[town]]", "s.yaml", ["name", "town"]),
    ),
  ).toEqual([
    "unknown-column fields.0.column did you mean name?",
    "not-compared block.0 compare it as one of the fields",
  ]);
  expect(codes(() => parseSpec("fields: []\nblock: x", "s.yaml", ["a"])).length).toBe(2);
  expect(codes(() => readTable("a,b\n1\n2,3\n", "t.csv"))[0]).toMatch(/^bad-csv/);
  expect(codes(() => readTable("a,a\n1,2\n3,4\n", "t.csv"))).toEqual(["duplicate-column rename one"]);
  expect(codes(() => readTable("", "t.csv"))).toEqual(["empty"]);
});

test("hundred-kilobyte values and lone surrogates are compared in bounded time", () => {
  const long = "x".repeat(100_000);
  const table = readTable(`name,place\n${long},a\n${long}y,a\n\ud800,a\n\ud800b,b\n`, "t.csv");
  const result = linkTable(table, {
    fields: [
      { column: "name", compare: "name" },
      { column: "place", compare: "code" },
    ],
    block: [["place"]],
    seed: 1,
  });
  expect(result.compared).toBe(3);
});

const shared = new URL("../../../shared/bench/linkage/", import.meta.url);
test.skipIf(!existsSync(shared))(
  "FEBRL4 is linked without a fault from the proposed specification (needs ../shared)",
  () => {
    const read = (name: string) =>
      readTable(gunzipSync(readFileSync(new URL(name, shared))).toString("utf8"), name);
    const [a, b] = [read("febrl4a.csv.gz"), read("febrl4b.csv.gz")];
    const columns = new Map(
      [...a.columns].map(([name, column]) => {
        const both = [column, b.columns.get(name)!];
        return [name, both.flatMap(one => Array.from(one.codes, code => one.values[code]!))];
      }),
    );
    const truth = columns.get("entity")!;
    columns.delete("entity");
    const table = tableFrom(Object.fromEntries(columns));
    const result = linkTable(table, proposeSpec(table).spec);
    expect(pairwise(result.clusters.of, truth).f1).toBeGreaterThan(0.995);
  },
);
