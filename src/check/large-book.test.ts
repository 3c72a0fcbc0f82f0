import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { checkBytes } from "./bytes.ts";
import { articlePath, shippedBook } from "./testing/shipped.ts";

/** What of the book is held: everything, everything but the figures and the deployments, or nothing. */
type Holding = "all" | "some" | "none";

const holding = vi.hoisted(() => ({ is: "all" as Holding }));

vi.mock("./gather/library.ts", async original => {
  const actual = await original<typeof import("./gather/library.ts")>();
  const libraryOf: typeof actual.libraryOf = async book => {
    if (holding.is === "none") return { figures: null, sources: null, records: new Map() };
    const whole = await actual.libraryOf(book);
    if (holding.is === "all") return whole;
    const records = [...whole.records].filter(([kind]) => kind !== "deployment");
    return { ...whole, figures: null, records: new Map(records) };
  };
  return { ...actual, libraryOf };
});

test("a text has the same findings whether its book is held in memory or asked through its index", async () => {
  const { book, remove } = await shippedBook();
  const folder = fileURLToPath(new URL("../../cases/check/texts", import.meta.url));
  const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(name => /\.(?:md|txt)$/.test(name))
    .sort()
    .map(name => join(folder, name));
  expect(texts.length).toBeGreaterThan(5);
  for (const path of [articlePath("order-for-export.md"), ...texts]) {
    const bytes = readFileSync(path);
    holding.is = "all";
    const held = await checkBytes(bytes, book, { name: path });
    for (const less of ["some", "none"] as const) {
      holding.is = less;
      expect(await checkBytes(bytes, book, { name: path })).toEqual(held);
    }
    expect(held.claims.length).toBeGreaterThan(0);
  }
  await remove();
});
