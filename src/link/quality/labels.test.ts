import { expect, test } from "vitest";
import type { UserError } from "../../codebook/errors.ts";
import { proposeSpec } from "../blocking/propose.ts";
import { linkTable } from "../pairs.ts";
import { explainPair, formatExplanation } from "../score/explain.ts";
import { tableFrom } from "../table/columns.ts";
import { readTable } from "../table/table.ts";
import { labelQuality, readLabels, rowsByName, wilson } from "./labels.ts";

const table = tableFrom({ key: ["p", "q", "r", "s"], name: ["a", "a", "b", "b"] });
const rows = rowsByName(table, "key");
const read = (csv: string) => readLabels(readTable(csv, "labels.csv"), rows, "labels.csv");

test("labels are found in tables of any shape, and what cannot be used is counted", () => {
  const labels = read(
    "note,left,x,right,score\n,p,f,q,1.0\n,r,f,s,0\n,p,f,r,\n,p,f,nobody,1\n,q,f,s,1\n,s,f,q,0\n",
  );
  expect(labels.pairs).toEqual([
    { a: 0, b: 1, same: true },
    { a: 2, b: 3, same: false },
  ]);
  expect(labels.leftOut).toEqual({ unknown: 1, undecided: 1, contradictory: 2 });
});

test("without an id column labels name rows by number from 1", () => {
  const numbered = rowsByName(table, undefined);
  const labels = readLabels(readTable("a,b,same\n1,2,yes\n3,4,no\n", "l.csv"), numbered, "l.csv");
  expect(labels.pairs.map(({ a, b, same }) => [a, b, same])).toEqual([
    [0, 1, true],
    [2, 3, false],
  ]);
});

test("labels that fit no pair of the table are refused with what was looked for", () => {
  const message = (csv: string) => {
    try {
      read(csv);
    } catch (error) {
      return (error as UserError).problems[0]!.message;
    }
    return "nothing";
  };
  expect(message("a,b,same\nx,y,1\nz,w,0\n")).toBe("no two columns name rows of the table");
  expect(message("a,b\np,q\nr,s\n")).toBe("no column says 0 or 1");
});

test("agreement with labels carries intervals that hold the value", () => {
  const labels = read("a,b,same\np,q,1\nr,s,1\np,r,0\nq,s,0\np,s,1\n");
  const quality = labelQuality(labels, [0, 0, 1, 1]);
  expect(quality.precision.value).toBe(1);
  expect(quality.recall.value).toBeCloseTo(2 / 3, 12);
  expect(quality.f1.value).toBeCloseTo(0.8, 12);
  for (const { value, low, high } of [quality.precision, quality.recall, quality.f1, quality.bCubed]) {
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
  }
  // All four rows are one thing by the labels; each has half of it: precision 1, recall 1/2.
  expect(quality.bCubed.value).toBeCloseTo(2 / 3, 12);
});

test("a chain of labels as long as a table is one thing", () => {
  const rows = 20_000;
  const pairs = Array.from({ length: rows - 1 }, (_, a) => ({ a, b: a + 1, same: true }));
  const leftOut = { unknown: 0, undecided: 0, contradictory: 0 };
  expect(labelQuality({ pairs, leftOut }, new Int32Array(rows)).bCubed.value).toBe(1);
});

test("where no label is left, every measure may be anything", () => {
  const leftOut = { unknown: 0, undecided: 0, contradictory: 2 };
  const quality = labelQuality({ pairs: [], leftOut }, [0, 1]);
  for (const measured of [quality.precision, quality.recall, quality.f1, quality.bCubed])
    expect(measured).toMatchObject({ low: 0, high: 1 });
});

test("Wilson's interval has the published values", () => {
  expect(wilson(8, 10).low).toBeCloseTo(0.4902, 4);
  expect(wilson(8, 10).high).toBeCloseTo(0.9433, 4);
  expect(wilson(0, 0)).toEqual({ value: 1, low: 0, high: 1 });
});

test("the explanation of a pair sums up to its weight, and an unknown row is named", () => {
  const people = tableFrom({
    first: ["ana", "ana", "boris", "carla", "dmitri", "elena", "ana", "farid"],
    last: ["okafor", "okafor", "mensah", "novak", "jansen", "kaplan", "popescu", "diallo"],
    born: [
      "1980-01-02",
      "1980-01-20",
      "1971-03-04",
      "1990-05-06",
      "1965-07-08",
      "1959-09-10",
      "1948-11-12",
      "2001-12-13",
    ],
  });
  const result = linkTable(people, proposeSpec(people).spec);
  const explanation = explainPair(people, result, ["2", "1"]);
  const sum = explanation.fields.reduce(
    (total, { weight, frequency }) => total + weight + frequency,
    explanation.prior,
  );
  expect(explanation.weight).toBeCloseTo(sum, 9);
  expect(explanation.rows).toEqual(["1", "2"]);
  expect(formatExplanation(explanation)).toMatch(/last\s+\+.*equal: okafor \| okafor/);
  expect(() => explainPair(people, result, ["1", "99"])).toThrow('there is no row "99"');
});
