import { describe, expect, test } from "vitest";
import { bcaLimit, bootstrap } from "./loglinear/bootstrap.ts";
import { checkIdentifiability, reduceModel } from "./loglinear/existence.ts";
import { allPairs, fitPairs, lognormalUnseen, stepwise } from "./loglinear/stepwise.ts";
import { oracle, oracleTable, within } from "./testing/oracles.ts";

const spec = oracle("undercount-sparse");
const DATA = ["UKdat", "UKdat_5", "Artificial_3", "Kosovo"];
const POINT = 1e-6;
const EXACT = 1e-10;
/** The reference takes its standard error one iteration before the end, which moves its limits by up to 2.2e-5. */
const INTERVAL = 3e-5;

describe.skipIf(spec === null)("agreement with SparseMSE (skipped without ../shared)", () => {
  for (const data of DATA) {
    const table = () => oracleTable("undercount-sparse", data);

    test(`${data}: stepwise choice, main effects and all pairs`, () => {
      const expected = spec!.expected[data];
      const lists = table().lists.length;
      for (const [key, result] of [
        ["stepwise", stepwise(table())],
        ["stepwise_p_0.05", stepwise(table(), { threshold: 0.05 })],
        ["main_effects", fitPairs(table(), [])],
        ["all_pairs", fitPairs(table(), allPairs(lists))],
      ] as const) {
        const wanted = expected[key];
        if (wanted.not_identifiable) {
          expect(result.value).toBe(Number.POSITIVE_INFINITY);
          continue;
        }
        within(result.value, wanted.point, { relative: POINT });
        if (wanted.exact_point) within(result.value, wanted.exact_point, { relative: EXACT });
        const [low, high] = lognormalUnseen(table().observed, result.fit, 0.95);
        within(low, wanted.lower, { relative: INTERVAL });
        within(high, wanted.upper, { relative: INTERVAL });
      }
    });

    test(`${data}: existence and identifiability of pairwise models`, () => {
      for (const { pairs, code } of spec!.expected[data].checkident) {
        const chosen =
          pairs === "all"
            ? allPairs(table().lists.length)
            : pairs === "none"
              ? []
              : pairs.map((pair: number[]) => pair.map(list => list - 1));
        const { exists, identified } = checkIdentifiability(table(), reduceModel(table(), chosen));
        expect([JSON.stringify(pairs), (exists ? 0 : 1) + (identified ? 0 : 2)]).toEqual([
          JSON.stringify(pairs),
          code,
        ]);
      }
    });
  }

  test("the bootstrap that chooses the model again has the reference's BCa limits", () => {
    for (const data of DATA) {
      const expected = spec!.expected[data];
      const table = oracleTable("undercount-sparse", data);
      const result = bootstrap(table, resample => stepwise(resample).value, { draws: 1000, seed: 1 });
      within(result.acceleration, expected.bootstrap_1000_seed_1234.acceleration, { relative: 1e-6 });
      const point = stepwise(table).value;
      for (const [level, limit] of Object.entries(expected.bootstrap_1000_seed_1234.bca) as [
        string,
        number,
      ][]) {
        const other = expected.bootstrap_1000_seed_99.bca[level];
        within(bcaLimit(result, point, Number(level))!, limit, {
          relative: 0.06,
          absolute: 1.5 * Math.abs(limit - other),
        });
      }
    }
  });
});
