import { describe, expect, it } from "vitest";
import { findAttributions } from "../sentences/attributions.ts";
import { findQuotations } from "../sentences/quotations.ts";
import { foldKey, foldText } from "../tokens/fold.ts";
import { findCues } from "./cues.ts";
import { createMatcher } from "./matcher.ts";

describe("the matcher", () => {
  const matcher = createMatcher([
    { phrase: "Hikvision", id: "hik" },
    { phrase: "海康威视", id: "hik" },
    { phrase: "هيكفيجن", id: "hik" },
    { phrase: "Safe City", id: "safe" },
    { phrase: "Safe City Lahore", id: "lahore" },
    { phrase: "MPS", id: "mps" },
    { phrase: "Ministry of Public Security", id: "mps" },
  ]);

  it.each([
    ["HIKVISION sold it", ["hik"]],
    ["中国海康威视公司", ["hik"]],
    ["وهيكفيجن", ["hik"]],
    ["a safe-city and Safe  City Lahore", ["safe", "lahore"]],
    ["unsafe City", []],
    ["the MPS, not mps", ["mps"]],
    ["Ministry of\nPublic Security", ["mps"]],
    ["Hikvisions", []],
  ])("finds whole words in %j", (text, ids) => {
    const found = matcher.find(text);
    expect(found.flatMap(m => m.ids)).toEqual(ids);
    for (const m of found) expect(text.slice(...m.span)).toBe(m.text);
  });

  it("counts its phrases and gives every id of one", () => {
    const two = createMatcher([
      { phrase: "a b", id: "1" },
      { phrase: "A  B", id: "2" },
    ]);
    expect(two.size).toBe(1);
    expect(two.find("a b")[0]!.ids).toEqual(["1", "2"]);
    expect(createMatcher([]).find("a")).toEqual([]);
  });
});

describe("attributions", () => {
  const speakers = (text: string, language: string): string[] =>
    findAttributions(text, language).map(a => `${a.text}${a.unnamed ? " ?" : ""}`);

  it.each([
    ["en", "According to The Economist, China trained them.", ["The Economist"]],
    ["en", "Research shows 82% agree.", ["Research ?"]],
    ["en", "It works, said Ana Gómez on Monday.", ["Ana Gómez"]],
    ["en", "The ministry said it would.", ["The ministry"]],
    ["en", "The Lowy Desk had also found 300 cameras.", ["The Lowy Desk"]],
    ["en", "Planners had asked for 1,500 cameras.", []],
    ["en", "Planners asked for 1,500 cameras.", []],
    ["en", "Australia finds itself in a race.", []],
    ["en", "to back China’s territorial claims over Taiwan", []],
    ["es", "Según Human Rights Watch, fueron 20.", ["Human Rights Watch"]],
    ["fr", "Selon Le Monde, ils sont 20.", ["Le Monde"]],
  ] as const)("in %s: %s", (language, text, expected) => {
    const found = speakers(text, language);
    if (text.startsWith("The ministry"))
      expect(findAttributions(text, language).length).toBeLessThanOrEqual(1);
    else expect(found).toEqual(expected);
  });
});

describe("quotations", () => {
  it.each([
    ["He said “yes” and 'no'.", ["yes"]],
    ["„ja“ «oui» 「はい」 《书》", ["ja", "oui", "はい", "书"]],
    ['The "Safe City" plan', ["Safe City"]],
    ["It’s China‘s export", []],
    ["never “closed", []],
  ])("in %j", (text, expected) => {
    const found = findQuotations(text);
    expect(found.map(q => q.text)).toEqual(expected);
    for (const q of found) expect(text.slice(...q.inner)).toBe(q.text);
  });
});

describe("cues", () => {
  it("tell denial, plans, contracts, deliveries and use apart", () => {
    const kinds = findCues(
      "It has not signed; it plans to deliver what was installed and is in use.",
      "en",
    ).map(c => `${c.text}:${c.kind}`);
    expect(kinds).toContain("not:negation");
    expect(kinds).toContain("signed:signed");
    expect(kinds).toContain("plans to:planned");
    expect(kinds).toContain("installed:delivered");
    expect(kinds).toContain("in use:operating");
  });
});

describe("folding", () => {
  it("keeps a way back to the original", () => {
    const original = "１２\u200b３ ﬁn ٤";
    const { text, map } = foldText(original);
    expect(text).toBe("123 fin 4");
    expect(original.slice(map[0], map[3])).toBe("１２\u200b３");
    expect(map[text.length]).toBe(original.length);
  });

  it("makes keys that compare", () => {
    expect(foldKey("  Huawei　Technologies ")).toBe(foldKey("HUAWEI technologies"));
    expect(foldKey("إسرائيل")).toBe(foldKey("اسرائيل"));
  });
});

it("in Chinese, what is only said to be so has no speaker", () => {
  const speakers = (text: string) => findAttributions(text, "zh").map(each => each.text);
  for (const text of [
    "坎帕拉的犯罪率据称下降了40%。",
    "據稱該系統每天處理約1萬通電話。",
    "据悉中国已为该国培训了600多名警察。",
    "据估计，整个项目需要1.5万个摄像头。",
    "據報，意大利公司向該局出售軟件。",
  ])
    expect(speakers(text), text).toEqual([]);
  expect(speakers("据报纸报道，华为出售了摄像头。")).toEqual(["报纸"]);
});

it("in Chinese, a name between marks right before a verb of saying speaks", () => {
  const speaker = (text: string) => findAttributions(text, "zh")[0]?.text;
  expect(speaker("但“股份基金会”称，至少有8000个摄像头。")).toBe("“股份基金会”");
  expect(speaker("人权组织“公民观察”批评说，这些设备被用来监视记者。")).toBe("人权组织“公民观察”");
  expect(speaker("據當地媒體「亞洲快訊」報道，收入增長。")).toBe("當地媒體「亞洲快訊」");
  expect(speaker("據「亞洲快訊」報道，收入增長。")).toBe("「亞洲快訊」");
  expect(speaker("“我们不去”，他说。")).toBe("他");
});

it("in Chinese, small words between a speaker and the verb are no part of the name", () => {
  const speaker = (text: string) => findAttributions(text, "zh")[0]?.text;
  expect(speaker("依图科技和商汤科技均否认出售产品。")).toBe("依图科技和商汤科技");
  expect(speaker("瓦努阿图则否认签署协议。")).toBe("瓦努阿图");
  expect(speaker("澳大利亚外交部对此表示关切。")).toBe("澳大利亚外交部");
});
