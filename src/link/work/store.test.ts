import { expect, test } from "vitest";
import { linkTable } from "../pairs.ts";
import { randomFrom } from "../random.ts";
import { tableFrom } from "../table/columns.ts";
import type { WorkStore } from "./store.ts";

const random = randomFrom(11);
const some = (of: number) => String.fromCharCode(...[7, 31, 131].map(by => 97 + ((of * by) % 26)));
const rows = Array.from({ length: 900 }, () => Math.floor(random() * 300));
const table = tableFrom({
  name: rows.map(row => `${some(row)}${random() < 0.2 ? "x" : ""}`),
  town: rows.map(row => (random() < 0.1 ? "" : some(row * 3))),
  code: rows.map(row => String(1000 + row * (random() < 0.1 ? 7 : 11))),
});
const spec = {
  fields: [
    { column: "name", compare: "name" as const },
    { column: "town", compare: "name" as const },
    { column: "code", compare: "code" as const },
  ],
  block: [["name"], ["town"], ["code"]],
  seed: 1,
};

/** A store in memory that stops the program once it holds so many parts. */
function storeUntil(most: number, parts: Map<string, Uint8Array>): WorkStore {
  return {
    get: name => parts.get(name) ?? null,
    put: (name, bytes) => {
      if (parts.size === most) throw new Error("interrupted");
      parts.set(name, bytes.slice());
    },
  };
}

test("a run that is interrupted after any of its parts goes on from there, and gives what it would have given", () => {
  const whole = new Map<string, Uint8Array>();
  const expected = linkTable(table, spec, { store: storeUntil(Number.POSITIVE_INFINITY, whole) });
  expect(expected.clusters).toEqual(linkTable(table, spec).clusters);
  expect([...whole.keys()]).toEqual(["trained.json", "pairs-00000.bin", "first-round.bin"]);
  for (let most = 0; most < whole.size; most++) {
    const parts = new Map<string, Uint8Array>();
    expect(() => linkTable(table, spec, { store: storeUntil(most, parts) })).toThrow("interrupted");
    const again = linkTable(table, spec, { store: storeUntil(Number.POSITIVE_INFINITY, parts) });
    for (const part of ["pairs", "parameters", "clusters", "quality", "rules", "compared"] as const)
      expect(again[part]).toEqual(expected[part]);
  }
});

test("what is kept is used and not worked out again", () => {
  const parts = new Map<string, Uint8Array>();
  linkTable(table, spec, { store: storeUntil(Number.POSITIVE_INFINITY, parts) });
  const kept = new TextDecoder().decode(parts.get("trained.json"));
  parts.set("trained.json", new TextEncoder().encode(kept.replace(/"sampled":\d+/, '"sampled":7')));
  expect(linkTable(table, spec, { store: storeUntil(3, parts) }).parameters.sampled).toBe(7);
});
