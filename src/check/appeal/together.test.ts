import { expect, it } from "vitest";
import { together } from "./together.ts";
import type { Change, Correction } from "./types.ts";

const corrections = (...changes: Change[]): Correction[] =>
  changes.map((change, at) => ({
    seq: at + 1,
    by: "ann",
    reason: "r",
    claim: "c",
    document: null,
    measure: "",
    change,
  }));
const sum = (...changes: Change[]) => {
  const { change, parts } = together(corrections(...changes));
  return [change, parts.map(({ seq }) => seq)];
};

it("adds partial corrections of one claim up", () => {
  expect(sum({ measure: "sessions" }, { evidence: ["a"] }, { evidence: ["b"], without: ["c"] })).toEqual([
    { measure: "sessions", evidence: ["a", "b"], without: ["c"] },
    [1, 2, 3],
  ]);
});

it("lets a later one replace what it says anew, and leaves out those of which nothing stands", () => {
  expect(sum({ verdict: "outdated" }, { verdict: "disputed" })).toEqual([{ verdict: "disputed" }, [2]]);
  expect(sum({ value: 5, evidence: ["a"] }, { value: 6, without: ["a"] })).toEqual([
    { value: 6, without: ["a"] },
    [2],
  ]);
});

it("takes away a verdict that was given on another reading", () => {
  expect(sum({ verdict: "outdated" }, { value: 6 })).toEqual([{ value: 6 }, [2]]);
  expect(sum({ value: 6 }, { verdict: "outdated" })).toEqual([{ value: 6, verdict: "outdated" }, [1, 2]]);
});
