import { OWN_COUNT } from "../rule/types.ts";
import type { Reason } from "../types.ts";
import { en } from "./en.ts";
import type { Wording } from "./types.ts";
import { zh } from "./zh.ts";

/** Languages that findings are explained in. A new one is one file beside `en.ts`. */
const WORDINGS: Readonly<Record<string, Wording>> = { en, zh };

export const languages: readonly string[] = Object.keys(WORDINGS);

/** The words of a language; English where there are none. */
export const wordingOf = (language: string): Wording => WORDINGS[language.split("-")[0] ?? "en"] ?? en;

type Values = Readonly<Record<string, string | number>>;

/** A reason as a sentence, with its numbers, in a language. */
export function wordReason({ code, values }: { code: string; values: Values }, language: string): Reason {
  const wording = wordingOf(language);
  const template = wording.reasons[code] ?? en.reasons[code] ?? code;
  return { code, text: sentence(template, { wording, values }) };
}

interface Context {
  readonly wording: Wording;
  readonly values: Values;
}

function sentence(template: string, context: Context): string {
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => slot(name, context));
  const [first = "", ...rest] = filled;
  return first.toLocaleUpperCase(context.wording.locale) + rest.join("");
}

function slot(name: string, { wording, values }: Context): string {
  if (name === "evidence" || name === "claim") return wordNumber(values, wording);
  if (name === "counter")
    return values["counter"] === OWN_COUNT
      ? wording.ownCount
      : String(values["counter"] || wording.unknownCounter);
  if (name === "off") return wordOff(values, wording);
  return String(values[name] ?? "");
}

/** "at least 138 countries of ... (2000 to 2025)". */
export function wordNumber(values: Values, wording: Wording): string {
  const number = (value: string | number | undefined) => formatNumber(Number(value), wording.locale);
  const ranged = values["low"] !== undefined && values["high"] !== undefined;
  const bare = ranged
    ? fill(wording.range, { low: number(values["low"]), high: number(values["high"]) })
    : fill(wording.qualifiers[String(values["qualifier"])] ?? "{n}", {
        n: number(values["value"] ?? values["low"] ?? values["high"]),
      });
  const size = Number(values["high"] ?? values["value"] ?? values["low"] ?? 0);
  return withUnit(bare, { unit: String(values["unit"] ?? ""), size, wording }) + contextOf(values, wording);
}

function withUnit(
  n: string,
  { unit, size, wording }: { unit: string; size: number; wording: Wording },
): string {
  if (unit === "") return n;
  if (unit === "percent") return fill(wording.percent, { n });
  if (unit === "share") return n;
  const noun = /^[A-Z]{3}$/.test(unit) ? unit : (wording.plural?.(unit, size) ?? unit);
  return fill(wording.counted, { n, unit: noun });
}

function contextOf(values: Values, wording: Wording): string {
  const parts = [values["scope"], values["period"]]
    .map(part => String(part ?? ""))
    .filter(part => part !== "");
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

const fill = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");

/** Digits as the language groups them; the same bytes on every machine for the languages we ship. */
export function formatNumber(value: number, locale: string): string {
  const digits = Math.abs(value) > 1 ? 1 : 3;
  const key = `${locale}:${digits}`;
  const format = FORMATS.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  FORMATS.set(key, format);
  return format.format(value);
}

/** Making a format costs more than using it a thousand times. */
const FORMATS = new Map<string, Intl.NumberFormat>();
