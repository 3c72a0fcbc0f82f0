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

test.each([
  ["In September 2024 Wang Xiaohong said China would train 3,000 police officers.", "en", "Wang Xiaohong"],
  ["Last week Amnesty International said 12 countries use the spyware.", "en", "Amnesty International"],
  ["In a report in May 2021 Citizen Lab counted 45 countries.", "en", "Citizen Lab"],
  ["On Tuesday the ministry said 300 officers were trained.", "en", "the ministry"],
  ["En mayo de 2021 Citizen Lab contó 45 países.", "es", "Citizen Lab"],
  ["В мае 2021 года Citizen Lab насчитала 45 стран.", "ru", "Citizen Lab"],
  ["2024年9月王小洪表示将培训3000名外国警察。", "zh", "王小洪"],
])("when it was said is no part of who says it: %j", (text, language, speaker) => {
  expect(voices(text, language)[0]).toBe(speaker);
});
