import { expect, test } from "vitest";
import { backLexiconOf, lexiconOf } from "../phrases/lexicon.ts";
import { filterOf, hashOf, mayHold, OPEN } from "./filter.ts";
import { withKey, withoutGap } from "./token.ts";
import { tokenize } from "./tokenize.ts";

const WORDS = [
  "",
  "a",
  "of",
  "the",
  "de",
  "中",
  "国",
  "2024",
  "полиция",
  "الشرطة",
  ...Array.from({ length: 300 }, (_, i) => `word${i}`),
];

test("a filter lets every key of its own pass, and few others", () => {
  const filter = filterOf(WORDS);
  expect(WORDS.every(word => mayHold(filter, hashOf(word)))).toBe(true);
  const others = Array.from({ length: 2000 }, (_, i) => `${i}th other`);
  expect(others.filter(word => mayHold(filter, hashOf(word))).length).toBeLessThan(200);
});

test("a filter of nothing lets nothing pass, an open one everything", () => {
  expect(WORDS.some(word => mayHold(filterOf([]), hashOf(word)))).toBe(false);
  expect(WORDS.every(word => mayHold(OPEN, hashOf(word)))).toBe(true);
});

test("the hash of a token is that of its key, also where it is given another", () => {
  for (const token of tokenize("The 中国 police spent ２０２４ — «x» ½ 𝒳\n\nэ")) {
    if (token.key !== "\n\n") expect(token.hash).toBe(hashOf(token.key));
    expect(withKey(token, "other").hash).toBe(hashOf("other"));
    expect(withoutGap(token)).toEqual({ ...token, gap: false, thin: false });
  }
});

test("a phrase that is added once a lexicon was asked is found", () => {
  const tokens = tokenize("more than one");
  const [ahead, back] = [lexiconOf({ a: "two" }), backLexiconOf({ a: "two" })];
  expect([ahead.longest(tokens, 0), back.endsBefore(tokens, 3)]).toEqual([null, null]);
  for (let i = 0; i < 3; i++) expect(ahead.longest(tokens, i)).toBe(null);
  ahead.add("more than", "a");
  back.add("than one", "a");
  expect(ahead.longest(tokens, 0)).toEqual({ value: "a", to: 2 });
  expect(back.endsBefore(tokens, 3)).toEqual({ value: "a", to: 1 });
});

test("no phrase stands before a text or behind it", () => {
  const tokens = tokenize("more");
  for (const at of [-1, 1, 2]) expect(lexiconOf({ a: "more" }).longest(tokens, at)).toBe(null);
  for (const at of [-1, 0, 2]) expect(backLexiconOf({ a: "more" }).endsBefore(tokens, at)).toBe(null);
});
