import { expect, test } from "vitest";
import { proposeSpec } from "../blocking/propose.ts";
import { linkInSteps, linkTable, linkTableOnThreads } from "../pairs.ts";
import { randomFrom } from "../random.ts";
import { type Table, tableFrom } from "../table/columns.ts";
import { readTable } from "../table/table.ts";
import { doOnThreads, startThreads } from "./threads.ts";

/** People with one to three records each, letters changed here and there. */
function people(count: number): Table {
  const random = randomFrom(3);
  const word = (of: number) =>
    Array.from({ length: 3 }, (_, at) => ["ka", "lo", "mi", "ne", "ru", "sé"][(of >> (3 * at)) % 6]).join("");
  const blur = (text: string) => {
    const at = Math.floor(random() * text.length);
    return random() < 0.2 ? text.slice(0, at) + text.slice(at + 1) : text;
  };
  const rows = Array.from(
    { length: count },
    () => [random() * 400, random() * 400, random() * 9000] as const,
  );
  const records = rows.flatMap(row => Array.from({ length: 1 + Math.floor(random() * 3) }, () => row));
  return tableFrom({
    first: records.map(([first]) => blur(word(first))),
    last: records.map(([, last]) => blur(word(last * 3))),
    born: records.map(([, , born]) => blur(String(10_000_000 + Math.floor(born) * 977))),
  });
}

test("any number of threads gives the same pairs, parameters, clusters and conflicts", async () => {
  const table = people(1500);
  const { spec } = proposeSpec(table);
  const alone = linkTable(table, spec);
  for (const threads of [1, 2, 3]) {
    const shared = await doOnThreads(linkInSteps(table, spec), threads, { wait: true });
    for (const part of ["pairs", "parameters", "clusters", "quality", "rules", "compared"] as const)
      expect(shared[part]).toEqual(alone[part]);
  }
}, 60_000);

test("a thread compares organisations and places as well as this one does", async () => {
  const names = [
    "北京大学",
    "Peking University",
    "国家警察",
    "National Police",
    "Police nationale",
    "Nairobi",
    "奈洛比",
  ];
  const table = tableFrom({
    id: Array.from({ length: 700 }, (_, at) => String(at)),
    name: Array.from({ length: 700 }, (_, at) => `${names[at % 7]}${at % 3 === 0 ? ` ${at % 11}` : ""}`),
    place: Array.from({ length: 700 }, (_, at) => ["Nairobi", "Mombasa", "52.37, 4.9", "Amsterdam"][at % 4]!),
    key: Array.from({ length: 700 }, (_, at) => String(at % 50)),
  });
  const fields = [
    { column: "name", compare: "organisation" as const },
    { column: "place", compare: "place" as const },
    { column: "key", compare: "code" as const },
  ];
  const spec = { id: "id", fields, block: [["key"], ["place"]], seed: 1 };
  const alone = linkTable(table, spec);
  const shared = await doOnThreads(linkInSteps(table, spec), 2, { wait: true });
  for (const part of ["pairs", "parameters", "clusters"] as const) expect(shared[part]).toEqual(alone[part]);
}, 60_000);

test("threads that were started ahead of their work do it, and are stopped after it", async () => {
  const table = people(300);
  const { spec } = proposeSpec(table);
  const threads = startThreads(2);
  await threads.started;
  expect(threads.ready).toHaveLength(1);
  const ended = new Promise(resolve => threads.ready[0]!.worker.once("exit", resolve));
  expect((await linkTableOnThreads(table, spec, { threads })).clusters).toEqual(
    linkTable(table, spec).clusters,
  );
  await ended;
}, 60_000);

test("what a decision contradicts is refused with any number of threads", async () => {
  const table = readTable("a,b\nx,1\nx,1\ny,2\ny,2\n", "t.csv");
  const spec = { ...proposeSpec(table).spec };
  const decisions = [
    { a: 0, b: 1, same: false },
    { a: 0, b: 1, same: true },
  ];
  await expect(linkTableOnThreads(table, spec, { threads: 2, decisions })).rejects.toMatchObject({
    problems: [{ code: "contradiction" }],
  });
}, 60_000);
