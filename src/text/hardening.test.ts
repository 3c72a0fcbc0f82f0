import { describe, expect, it } from "vitest";
import * as text from "./index.ts";
import { packOf } from "./pack/languages.ts";

const LANGUAGES = text.packLanguages;

const functions: readonly (readonly [string, (input: string, language: string) => unknown])[] = [
  ["readQuantities", (t, language) => text.readQuantities(t, { language })],
  ["readNumbers", (t, language) => text.readNumbers(t, { language })],
  ["readDates", (t, language) => text.readDates(t, { language, date: "2024-05-15" })],
  ["readPlaces", (t, language) => text.readPlaces(t, { language })],
  ["splitSentences", (t, language) => text.splitSentences(t, language)],
  ["findAttributions", (t, language) => text.findAttributions(t, language)],
  ["findCues", (t, language) => text.findCues(t, language)],
  ["findQuotations", t => text.findQuotations(t)],
  ["foldText", t => text.foldText(t)],
  ["identifyLanguage", t => text.identifyLanguage(t)],
];

/** A small generator with a fixed seed (mulberry32). */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const PIECES =
  "one two hundred million and a half % $ € - – . , : / ' \" “ ” ( ) 5 12 1,000 3.5 2019 the of in per x ½ × 10 ^ May Monday last next years ago China U.S. 一 二 百 万 亿 点 分之 成 年 月 日 第 几 余 個 mil de millones cent vingt тысяч года مليون و ال \n \n\n \u200b \ud800 \udc00 \0 \u0301 ٢٥ 五 ﷺ 👍".split(
    " ",
  );

function spans(value: unknown): readonly (readonly [number, number])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap(item =>
    Array.isArray(item)
      ? [item as unknown as [number, number]]
      : "span" in (item as object)
        ? [(item as { span: [number, number] }).span]
        : [],
  );
}

describe("any string", () => {
  it.each(LANGUAGES)("is read in %s without a throw, and every span lies in it", language => {
    const next = random(20240515);
    for (let k = 0; k < 120; k++) {
      let input = "";
      for (let n = Math.floor(next() * 24); n >= 0; n--)
        input += PIECES[Math.floor(next() * PIECES.length)]! + (next() < 0.6 ? " " : "");
      for (const [name, run] of functions) {
        for (const [from, to] of spans(run(input, language))) {
          expect(from >= 0 && from < to && to <= input.length, `${name} ${JSON.stringify(input)}`).toBe(true);
        }
      }
    }
  });
});

/** Every word and phrase of the dates and numbers of a language. */
function ownPhrases(language: string): readonly string[] {
  const { dates, numbers, quantity } = packOf(language);
  const phrases = (value: unknown): string[] =>
    typeof value === "string"
      ? value.split("|").map(item => item.replace(/[=.!]+[^=]*$/, ""))
      : value !== null && typeof value === "object"
        ? Object.values(value).flatMap(phrases)
        : [];
  return [...new Set([dates, numbers, quantity].flatMap(phrases))].filter(phrase => phrase.length > 0);
}

describe("any words of dates and numbers in a row", () => {
  it.each(LANGUAGES)("are read in %s without a throw", language => {
    const next = random(20240516);
    const own = ownPhrases(language);
    const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)]!;
    const digits = ["5", "12", "21", "2019", "7:30", "5/12", "-", ",", "."];
    for (let k = 0; k < 1500; k++) {
      let input = "";
      for (let n = Math.floor(next() * 6); n >= 0; n--)
        input += pick(next() < 0.3 ? digits : own) + (next() < 0.8 ? " " : "");
      for (const run of [text.readDates, text.readQuantities, text.readNumbers])
        expect(() => run(input.trim(), { language, date: "2024-05-15" }), input).not.toThrow();
    }
  });
});

const REPEATS = [
  "a",
  "1",
  "1,",
  "1.",
  "one hundred ",
  "$",
  "(",
  "“",
  '"',
  "' ",
  "- ",
  "-1",
  "1-",
  "一",
  "百分之",
  "万",
  "the ",
  "and ",
  "Mr. ",
  "U.S.",
  "\n",
  "in 2019 ",
  "May ",
  "said ",
  "de ",
  "1 in ",
  "two-",
  "half a ",
  "the week after ",
  "3 days from ",
  "vingt et un mille ",
  "مئة وخمسة ",
  "一百二十",
  "从周一到",
];

function languageOf(piece: string): string {
  if (/[一-龥]/.test(piece)) return "zh";
  if (/[ا-ي]/.test(piece)) return "ar";
  return piece.startsWith("vingt") ? "fr" : piece === "de " ? "es" : "en";
}

/** Processor time of this process, best of several: what else the machine does leaves it alone. */
function cpuMilliseconds(run: () => unknown, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < runs; k++) {
    const start = process.cpuUsage();
    run();
    const used = process.cpuUsage(start);
    best = Math.min(best, (used.user + used.system) / 1000);
  }
  return best;
}

/** Eight times the length takes eight times as long if linear, sixty-four if quadratic. */
const LONGER = 8;
const MOST = 32;
/** Below this nothing can be told: collections and compilation weigh as much. */
const NOISE_MS = 60;

describe("time", () => {
  it.each(functions)(
    "of %s grows with the length, on any repeated piece",
    (_name, run) => {
      for (const piece of REPEATS) {
        const small = piece.repeat(Math.ceil(2_000 / piece.length));
        const large = small.repeat(LONGER);
        const language = languageOf(piece);
        run(small, language);
        const long = cpuMilliseconds(() => run(large, language), 1);
        if (long < NOISE_MS) continue;
        const short = cpuMilliseconds(() => run(small, language), 3);
        const again = Math.min(
          long,
          cpuMilliseconds(() => run(large, language), 2),
        );
        expect(again < MOST * short + NOISE_MS, `${JSON.stringify(piece)}: ${short} ms -> ${again} ms`).toBe(
          true,
        );
      }
    },
    240_000,
  );
});

describe("long texts", () => {
  it("are read in stretches, with spans of the whole", () => {
    const filler = "Nothing is told in this sentence at all. ".repeat(4000);
    const whole = `${filler}China trained 900 officers in May 2019.`;
    const at = whole.indexOf("900");
    expect(text.readQuantities(whole, { language: "en" }).map(q => q.number)).toEqual([[at, at + 3]]);
    expect(text.readPlaces(whole, { language: "en" }).map(p => p.text)).toEqual(["China"]);
    expect(text.readDates(whole, { language: "en" }).map(d => d.timex)).toEqual(["2019-05"]);
  });
});
