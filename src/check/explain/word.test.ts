import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadCodebook } from "../../codebook/declarations/load.ts";
import type { Codebook } from "../../codebook/types.ts";
import { en } from "./en.ts";
import { formatNumber, languages, wordingOf, wordNumber, wordReason } from "./word.ts";
import { zh } from "./zh.ts";

const english = { language: "en", wording: en, codebook: null };
const chinese = (phrases: Record<string, Record<string, string[]>> = {}) => ({
  language: "zh",
  wording: zh,
  codebook: { phrases, measures: new Map() } as unknown as Codebook,
});

/** All texts of a wording by their path. */
function textsOf(texts: object, path = ""): [path: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === "string"
      ? [[`${path}${key}`, value]]
      : value && typeof value === "object"
        ? textsOf(value, `${path}${key}.`)
        : [],
  );
}

const slots = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));

describe.each(languages.filter(code => code !== "en"))("the words of %s", code => {
  const own = new Map(textsOf(wordingOf(code)));
  const english = new Map(textsOf(en));

  it("are there for everything that English words, and for nothing else", () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...own.values()]).not.toContain("");
  });

  it("have no slot that the English sentence does not fill, but for those that grammar adds", () => {
    const strange = [...own].filter(([path, text]) =>
      [...slots(text)].some(slot => !slots(english.get(path) ?? "").has(slot)),
    );
    expect(strange.map(([path]) => path)).toEqual([]);
    const lines = [...own].filter(
      ([path, text]) =>
        path.startsWith("batch.") &&
        [...slots(text)].sort().join() !== [...slots(english.get(path) ?? "")].sort().join(),
    );
    expect(lines).toEqual([]);
  });

  it("are no English ones", () => {
    const same = [...own].filter(
      ([path, text]) =>
        english.get(path) === text && (text.replaceAll(/\{\w+\}/g, "").match(/\p{L}/gu) ?? []).length > 3,
    );
    expect(same.map(([path]) => path)).toEqual([]);
  });

  it("name every measure and every unit that the shipped codebook has a label for in any language", () => {
    const folder = new URL("../../../books/security/codebook/", import.meta.url);
    const files = readdirSync(folder).map(
      name => [name, readFileSync(new URL(name, folder), "utf8")] as const,
    );
    const { phrases } = loadCodebook(new Map(files));
    const groups = Object.keys(phrases).filter(group => /^(?:counted|label|scope)-/.test(group));
    expect(groups.length).toBeGreaterThan(120);
    expect(groups.filter(group => !phrases[group]?.[code]?.length)).toEqual([]);
  });
});

it("every code that the forms give has its sentence", () => {
  const folder = new URL("../forms/", import.meta.url);
  const code = readdirSync(folder)
    .filter(name => name.endsWith(".ts"))
    .map(name => readFileSync(new URL(name, folder), "utf8"))
    .join("\n");
  const codes = [...code.matchAll(/reason\(\s*"([a-z-]+)"/g)].map(([, name]) => name ?? "");
  expect(codes.length).toBeGreaterThan(20);
  expect([...new Set(codes)].filter(name => !(name in en.reasons))).toEqual([]);
});

it("words a number with its hedge, unit, scope and period", () => {
  const values = {
    value: 138,
    qualifier: "at-least",
    unit: "country",
    scope: "of 193 members",
    period: "2000 to 2025",
  };
  expect(wordNumber(values, english)).toBe("at least 138 countries (of 193 members; 2000 to 2025)");
  expect(wordNumber({ low: 74.3, high: 79.5, qualifier: "exact", unit: "percent" }, english)).toBe(
    "74.3 to 79.5%",
  );
  expect(wordNumber({ value: 1, qualifier: "exact", unit: "person" }, english)).toBe("1 person");
  expect(wordNumber({ value: 3500000, qualifier: "about", unit: "USD" }, chinese())).toBe("约3,500,000 USD");
});

it("says how far the count lies from the text", () => {
  const values = { value: 912, off: 12, qualifier: "exact", unit: "course", counter: "a study" };
  expect(wordReason({ code: "near-miss", values }, "en").text).toBe(
    "A study gives 912 courses: close, but not what the text says (the count is 1.3% above the text).",
  );
});

it("falls back to English for a language without wording", () => {
  expect(wordReason({ code: "is-question", values: {} }, "xx").text).toBe("A question asserts nothing.");
});

it("names units, scopes, periods and governments in the language, and quotes what it has no word for", () => {
  const phrases = { "counted-country": { zh: ["个国家"] }, "scope-africa": { zh: ["非洲"] } };
  const values = {
    value: 138,
    qualifier: "at-least",
    unit: "country",
    scope: "Africa",
    period: "2000 to 2025",
  };
  expect(wordNumber(values, chinese(phrases))).toBe("至少138个国家（非洲；2000至2025）");
  expect(
    wordNumber(
      { value: 5, qualifier: "exact", unit: "rank", scope: "two towns", period: "since 2018" },
      chinese(),
    ),
  ).toBe("5 “rank”（“two towns”；2018年以来）");
  expect(
    wordReason({ code: "inside", values: { ...values, counter: "government of China" } }, "zh").text,
  ).toMatch(/^中国政府给出/);
});

it("knows nouns that have no plural of their own, and those with a tail", () => {
  const word = (unit: string, value = 900) => wordNumber({ value, qualifier: "exact", unit }, english);
  expect(word("police")).toBe("900 police");
  expect(word("points of 120", 30)).toBe("30 points of 120");
  expect(word("session per thousand officers", 3)).toBe("3 sessions per thousand officers");
});

it("numbers are grouped as CLDR groups them, whether they have to be rounded or not", () => {
  const values = [
    0, -0, 7, -12, 999, 1000, 1234567, -98765.4, 0.5, 0.125, 0.0625, 1.05, 2.5, 12.34, 1e15, 1e21, 1e-7,
  ];
  for (const locale of ["en", "zh", "de"])
    for (const value of [...values, Number.NaN, Number.POSITIVE_INFINITY]) {
      const maximumFractionDigits = Math.abs(value) > 1 ? 1 : 3;
      expect(formatNumber(value, locale)).toBe(
        new Intl.NumberFormat(locale, { maximumFractionDigits }).format(value),
      );
    }
});

it.each([
  ["es", 138, "al menos 138 países (África)"],
  ["es", 1, "al menos 1 país (África)"],
  ["fr", 138, "au moins 138 pays (Afrique)"],
  ["ru", 138, "минимум 138 стран (Африка)"],
  ["ru", 52, "минимум 52 страны (Африка)"],
  ["ru", 21, "минимум 21 страна (Африка)"],
  ["ar", 7, "ما لا يقل عن 7 دول (أفريقيا)"],
  ["ar", 138, "ما لا يقل عن 138 دولة (أفريقيا)"],
])(
  "puts a space before units, which have the form that the number asks for: %s, %i",
  (language, value, text) => {
    const phrases = {
      "counted-country": {
        es: ["países", "país"],
        fr: ["pays"],
        ru: ["страны", "страна", "страны", "стран"],
        ar: ["دولة", "دولة", "دول", "دولة", "دولتان"],
      },
      "scope-africa": { es: ["África"], fr: ["Afrique"], ru: ["Африка"], ar: ["أفريقيا"] },
    };
    const codebook = { phrases, measures: new Map() } as unknown as Codebook;
    const values = { value, qualifier: "at-least", unit: "country", scope: "Africa" };
    expect(wordNumber(values, { language, wording: wordingOf(language), codebook })).toBe(text);
  },
);
