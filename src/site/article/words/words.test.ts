import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes, OWN_LANGUAGE } from "../../../check/bytes.ts";
import { languages, wordingOf } from "../../../check/explain/word.ts";
import { shippedBook, type TestBook } from "../../../check/testing/shipped.ts";
import { renderStandaloneArticle } from "../render.tsx";
import { articleWords, counting, fill, fillWith } from "./index.ts";

const en = wordingOf("en").page;

/** All texts of a language by their path, with the slots that each has. */
function slotsOf(texts: object, path = ""): [string, string[]][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string[]][] =>
    typeof value === "string"
      ? [[`${path}${key}`, [...new Set(value.match(/\{\w+\}/g))].sort()]]
      : typeof value === "function"
        ? []
        : slotsOf(value as object, `${path}${key}.`),
  );
}

describe.each(languages)("the words of a checked page in %s", language => {
  it("are all there, none empty, with the slots of the English ones", () => {
    const words = articleWords(language);
    expect(words.language).toBe(language);
    expect(slotsOf(words)).toEqual(slotsOf(en).map(each => each));
    expect(JSON.stringify(words)).not.toMatch(/:""/);
  });
});

it("a language without words of its own has a page in English", () => {
  expect(articleWords("sw").language).toBe("en");
  expect(articleWords("zh-Hant").language).toBe("zh");
});

it.each([
  ["ru", 1, "1 утверждение"],
  ["ru", 3, "3 утверждения"],
  ["ru", 11, "11 утверждений"],
  ["ru", 21, "21 утверждение"],
  ["ar", 2, "قولان (2)"],
  ["ar", 5, "5 أقوال"],
  ["ar", 12, "12 قولًا"],
  ["pt", 12, "12 afirmações"],
])("a number of claims has the form that its class asks for: %s, %i", (language, n, text) => {
  const words = articleWords(language);
  expect(counting(n, [words.claim, words.claims], words)).toBe(text);
});

it("numbers, dates and bounds are written as the language writes them", () => {
  const words = articleWords("zh");
  expect(words.amount({ value: 138, unit: "percent", qualifier: "at-least" })).toBe("至少138%");
  expect(words.amount({ value: null, low: 49, high: 63, unit: "percent" })).toBe("49至63%");
  expect(words.date("2024-09-09")).toBe("2024年9月9日");
  expect(words.date("2024-09")).toBe("2024年9月");
  expect(words.date("about 2024")).toBe("about 2024");
  expect(words.period("2000", "2025")).toMatch(/2000年?至2025年?/);
  expect(words.counter("government of China")).toBe("中国政府");
});

it("slots are filled with words, or with what stands in them", () => {
  expect(fill("{a} of {b}", { a: 1, b: "two" })).toBe("1 of two");
  expect(fillWith<number>("{a} of {b}.", { a: 1, b: 2 })).toEqual(["", 1, " of ", 2, "."]);
});

describe("a checked page", () => {
  let shipped: TestBook;
  beforeAll(async () => {
    shipped = await shippedBook();
  });
  afterAll(() => shipped.remove());
  const pageOf = async (name: string, language: string) => {
    const path = fileURLToPath(new URL(`../../../../cases/check/texts/${name}`, import.meta.url));
    const checked = await checkBytes(readFileSync(path), shipped.book, { name, language });
    const { codebook } = shipped.book;
    const inlined = { style: { text: "", hash: "" }, script: { text: "", hash: "" } };
    return renderStandaloneArticle(checked, { codebook, inlined });
  };

  it("speaks the language of its text: labels, verdicts, sides, chart and correction", async () => {
    const html = await pageOf("gangkou.md", OWN_LANGUAGE);
    expect(html).toContain('<html lang="zh">');
    const own = slotsOf(en)
      .filter(([, slots]) => slots.length === 0)
      .map(([path]) => path.split(".").reduce<unknown>((texts, key) => (texts as never)[key], en) as string)
      .filter(text => text.length > 4 && /^[A-Z]/.test(text));
    expect(own.filter(text => html.includes(`>${text}<`))).toEqual([]);
    for (const text of ["支持的证据", "与证据不符", "供编辑使用", "阴影：", "坐标轴不从0开始"])
      expect(html).toContain(text);
    expect(html.match(/\{\w+\}/g)).toBeNull();
  });

  it.each([
    ["es", ["Pruebas a favor", "Desmentido", "Para la redacción"]],
    ["fr", ["Preuves pour", "Imprécis", "Pour la rédaction"]],
    ["pt", ["Provas a favor", "Desmentido", "Para a redação"]],
    ["ru", ["Свидетельства за", "Опровергнуто", "Для редакции"]],
  ])("speaks %s", async (language, own) => {
    const html = await pageOf("gangkou.md", language);
    expect(html).toContain(`<html lang="${language}">`);
    for (const text of own) expect(html).toContain(text);
    expect(html.match(/\{\w+\}/g)).toBeNull();
    expect(html).not.toContain(">Evidence for ");
  });

  it("speaks the language that is asked for", async () => {
    expect(await pageOf("gangkou.md", "en")).toContain(">Evidence for ");
    expect(await pageOf("harbour.md", "zh")).toContain("支持的证据");
  });

  it("in Arabic runs from the right, and the text in it as its own language does", async () => {
    const html = await pageOf("gangkou.md", "ar");
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toMatch(/<article class="text"[^>]* lang="zh" dir="ltr"/);
    expect(html).toMatch(/<div class="cards" lang="ar" dir="rtl"/);
    for (const text of ["أدلة مؤيدة", "تناقضه الأدلة", "للمحرر"]) expect(html).toContain(text);
    expect(html.match(/\{\w+\}/g)).toBeNull();
    expect(html).not.toMatch(/[\u0660-\u0669]/);
  });

  it.each([
    ["prichal.md", "ru"],
    ["cais.md", "pt"],
  ])("of %s is in its own language, %s", async (name, language) => {
    expect(await pageOf(name, OWN_LANGUAGE)).toContain(`<html lang="${language}">`);
  });
});
