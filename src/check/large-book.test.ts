import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { checkBytes } from "./bytes.ts";
import { articlePath, shippedBook } from "./testing/shipped.ts";

const large = vi.hoisted(() => ({ is: false }));

vi.mock("./gather/library.ts", async original => {
  const actual = await original<typeof import("./gather/library.ts")>();
  return {
    ...actual,
    libraryOf: (...given: Parameters<typeof actual.libraryOf>) =>
      large.is ? Promise.resolve(null) : actual.libraryOf(...given),
  };
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
    large.is = false;
    const held = await checkBytes(bytes, book, { name: path });
    large.is = true;
    expect(await checkBytes(bytes, book, { name: path })).toEqual(held);
    expect(held.claims.length).toBeGreaterThan(0);
  }
  await remove();
}, 60_000);
