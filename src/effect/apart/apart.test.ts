import { expect, test } from "vitest";
import { estimateAll } from "../estimate.ts";
import type { Progress } from "../progress.ts";
import { seededRandom } from "../random.ts";
import { estimateAllApart, estimateStaggeredApart } from "./apart.ts";

const random = seededRandom(6);
const rows = Array.from({ length: 600 }, (_, row) => ({ unit: Math.floor(row / 10), time: row % 10 }));
const x = rows.map(() => random());
const data = {
  unit: rows.map(({ unit }) => `u${unit}`),
  time: Float64Array.from(rows, ({ time }) => time),
  first: rows.map(({ unit }) => (unit % 3) * 3),
  x,
  y: rows.map(({ unit, time }, row) => unit + time + x[row]! + random()),
};

test("a thread says what this one says, tells where it is, and passes an error on as it was", async () => {
  const seen: Progress[] = [];
  const options = { vcov: "cluster:unit" } as const;
  const [apart, second] = await estimateAllApart(data, "c(y, x) ~ time | unit", {
    ...options,
    onProgress: progress => seen.push(progress),
  });
  const [here] = estimateAll(data, "c(y, x) ~ time | unit", options);
  expect(apart!.terms).toEqual(here!.terms);
  expect(second!.outcome).toBe("x");
  expect(seen).toEqual([
    { done: 0, total: 2, what: "y" },
    { done: 1, total: 2, what: "x" },
  ]);
  await expect(estimateAllApart(data, "y ~ nothing", options)).rejects.toThrowError(/no such column/);
});

test("an abort ends the thread in the middle of its work", async () => {
  const controller = new AbortController();
  const methods: string[] = [];
  const run = estimateStaggeredApart(data, "y ~ 1 | unit + time", {
    vcov: "cluster:unit",
    cohort: "first",
    methods: ["event-study"],
    // More draws than end within a second.
    draws: 5_000_000,
    signal: controller.signal,
    onProgress: ({ what }) => {
      methods.push(what);
      setTimeout(() => controller.abort(new Error("enough")), 50);
    },
  });
  await expect(run).rejects.toThrowError("enough");
  expect(methods).toEqual(["event-study"]);
  await expect(
    estimateAllApart(data, "y ~ x", { vcov: "iid", signal: AbortSignal.abort(new Error("before")) }),
  ).rejects.toThrowError("before");
});
