import fc from "fast-check";
import { expect, test } from "vitest";
import type { CheckedClaim } from "../../check/types.ts";
import { segmentsOf } from "./segments.ts";

const claim = (id: string, span: readonly [number, number]) => ({ id, span }) as unknown as CheckedClaim;

test("a claim inside another one gets its own stretch, and both get their sign once", () => {
  const outer = claim("c1", [0, 20]);
  const inner = claim("c2", [5, 10]);
  const segments = segmentsOf([0, 30], [outer, inner]);
  expect(segments.map(({ start, end, claim }) => [start, end, claim?.id ?? null])).toEqual([
    [0, 5, "c1"],
    [5, 10, "c2"],
    [10, 20, "c1"],
    [20, 30, null],
  ]);
  expect(segments.map(({ ending }) => ending.map(({ id }) => id))).toEqual([[], ["c2"], ["c1"], []]);
  expect(segments.map(({ first }) => first)).toEqual([true, true, false, false]);
});

test("claims that run past the paragraph are cut at its border", () => {
  const [segment] = segmentsOf([10, 20], [claim("c1", [5, 40])]);
  expect(segment).toMatchObject({ start: 10, end: 20, first: true });
  expect(segment!.ending).toHaveLength(1);
});

test("whatever the claims, the stretches cover the text without gap or overlap and end every claim once", () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 })), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(spans, list => {
      const claims = list.map(([start, size], i) => claim(`c${i}`, [start, start + size]));
      const segments = segmentsOf([10, 50], claims);
      expect(segments[0]!.start).toBe(10);
      expect(segments.at(-1)!.end).toBe(50);
      expect(segments.every(({ start }, i) => i === 0 || start === segments[i - 1]!.end)).toBe(true);
      const inside = claims.filter(({ span }) => span[0] < 50 && span[1] > 10);
      const ended = segments.flatMap(({ ending }) => ending.map(({ id }) => id));
      expect(ended.sort()).toEqual(inside.map(({ id }) => id).sort());
    }),
    { seed: 11, numRuns: 300 },
  );
});
