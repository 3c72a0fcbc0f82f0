import { expect, test } from "vitest";
import { en } from "./packs/en.ts";
import { keysOf, tokenize } from "./tokens.ts";

test("the keys of a phrase are those of its tokens, whether it is plain words or not", () => {
  const phrases = JSON.stringify(en).split(/[|"=]/);
  expect(phrases.length).toBeGreaterThan(500);
  for (const phrase of [
    ...phrases,
    "a b",
    "a  b",
    "Ab c",
    "don't",
    "café",
    "10 km",
    "",
    " a",
    "a\nb",
    "警察 培训",
  ])
    expect(keysOf(phrase)).toEqual(tokenize(phrase).map(({ key }) => key));
});
