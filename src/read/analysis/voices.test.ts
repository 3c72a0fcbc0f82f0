import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();

function voices(text: string, language = "en") {
  const [claim] = readClaims(testDocument(text, language), lexicon);
  const { to, chain = [] } = claim!.attribution ?? { to: "" };
  for (const { to: name, span } of chain) expect(text.slice(...span)).toBe(name);
  return [to, ...chain.map(({ role, to: name }) => `${role}: ${name}`)];
}

test("speaker, reteller and counter of a figure are told apart", () => {
  expect(
    voices(
      "Kenya's police chief, quoted by the Daily Nation, said that crime had dropped by 46% in areas with Huawei cameras, a figure the company had first published.",
    ),
  ).toEqual(["Kenya's police chief", "reteller: the Daily Nation", "counter: the company"]);
});

test("a paper that cites a list speaks, and the list counts", () => {
  expect(
    voices("Citing a leaked list, Reuters reported that Egypt had bought 1,200 cameras from Hikvision."),
  ).toEqual(["Reuters", "counter: a leaked list"]);
});

test("an office that tells a paper speaks, and the paper retells", () => {
  expect(
    voices("By 2021 some 1,000 cameras were watching Belgrade, the interior ministry told Danas."),
  ).toEqual(["the interior ministry", "reteller: Danas"]);
});

test("a study is named with its maker, and words of a number speak of nobody", () => {
  expect(
    voices(
      "Ninety-two per cent of hybrid regimes took part, according to a 2023 count by the Lowy Institute.",
    ),
  ).toEqual(["a 2023 count by the Lowy Institute"]);
});

test("states that use something say nothing", () => {
  expect(voices("About half of all African states use Chinese face recognition.")).toEqual([""]);
});

test("whom a minister told is no reteller where it is an audience without a name", () => {
  expect(voices("The minister told a forum that 3,000 officers had been trained in China.")).toEqual([
    "The minister",
  ]);
});
