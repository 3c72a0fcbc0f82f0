import type { IdiomWords } from "../pack/idiom-words.ts";
import { packOf, packs } from "../pack/languages.ts";
import { listOf } from "../pack/lists.ts";
import { inSimplified } from "../tokens/simplified.ts";
import type { Span } from "../types.ts";

/** A group of phrases by which languages say one thing, as the `idioms` of a pack list them. */
export type IdiomName = keyof IdiomWords;

/** Phrases of one meaning, found as whole words and in any case. */
export interface Idiom {
  /** Does one of them stand in the text? */
  test(text: string): boolean;
  /** Where they stand, the longest at each place, none overlapping another. */
  find(text: string): Span[];
  /** One that ends at an offset, or before the white space in front of it. */
  before(text: string, end: number): Span | null;
  /** One that begins at an offset, or behind the white space there. */
  after(text: string, start: number): Span | null;
  /** Those that are one word without an open ending, in lower case. */
  readonly words: ReadonlySet<string>;
}

const made = new Map<IdiomName, Map<string, Idiom>>();

/** The phrases of a name in one language; without one in all, for words whose language is not known. */
export function idiom(name: IdiomName, language = ""): Idiom {
  const known = made.get(name) ?? new Map<string, Idiom>();
  const found = known.get(language);
  if (found) return found;
  made.set(name, known);
  const asked = new Phrases(phrasesOf(name, language));
  known.set(language, asked);
  return asked;
}

const phrasesOf = (name: IdiomName, language: string): readonly string[] =>
  (language === "" ? Object.values(packs) : [packOf(language)]).flatMap(({ idioms }) =>
    listOf(idioms?.[name]).flatMap(spellings),
  );

/** A phrase with and without what stands in brackets. */
function spellings(phrase: string): string[] {
  const [, before = "", part = "", behind = ""] = /^(.*?)\(([^)]*)\)(.*)$/.exec(phrase) ?? [];
  return part === "" ? [phrase] : [before + part + behind, before + behind].flatMap(spellings);
}

/** Letters in lower case of scripts that part words by spaces. Written as ranges: the classes of Unicode take long to compile. */
const LETTER = "a-zµß-öø-ÿ\\u0100-\\u024f\\u0370-\\u052f\\u0620-\\u065f\\u0671-\\u06d3";
const ARABIC = /^[\u0600-\u06ff]/;
const DENSE = /^[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/;
/** Arabic writes "and", "to", "with" and the article together with the word behind them. */
const JOINED = "\u0648?[\u0641\u0628\u0644\u0643]?(?:\u0627\u0644|\u0644)?";

const JOINED_BEFORE = new RegExp(`(?:^|[^${LETTER}])${JOINED}$`);

/** Has an Arabic word nothing but such letters before it, as far back as the last word? */
export const isJoined = (before: string): boolean => JOINED_BEFORE.test(before);

const sourceOf = (phrase: string): string =>
  inSimplified(phrase)
    .toLowerCase()
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll("'", "['’]")
    .replaceAll(" ", "\\s+")
    .replaceAll("*", `[${LETTER}]*`);

/** Alternatives, the longest first, so that of two that begin alike the longer is found. */
const either = (phrases: readonly string[]): string =>
  [...phrases]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(sourceOf)
    .join("|");

/** A phrase that ends in a sign ("l'") may have a letter behind it. */
function patternOf(phrases: readonly string[]): string {
  const dense = phrases.filter(phrase => DENSE.test(phrase));
  const arabic = phrases.filter(phrase => ARABIC.test(phrase));
  const glued = phrases.filter(phrase => phrase.endsWith("'"));
  const others = phrases.filter(
    each => !dense.includes(each) && !arabic.includes(each) && !glued.includes(each),
  );
  const [start, end] = [`(?<![${LETTER}])`, `(?![${LETTER}])`];
  const parts = [
    ...(others.length > 0 ? [`${start}(?:${either(others)})${end}`] : []),
    ...(glued.length > 0 ? [`${start}(?:${either(glued)})`] : []),
    ...(arabic.length > 0 ? [`${start}${JOINED}(?:${either(arabic)})${end}`] : []),
    ...(dense.length > 0 ? [either(dense)] : []),
  ];
  return parts.length > 0 ? parts.join("|") : "(?!)";
}

/** Longer than any phrase with its white space: so much is looked at on one side of an offset. */
const NEAR = 80;

/** The longest piece of a phrase that stands in a text as it is written here, wherever the phrase does. */
function pieceOf(phrase: string): string {
  let longest = "";
  for (const piece of inSimplified(phrase)
    .toLowerCase()
    .split(/[\s*']+/))
    if (piece.length > longest.length) longest = piece;
  return longest;
}

/**
 * Most texts have no phrase of most meanings, and a pattern takes longer to compile than a text to read: none is made before a text has the
 * longest piece of one of the phrases.
 */
class Phrases implements Idiom {
  readonly #phrases: readonly string[];
  readonly #pieces: readonly string[];
  readonly #patterns = new Map<"anywhere" | "all" | "atEnd" | "atStart", RegExp>();
  #words: ReadonlySet<string> | null = null;
  /** The last text that was looked through: a sentence is asked for one phrase by each of its claims. */
  #last = { lower: "", mayStand: false };

  constructor(given: readonly string[]) {
    this.#phrases = [...new Set(given)];
    this.#pieces = [...new Set(this.#phrases.map(pieceOf))];
  }

  test(text: string): boolean {
    const lower = lastLowered(text);
    return this.#mayStandIn(lower) && this.#pattern("anywhere").test(lower);
  }

  find(text: string): Span[] {
    const lower = lastLowered(text);
    if (!this.#mayStandIn(lower)) return [];
    return [...lower.matchAll(this.#pattern("all"))].map(({ index, 0: { length } }) => [
      index,
      index + length,
    ]);
  }

  before(text: string, end: number): Span | null {
    const from = Math.max(0, end - NEAR);
    return this.#spanIn("atEnd", text.slice(from, end), from);
  }

  after(text: string, start: number): Span | null {
    return this.#spanIn("atStart", text.slice(start, start + NEAR), start);
  }

  get words(): ReadonlySet<string> {
    this.#words ??= new Set(
      this.#phrases.filter(phrase => !/[\s*']/.test(phrase)).map(phrase => phrase.toLowerCase()),
    );
    return this.#words;
  }

  #mayStandIn(lower: string): boolean {
    if (this.#last.lower === lower) return this.#last.mayStand;
    const mayStand = this.#hasPieceIn(lower);
    this.#last = { lower, mayStand };
    return mayStand;
  }

  #hasPieceIn(lower: string): boolean {
    for (const piece of this.#pieces) if (lower.includes(piece)) return true;
    return false;
  }

  #spanIn(at: "atEnd" | "atStart", text: string, from: number): Span | null {
    const lower = lowered(text);
    const found = this.#hasPieceIn(lower) ? this.#pattern(at).exec(lower) : null;
    return found && [from + found.index, from + found.index + found[0].length];
  }

  #pattern(at: "anywhere" | "all" | "atEnd" | "atStart"): RegExp {
    const known = this.#patterns.get(at);
    if (known) return known;
    const pattern = patternOf(this.#phrases);
    const made = {
      anywhere: () => new RegExp(pattern),
      all: () => new RegExp(pattern, "g"),
      atEnd: () => new RegExp(`(?:${pattern})(?=\\s*$)`),
      atStart: () => new RegExp(`(?<=^\\s*)(?:${pattern})`),
    }[at]();
    this.#patterns.set(at, made);
    return made;
  }
}

let last = { text: "", lower: "" };

/** A text in lower case, where it is the one that was asked for last as it was then: a sentence is looked through for one phrase after the other. */
function lastLowered(text: string): string {
  if (last.text !== text) last = { text, lower: lowered(text) };
  return last.lower;
}

/**
 * Lower case letter by letter where the whole would change its length (İ), so that offsets hold. Chinese phrases are looked for in simplified
 * characters.
 */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return inSimplified(lower);
  return inSimplified(text).replace(/[^\0-\x7f]/g, letter => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}
