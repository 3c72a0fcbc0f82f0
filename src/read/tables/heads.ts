import { idiom, readQuantities } from "../../text/index.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import { nounKey } from "../nouns.ts";
import type { Known } from "./cells.ts";

/** A field of a kind of the codebook that a column holds. */
export interface ColumnField {
  readonly kind: string;
  readonly field: string;
}

/** Groups of the codebook's phrases that hold heads of columns: `column-<kind>.<field>`. */
const GROUP = "column-";

const made = new WeakMap<Lexicon, Map<LanguageLexicon, ReadonlyMap<string, readonly ColumnField[]>>>();

function columnsOf(lexicon: Lexicon, language: LanguageLexicon): ReadonlyMap<string, readonly ColumnField[]> {
  const of = made.get(lexicon) ?? new Map();
  made.set(lexicon, of);
  const known = of.get(language);
  if (known) return known;
  const found = new Map<string, ColumnField[]>();
  for (const [group, names] of Object.entries(lexicon.codebook.phrases)) {
    if (!group.startsWith(GROUP)) continue;
    const [kind = "", field = ""] = group.slice(GROUP.length).split(".");
    for (const name of names[language.frames.language] ?? []) {
      const key = nounKey(name, language.stem);
      found.set(key, [...(found.get(key) ?? []), { kind, field }]);
    }
  }
  of.set(language, found);
  return found;
}

/** A head taken apart: what it names, what stands in brackets ("Cameras (thousands)"), and the fields that it may be the name of. */
export interface HeadWords {
  readonly what: string;
  readonly unit: string;
  readonly fields: readonly ColumnField[];
}

const BRACKETS = /^(?<what>.*?)\s*[(（[](?<unit>[^()（）[\]]{1,40})[)）\]]$/su;

/** "Number of cameras", "摄像头数量": the cameras are what is counted. */
function withoutCount(what: string, language: string): string {
  const counts = idiom("countHead", language);
  const [, to = 0] = counts.after(what, 0) ?? [];
  const [from = what.length] = counts.before(what, what.length) ?? [];
  const rest = what.slice(to, Math.max(to, from)).trim();
  return rest === "" ? what : rest;
}

/** Words with what stands in brackets behind them, where that is a unit or a scale. */
export function withUnit(words: string, known: Known): { readonly what: string; readonly unit: string } {
  const { what = "", unit = "" } = BRACKETS.exec(words)?.groups ?? {};
  return what !== "" && isUnit(unit, known) ? { what, unit } : { what: words, unit: "" };
}

/** Any of its words changes what a number before it is. */
function isUnit(words: string, known: Known): boolean {
  const { language, published } = known.document;
  return words.split(/\s+/).some(word => {
    if (!/[%\p{L}\p{Sc}]/u.test(word)) return false;
    const [found, ...more] = [`1 ${word}`, `${word} 1`].flatMap(text =>
      readQuantities(text, { language, date: published }).filter(
        ({ value, unit }) => value !== 1 || /^(?:percent|[A-Z]{3})$/.test(unit),
      ),
    );
    return found !== undefined || more.length > 0;
  });
}

/** Years say when; another number in words over a column makes its numbers something else ("per 100,000 people"). */
export const isOfRate = (words: string): boolean =>
  /\p{Nd}/u.test(words.replace(/(?<!\p{Nd})(?:19|20)\d\d(?!\p{Nd})/gu, ""));

export function headWords(words: string, known: Known): HeadWords {
  const { lexicon, language } = known;
  const { what, unit } = withUnit(words, known);
  return {
    what: withoutCount(what, language.frames.language),
    unit,
    fields: columnsOf(lexicon, language).get(nounKey(what, language.stem)) ?? [],
  };
}

/** Ways to write a number with what a head says of its unit: "4.3" under "US$ million" is "US$ 4.3 million". */
function spellings(number: string, unit: string): string[] {
  const tokens = unit.split(/\s+/);
  const [first = "", second = ""] = tokens.slice(-2);
  const pair = tokens.length > 1 ? [`${first} ${number} ${second}`, `${second} ${number} ${first}`] : [];
  return [`${number} ${unit}`, `${number}${unit}`, `${unit} ${number}`, ...pair];
}

/** A number in the unit of its head, in words that read as one number; null where they do not. */
export function inUnit(number: string, unit: string, known: Known): string | null {
  const { language, published } = known.document;
  const read = (text: string) => readQuantities(text, { language, date: published });
  if (unit === "" || /[%\p{Sc}\p{L}]/u.test(number)) return number;
  const [bare] = read(number);
  const isRead = (text: string): boolean => {
    const [found, ...more] = read(text);
    if (!found || !bare || more.length > 0 || found.span[0] > 0 || found.span[1] < text.length) return false;
    return (
      /^(?:percent|[A-Z]{3})$/.test(found.unit) ||
      (found.unit === "" && found.value !== bare.value) ||
      known.language.nouns.unitsOf(found.unit).length > 0
    );
  };
  return spellings(number, unit).find(isRead) ?? null;
}
