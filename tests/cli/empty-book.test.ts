import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT, sandbox } from "./run.ts";

/** What a new user has after `custodes init`: the codebook of the shipped book, and not one record. */
const box = sandbox();
beforeAll(() => box.run("init", "mine"));
afterAll(box.remove);

test("a text is checked against an empty book: nothing of it is supported or contradicted", async () => {
  const article = join(ROOT, "books/security/articles/order-for-export.md");
  const { code, out, err } = await box.run("check", article, "--book", "mine", "--json");
  expect([code, err]).toEqual([0, ""]);
  const { claims } = JSON.parse(out);
  expect(claims.length).toBeGreaterThan(20);
  const judged = claims.filter(({ verdict }: { verdict: string }) =>
    ["supported", "contradicted", "outdated"].includes(verdict),
  );
  expect(judged).toEqual([]);
});

test("an indicator of the latest year has no rows in an empty book and is no error", async () => {
  const { code, out } = await box.run("count", "share-of-regime-trained", "--book", "mine", "--json");
  expect([code, JSON.parse(out).rows]).toEqual([0, []]);
});

test("an entry before the first codebook is said to be too early", async () => {
  const { code, err } = await box.run("diff", "1", "2", "--book", "mine");
  expect([code, err]).toEqual([2, expect.stringContaining("has no codebook yet")]);
});
