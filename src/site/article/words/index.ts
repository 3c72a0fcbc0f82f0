import { formFor } from "../../../check/explain/classes.ts";
import {
  counterLabel,
  measureLabel,
  type Naming,
  periodLabelIn,
  unitLabel,
} from "../../../check/explain/labels.ts";
import type { PageTexts } from "../../../check/explain/page-types.ts";
import { languages, wordingOf, wordNumber } from "../../../check/explain/word.ts";
import type { Codebook } from "../../../codebook/types.ts";
import {
  type Amount,
  formatAmount,
  formatDate,
  formatNumber,
  formatPeriod,
  formatTick,
  languageName,
  pluralOf,
} from "../../format.ts";
import type { ArticleWords } from "./types.ts";

export type { ArticleWords } from "./types.ts";

/** Puts values into the slots of a text. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

/** A text cut at its slots, each with what stands in it: for slots that hold more than words. */
export const fillWith = <T>(text: string, values: Readonly<Record<string, T>>): (string | T)[] =>
  text.split(/\{(\w+)\}/).map((piece, i) => (i % 2 === 1 ? (values[piece] ?? "") : piece));

/** "1 claim", "12 claims"; languages with more classes of numbers have a word for each, with strokes between. */
export const counting = (n: number, [one, many]: readonly [string, string], words: ArticleWords): string =>
  fill(formFor(n, (n === 1 ? one : many).split("|"), words.language) ?? "", { n: words.number(n) });

const english: ArticleWords = {
  ...wordingOf("en").page,
  number: formatNumber,
  tick: formatTick,
  amount: formatAmount,
  date: formatDate,
  period: formatPeriod,
  label: period => period,
  unit: pluralOf,
  counter: name => name,
  languageName,
  measure: id => id.replaceAll("-", " "),
};

/** The words of a checked page in a language (BCP 47), English where it has none; units and names as the codebook has them. */
export function articleWords(language: string, codebook: Codebook | null = null): ArticleWords {
  const code = language.split("-")[0] ?? "";
  return code === "en" || !languages.includes(code) ? english : wordsIn(wordingOf(code).page, codebook);
}

/** Of a unit by itself, the plural of small numbers is its name. */
const SOME = 3;

function wordsIn(texts: PageTexts, codebook: Codebook | null): ArticleWords {
  const wording = wordingOf(texts.language);
  const naming: Naming = { language: texts.language, wording, codebook };
  const digits = new Intl.NumberFormat(wording.locale, { maximumFractionDigits: 2 });
  const short = new Intl.NumberFormat(wording.locale, { notation: "compact", maximumFractionDigits: 1 });
  const names = new Intl.DisplayNames(texts.language, { type: "language", fallback: "code" });
  const number = (value: number) => digits.format(value);
  const date = (written: string) => dateIn(written, wording.locale);
  return {
    ...texts,
    number,
    tick: value => short.format(value),
    amount: amount => amountIn(amount, naming),
    date,
    period: (start, end) => {
      if (start && end)
        return start === end ? date(start) : periodLabelIn(`${date(start)} to ${date(end)}`, naming);
      if (start) return periodLabelIn(`since ${date(start)}`, naming);
      return end ? periodLabelIn(`until ${date(end)}`, naming) : "";
    },
    label: period => periodLabelIn(period, naming),
    unit: unit => unitLabel(unit, SOME, naming).trim(),
    counter: name => counterLabel(name, naming),
    languageName: of => names.of(of) ?? of,
    measure: id => measureLabel(id, naming),
  };
}

function amountIn(
  { value, low = null, high = null, unit = "", qualifier = "" }: Amount,
  naming: Naming,
): string {
  const from = low ?? value;
  const values = {
    ...(value === null ? {} : { value }),
    ...(high !== null && from !== null && from !== high ? { low: from, high } : {}),
    ...(value === null && high === null && low !== null ? { low } : {}),
    unit,
    qualifier: value === null && high === null ? "at-least" : qualifier,
  };
  return wordNumber(values, naming);
}

/** A partial ISO date as a language writes it; anything else is given back as it is. */
function dateIn(written: string, language: string): string {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(written)) return written;
  const [, month, day] = written.split("-");
  const format = new Intl.DateTimeFormat(language, {
    year: "numeric",
    timeZone: "UTC",
    ...(month === undefined ? {} : { month: "long" }),
    ...(day === undefined ? {} : { day: "numeric" }),
  });
  const at = new Date(`${written}${"-01-01".slice(0, 10 - written.length)}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? written : format.format(at);
}
