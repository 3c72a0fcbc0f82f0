import { expect, test } from "vitest";
import { type Table, tableFrom } from "../columns.ts";
import { linkInSteps, linkTable, linkTableOnThreads } from "../pairs.ts";
import { proposeSpec } from "../propose.ts";
import { randomFrom } from "../random.ts";
import { readTable } from "../table.ts";
import { doOnThreads } from "./threads.ts";

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
