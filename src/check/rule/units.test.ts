import { expect, it } from "vitest";
import { judgeLine } from "./line.ts";
import { unitFactor } from "./units.ts";

const factor = (from: string, to: string) => unitFactor(from, to, { fx: null, size: 1 });

it("lengths of time turn into each other, and into nothing else", () => {
  expect(factor("months", "years")).toBeCloseTo(1 / 12);
  expect(factor("week", "day")).toBeCloseTo(7);
  expect(factor("month", "session")).toBeNull();
});

it("a year that is nearly over is borne out by twelve months, and not by three", () => {
  const verdict = (value: number) =>
    judgeLine({
      id: "a",
      claim: { value: 1, unit: "year", qualifier: "nearly" },
      evidence: [{ class: "independent", value, unit: "month" }],
    });
  expect(verdict(12)).toMatchObject({ verdict: "supported" });
  expect(verdict(3)).toMatchObject({ verdict: "imprecise" });
});
