import { describe, expect, it } from "vitest";
import { compiledPack } from "../pack/languages.ts";
import { BREAK, type Token } from "../tokens/token.ts";
import { tokenize } from "../tokens/tokenize.ts";
import type { DateContext } from "./context.ts";
import { aroundOf } from "./dates.ts";
import { dateOpeners } from "./grammar.ts";
import { parseIso } from "./periods.ts";
import { dateWords } from "./words.ts";

/** Every phrase that a language has for dates and numbers, apart and one after another, with digits of all kinds in between. */
function textOf(language: string): string {
  const { dates, numbers } = compiledPack(language).pack;
  const phrases = [...new Set(JSON.stringify([dates, numbers]).split(/[|"=,:{}[\]]+/))];
  const words = [...compiledPack(language).numerals.words.firstKeys()]
    .slice(0, WORDS)
    .map(word => ` ${word} `);
  const between = [...NUMBERS, ...words].map(number => phrases.join(number));
  return [phrases.join("; "), phrases.join(" "), ...between].join("\n\n");
}

/** As many words for numbers are tried as well. */
const WORDS = 4;

/** Days, hours, counts, years and times in digits, with signs and endings. */
const NUMBERS = " 14 | 2019 | 3 |4| 300 | 1430, | 0830 | 8.30 | 1-3 | 3 000 | 12th |5万".split("|");

/** A sign can open any rule. */
const SIGN = tokenize(";");

function contextOf(tokens: readonly Token[], language: string): DateContext {
  const c = compiledPack(language);
  return {
    tokens,
    c,
    w: dateWords(c),
    openers: dateOpeners(c),
    around: aroundOf(c),
    ref: parseIso("2025-11-13"),
    minutes: null,
    quarter: null,
    told: { start: { y: 2019, m: 5, d: 1 }, end: { y: 2019, m: 5, d: 1 }, precision: 10, at: 0 },
  };
}

describe("rules of dates by what opens them", () => {
  it.each(["en", "zh", "es", "fr", "ru", "ar", "pt"])(
    "read nothing at tokens where they are not tried, in %s",
    language => {
      const x = contextOf(tokenize(textOf(language)), language);
      const missed: string[] = [];
      let skipped = 0;
      for (const openers of [x.openers, x.around])
        for (let i = 0; i < x.tokens.length; i++) {
          const tried = new Set(openers.at(x.tokens, i));
          const starts = x.w.starts === null || x.w.starts.has(x.tokens[i]!.key);
          if (x.tokens[i]!.kind === BREAK || !starts) continue;
          for (const rule of openers.at(SIGN, 0)) {
            if (tried.has(rule)) continue;
            skipped++;
            if (rule(x, i)) missed.push(`${rule.name} at ${x.tokens[i]!.key}`);
          }
        }
      expect(missed).toEqual([]);
      expect(skipped).toBeGreaterThan(100);
    },
  );
});
