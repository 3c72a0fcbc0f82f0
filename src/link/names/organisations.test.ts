import fc from "fast-check";
import { expect, test } from "vitest";
import { nameLevel } from "./organisations.ts";
import { consonants, romanise } from "./romanise.ts";
import { nameWords } from "./words.ts";

test("names in Cyrillic, Arabic and Han letters are read in Latin ones, syllable by syllable", () => {
  expect(romanise("Хуавей")).toBe("khuavey");
  expect(romanise("海康威视")).toBe("hai kang wei shi");
  expect(romanise("الإنتربول")).toBe("intrbwl");
  expect(romanise("Société Générale")).toBe("societe generale");
  expect(consonants("interpol")).toBe(consonants("intrbwl"));
});

test("common words and countries are one in all languages, and a name keeps its own words", () => {
  const shown = (name: string) => {
    const { common, own } = nameWords(name);
    return [[...common].sort().join(" "), [...own].sort().join(" ")];
  };
  expect(shown("河南警察学院")).toEqual(shown("Henan Police College"));
  expect(shown("Министерство внутренних дел")[0]).toBe("interior ministry");
  expect(shown("وزارة الداخلية")[0]).toBe("interior ministry");
  expect(shown("Ministère de l'Intérieur")[0]).toContain("ministry");
  expect(shown("Acme Technologies GmbH")).toEqual(["technology", "acme"]);
});

test.each([
  ["Acme", "ACME", 4],
  ["河南警察学院", "Henan Police Academy", 3],
  ["Ростелеком", "Rostelecom", 3],
  ["وزارة الداخلية", "Министерство внутренних дел", 3],
  ["Acme Telecom of Peru", "Acme", 2],
  ["Zhejiang Acme Technology", "Acme Technologies Ltd", 2],
  ["HPC", "Henan Police College", 1],
  ["HNPC", "河南警察学院", 2],
  ["HBPC", "河南警察学院", 0],
  ["PTCC", "警察培训中心", 0],
  ["ГПСР", "Groupe de protection spéciale", 0],
  ["Acme Telecom", "阿克梅电信", 0],
  ["湖北大华", "Дахуа", 2],
  ["Hubei Dahua Technology", "湖北大华技术有限公司", 3],
  ["ООН", "Naciones Unidas", 3],
  ["ШОС", "上海合作组织", 3],
  ["Interpol", "国际刑警组织", 3],
  ["un programme", "Nations unies", 0],
  ["Peace-keeping Police Training Centre of Ghana", "维和警察培训中心", 2],
  ["福建警察学院", "浙江警察学院", 0],
  ["Polizeiakademie", "Polis Akademisi", 0],
  ["Ministarstvo unutrašnjih poslova", "وزارة الداخلية", 3],
  ["香港警務處", "香港警务处", 3],
  ["Novosibirsk University", "Новосибирский университет", 3],
  ["Министерство обороны Республики Перу", "秘鲁国防部", 3],
  ["Министерство обороны Японии", "秘鲁国防部", 0],
  ["University of Warsaw", "华沙大学", 3],
  ["ハイクビジョン", "Hikvision", 3],
  ["United Nations", "联合国儿童基金会", 0],
  ["Ministry of Justice", "Ministry of Trade", 0],
  ["Ministry", "Ministry of Trade", 0],
  ["Henan Police College", "湖北警察学院", 0],
  ["Police College", "河南警察学院", 0],
])("%s and %s are on level %i", (a, b, level) => {
  expect(nameLevel(a, b)).toBe(level);
  expect(nameLevel(b, a)).toBe(level);
});

test("levels are symmetric, highest for a name with itself, and bounded for any text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string(),
    fc.constantFrom("公安部", "Хуавей", "Acme Police", "\ud800", "", "x".repeat(100_000)),
  );
  fc.assert(
    fc.property(text, text, (a, b) => {
      const level = nameLevel(a, b);
      expect(level).toBe(nameLevel(b, a));
      expect(level).toBeGreaterThanOrEqual(0);
      expect(level).toBeLessThanOrEqual(4);
      expect(nameLevel(a, a)).toBe(/[\p{L}\p{M}\p{N}@]/u.test(a.slice(0, 200).toWellFormed()) ? 4 : 0);
    }),
    { seed: 12, numRuns: 100 },
  );
});
