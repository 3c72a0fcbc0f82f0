import { expect, test } from "vitest";
import { randomFrom } from "../random.ts";
import { drawPairs, strataOf } from "./strata.ts";
import { stratifiedQuality } from "./strata-quality.ts";

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

test("drawn pairs tell F1 better than pairs taken at random, and the interval holds the truth", () => {
  const random = randomFrom(3);
  const kinds = [
    { joined: true, likely: 0.995, share: 0.99, pairs: 600 },
    { joined: true, likely: 0.65, share: 0.6, pairs: 60 },
    { joined: false, likely: 0.35, share: 0.25, pairs: 80 },
    { joined: false, likely: 0.03, share: 0.01, pairs: 300 },
  ];
  const truth = new Map<string, boolean>();
  const clusters: number[] = [];
  const strata = kinds.map(({ joined, likely, share, pairs }, kind) => {
    const a = Int32Array.from({ length: pairs }, () => {
      const row = clusters.length;
      clusters.push(row, joined ? row : row + 1);
      truth.set(`${row} ${row + 1}`, random() < share);
      return row;
    });
    return { name: String(kind), joined, likely, a, b: a.map(row => row + 1) };
  });
  const labelled = (pairs: readonly (readonly [number, number])[]) =>
    pairs.map(([a, b]) => ({ a, b, same: truth.get(`${a} ${b}`)! }));
  const all = strata.flatMap(({ a, b }) => Array.from(a, (row, at) => [row, b[at]!] as const));
  const real = stratifiedQuality(strata, labelled(all), clusters).f1.value;
  const results = { drawn: 0, chance: 0, held: 0 };
  for (let seed = 1; seed <= 60; seed++) {
    const drawn = stratifiedQuality(strata, labelled(drawPairs(strata, 80, seed)), clusters).f1;
    const chance = Array.from({ length: 80 }, () => all[Math.floor(random() * all.length)]!);
    results.drawn += (drawn.value - real) ** 2;
    results.chance += (stratifiedQuality(strata, labelled(chance), clusters).f1.value - real) ** 2;
    if (drawn.low <= real && real <= drawn.high) results.held++;
  }
  expect(results.drawn).toBeLessThan(0.8 * results.chance);
  expect(results.held).toBeGreaterThan(54);
}, 60_000);
