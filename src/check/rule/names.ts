import { stemArabic, stemRussian } from "../../read/frames/stem.ts";
import { idiom, inSimplified } from "../../text/index.ts";

const FILLERS = new Set([
  "the",
  "a",
  "an",
  "one",
  "of",
  "some",
  "several",
  "many",
  "new",
  "recent",
  "its",
  "their",
]);

/** A name as it is compared with others. */
interface Name {
  readonly words: readonly string[];
  /** Without what the case of a word or a joined preposition adds. */
  readonly forms: readonly string[];
  readonly plain: string;
  readonly isHan: boolean;
}

/** The same names are compared again and again; this many are remembered. */
const REMEMBERED = 20_000;
const NAMES = new Map<string, Name>();

function read(name: string): Name {
  const known = NAMES.get(name);
  if (known) return known;
  if (NAMES.size >= REMEMBERED) NAMES.clear();
  const words = splitName(name);
  const made = {
    words,
    forms: BEYOND_LATIN.test(name) ? words.map(formOf) : words,
    plain: words.join(" "),
    isHan: HAN.test(name),
  };
  NAMES.set(name, made);
  return made;
}

/** The words of a name, lower case, without articles and marks. */
export const wordsOf = (name: string): readonly string[] => read(name).words;

/** The same in a row. */
export const plainName = (name: string): string => read(name).plain;

/** Words of a name without what its case or a joined preposition adds ("Фонда", "لمركز"). */
export const formsOf = (name: string): readonly string[] => read(name).forms;

export const isInHan = (name: string): boolean => read(name).isHan;

const HAN = /\p{Script=Han}/u;
const BEYOND_LATIN = /[\u0400-\u06ff]/;

function splitName(name: string): string[] {
  const words: string[] = [];
  for (const word of name
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [])
    if (!FILLERS.has(word)) words.push(word);
  return words;
}

/** Words that name nobody: "research shows", "experts say". Nobody can be wrongly credited by them. */
export const isUnnamed = (name: string): boolean => {
  const unnamed = idiom("unnamed").words;
  return wordsOf(name).every(word => unnamed.has(word));
};

/**
 * Do two names name one body? The same words, all words of the one among those of the other ("Carnegie", "Carnegie Endowment"), or the
 * initials of the one ("CSIS").
 */
export function isSameName(a: string, b: string): boolean {
  const first = read(a);
  const second = read(b);
  if (first.isHan && second.isHan) return isSameHan(inSimplified(a), inSimplified(b));
  const isFirst = first.forms.length <= second.forms.length;
  const short = isFirst ? first.forms : second.forms;
  const long = isFirst ? second.forms : first.forms;
  return short.length > 0 && (areAmong(short, long) || isInitialsOf(short, long));
}

function areAmong(some: readonly string[], all: readonly string[]): boolean {
  for (const word of some) if (!all.includes(word)) return false;
  return true;
}

function formOf(word: string): string {
  if (/^[\u0400-\u052f]/.test(word)) return stemRussian(word);
  return /^[\u0600-\u06ff]/.test(word) ? stemArabic(word).replace(/^[\u0628\u0644](?=.{3})/, "") : word;
}

const isSameHan = (a: string, b: string): boolean => a === b || isPartOf(a, b);

/** Shorter initials are shared by many. */
const LEAST_INITIALS = 3;

/** One word that is made of the first letters of a longer name, small words left out. */
function isInitialsOf(short: readonly string[], long: readonly string[]): boolean {
  const letters = short[0]!;
  if (short.length > 1 || letters.length < LEAST_INITIALS || long.length < letters.length) return false;
  return initialsOfWords(long).includes(letters);
}

/** First letters of the words of a name: of all, and of all but the small ones. */
export function initialsOfWords(words: readonly string[]): [all: string, large: string] {
  const small = idiom("nameJoiner").words;
  let [all, large] = ["", ""];
  for (const word of words) {
    all += word[0];
    if (!small.has(word)) large += word[0];
  }
  return [all, large];
}

/** Shorter names of Chinese characters stand in others by chance. */
const LEAST_HAN = 3;

/** Chinese has no spaces: the shorter of two names stands in the longer ("自由之家" in "自由之家统计"). */
function isPartOf(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length >= LEAST_HAN && long.includes(short);
}

/** A scope as text writes it: "cameras", or "security equipment incl. cameras" for a whole with a part. */
interface Scope {
  readonly whole: string;
  readonly parts: readonly string[];
}

function readScope(text: string): Scope {
  const [whole = "", parts = ""] = text.split(/(?:\s*,)?\s*\b(?:incl\.|including|incl)\s+/i);
  return {
    whole: plainName(whole),
    parts: parts === "" ? [] : parts.split(/\s*(?:,|;|\band\b)\s*/i).map(plainName),
  };
}

export type ScopeRelation = "same" | "broader" | "other";

/** How the scope of evidence relates to the scope of a claim. An unnamed scope is taken to be the claim's. */
export function compareScopes(evidence: string, claim: string): ScopeRelation {
  const [first, second] = [plainName(evidence), plainName(claim)];
  if (first === "" || second === "" || first === second) return "same";
  const [given, wanted] = [readScope(evidence), readScope(claim)];
  if (given.parts.includes(wanted.whole)) return "broader";
  // "X incl. Y" names X and says what is in it.
  return given.whole === wanted.whole ? "same" : "other";
}
