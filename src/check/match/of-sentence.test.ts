import { expect, test } from "vitest";
import type { Claim } from "../../read/types.ts";
import { besideIt, ofSentence } from "./of-sentence.ts";

const claims = [
  { id: "a", sentence: [0, 40] },
  { id: "b", sentence: [41, 80] },
  { id: "c", sentence: [0, 40] },
] as unknown as readonly Claim[];

test("the claims of a sentence are those that begin with it, in their order", () => {
  expect(ofSentence(claims, claims[2]!).map(({ id }) => id)).toEqual(["a", "c"]);
  expect(ofSentence(claims, { sentence: [90, 99] })).toEqual([]);
});

test("beside a claim stand the others of its sentence, by their ids, whatever else was made of it", () => {
  expect(besideIt(claims, { id: "a", sentence: [0, 40] }).map(({ id }) => id)).toEqual(["c"]);
  expect(besideIt(claims, claims[1]!)).toEqual([]);
});
