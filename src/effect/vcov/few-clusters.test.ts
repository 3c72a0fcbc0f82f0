import { expect, test } from "vitest";
import { estimateAll } from "../estimate.ts";
import { seededRandom } from "../random.ts";

const random = seededRandom(21);
const rows = Array.from({ length: 96 }, (_, row) => row).filter(row => row % 11 !== 4);
const REGIONS = ["r0", "r1", "r2", "r3"];
const x = rows.map(() => random());
const data = {
  w: rows.map(row => 0.5 + ((row * 7) % 5)),
  firm: rows.map(row => `f${row % 8}`),
  year: rows.map(row => 2000 + Math.floor(row / 8)),
  region: rows.map(row => `r${Math.floor((row % 8) / 2)}`),
  x,
  z: rows.map(() => random()),
  y: rows.map((row, at) => x[at]! + (row % 8) + random() * (1 + (row % 3))),
};

test.each(["cr0", "cr1", "cr1s", "cr2", "cr3"])(
  "%s with absorbed effects is that of the same effects written as regressors",
  variant => {
    const absorbed = estimateAll(data, "y ~ x + z | firm + year", {
      vcov: `${variant}:region`,
      singletons: "keep",
    })[0]!;
    const written = estimateAll(data, "y ~ x + z + firm + factor(year)", { vcov: `${variant}:region` })[0]!;
    for (const { term, estimate, se, p, low } of absorbed.terms) {
      const other = written.terms.find(one => one.term === term)!;
      expect(estimate).toBeCloseTo(other.estimate, 8);
      expect(se).toBeCloseTo(other.se, 8);
      expect(p).toBeCloseTo(other.p, 7);
      expect(low).toBeCloseTo(other.low, 6);
    }
  },
);

test("few clusters widen the interval beyond the plain one, and what has no adjustment is refused", () => {
  const width = (vcov: string) => {
    const { low, high } = estimateAll(data, "y ~ x | firm", { vcov })[0]!.terms[0]!;
    return high - low;
  };
  expect(width("cr2:region")).toBeGreaterThan(width("cr0:region"));
  const counts = { ...data, y: rows.map(row => row % 4) };
  expect(() => estimateAll(counts, "y ~ x", { vcov: "cr2:region", model: "poisson" })).toThrowError(
    /least squares and two-stage/,
  );
  expect(() => estimateAll(data, "y ~ x", { vcov: "cr2:region+firm" })).toThrowError(
    /no kind of standard errors/,
  );
});

test.each(["hc2", "hc3"])(
  "%s with a slope of each unit's own is that of the same slopes written as regressors",
  vcov => {
    const absorbed = estimateAll(data, "y ~ x | firm[z]", { vcov, singletons: "keep" })[0]!;
    const written = estimateAll(data, "y ~ x + firm + firm:z", { vcov })[0]!;
    const other = written.terms.find(({ term }) => term === "x")!;
    expect(absorbed.terms[0]!.estimate).toBeCloseTo(other.estimate, 8);
    expect(absorbed.terms[0]!.se).toBeCloseTo(other.se, 8);
    const weighted = { vcov, weights: "w", singletons: "keep" } as const;
    const more = { ...data, w: data.z.map(value => 0.5 + value) };
    const [a] = estimateAll(more, "y ~ x | firm[z]", weighted);
    const [b] = estimateAll(more, "y ~ x + firm + firm:z", weighted);
    expect(a!.terms[0]!.se).toBeCloseTo(b!.terms.find(({ term }) => term === "x")!.se, 8);
  },
);

test.each(["cr2", "cr3"])("%s takes weights and instruments, with effects absorbed or written", vcov => {
  for (const [absorbed, written] of [
    ["y ~ x + z | firm + year", "y ~ x + z + firm + factor(year)"],
    ["y ~ 1 | firm + year | x ~ z", "y ~ firm + factor(year) | x ~ z"],
  ] as const)
    for (const weights of [{}, { weights: "w" }]) {
      const options = { vcov: `${vcov}:region`, singletons: "keep", ...weights } as const;
      const [a] = estimateAll(data, absorbed, options);
      const [b] = estimateAll(data, written, options);
      for (const { term, se, p } of a!.terms) {
        const other = b!.terms.find(one => one.term === term)!;
        expect(se).toBeCloseTo(other.se, 8);
        expect(p).toBeCloseTo(other.p, 7);
      }
    }
});

test("CR3 with weights is the spread of the estimates without each cluster in turn", () => {
  const x1 = (options: object) =>
    estimateAll(data, "y ~ x + z", { vcov: "cr3:region", weights: "w", ...options })[0]!.terms[1]!;
  const whole = x1({});
  const without = REGIONS.map(region => x1({ subset: `region != "${region}"` }).estimate - whole.estimate);
  expect(whole.se).toBeCloseTo(Math.hypot(...without), 9);
});

test("CR2 with weights has the variance of the working model as its mean", () => {
  // The mean over independent errors of one variance, taken by setting each error to 1 in turn.
  const [n, columns] = [rows.length, [rows.map(() => 1), data.x]];
  const w = data.w;
  const gram = columns.flatMap(a =>
    columns.map(b => a.reduce((sum, value, i) => sum + value * b[i]! * w[i]!, 0)),
  );
  const det = gram[0]! * gram[3]! - gram[1]! * gram[2]!;
  const slope = rows.map((_, i) => (w[i]! * (gram[0]! * data.x[i]! - gram[2]!)) / det);
  const truth = slope.reduce((sum, value) => sum + value * value, 0);
  const squares = rows.map((_, at) => {
    const one = { ...data, y: Float64Array.from({ length: n }, (_zero, i) => Number(i === at)) };
    return estimateAll(one, "y ~ x", { vcov: "cr2:region", weights: "w" })[0]!.terms[1]!.se ** 2;
  });
  expect(squares.reduce((a, b) => a + b, 0)).toBeCloseTo(truth, 10);
});

test("the note on few clusters names only what the model can do", () => {
  const note = (text: string, options = {}) =>
    estimateAll({ ...data, count: rows.map(row => row % 4) }, text, {
      vcov: "cluster:region",
      ...options,
    })[0]!.notes.join();
  expect(note("y ~ x")).toContain("--bootstrap region");
  expect(note("y ~ 1 | x ~ z")).toContain("cr2:region");
  expect(note("y ~ 1 | x ~ z")).not.toContain("--bootstrap");
  expect(note("count ~ x", { model: "poisson" })).toContain("no adjustment");
});
