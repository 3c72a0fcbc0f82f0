import { expect, test } from "vitest";
import { randomFrom } from "./random.ts";
import { drawPairs, strataOf, stratifiedQuality } from "./strata.ts";

/** A hundred things in two rows each; pairs of one thing and of neighbours, with a model that is mostly right. */
function made(seed = 3) {
  const random = randomFrom(seed);
  const a: number[] = [];
  const b: number[] = [];
  const probability: number[] = [];
  const truth = Array.from({ length: 400 }, (_, row) => row >> 1);
  for (let row = 0; row + 3 < 400; row += 2)
    for (const other of [row + 1, row + 2, row + 3]) {
      a.push(row);
      b.push(other);
      const same = truth[row] === truth[other];
      probability.push(Math.min(0.999, Math.max(0.02, (same ? 0.75 : 0.25) + (random() - 0.5) * 0.7)));
    }
  const clusters = Int32Array.from({ length: 400 }, (_, row) => row);
  for (const [at, p] of probability.entries())
    if (p >= (b[at]! - a[at]! === 1 ? 0.6 : 0.45) && b[at]! - a[at]! < 3)
      clusters[b[at]!] = clusters[a[at]!]!;
  return { pairs: { a, b, probability, length: a.length }, clusters, truth };
}

const { pairs, clusters, truth } = made();
const strata = strataOf(pairs, clusters);
const label = ([a, b]: readonly [number, number]) => ({ a, b, same: truth[a] === truth[b] });

test("strata hold every pair once, also those that share a cluster without having been compared", () => {
  const all = strata.reduce((sum, { a }) => sum + a.length, 0);
  const through = strata.find(({ name }) => name.endsWith("through others"))!;
  expect(all).toBe(pairs.length + through.a.length);
  expect(through.a.length).toBeGreaterThan(0);
  for (const { joined, a, b } of strata)
    for (let at = 0; at < a.length; at++) expect(clusters[a[at]!] === clusters[b[at]!]).toBe(joined);
});

test("all labels give the exact measures, with intervals that are points", () => {
  const everything = strata.flatMap(({ a, b }) => Array.from(a, (x, at) => label([x, b[at]!])));
  const { precision, recall, bCubed } = stratifiedQuality(strata, everything, clusters);
  const joined = strata
    .filter(one => one.joined)
    .flatMap(({ a, b }) => Array.from(a, (x, at) => label([x, b[at]!]).same));
  expect(precision.value).toBeCloseTo(joined.filter(Boolean).length / joined.length, 12);
  expect(recall.value).toBeCloseTo(
    joined.filter(Boolean).length / everything.filter(({ same }) => same).length,
    12,
  );
  for (const { value, low, high } of [precision, recall, bCubed.f1])
    expect(high - low).toBeLessThan(1e-9 + 0 * value);
});

test("from a sample the intervals hold the truth as often as they say", () => {
  const everything = strata.flatMap(({ a, b }) => Array.from(a, (x, at) => label([x, b[at]!])));
  const exact = stratifiedQuality(strata, everything, clusters);
  let held = 0;
  for (let seed = 1; seed <= 25; seed++) {
    const labels = drawPairs(strata, 120, seed).map(label);
    const { precision, recall } = stratifiedQuality(strata, labels, clusters, seed);
    if (precision.low <= exact.precision.value && exact.precision.value <= precision.high) held++;
    if (recall.low <= exact.recall.value && exact.recall.value <= recall.high) held++;
  }
  expect(held / 50).toBeGreaterThan(0.88);
});

test("a sample has the size that was asked for, no pair twice, some of every stratum, and most where the model is unsure", () => {
  const drawn = drawPairs(strata, 80);
  expect(new Set(drawn.map(String)).size).toBe(80);
  expect(drawPairs(strata, 80)).toEqual(drawn);
  const chosen = new Set(drawn.map(String));
  const share = (at: number) => {
    const { a, b } = strata[at]!;
    return Array.from(a).filter((x, index) => chosen.has(`${x},${b[index]}`)).length / a.length;
  };
  expect(strata.every((_, at) => share(at) > 0)).toBe(true);
  expect(drawPairs(strata, 10_000)).toHaveLength(strata.reduce((sum, { a }) => sum + a.length, 0));
});

test("without any label nothing is claimed: intervals are wide", () => {
  const { precision } = stratifiedQuality(strata, [], clusters);
  expect(precision.high - precision.low).toBeGreaterThan(0.4);
});
