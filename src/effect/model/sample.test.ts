import { expect, test } from "vitest";
import { factorOf } from "../data/factor.ts";
import { unwrittenOf } from "../data/unwritten.ts";
import { seededRandom } from "../random.ts";
import { Sample } from "./sample.ts";

const random = seededRandom(4);
const n = 20_000;
const effectOf = (name: string, values: Float64Array) => ({
  name,
  factor: factorOf({ kind: "number", values }),
  intercept: true,
  slopes: [],
});

/** Rows that are left when levels with one row have gone, by counting all levels anew each time. */
function left(columns: readonly Float64Array[], gone: Uint8Array): number[] {
  const rows = Array.from({ length: n }, (_, row) => row).filter(row => gone[row] === 0);
  const counts = columns.map(() => new Map<number, number>());
  for (const row of rows)
    for (const [c, column] of columns.entries())
      counts[c]!.set(column[row]!, (counts[c]!.get(column[row]!) ?? 0) + 1);
  const stay = rows.filter(row => columns.every((column, c) => counts[c]!.get(column[row]!)! > 1));
  if (stay.length === rows.length) return rows;
  const next = gone.slice().fill(1);
  for (const row of stay) next[row] = 0;
  return left(columns, next);
}

test("levels with one row leave one after the other, in order or not, where rows were left out before", () => {
  const unit = Float64Array.from({ length: n }, (_, row) => Math.floor(row / 3));
  const firm = Float64Array.from({ length: n }, () => Math.floor(7000 * random()));
  const year = Float64Array.from({ length: n }, (_, row) => row % 3);
  const effects = [effectOf("unit", unit), effectOf("firm", firm), effectOf("year", year)];
  expect(unwrittenOf(effects[0]!.factor)?.pointers).toBeDefined();
  for (const share of [0, 0.3, 0.7]) {
    const gone = Uint8Array.from({ length: n }, () => Number(random() < share));
    const sample = new Sample(n);
    sample.drop("lost", out => {
      out.list.set(gone);
      return share > 0;
    });
    sample.dropSingletons(effects);
    const wanted = left([unit, firm, year], gone);
    expect([...sample.rows()]).toEqual(wanted);
    expect(sample.dropped.reduce((sum, { rows }) => sum + rows, 0)).toBe(n - wanted.length);
  }
});
