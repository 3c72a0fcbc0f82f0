import type { Codebook } from "../../codebook/types.ts";
import { OWN_COUNT } from "../rule/types.ts";
import type { Reason } from "../types.ts";
import { ar } from "./ar.ts";
import { formFor } from "./classes.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import {
  countedLabel,
  counterLabel,
  measureLabel,
  type Naming,
  periodLabelIn,
  primaryOf,
  quoted,
  scopeLabel,
  unitLabel,
} from "./labels.ts";
import { pt } from "./pt.ts";
import { ru } from "./ru.ts";
import type { Wording } from "./types.ts";
import { zh } from "./zh.ts";

/** Languages that findings and pages are worded in. A new one is one file beside `en.ts`, named here. */
const WORDINGS: Readonly<Record<string, Wording>> = { en, zh, es, fr, pt, ru, ar };

export const languages: readonly string[] = Object.keys(WORDINGS);

/** The words of a language; English where there are none. */
export const wordingOf = (language: string): Wording => WORDINGS[primaryOf(language)] ?? en;

type Values = Readonly<Record<string, string | number>>;

/** A reason as a sentence, with its numbers, in a language; units, measures and scopes as the codebook names them in it. */
export function wordReason(
  { code, values }: { code: string; values: Values },
  language: string,
  codebook: Codebook | null = null,
): Reason {
  const wording = wordingOf(language);
  const template = wording.reasons[code] ?? en.reasons[code] ?? code;
  return { code, text: sentence(template, { naming: { language, wording, codebook }, values }) };
}

interface Context {
  readonly naming: Naming;
  readonly values: Values;
}

function sentence(template: string, context: Context): string {
  // A record without a source that is not the document names none.
  const whole =
    context.values["counter"] === "" ? template.replace(/ ?[(（][^()（）]*\{counter\}[)）]/, "") : template;
  const filled = filledWith(whole, name => slot(name, context));
  return capital(filled, context.naming.wording.locale);
}

/** Most sentences begin with a capital, or with a number. */
function capital(sentence: string, locale: string): string {
  if (/^[A-Z\d"]/.test(sentence)) return sentence;
  const [first = ""] = /^./su.exec(sentence) ?? [];
  return first.toLocaleUpperCase(locale) + sentence.slice(first.length);
}

/** Slots that hold words of the text or of the book, which are not translated. */
const WORDS_OF_OTHERS = new Set(["label", "condition", "population", "attribution"]);

/** Slots that hold the id of a measure, or a unit where there is none. */
const MEASURES = new Set(["measure", "first", "second"]);

function slot(name: string, { naming, values }: Context): string {
  const { wording } = naming;
  const value = values[name];
  if (name === "evidence" || name === "claim") return wordNumber(values, naming);
  if (name === "counter")
    return values["counter"] === OWN_COUNT
      ? wording.ownCount
      : counterLabel(String(values["counter"] || wording.unknownCounter), naming);
  if (name === "off") return wordOff(values, wording);
  if (name === "counted") return wording.trends[String(value)] ?? countedLabel(String(value ?? ""), naming);
  if (name === "period") return periodLabelIn(String(value ?? ""), naming);
  if (name === "status") return wording.statuses[String(value ?? "")] ?? quoted(String(value ?? ""), naming);
  if (WORDS_OF_OTHERS.has(name)) return quoted(String(value ?? ""), naming);
  if (MEASURES.has(name) && typeof value === "string") return measureLabel(value, naming);
  return typeof value === "number" && name !== "fx"
    ? formatNumber(value, wording.locale)
    : String(value ?? "");
}

/** "at least 138 countries (of ...; 2000 to 2025)". */
export function wordNumber(values: Values, naming: Naming): string {
  const { wording } = naming;
  const number = (value: string | number | undefined) => formatNumber(Number(value), wording.locale);
  const ranged = values["low"] !== undefined && values["high"] !== undefined;
  const bare = ranged
    ? fill(wording.range, { low: number(values["low"]), high: number(values["high"]) })
    : fill(wording.qualifiers[String(values["qualifier"])] ?? "{n}", {
        n: number(values["value"] ?? values["low"] ?? values["high"]),
      });
  const size = Number(values["high"] ?? values["value"] ?? values["low"] ?? 0);
  return withUnit(bare, { unit: String(values["unit"] ?? ""), size, naming }) + contextOf(values, naming);
}

function withUnit(n: string, { unit, size, naming }: { unit: string; size: number; naming: Naming }): string {
  if (unit === "percent") return fill(naming.wording.percent, { n });
  return unit === "" || unit === "share" ? n : n + unitLabel(unit, size, naming);
}

function contextOf(values: Values, naming: Naming): string {
  const { wording } = naming;
  const parts = [
    scopeLabel(String(values["scope"] ?? ""), naming),
    periodLabelIn(String(values["period"] ?? ""), naming),
  ].filter(part => part !== "");
  return parts.length > 0 ? fill(wording.inContext, { context: parts.join(wording.joiner) }) : "";
}

/** ", 1.3% above" for a counted number above the claimed one. */
function wordOff(values: Values, wording: Wording): string {
  const [off, value] = [values["off"], values["value"]];
  if (typeof off !== "number" || typeof value !== "number" || off === 0) return "";
  const share = values["unit"] === "percent";
  const base = value - off;
  const size = share ? Math.abs(off) : Math.abs((off / base) * 100);
  if (!Number.isFinite(size)) return "";
  const n = formatNumber(Number(size.toPrecision(2)), wording.locale);
  const amount = fill(share ? wording.points : wording.percent, { n });
  return fill(off > 0 ? wording.above : wording.below, { amount });
}

/** A line of a batch or of a look at kept articles, in a language. */
export function wordBatch(
  name: string,
  language: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const wording = wordingOf(language);
  const shown = Object.entries(values).map(
    ([key, value]) => [key, typeof value === "number" ? formatNumber(value, wording.locale) : value] as const,
  );
  const n = Number(values["n"] ?? 0);
  return fill(
    formFor(n, (wording.batch[name] ?? name).split("|"), wording.locale) ?? "",
    Object.fromEntries(shown),
  );
}

/** "1 claim", "12 articles". */
export const wordCount = (n: number, noun: "claim" | "article", language: string): string =>
  wordBatch(`count-${noun}${n === 1 ? "" : "s"}`, language, { n });

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  filledWith(template, name => values[name] ?? "");

/** A template with what a function gives for each name in braces. */
function filledWith(template: string, slotOf: (name: string) => string): string {
  let filled = "";
  let isName = false;
  for (const part of partsOf(template)) {
    filled += isName ? slotOf(part) : part;
    isName = !isName;
  }
  return filled;
}

/** Words and names of a template by turns. Templates are those of the wordings, and filled again and again. */
function partsOf(template: string): readonly string[] {
  const known = PARTS.get(template);
  if (known) return known;
  const parts = template.split(/\{(\w+)\}/);
  PARTS.set(template, parts);
  return parts;
}
const PARTS = new Map<string, readonly string[]>();

/** Digits as the language groups them; the same bytes on every machine for the languages we ship. */
export function formatNumber(value: number, locale: string): string {
  if (Number.isInteger(value) && value > 0 && value < 1000 && GROUPED.includes(locale)) return String(value);
  const digits = Math.abs(value) > 1 ? 1 : 3;
  const plain = GROUPED.includes(locale) ? grouped(value, digits) : null;
  if (plain !== null) return plain;
  const key = `${locale}:${digits}`;
  const format = FORMATS.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  FORMATS.set(key, format);
  return format.format(value);
}

/** Making a format costs more than using it a thousand times. */
const FORMATS = new Map<string, Intl.NumberFormat>();

/** Languages that group digits in threes by commas. */
const GROUPED: readonly string[] = ["en", "zh"];

/** A number that has no more digits behind its point than are shown, so that nothing is to be rounded; null for others. */
function grouped(value: number, digits: number): string | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(Object.is(value, -0) ? "-0" : String(value));
  if (!match || (match[3]?.length ?? 0) > digits) return null;
  const [, sign = "", whole = "", rest] = match;
  const threes = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",");
  return `${sign}${threes}${rest === undefined ? "" : `.${rest}`}`;
}
