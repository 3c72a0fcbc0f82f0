import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../codebook/errors.ts";
import { formatUndercount } from "./format.ts";
import { undercountFromCsv } from "./from-csv.ts";
import { METHODS } from "./methods.ts";
import { readTable } from "./table/read-table.ts";
import { captureTable } from "./table/table.ts";
import { undercount } from "./undercount.ts";

const FAST = { draws: 60 };
/** Methods without a sampler, quick enough to be repeated by a property. */
const EXACT = METHODS.map(({ id }) => id).filter(
  id => !["latent-class", "loglinear-bootstrap", "sparse-stepwise"].includes(id),
);

const TWO = "A,B,count\n1,1,7\n1,0,23\n0,1,13\n";
const THREE = captureTable(["press", "ngo", "court"], [0, 60, 45, 20, 30, 12, 9, 6]);

function estimate(result: ReturnType<typeof undercount>, method: string) {
  return result.estimates.find(each => each.method === method)!;
}

describe("estimates", () => {
  test("two lists give Lincoln-Petersen, Chapman and the lower bound, and refuse what needs three", () => {
    const result = undercountFromCsv(TWO);
    expect(result.observed).toBe(43);
    expect(result.lists).toEqual(["A", "B"]);
    expect(estimate(result, "lincoln-petersen").value).toBeCloseTo(600 / 7, 10);
    expect(estimate(result, "chapman").value).toBeCloseTo(80.375, 10);
    expect(result.refused.find(({ method }) => method === "latent-class")!.reason).toMatch(/three lists/);
  });

  test("three lists give every method an estimate or a reason, and each estimate an interval around it", () => {
    const result = undercount(THREE, FAST);
    const named = [...result.estimates, ...result.refused].map(({ method }) => method).sort();
    expect(named).toEqual(
      METHODS.map(({ id }) => id)
        .filter(id => !["lincoln-petersen", "chapman", "profile-likelihood"].includes(id))
        .sort(),
    );
    for (const { value, low, high, level, diagnostics } of result.estimates) {
      expect(low).toBeGreaterThanOrEqual(result.observed - 1e-6);
      expect(value).toBeGreaterThanOrEqual(low - 1e-6);
      if (high !== null) expect(high).toBeGreaterThanOrEqual(value - 1e-6);
      expect(level).toBe(0.95);
      expect(diagnostics["interval"]).toBeTruthy();
    }
  });

  test("the same seed gives the same bytes, another seed other resamples", () => {
    const options = { draws: 50, methods: ["loglinear-bootstrap", "latent-class"] };
    const bytes = (seed: number) => JSON.stringify(undercount(THREE, { ...options, seed }));
    expect(bytes(3)).toBe(bytes(3));
    expect(bytes(3)).not.toBe(bytes(4));
  });

  test("a higher level gives wider intervals", () => {
    const narrow = undercount(THREE, { methods: EXACT, level: 0.8 });
    const wide = undercount(THREE, { methods: EXACT, level: 0.99 });
    for (const each of narrow.estimates) {
      const other = estimate(wide, each.method);
      expect(other.low).toBeLessThanOrEqual(each.low + 1e-6);
      if (other.high !== null && each.high !== null)
        expect(other.high).toBeGreaterThanOrEqual(each.high - 1e-6);
    }
  });

  test("where every case is on every list, nothing is missing", () => {
    for (const lists of [2, 3, 4]) {
      const counts = new Float64Array(1 << lists);
      counts[counts.length - 1] = 25;
      const result = undercount(
        captureTable(
          Array.from({ length: lists }, (_, at) => `L${at}`),
          counts,
        ),
        FAST,
      );
      expect(result.estimates.length).toBeGreaterThan(1);
      for (const { value, low, high } of result.estimates) expect([value, low, high]).toEqual([25, 25, 25]);
    }
  });

  test("without a case on two lists only the lower bound is given", () => {
    const result = undercount(captureTable(["A", "B", "C"], [0, 10, 12, 0, 9, 0, 0, 0]), FAST);
    expect(result.estimates.map(({ method }) => method)).toEqual(["chao-lower-bound"]);
    expect(result.refused[0]!.reason).toMatch(/no case is on two lists/);
  });

  test("two lists without an overlap refuse Lincoln-Petersen with the reason", () => {
    const result = undercountFromCsv("A,B,count\n1,0,12\n0,1,8\n");
    expect(result.refused.find(({ method }) => method === "lincoln-petersen")!.reason).toMatch(
      /share no case/,
    );
    expect(result.refused.map(({ method }) => method)).toContain("chapman");
  });

  test("six lists are searched by pairs and say so", () => {
    const counts = new Float64Array(64);
    for (let cell = 1; cell < 64; cell++) counts[cell] = Math.round(120 / (1 + (cell % 7)) ** 2);
    const result = undercount(captureTable(["A", "B", "C", "D", "E", "F"], counts), {
      methods: ["loglinear-bic", "loglinear-average-bic", "decomposable-graphs"],
    });
    expect(estimate(result, "loglinear-bic").diagnostics["search"]).toMatch(/pairs/);
    expect(result.refused.map(({ method }) => method)).toEqual([
      "loglinear-average-bic",
      "decomposable-graphs",
    ]);
  });
});

describe("properties", () => {
  const table = fc.integer({ min: 2, max: 4 }).chain(lists =>
    fc
      .array(fc.integer({ min: 1, max: 60 }), { minLength: (1 << lists) - 1, maxLength: (1 << lists) - 1 })
      .map(counts =>
        captureTable(
          Array.from({ length: lists }, (_, at) => `L${at}`),
          [0, ...counts],
        ),
      ),
  );

  test("the order of the lists changes nothing", () => {
    fc.assert(
      fc.property(table, ({ lists, counts }) => {
        const reversed = new Float64Array(counts.length);
        for (let cell = 1; cell < counts.length; cell++) {
          let turned = 0;
          for (let list = 0; list < lists.length; list++)
            if ((cell >> list) & 1) turned |= 1 << (lists.length - 1 - list);
          reversed[turned] = counts[cell]!;
        }
        const one = undercount(captureTable(lists, counts), { methods: EXACT });
        const other = undercount(captureTable([...lists].reverse(), reversed), { methods: EXACT });
        expect(other.estimates.map(({ method }) => method)).toEqual(
          one.estimates.map(({ method }) => method),
        );
        for (const [at, { value, low, high }] of one.estimates.entries()) {
          const twin = other.estimates[at]!;
          expect(Math.abs(twin.value / value - 1)).toBeLessThan(1e-6);
          expect(Math.abs(twin.low / low - 1)).toBeLessThan(1e-5);
          if (high !== null && twin.high !== null) expect(Math.abs(twin.high / high - 1)).toBeLessThan(1e-5);
        }
      }),
      { numRuns: 8, seed: 20260101 },
    );
  });

  test("no estimate is below what was observed", () => {
    fc.assert(
      fc.property(table, input => {
        for (const { value, low } of undercount(input, { methods: EXACT }).estimates) {
          expect(value).toBeGreaterThanOrEqual(input.observed - 1e-6);
          expect(low).toBeGreaterThanOrEqual(input.observed - 1e-6);
        }
      }),
      { numRuns: 8, seed: 7 },
    );
  });
});

describe("input", () => {
  const problems = (text: string, options = {}) => {
    try {
      undercountFromCsv(text, { file: "lists.csv", draws: 20, ...options });
    } catch (error) {
      return (error as UserError).problems.map(({ code, line, column }) =>
        [code, line, column].filter(part => part !== undefined).join(" "),
      );
    }
    return [];
  };

  test("one row a case and counts of combinations give the same result, and the notes say which was read", () => {
    const cases = `id,A,B\n${[...Array(7).fill("1,1"), ...Array(23).fill("1,0"), ...Array(13).fill("0,1")].map((row, at) => `c${at},${row}`).join("\n")}\n`;
    const one = undercountFromCsv(cases);
    const two = undercountFromCsv(TWO);
    expect(one.estimates).toEqual(two.estimates);
    expect(one.notes.join()).toMatch(/one row a case.*names the cases/);
    expect(two.notes.join()).toMatch(/counts of combinations/);
  });

  test("a stratification column gives estimates within each value and their sums", () => {
    const rows = (place: string, counts: readonly number[]) =>
      counts.map((n, at) => `${place},${(at + 1) & 1},${((at + 1) >> 1) & 1},${n}`);
    const text = `place,A,B,count\n${[...rows("north", [30, 20, 10]), ...rows("south", [40, 35, 12])].join("\n")}\n`;
    const result = undercountFromCsv(text, { stratum: "place" });
    expect(result.strata!.map(({ stratum, observed }) => [stratum, observed])).toEqual([
      ["north", 60],
      ["south", 87],
    ]);
    const sum = result.strata!.reduce(
      (total, { estimates }) => total + estimates.find(({ method }) => method === "chapman")!.value,
      0,
    );
    const joined = estimate(result, "chapman, stratified");
    expect(joined.value).toBeCloseTo(sum, 9);
    expect(joined.low).toBeLessThan(sum);
    expect(joined.high!).toBeGreaterThan(sum);
  });

  test("a stratum that a list says nothing of is refused, and so is the sum of the strata", () => {
    const text = "A,B,place,count\n1,0,x,5\n0,1,x,4\n1,1,x,2\n1,0,y,3\n1,0,z,0\n";
    const result = undercountFromCsv(text, { stratum: "place" });
    const reasonIn = (at: number) =>
      result.strata![at]!.refused.find(({ method }) => method === "chapman")?.reason;
    expect(result.strata![0]!.estimates.length).toBeGreaterThan(0);
    expect(result.strata![1]!.estimates).toEqual([]);
    expect(reasonIn(1)).toMatch(/^B reports no case here.*join strata/);
    expect(reasonIn(2)).toBe("there is no case");
    expect(result.refused.find(({ method }) => method === "chapman, stratified")?.reason).toMatch(
      /strata y, z/,
    );
  });

  test("bad tables are refused with file, line and column", () => {
    expect(problems("")).toEqual(["empty"]);
    expect(problems("A,B\n")).toEqual(["empty"]);
    expect(problems("A\n1\n1\n")).toEqual(["too-few-lists"]);
    expect(problems("A,B\n1,2\n0,1\nx,1\n")).toEqual(["not-binary 2 B", "not-binary 4 A"]);
    expect(problems("id,A,B\nc1,1,0\nc2,0,1\nc1,0,1\n")).toEqual(["duplicate-case 4"]);
    expect(problems("A,B,count\n1,0,3\n0,1,4\n1,0,5\n")).toEqual(["duplicate-combination 4"]);
    expect(problems("A,A,count\n1,0,3\n")).toEqual(["duplicate-column 1 A"]);
    expect(problems("A,B,count\n1,0,3\n0,1,-4\n")).toEqual(["bad-count 3 count"]);
    expect(problems("A,B,count\n1,0,3\n0,1,2.5\n")).toEqual(["bad-count 3 count"]);
    expect(problems("A,B\n1,0\n0,0\n")).toEqual(["on-no-list 3"]);
    expect(problems("A,B,C\n1,0,0\n0,1,0\n")).toEqual(["empty-list C"]);
    expect(problems("A,B\n1,0\n1\n")).toContain("bad-row 3");
    expect(problems('A,B\n1,"0\n')).toEqual(["bad-csv 2"]);
    expect(problems(TWO, { stratum: "place" })).toEqual(["unknown-column 1 place"]);
    expect(problems(TWO, { level: "2" })).toEqual(["bad-option level"]);
    expect(problems(TWO, { seed: "x" })).toEqual(["bad-option seed"]);
    expect(problems(TWO, { draws: "-1" })).toEqual(["bad-option draws"]);
  });

  test("any text is read or refused as a user's error", () => {
    const cell = fc.constantFrom("0", "1", "A", "count", '"', ",", "\n", "2", "é", "\u0000", "-1", "id", " ");
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), parts => {
        try {
          undercountFromCsv(parts.join(""), { draws: 5 });
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
        }
      }),
      { numRuns: 200, seed: 42 },
    );
  });
});

test("the terminal table shows methods, intervals, assumptions and refusals within the width", () => {
  const text = formatUndercount(undercountFromCsv(TWO), { width: 80 });
  expect(text).toMatch(/Chapman +80 +58 +136/);
  expect(text).toContain("what each takes for granted");
  expect(text).toContain("refused");
  const prose = text.slice(text.indexOf("what each"));
  expect(Math.max(...prose.split("\n").map(line => line.length))).toBeLessThanOrEqual(80);
});

test("a column that is no list is said once, with what it may be instead", () => {
  const rows = Array.from({ length: 50 }, (_, i) => `${i % 2 ? "north" : "south"},1,${i % 2}`);
  const table = ["region,press,ngo", ...rows].join("\n");
  try {
    undercount(table, { draws: 0 });
    expect.unreachable();
  } catch (error) {
    const { problems } = error as UserError;
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: "not-binary", column: "region", line: 1 });
    expect(problems[0]!.hint).toContain("--stratum region");
  }
});

test("a lower bound summed over strata is a lower bound still", () => {
  const rows = ["north", "south"].flatMap(region => [
    ...Array(20).fill(`${region},1,0,0`),
    ...Array(15).fill(`${region},0,1,0`),
    ...Array(12).fill(`${region},0,0,1`),
    ...Array(9).fill(`${region},1,1,0`),
    ...Array(6).fill(`${region},1,0,1`),
  ]);
  const { estimates } = undercount(["region,a,b,c", ...rows].join("\n"), {
    stratum: "region",
    methods: ["chao-lower-bound", "independence"],
    draws: 0,
  });
  const bounds = estimates.filter(({ diagnostics }) => diagnostics["lower_bound"] === true);
  expect(bounds.map(({ method }) => method)).toEqual(["chao-lower-bound", "chao-lower-bound, stratified"]);
});

test("two lists that share no case get no estimate but the lower bound, and few shared cases a warning", () => {
  const none = undercount(captureTable(["A", "B"], [0, 5, 7, 0]), { draws: 0 });
  expect(none.estimates.map(({ method }) => method)).toEqual(["chao-lower-bound"]);
  expect(none.refused.find(({ method }) => method === "chapman")?.reason).toMatch(/share no case/);
  const few = undercount(captureTable(["A", "B"], [0, 40, 30, 3]), { draws: 0 });
  expect(few.warnings.join()).toMatch(/only 3 cases are on both lists.*Robson/);
  const enough = undercount(captureTable(["A", "B"], [0, 40, 30, 9]), { draws: 0 });
  expect(enough.warnings.join()).not.toMatch(/Robson/);
});

test("a table with other separators, and a column that is not there, are refused with the way out", () => {
  expect(() => readTable("A;B;count\n1;0;5\n0;1;7\n")).toThrow(/separated by semicolons.*commas/);
  expect(() => readTable("A\tB\n1\t0\n0\t1\n")).toThrow(/separated by tabs/);
  expect(() => readTable("A,B,region\n1,0,x\n0,1,y\n", { stratum: "regoin" })).toThrow(/did you mean region/);
  expect(() => readTable("A,B,C\n1,0,2\n0,1,1\n")).toThrow(/--count C takes it as counts/);
});
