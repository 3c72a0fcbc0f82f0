import { describe, expect, test } from "vitest";
import { UserError } from "../codebook/errors.ts";
import { estimateAll, estimateFromCsv } from "./estimate.ts";
import { seededRandom } from "./random.ts";
import { formatEstimates } from "./table/terminal.ts";

const DATA = [
  "unit,time,y,z,x,region",
  ...Array.from({ length: 48 }, (_, i) => {
    const [unit, time] = [i % 8, Math.floor(i / 8)];
    const x = Math.round(100 * Math.sin(i * 1.3)) / 100;
    const y = i === 5 ? "NA" : (2 * x + unit + 0.3 * Math.cos(i * 7.7)).toFixed(4);
    return `u${unit},${2000 + time},${y},${(x * x).toFixed(4)},${x},${unit < 4 ? "north" : "south"}`;
  }),
].join("\n");

describe("estimateFromCsv", () => {
  test("finds the slope and reports what it rests on", () => {
    const estimate = estimateFromCsv(DATA, "y ~ x | unit + time", { vcov: "cluster:unit" });
    if ("estimates" in estimate) throw new Error("one estimate expected");
    expect(estimate.terms[0]?.estimate).toBeCloseTo(2, 0);
    expect(estimate).toMatchObject({ n: 47, clusters: { unit: 8 }, effects: { unit: 8, time: 6 } });
    expect(estimate.dropped).toEqual([{ reason: "no value of y", rows: 1 }]);
    expect(estimate.notes.join()).toContain("only 8 clusters of unit");
    expect(estimate.notes.join()).toContain("ask for the wild cluster bootstrap");
    expect(formatEstimates(estimate)).toContain("Left out: 1 row, no value of y");
  });

  test("without a choice of standard errors the error lists the choices", () => {
    expect(() => estimateFromCsv(DATA, "y ~ x")).toThrowError(/nothing is assumed[\s\S]*cluster:country/);
    expect(() => estimateFromCsv(DATA, "y ~ x", { vcov: "robust" })).toThrowError(/"robust" is no kind/);
  });

  test("several outcomes and a split give several estimates", () => {
    const estimates = estimateAll(DATA, "c(y, z) ~ x", { vcov: "hc1", split: "region" });
    expect(estimates.map(({ outcome, group }) => `${outcome} ${group}`)).toEqual([
      "y north",
      "z north",
      "y south",
      "z south",
    ]);
    expect(estimateFromCsv(DATA, "c(y, z) ~ x", { vcov: "iid" })).toHaveProperty("estimates.length", 2);
  });

  test("a text column becomes indicators without its first level", () => {
    const [estimate] = estimateAll(DATA, "y ~ x + region", { vcov: "hc1" });
    expect(estimate?.terms.map(({ term }) => term)).toEqual(["(Intercept)", "x", "regionsouth"]);
  });

  test.each([
    ["y ~ xx", { vcov: "iid" }, "did you mean x?"],
    ["region ~ x", { vcov: "iid" }, "holds text such as"],
    ["y ~ l(x)", { vcov: "iid" }, "lags need a panel"],
    ["y ~ x", { vcov: "nw:1" }, "units and times"],
    ["y ~ x", { vcov: "cluster:one", subset: "x > 5" }, "no such column"],
    ["y ~ x", { vcov: "iid", subset: "x > 5" }, "no row is left"],
    ["y ~ log(z, region", { vcov: "iid" }, "to close this call"],
    ["y ~ sine(x)", { vcov: "iid" }, 'unknown function "sine"'],
    ["y ~ i.region", { vcov: "iid" }, "write i(region) or factor(region)"],
    ["y ~ L.x", { vcov: "iid" }, "write l(x)"],
    ["y ~ x##z", { vcov: "iid" }, "write a:b for a product"],
    ["y ~ x, cluster = ~region", { vcov: "iid" }, "stand outside of the formula"],
    ["y ~ x", { vcov: "robust" }, "are hc1"],
    ["y ~ x", { vcov: "cluster" }, "named behind a colon: cluster:country"],
    ["y ~ x", { vcov: "~region" }, "named behind a colon: cluster:region"],
    ["y ~ x", { vcov: "cluster(region)" }, "named behind a colon: cluster:region"],
    ["y ~ x", { vcov: "twoway" }, "cluster:country+year"],
  ])("%s with %j is refused: %s", (formula, options, message) => {
    expect(() => estimateFromCsv(DATA, formula, options)).toThrowError(UserError);
    expect(() => estimateFromCsv(DATA, formula, options)).toThrowError(message);
  });

  test("a regressor that does not vary or repeats another is left out and named", () => {
    const [estimate] = estimateAll(`${DATA}`, "y ~ x + I(2 * x - 1) + I(0 * x + 3) | unit", { vcov: "iid" });
    expect(estimate?.collinear).toEqual(["I(2 * x - 1)", "I(0 * x + 3)"]);
    expect(estimate?.terms).toHaveLength(1);
  });

  test("models without regressors, constant outcomes and one cluster end in a result or a clear error", () => {
    const [only] = estimateAll(DATA, "y ~ 1", { vcov: "hc1" });
    expect(only?.terms.map(({ term }) => term)).toEqual(["(Intercept)"]);
    expect(estimateAll(DATA, "y ~ 1 | unit", { vcov: "cluster:unit" })[0]?.terms).toEqual([]);
    const flat = { y: [1, 1, 1, 1, 1, 1], x: [1, 2, 3, 4, 5, 7], g: [1, 1, 1, 1, 1, 1] };
    expect(estimateAll(flat, "y ~ x", { vcov: "iid" })[0]?.terms[1]?.estimate).toBeCloseTo(0, 12);
    expect(() => estimateAll(flat, "y ~ x", { vcov: "cluster:g" })).toThrowError(/one cluster/);
  });

  test("0/1 outcomes that a regressor predicts perfectly are an error or an explained loss of rows", () => {
    const data = { y: [0, 0, 0, 1, 1, 1], x: [1, 2, 3, 4, 5, 6] };
    expect(() => estimateAll(data, "y ~ x", { vcov: "hc1", model: "logit" })).toThrowError(UserError);
    expect(() =>
      estimateAll({ y: [0, 2], x: [1, 2] }, "y ~ x", { vcov: "hc1", model: "logit" }),
    ).toThrowError(/0 and 1/);
  });
});

test("a note on few clusters points to the wild bootstrap that was asked for, and asks for one where it was not", () => {
  const of = (cluster: string) =>
    estimateAll(DATA, "y ~ x | unit + time", {
      vcov: "cluster:unit",
      bootstrap: { cluster, draws: 99 },
    })[0]!.notes.join();
  expect(of("unit")).toContain("go by the p values and intervals of the wild cluster bootstrap");
  expect(of("unit")).not.toContain("ask for");
  expect(of("time")).toContain("ask for the wild cluster bootstrap (--bootstrap unit)");
});

test("a subset and missing values leave no clusters behind that have no row", () => {
  const names = Array.from({ length: 120 }, (_, row) => `c${Math.floor(row / 6)}`);
  const x = names.map((_, row) => Math.sin(row * 7));
  const y = x.map((value, row) => value + Math.cos(row * 3));
  const data = { c: names, z: names.map(name => Number(name.slice(1))), x, y };
  const options = { vcov: "cluster:c", subset: "z >= 8" };
  const text = estimateAll(data, "y ~ x", options)[0]!;
  const numbers = estimateAll({ ...data, c: data.z }, "y ~ x", options)[0]!;
  expect(text.clusters).toEqual({ c: 12 });
  expect(text.terms[1]!.se).toBeCloseTo(numbers.terms[1]!.se, 12);
  expect(text.terms[1]!.p).toBeCloseTo(numbers.terms[1]!.p, 12);
});

test("a condition that one side decides does not care whether the other is missing", () => {
  const data = {
    y: [1, 2, 4, 3, 5, 7],
    x: [1, 2, 3, 4, 5, 6],
    first: [Number.NaN, Number.NaN, 2, 2, 9, 9],
    s: ["a", "", "a", "b", "", "a"],
  };
  const rows = (subset: string) => estimateAll(data, "y ~ x", { vcov: "iid", subset })[0]!.n;
  expect(rows("is.na(first) | first < 5")).toBe(4);
  expect(rows("!(is.na(first) & first < 5)")).toBe(4);
  expect(rows("is.na(s) | x > 2")).toBe(5);
});

test("an outcome without variation is said, and a logit with no row left is an error", () => {
  const u = Array.from({ length: 24 }, (_, i) => `u${i % 6}`);
  const x = u.map((_, i) => Math.sin(i));
  const data = { u, x, five: u.map(() => 5), split: u.map((_, i) => Number(i % 6 < 3)) };
  const [flat] = estimateAll(data, "five ~ x | u", { vcov: "cluster:u" });
  expect(flat!.notes[0]).toMatch(/five is 5 in all 24 rows/);
  expect(() => estimateAll(data, "split ~ x | u", { vcov: "hc1", model: "logit" })).toThrowError(
    /no row is left/,
  );
});

test("numbers that came as text are no regressor, and a model with as many parameters as rows says so", () => {
  const data = { y: [1, 2, 4, 3], x: ["1", "2.5", "3", "1"], code: ["1", "1", "2", "2"], z: [1, 4, 2, 7] };
  expect(() => estimateAll(data, "y ~ x", { vcov: "iid" })).toThrowError(/numbers as text.*factor\(x\)/);
  expect(estimateAll(data, "y ~ factor(code)", { vcov: "iid" })[0]!.terms).toHaveLength(2);
  expect(estimateAll(data, "y ~ z | code", { vcov: "iid" })[0]!.effects).toEqual({ code: 2 });
  const exact = estimateAll({ y: [1, 2], x: [1, 3] }, "y ~ x", { vcov: "iid" })[0]!;
  expect(exact.notes.join()).toContain("2 parameters for 2 rows");
  expect(() => estimateAll({ ...data, id: [1, 2, 3, 4] }, "y ~ z | id", { vcov: "iid" })).toThrowError(
    /singletons keep/,
  );
});

test("a long solve tells its iterations, and ends when whoever is told throws", () => {
  const n = 6000;
  const draw = seededRandom(5);
  const ring = {
    unit: Float64Array.from({ length: n }, (_, row) => Math.floor(row / 7)),
    place: Float64Array.from({ length: n }, (_, row) => row % 260),
    x: Float64Array.from({ length: n }, draw),
    y: Float64Array.from({ length: n }, draw),
    count: Float64Array.from({ length: n }, () => Math.floor(5 * draw())),
  };
  for (const [formula, more] of [
    ["y ~ x | unit + place", { fast: true }],
    ["y ~ x | unit + place", { fast: false }],
    ["count ~ x | unit + place", { model: "poisson" }],
  ] as const) {
    let time = 0;
    const seen: string[] = [];
    const options = {
      vcov: "iid",
      // A second goes by between two looks at the clock.
      clock: () => {
        time += 1000;
        return time;
      },
      ...more,
    } as const;
    estimateAll(ring, formula, { ...options, onProgress: ({ what }) => seen.push(what) });
    expect(seen.slice(0, 3)).toEqual([
      formula.slice(0, formula.indexOf(" ")),
      expect.stringMatching(/: iteration 1$/),
      expect.stringMatching(/: iteration 2$/),
    ]);
    const stop = () =>
      estimateAll(ring, formula, {
        ...options,
        onProgress: ({ what }) => {
          if (/iteration 2$/.test(what)) throw new Error("enough");
        },
      });
    expect(stop).toThrowError("enough");
    // What was left in the middle does no harm to the next.
    expect(estimateAll(ring, formula, options)[0]!.notes).toEqual(
      estimateAll(ring, formula, options)[0]!.notes,
    );
  }
});

test("a regressor that is nearly numbers is pointed out, unless it is said to be a factor", () => {
  const data = {
    y: Array.from({ length: 30 }, (_, row) => Math.sin(row)),
    x: Array.from({ length: 30 }, (_, row) => (row === 7 ? "n/a" : String(row % 5))),
    group: Array.from({ length: 30 }, (_, row) => "abc"[row % 3]!),
  };
  const notes = (formula: string) => estimateAll(data, formula, { vcov: "iid" })[0]!.notes.join();
  expect(notes("y ~ x")).toMatch(/x is text.*6 values became an indicator.*all but 1 \(such as "n\/a"\)/);
  expect(notes("y ~ factor(x) + group")).toBe("");
});

test("what is known of a call stands before the formula, so that the caret points at the character alone", () => {
  expect(() => estimateAll({ y: [1, 2], x: [1, 2] }, "y ~ foo(x)", { vcov: "iid" })).toThrow(
    /unknown function "foo", at character 5 \(known are .*\)\n {2}y ~ foo\(x\)\n {6}\^$/,
  );
});

test("a level that the data do not hold is refused where i() names it, unless another one is there", () => {
  const data = {
    y: [1, 3, 2, 5, 4, 7],
    regime: ["full", "closed", "full", "closed", "none", "none"],
    year: [2001, 2001, 2002, 2002, 2003, 2003],
  };
  const run = (formula: string) =>
    estimateAll(data, formula, { vcov: "iid" })[0]!.terms.map(({ term }) => term);
  expect(() => run('y ~ i(regime, ref = "fulll")')).toThrow(
    /the data hold no value "fulll", at character 21 \(did you mean "full"\?\)/,
  );
  expect(() => run("y ~ i(year, keep = 1990:1995)")).toThrow(/its values are 2001, 2002, 2003/);
  expect(() => run("y ~ i(regime, i.year, ref2 = 1999)")).toThrow(/no value "1999"/);
  expect(run("y ~ i(year, y, 2001)")).toEqual(run("y ~ i(year, y, ref = 2001)"));
  expect(() => run("y ~ i(year, y, 2001, 2002)")).toThrow(/at character 22 \(name what follows/);
  expect(run("y ~ i(year, ref = c(1000, 2001))")).toEqual(["(Intercept)", "year::2002", "year::2003"]);
});

test("what leaves no row is answered with what to do about it", () => {
  const data = { y: [1, 2, 3], x: [2, 1, 5], w: [0, 0, 0] };
  const run = (options: object) => () => estimateAll(data, "y ~ x", { vcov: "iid", ...options });
  expect(run({ subset: "x > 9" })).toThrow(/condition holds in no row/);
  expect(run({ weights: "w" })).toThrow(/above 0/);
});

test("an endogenous regressor that does not vary is left out, and not called weakly instrumented", () => {
  const x = Array.from({ length: 40 }, (_, row) => Math.sin(row));
  const data = {
    y: x.map((value, row) => value + Math.cos(3 * row)),
    x,
    z: x.map((_, row) => Math.cos(row)),
    flat: x.map(() => 2),
  };
  const [found] = estimateAll(data, "y ~ x | 0 | flat ~ z", { vcov: "hc1" });
  expect(found!.notes.join()).toMatch(/fit_flat was left out/);
  expect(found!.notes.join()).not.toMatch(/weak/);
});
