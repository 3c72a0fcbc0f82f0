import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson, sha256 } from "./canonical.ts";

test("any JSON value survives its canonical spelling", () => {
  fc.assert(
    fc.property(fc.jsonValue(), value => {
      const plain = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("equal values have one spelling, whatever the order of their keys", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
    }),
    { seed: 2, numRuns: 200 },
  );
});

test("the spelling is that of RFC 8785 for its own example", () => {
  const value = {
    numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '€$\u000f\nA\'B"\\\\"/',
    literals: [null, true, false],
  };
  expect(canonicalJson(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("what JSON cannot hold is refused and not bent", () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, 1n, new Date(0), new Map(), () => 1])
    expect(() => canonicalJson(value)).toThrow(TypeError);
});

test("sha256 gives the digest that the standard gives for abc", () => {
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
