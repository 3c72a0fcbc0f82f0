import { WORD } from "../tokens/token.ts";
import { tokenize } from "../tokens/tokenize.ts";
import { lazyDetector } from "./detector.ts";
import { FIELD_WORDS, SMALL_WORDS } from "./words.ts";

/** Enough for a sure answer; more text only costs time. */
const SAMPLE = 400;

/** Small words by which a language is taken for sure, and words of the field that are a better guess than the model's. */
const SURE = 3;
const LIKELY = 1;

/** How much the best language has to have beside the second. */
const LEAD = 1.6;

type Lists = Readonly<Record<string, string>>;
type Table = ReadonlyMap<string, readonly string[]>;

/** The languages of each word; made at first need. */
function lazyTable(...lists: readonly Lists[]): () => Table {
  let table: Map<string, string[]> | undefined;
  return () => {
    if (table) return table;
    table = new Map();
    for (const [language, list] of lists.flatMap(l => Object.entries(l)))
      for (const word of new Set(list.split(" "))) table.set(word, [...(table.get(word) ?? []), language]);
    return table;
  };
}

const smallWords = lazyTable(SMALL_WORDS);
const fieldWords = lazyTable(FIELD_WORDS);

/**
 * The language whose words stand out in a text; "" when none does. A word of several languages counts for each by its part. One with a
 * capital inside a sentence may be of a name, which stays as it is in any language ("Safe City"); where all have one it tells nothing.
 */
function byWords(text: string, table: Table, least: number): string {
  const counts = new Map<string, number>();
  const tokens = tokenize(text);
  const isTitle = tokens.every(({ kind, caps }) => kind !== WORD || caps > 0);
  for (const [at, token] of tokens.entries()) {
    const languages = token.kind === WORD ? table.get(token.key) : undefined;
    if (languages && (token.caps === 0 || at === 0 || isTitle))
      for (const language of languages)
        counts.set(language, (counts.get(language) ?? 0) + 1 / languages.length);
  }
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < least) return "";
  return best[1] >= LEAD * (second?.[1] ?? 0) ? best[0] : "";
}

interface Scripts {
  /** Latin letters of words with a capital: names stay as they are in a text of any script, and do not count. */
  names: number;
  han: number;
  kana: number;
  hangul: number;
  latin: number;
  cyrillic: number;
  arabic: number;
  devanagari: number;
  other: number;
}

function countScripts(text: string): Scripts {
  const s: Scripts = {
    names: 0,
    han: 0,
    kana: 0,
    hangul: 0,
    latin: 0,
    cyrillic: 0,
    arabic: 0,
    devanagari: 0,
    other: 0,
  };
  let isName: boolean | null = null;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x41) {
      // A figure or a stroke inside a name does not end it ("F-16s").
      if (code <= 0x20) isName = null;
      continue;
    }
    if (code < 0x250) {
      if (((code | 32) >= 97 && (code | 32) <= 122) || code >= 0xc0) {
        isName ??= code <= 0x5a || (code >= 0xc0 && code <= 0xde);
        if (isName) s.names++;
        else s.latin++;
      }
      continue;
    }
    isName = null;
    if (code >= 0x400 && code < 0x530) s.cyrillic++;
    else if (code >= 0x600 && code < 0x700) s.arabic++;
    else if (code >= 0x900 && code < 0x980) s.devanagari++;
    else if (code >= 0x4e00 && code <= 0x9fff) s.han++;
    else if (code >= 0x3040 && code <= 0x30ff) s.kana++;
    else if (code >= 0xac00 && code <= 0xd7a3) s.hangul++;
    else if (code >= 0x370 && code < 0x2000) s.other++;
  }
  return s;
}

/** A language that its script settles, "?" for one that needs a closer look, "" where there are no letters. */
function byScript(text: string): string {
  const s = countScripts(text);
  const all = Object.values(s).reduce((a, b) => a + b, 0);
  if (all === 0) return "";
  const letters = all - s.names;
  if (s.kana > 0 && s.kana * 8 >= s.han && (s.kana + s.han) * 3 > letters) return "ja";
  if (s.hangul * 2 > letters) return "ko";
  if (s.han > 0 && s.han * 3 >= letters) return "zh";
  if (s.arabic * 2 > letters) return /[پچژگکیےٹ]/.test(text) ? "?" : "ar";
  if (s.cyrillic * 2 > letters)
    return /[ыэ]/i.test(text) && !/[іїєўґђћџљњјѓќңғүұқөһәӣӯҷҳ]/i.test(text) ? "ru" : "?";
  return "?";
}

/**
 * ISO 639-1 code of the language a text (best a paragraph) is written in; "en" where nothing tells. Script and small words
 * settle nearly all text, words of the field a headline; what they leave open goes to the small model of eld.
 */
export function identifyLanguage(text: string): string {
  const sample = sampleOf(text);
  return surely(sample) ?? (byWords(sample, fieldWords(), LIKELY) || lazyDetector()?.(sample) || "en");
}

/** The same where script or small words settle it; empty where only the model could guess, which of a sentence full of names it does badly. */
export const identifySurely = (text: string): string => surely(sampleOf(text)) ?? "";

const sampleOf = (text: string): string => (text.length > SAMPLE ? text.slice(0, SAMPLE) : text);

function surely(sample: string): string | null {
  const script = byScript(sample);
  if (script !== "?") return script || "en";
  return byWords(sample, smallWords(), SURE) || null;
}
