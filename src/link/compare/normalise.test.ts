import fc from "fast-check";
import { expect, test } from "vitest";
import { normalise } from "./normalise.ts";

test.each([
  ["Le Monde diplomatique", "le monde diplomatique"],
  ["  Süddeutsche Zeitung – “Online”…", "suddeutsche zeitung online"],
  ["People's Daily", "peoples daily"],
  ["People’s Daily²", "peoples daily2"],
  ["ŁÓDŹ × ŒUVRE", "łodz œuvre"],
  ["Известия ё", "известия е"],
  ["新华社（西班牙语）", "新华社 西班牙语"],
])("%s is compared as %s", (text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test("what is written in Latin letters is the same beside other scripts", () => {
  const units = Array.from({ length: 0x2030 }, (_, code) => code).filter(
    code => code < 0x250 || code >= 0x2000,
  );
  const words = fc.string({ unit: fc.constantFrom(...units.map(code => String.fromCharCode(code))) });
  fc.assert(
    fc.property(words, text => normalise(`${text} 中`) === `${normalise(text)} 中`.trim()),
    { numRuns: 3000, seed: 7 },
  );
  for (const code of units) {
    const text = `a${String.fromCharCode(code)}b`;
    expect(normalise(`${text} 中`), text).toBe(`${normalise(text)} 中`);
  }
});
