import { compiledPack } from "../pack/languages.ts";
import { listOf } from "../pack/lists.ts";
import type { Pack } from "../pack/pack.ts";
import { isDenseUnit, isDigitUnit, isWordUnit } from "../tokens/characters.ts";
import { foldWord } from "../tokens/keys.ts";

/** What a full stop behind an abbreviation can be; one abbreviation may be several ("г." after a year, and before a town). */
const TITLE = 1;
const LABEL = 2;
const TAIL = 4;
const PLAIN = 8;
/** An abbreviation only with a capital ("Sun.", against "in the sun."). */
const CAPITAL = 16;

const MARKS: Readonly<Record<string, number>> = { "!": TITLE, "#": LABEL, "^": TAIL };

/** Abbreviations and sentence openers of a language. */
interface Stops {
  readonly kinds: ReadonlyMap<string, number>;
  readonly openers: ReadonlySet<string>;
  /** Whether its words are written in Latin letters; in other scripts Latin words are taken for English. */
  readonly latin: boolean;
  readonly ordinals: boolean;
}

const cache = new Map<string, Stops>();

function kindsOf(list: string): Map<string, number> {
  const kinds = new Map<string, number>();
  for (const item of listOf(list)) {
    const mark = MARKS[item.at(-1)!] ?? 0;
    const word = mark ? item.slice(0, -1) : item;
    const key = word.toLowerCase();
    const capital = word !== key ? CAPITAL : 0;
    kinds.set(key, (kinds.get(key) ?? 0) | (mark || PLAIN) | capital);
  }
  return kinds;
}

/** Words that begin a sentence: the small words of a language, names of days and months left out. */
function openersOf(pack: Pack, stop: ReadonlySet<string>): Set<string> {
  const openers = new Set([...stop, ...listOf(pack.openers).map(foldWord)]);
  for (const names of [...pack.dates.months, ...pack.dates.weekdays])
    for (const name of listOf(names)) openers.delete(foldWord(name));
  return openers;
}

function stopsOf(language: string): Stops {
  const { pack, stop } = compiledPack(language);
  const known = cache.get(pack.language);
  if (known) return known;
  const made: Stops = {
    kinds: kindsOf(pack.abbreviations),
    openers: openersOf(pack, stop),
    latin: !/^(?:zh|ja|ko|ru|ar|hi)$/.test(pack.language),
    ordinals: pack.ordinalStops === true,
  };
  cache.set(pack.language, made);
  return made;
}

const MAX_WORD = 24;

/** The word with inner stops that ends before `at`: "U.S", "p.m", "Inc". */
function wordBefore(text: string, at: number, floor: number): string {
  let i = at;
  while (i > floor && at - i < MAX_WORD) {
    const code = text.charCodeAt(i - 1);
    const inner = code === 46 && i < at && i - 1 > floor && isWordUnit(text.charCodeAt(i - 2));
    if (isWordUnit(code) || isDigitUnit(code) || inner) i--;
    else break;
  }
  return text.slice(i, at);
}

/** The word that a sentence would go on or begin with. */
export interface Next {
  readonly at: number;
  readonly word: string;
  readonly lower: boolean;
  readonly digit: boolean;
}

const OPENERS = new Set([
  ...['"', "'", "“", "‘", "«", "(", "[", "「", "『", "¿", "¡", "—", "–", "-", "‹", "„", "*", "_"],
]);
const SPACE = /\s/;

export function nextWord(text: string, from: number, to: number): Next {
  let i = from;
  while (i < to && (SPACE.test(text[i]!) || OPENERS.has(text[i]!))) i++;
  let end = i;
  while (end < to && end - i < MAX_WORD && isWordUnit(text.charCodeAt(end))) end++;
  const word = text.slice(i, end);
  const first = word[0] ?? "";
  return {
    at: i,
    word,
    lower: first !== "" && first !== first.toUpperCase(),
    digit: i < to && isDigitUnit(text.charCodeAt(i)),
  };
}

/** Initials joined by stops: "W.M", "Ph.D", "و.م.أ". One letter of each part is a capital, or the script has none. */
const INNER = /^(?:\p{L}{1,3}\.)+\p{L}{1,3}$/u;
const LETTER = /^\p{L}$/u;
const NUMBER = /^\p{Nd}{1,2}$/u;
const NUMERAL = /^(?:\p{Nd}{1,3}|[IVX]{1,4})$/u;
/** Small words that names hold ("J. Le Roux"), so that behind an initial they open nothing. */
const PARTICLE =
  /^(?:le|la|les|el|los|las|de|del|des|du|di|da|do|dos|das|al|van|von|den|der|ten|ter|bin|ibn|abu|ben|y|e|o|i)$/;
/** Endings of firms and titles that any language writes in English. */
const INTERNATIONAL = /^(?:Co|Ltd|Inc|Corp|Mr|Mrs|Ms|Dr|Prof|Jr|St|vs|No)$/;

/** One stop of a text, with what stands on both sides of it. */
interface Stop {
  readonly text: string;
  readonly at: number;
  readonly word: string;
  readonly next: Next;
  /** Where the sentence began, or can have begun. */
  readonly start: number;
  readonly floor: number;
}

const isInitial = ({ text, next }: Stop): boolean => next.word.length === 1 && text[next.at + 1] === ".";

/** Whether the next word is one that begins sentences, and no initial. */
function opens(stop: Stop, { openers }: Stops): boolean {
  const { next } = stop;
  return !isInitial(stop) && next.word !== "" && openers.has(foldWord(next.word));
}

const WORDS_OF_LEAD = 3;

/** Whether only a few words stand before: "In 2019 г. Путин", "At 5 p.m. Police" tell a time and go on. */
function isLead({ text, at, start }: Stop): boolean {
  return (
    text
      .slice(start, at)
      .trim()
      .split(/\s+/, WORDS_OF_LEAD + 1).length <= WORDS_OF_LEAD
  );
}

/** Behind units and times of day any capital begins a sentence, but a zone of time, a country in capitals or a day. */
function tailEnds(stop: Stop, stops: Stops, language: string): boolean {
  const { next, text } = stop;
  if (opens(stop, stops)) return true;
  if (next.word.length < 2 || next.word === next.word.toUpperCase() || isLead(stop)) return false;
  if (/^\s+(?:time|Time|Standard)\b/.test(text.slice(next.at + next.word.length, next.at + MAX_WORD * 2)))
    return false;
  const { dates } = compiledPack(language).pack;
  const key = foldWord(next.word);
  return ![...dates.months, ...dates.weekdays].some(names =>
    listOf(names).some(name => foldWord(name) === key),
  );
}

function isAfterNumber({ text, at, word }: Stop): boolean {
  const before = at - word.length - 1;
  return (
    isDigitUnit(text.charCodeAt(before)) ||
    (SPACE.test(text[before] ?? "x") && /\p{Nd}/u.test(text[before - 1] ?? ""))
  );
}

/** What an abbreviation is at this place; 0 if it is a word like any other. */
function kindOf(stop: Stop, stops: Stops): number {
  const { word } = stop;
  const foreign = !stops.latin && /^[A-Za-z.]+$/.test(word);
  const kind = (foreign ? stopsOf("en") : stops).kinds.get(word.toLowerCase()) ?? 0;
  if (kind & CAPITAL && word[0] === word[0]!.toLowerCase() && !foreign) return 0;
  if (kind) return kind;
  if (INTERNATIONAL.test(word)) return PLAIN;
  return word.includes(".") &&
    INNER.test(word) &&
    (word !== word.toLowerCase() || word === word.toUpperCase())
    ? PLAIN
    : 0;
}

/** "am 3. Mai", and "1." at the head of a line. */
function isCount(stop: Stop, stops: Stops): boolean {
  const { word, next, at, text, start } = stop;
  if (NUMERAL.test(word) && text.slice(start, at).trim() === word) return true;
  return NUMBER.test(word) && (stops.ordinals ? !opens(stop, stops) : next.digit);
}

/**
 * Whether a full stop ends a sentence, from the words on both its sides. Titles never do, labels only before no number, units
 * and times before any capital, other abbreviations and initials before a word that begins sentences.
 */
export function stopEnds(
  text: string,
  at: number,
  next: Next,
  { start, floor, language }: { start: number; floor: number; language: string },
): boolean {
  if (next.lower) return false;
  const stops = stopsOf(language);
  const stop: Stop = { text, at, word: wordBefore(text, at, floor), next, start, floor };
  if (stop.word === "") return true;
  const initial = LETTER.test(stop.word) && stop.word !== stop.word.toLowerCase();
  const kind = kindOf(stop, stops) & (initial ? TITLE : ~0);
  const joined = isDenseUnit(text.charCodeAt(next.at));
  if (kind & TAIL && (!(kind & (TITLE | LABEL)) || isAfterNumber(stop)))
    return !next.digit && (joined ? false : tailEnds(stop, stops, language));
  if (kind & TITLE) return false;
  if (kind & LABEL) return !(next.digit || NUMERAL.test(next.word));
  if (kind & PLAIN) return !next.digit && opens(stop, stops);
  if (isCount(stop, stops) || (LETTER.test(stop.word) && isInitial(stop))) return false;
  return !initial || (opens(stop, stops) && !PARTICLE.test(foldWord(next.word)));
}
