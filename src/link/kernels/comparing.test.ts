import { expect, test } from "vitest";
import { loadKernels } from "../../stats/kernels/load.ts";
import { type Comparer, comparerOf } from "../compare/compare.ts";
import { COMPARISONS, type ComparisonType } from "../compare/comparisons.ts";
import { countLevels, countPatterns } from "../compare/patterns.ts";
import { codePoints, jaro, jaroWinkler, levenshtein, oneEditApart, stretchOf } from "../compare/strings.ts";
import { randomFrom } from "../random.ts";
import { scorerOf } from "../score/score.ts";
import { codeColumn, columnFrom } from "../table/columns.ts";
import { startArena, take } from "./arena.ts";
import { type Kernels, wasm } from "./wasm.ts";

const ROWS = 300;

/** Values that are alike now and then, of every length, some of them missing or in other scripts. */
function cellsOf(type: ComparisonType, seed: number): string[] {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const word = () =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      pick(["ka", "lo", "mi", "é", "ж", "大", "nn", "𠀀"]),
    ).join("");
  const digits = (length: number) => Array.from({ length }, () => pick(["0", "1", "7"])).join("");
  const made: Partial<Record<ComparisonType, () => string>> = {
    date: () =>
      pick([`19${digits(2)}-0${digits(1)}-1${digits(1)}`, `19${digits(2)}`, `19${digits(2)}-07`, "unknown"]),
    number: () => pick([digits(3), `${digits(2)}.${digits(2)}`, "none"]),
    code: () => `${pick(["ab", "ac", "xy"])}${digits(1 + Math.floor(random() * 6))}`,
    set: () =>
      Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(["nl", "be", "fr", "de"])).join(";"),
    category: () => pick(["a", "b", "c"]),
    email: () => `${word()}@${pick(["x.org", "y.org"])}`,
    text: () => Array.from({ length: 1 + Math.floor(random() * 30) }, word).join(" "),
  };
  const name = () =>
    random() < 0.1 ? pick(["j", "k"]) : Array.from({ length: pick([1, 1, 2, 9]) }, word).join(" ");
  return Array.from({ length: ROWS }, () => (random() < 0.1 ? "" : (made[type] ?? name)()));
}

const TYPES = ["name", "date", "code", "category", "number", "set", "text", "email"] as const;

function comparers(seed: number): [kernels: Comparer, plain: Comparer] {
  const columns = [
    ...TYPES.map((type, at) => codeColumn(type, type, columnFrom(cellsOf(type, seed + at)))),
    codeColumn("other", "name", columnFrom(cellsOf("name", seed))),
  ];
  const also = new Map([
    ["name", "other"],
    ["other", "name"],
  ]);
  return [comparerOf(columns, also), comparerOf(columns, also, { plain: true })];
}

function randomPairs(count: number, seed: number): { a: Int32Array; b: Int32Array } {
  const random = randomFrom(seed);
  const rows = () => Int32Array.from({ length: count }, () => Math.floor(random() * ROWS));
  return { a: rows(), b: rows() };
}

test.each([1, 20, 300])(
  "kernels give every pair the levels and patterns of the plain code (seed %i)",
  seed => {
    const [kernels, plain] = comparers(seed);
    expect(kernels.kernels).not.toBeNull();
    expect(plain.kernels).toBeNull();
    const pairs = randomPairs(9000, seed);
    const [mine, theirs] = [new Int8Array(TYPES.length + 1), new Int8Array(TYPES.length + 1)];
    for (let pair = 0; pair < 3000; pair++) {
      kernels.into(pairs.a[pair]!, pairs.b[pair]!, mine);
      plain.into(pairs.a[pair]!, pairs.b[pair]!, theirs);
      expect(mine).toEqual(theirs);
    }
    expect(countLevels(kernels, pairs)).toEqual(countLevels(plain, pairs));
    expect(countPatterns(kernels, pairs)).toEqual(countPatterns(plain, pairs));
    const rare = countLevels(kernels, pairs, { rareOnly: true });
    for (const [field, { column }] of plain.fields.entries()) {
      const from = COMPARISONS[column.type].rare ?? 0;
      expect(rare[field]!.slice(from)).toEqual(countLevels(plain, pairs)[field]!.slice(from));
    }
    expect(new Set(countLevels(plain, pairs).flatMap(counts => [...counts])).size).toBeGreaterThan(20);
  },
);

test("kernels weigh pairs as the plain code does, to the last bit, whatever the floor", () => {
  const [kernels, plain] = comparers(7);
  const shares = (levels: number, rising: boolean) => {
    const weights = Array.from({ length: levels }, (_, level) => (rising ? level + 1 : levels - level) ** 3);
    return weights.map(weight => weight / weights.reduce((sum, one) => sum + one, 0));
  };
  const parameters = {
    lambda: 0.01,
    m: plain.fields.map(({ levels }) => shares(levels.length, true)),
    u: plain.fields.map(({ levels }) => shares(levels.length, false)),
  };
  const { a, b } = randomPairs(4096, 5);
  const scorers = [kernels, plain].map(comparer => scorerOf(comparer, parameters));
  for (const floor of [Number.NEGATIVE_INFINITY, -20, 0]) {
    const [mine, theirs] = scorers.map(({ weights }) => {
      const into = new Float64Array(4096);
      weights(a, b, { length: 4096, floor, into });
      return into;
    });
    expect(mine).toEqual(theirs);
    expect(mine!.some(Number.isFinite)).toBe(true);
  }
  for (let pair = 0; pair < 500; pair++)
    expect(scorers[0]!.weight(a[pair]!, b[pair]!)).toBe(scorers[1]!.weight(a[pair]!, b[pair]!));
});

test("string comparison in kernels is that of the plain code", () => {
  const { run, memory } = loadKernels<Kernels>(wasm, { bytes: 1 << 18 });
  startArena(memory);
  run.setScratch(take(memory, run.scratchBytes()));
  const [atA, atB] = [take(memory, 2048), take(memory, 2048)];
  const random = randomFrom(11);
  const letters = ["a", "b", "c", "é", "ж", "𠀀"];
  const word = (most: number) =>
    Array.from({ length: Math.floor(random() * most) }, () => letters[Math.floor(random() ** 2 * 6)]).join(
      "",
    );
  for (let round = 0; round < 3000; round++) {
    const a = word([8, 40, 70, 200][round % 4]!);
    const b = round % 3 === 0 ? `${a.slice(0, 2)}${a.slice(3)}` : word([8, 70, 40, 300][round % 4]!);
    const [pointsA, pointsB] = [codePoints(a), codePoints(b)];
    new Uint32Array(memory.buffer, atA, pointsA.length).set(pointsA);
    new Uint32Array(memory.buffer, atB, pointsB.length).set(pointsB);
    const places = [atA, pointsA.length, atB, pointsB.length] as const;
    expect(run.jaro(...places)).toBe(jaro(a, b));
    expect(run.jaroWinkler(...places)).toBe(jaroWinkler(a, b));
    expect(run.levenshtein(...places)).toBe(levenshtein(a, b));
    if (a !== b)
      expect(Boolean(run.oneEditApart(...places))).toBe(oneEditApart(stretchOf(pointsA), stretchOf(pointsB)));
  }
});
