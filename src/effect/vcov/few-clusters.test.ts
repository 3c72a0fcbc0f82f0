import { expect, test } from "vitest";
import { estimateAll } from "../estimate.ts";
import { seededRandom } from "../random.ts";

const random = seededRandom(21);
const rows = Array.from({ length: 96 }, (_, row) => row).filter(row => row % 11 !== 4);
const x = rows.map(() => random());
const data = {
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

test("few clusters widen the interval beyond the plain one, and weights are refused with the way out", () => {
  const width = (vcov: string) => {
    const { low, high } = estimateAll(data, "y ~ x | firm", { vcov })[0]!.terms[0]!;
    return high - low;
  };
  expect(width("cr2:region")).toBeGreaterThan(width("cr0:region"));
  expect(() => estimateAll(data, "y ~ x", { vcov: "cr2:region", weights: "z" })).toThrowError(
    /without weights/,
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
