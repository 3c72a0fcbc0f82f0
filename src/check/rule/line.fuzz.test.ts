import fc from "fast-check";
import { expect, it } from "vitest";
import { QUALIFIERS } from "./claim-data.ts";
import { judgeLine, judgeLines } from "./line.ts";

const SEED = 20260;
const VERDICTS = [
  "supported",
  "imprecise",
  "disputed",
  "contradicted",
  "misattributed",
  "outdated",
  "unverifiable",
  "promotional",
  "not-checkable",
];

const number = fc.oneof(fc.integer({ min: -1e6, max: 1e9 }), fc.double({ noNaN: true, min: 0, max: 1e6 }));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const period = fc.constantFrom("2010", "2019", "2000/2025", "2019-05");
const claim = fc.record({
  value: number,
  high: maybe(fc.constant(2e9)),
  unit: fc.constantFrom("", "course", "percent", "share", "multiple", "USD"),
  qualifier: fc.constantFrom(...QUALIFIERS),
  fraction: maybe(fc.boolean()),
  period: maybe(period),
  published: maybe(fc.constant("2025")),
  attribution: maybe(fc.constantFrom("a", "b", "research")),
  scope: maybe(fc.constantFrom("x", "y incl. x")),
  polarity: maybe(fc.constant("negative")),
});
const evidence = fc.record({
  value: number,
  class: fc.constantFrom("independent", "self-interested"),
  bound: maybe(fc.constantFrom("exact", "lower", "upper")),
  qualifier: maybe(fc.constantFrom(...QUALIFIERS)),
  source: maybe(fc.constantFrom("a", "b", "c")),
  derived_from: maybe(fc.constantFrom("a", "b", "c")),
  unit: maybe(fc.constantFrom("course", "percent", "share", "CNY")),
  scope: maybe(fc.constantFrom("x", "y", "y incl. x")),
  period: maybe(period),
  as_of: maybe(fc.constantFrom("2018", "2024-11")),
  fx: maybe(fc.constant(0.14)),
});

it("judges whatever is well formed, the same way whatever the order of the evidence", () => {
  fc.assert(
    fc.property(claim, fc.array(evidence, { maxLength: 5 }), (given, items) => {
      const input = JSON.parse(JSON.stringify({ id: 1, claim: given, evidence: items })) as {
        evidence: unknown[];
      };
      const result = judgeLine(input);
      const turned = judgeLine({ ...input, evidence: [...input.evidence].reverse() });
      expect("verdict" in result && VERDICTS.includes(result.verdict)).toBe(true);
      expect("verdict" in turned && "verdict" in result && turned.verdict === result.verdict).toBe(true);
    }),
    { seed: SEED, numRuns: 1500 },
  );
});

it("answers any JSON with a verdict or with what is wrong, and never throws", () => {
  fc.assert(
    fc.property(fc.record({ claim: fc.jsonValue(), evidence: fc.jsonValue() }), input => {
      const result = judgeLine(input);
      expect("verdict" in result || result.error.length > 0).toBe(true);
    }),
    { seed: SEED, numRuns: 1000 },
  );
});

it("answers any bytes line by line", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 6 }), lines => {
      const { lines: judged, problems } = judgeLines(lines.join("\n"));
      expect(judged.filter(line => "error" in line).length).toBeLessThanOrEqual(problems.length);
    }),
    { seed: SEED, numRuns: 500 },
  );
});
