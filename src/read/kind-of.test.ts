import { expect, test } from "vitest";
import type { Codebook } from "../codebook/types.ts";
import { learnKinds } from "./kind-model.ts";
import { kindsOf } from "./kind-of.ts";
import { createLexicon } from "./lexicon.ts";

const en = (text: string) => ({ en: text });

const codebook: Codebook = {
  id: "news",
  title: en("News"),
  version: "1",
  kinds: new Map(),
  measures: new Map(),
  lists: new Map([
    [
      "topics",
      {
        id: "topics",
        label: en("Topics"),
        codes: new Map([
          ["dispersal", { label: en("Dispersal") }],
          ["protest", { label: en("Protest") }],
          ["harvest", { label: en("Harvest") }],
        ]),
      },
    ],
  ]),
  series: new Map(),
  indicators: new Map(),
  studies: new Map(),
  phrases: {
    "topics.dispersal": { en: ["tear gas … protesters", "broke up a rally"] },
    "topics.protest": { en: ["protesters", "rally", "marched"] },
    "topics.harvest": { en: ["harvest"] },
  },
};

const lexicon = createLexicon(codebook, []);
const options = { list: "topics", language: "en" };
const codes = (text: string) => kindsOf(text, lexicon, options).map(({ code }) => code);

test("a longer phrase outweighs several short ones", () => {
  expect(codes("Protesters at a rally were told that police broke up a rally.")).toEqual([
    "dispersal",
    "protest",
  ]);
});

test("a phrase with a gap counts where a text has both parts, in any order", () => {
  expect(codes("Protesters ran from tear gas.")).toEqual(["dispersal", "protest"]);
  expect(codes("They ran from tear gas.")).toEqual([]);
});

test("what a text tells first counts more, and of equal codes the first of the list", () => {
  expect(codes("The harvest was good. Protesters came.")[0]).toBe("harvest");
  expect(codes("A rally for the harvest.")).toEqual(["protest", "harvest"]);
});

test("labelled texts teach words that no phrase has, and less than a phrase says", () => {
  const examples = Array.from({ length: 12 }, (_, i) => [
    { text: `${i % 2 ? "Barley" : "Wheat"} filled barn ${i}.`, code: "harvest" },
    { text: `A ${i % 2 ? "banner" : "flag"} hung over square ${i}.`, code: "protest" },
    { text: `Officers cleared street ${i}.`, code: "dispersal" },
  ]).flat();
  const learned = learnKinds(examples, lexicon, { language: "en" });
  const first = (text: string) => kindsOf(text, lexicon, { ...options, learned })[0]!.code;
  expect(first("Barley was cheap.")).toBe("harvest");
  expect(first("A banner was cheap.")).toBe("protest");
  expect(first("Barley was thrown by protesters.")).toBe("protest");
});

test("a language without words of its own, an unknown list and an empty text give nothing", () => {
  expect(kindsOf("Protesters marched.", lexicon, { list: "topics", language: "xx" })).toEqual([]);
  expect(kindsOf("Protesters marched.", lexicon, { list: "none", language: "en" })).toEqual([]);
  expect(codes("")).toEqual([]);
});
