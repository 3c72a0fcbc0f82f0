import fc from "fast-check";
import { expect, test } from "vitest";
import type { Entry } from "../types.ts";
import { encodeEntry, GENESIS, parseLine, seal, withoutData } from "./entry.ts";

const anEntry = (data: unknown, objects: string[] = []): Entry =>
  seal(
    { by: "Zoë", act: "decide", data, objects },
    { head: GENESIS, at: new Date(0), salt: Buffer.alloc(16, 7) },
  );

test("an entry is read back from its line as it was", () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.array(fc.stringMatching(/^[0-9a-f]{64}$/), { maxLength: 3 }),
      (value, objects) => {
        const entry = anEntry(JSON.parse(JSON.stringify(value)), objects);
        expect(parseLine(Buffer.from(encodeEntry(entry)))).toEqual({ entry });
      },
    ),
    { seed: 3, numRuns: 200 },
  );
});

test("every single flipped bit of a line is found", () => {
  const line = Buffer.from(
    encodeEntry(anEntry({ note: "ééé \ufffd {x}", n: [1, 2.5, null], "": true }, ["a".repeat(64)])),
  );
  const unfound: number[] = [];
  for (let bit = 0; bit < line.length * 8; bit++) {
    const bent = Buffer.from(line);
    bent[bit >> 3]! ^= 1 << (bit & 7);
    if ("entry" in parseLine(bent)) unfound.push(bit);
  }
  expect(unfound).toEqual([]);
});

test("an entry without its data keeps its hash and is read back", () => {
  const entry = anEntry({ name: "somebody" });
  const left = withoutData(entry);
  const line = encodeEntry(left);
  expect(line).not.toContain("somebody");
  expect(line).not.toContain("salt");
  expect(parseLine(Buffer.from(line))).toEqual({ entry: left });
  expect(left.hash).toBe(entry.hash);
});

test("the same data has another digest under another salt, so that it cannot be guessed", () => {
  const digest = (salt: number) =>
    seal({ by: "a", act: "b", data: "x" }, { head: GENESIS, at: new Date(0), salt: Buffer.alloc(16, salt) })
      .digest;
  expect(digest(1)).not.toBe(digest(2));
});

test("garbage is refused without an exception", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
      expect("wrong" in parseLine(bytes)).toBe(true);
    }),
    { seed: 4, numRuns: 300 },
  );
  for (const line of ["{}", "[]", "null", '{"seq":1}', '"x"'])
    expect("wrong" in parseLine(Buffer.from(line))).toBe(true);
});
