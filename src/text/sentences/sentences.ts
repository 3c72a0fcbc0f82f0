import { isDenseUnit } from "../tokens/characters.ts";
import type { Span } from "../types.ts";
import { nextWord, stopEnds } from "./stops.ts";
import { cutEnds } from "./wrapped.ts";

const SPACE = /\s/;
const CLOSERS = new Set(['"', "'", "”", "’", "»", "）", ")", "]", "」", "』", "】", "›"]);
const FULL = new Set(["。", "！", "？", "｡"]);
const WESTERN = new Set([".", "!", "?", "…", "؟", "۔", "।"]);

function trimmed(text: string, from: number, to: number): Span | null {
  let [a, b] = [from, to];
  while (a < b && SPACE.test(text[a]!)) a++;
  while (b > a && SPACE.test(text[b - 1]!)) b--;
  return a < b ? [a, b] : null;
}

/**
 * Paragraphs, trimmed. An empty line always ends one; the end of a line does, unless the text was cut there at a fixed width.
 */
export function splitParagraphs(text: string): readonly Span[] {
  if (lastCut?.text === text) return lastCut.paragraphs;
  const paragraphs = paragraphsIn(text);
  if (text.length <= KEPT) lastCut = { text, paragraphs };
  return paragraphs;
}

/** Those of the last text, which is cut into sentences right after. */
let lastCut: { readonly text: string; readonly paragraphs: readonly Span[] } | null = null;

const END_OF_LINE = /[\n\u2029]/g;

function paragraphsIn(text: string): Span[] {
  const cuts = cutEnds(text);
  const out: Span[] = [];
  let start = 0;
  for (const { index } of text.matchAll(END_OF_LINE)) {
    if (cuts.has(index)) continue;
    const span = trimmed(text, start, index);
    if (span) out.push(span);
    start = index + 1;
  }
  const span = trimmed(text, start, text.length);
  if (span) out.push(span);
  return out;
}

interface Place {
  readonly start: number;
  readonly floor: number;
  readonly language: string;
}

function isBoundary(text: string, at: number, end: number, to: number, place: Place): boolean {
  if (end >= to) return true;
  const ch = text[at]!;
  const spaced = SPACE.test(text[end]!);
  if (!spaced && !isDenseUnit(text.charCodeAt(end))) return false;
  const next = nextWord(text, end, to);
  if (ch === ".") return stopEnds(text, at, next, place);
  return !next.lower;
}

function endOfMarks(text: string, at: number, to: number): number {
  let i = at;
  while (i < to && (WESTERN.has(text[i]!) || FULL.has(text[i]!))) i++;
  while (i < to && CLOSERS.has(text[i]!)) i++;
  return i;
}

/** Marks of notes behind the end of a sentence: "[3]", "[2, 4–6][note 1]", "¹²". */
const NOTES = /(?:\[(?:\p{L}{1,12}\s)?\d{1,3}(?:[,;–-]\s?\d{1,3})*\]|[¹²³⁰⁴-⁹])+/uy;
/** The number of a note that stood above the line, once that is lost: "in 52 countries.3 The next". */
const LOST = /\d{1,2}(?=\s+[\p{Lu}“"«])/uy;
const LONG_WORD = /\p{L}{4}$/u;

/** Where the marks of notes behind the end of a sentence end. */
function endOfNotes(text: string, at: number, end: number): number {
  const first = text.charCodeAt(end);
  if (first !== 91 && !(first >= 0x30 && first <= 0x39) && first < 0xb2) return end;
  NOTES.lastIndex = end;
  if (NOTES.test(text)) return NOTES.lastIndex;
  LOST.lastIndex = end;
  return LONG_WORD.test(text.slice(Math.max(0, at - 4), at)) && LOST.test(text) ? LOST.lastIndex : end;
}

/** Marks that may end a sentence, by UTF-16 unit: they are looked for at every character. */
const ENDING = new Uint8Array(0x10000);
for (const mark of [...FULL, ...WESTERN]) ENDING[mark.charCodeAt(0)] = 1;

function sentencesIn(text: string, span: Span, language: string, out: Span[]): void {
  let start = span[0];
  let i = span[0];
  while (i < span[1]) {
    if (ENDING[text.charCodeAt(i)] === 0) {
      i++;
      continue;
    }
    const full = FULL.has(text[i]!);
    const marked = endOfMarks(text, i, span[1]);
    const end = endOfNotes(text, i, marked);
    let last = marked - 1;
    while (last > i && CLOSERS.has(text[last]!)) last--;
    const place = { start, floor: span[0], language };
    if (full || isBoundary(text, marked - i > 1 ? last : i, end, span[1], place)) {
      // The marks of its notes are no part of a sentence.
      const sentence = trimmed(text, start, marked);
      if (sentence) out.push(sentence);
      start = end;
    }
    i = end;
  }
  const rest = trimmed(text, start, span[1]);
  if (rest) out.push(rest);
}

/**
 * Sentences, trimmed, in order. Paragraph ends always end one. Abbreviations of the language, initials, decimals and
 * closing quotation marks are heeded; scripts without spaces end at their own full stops.
 */
export function splitSentences(text: string, language: string): readonly Span[] {
  if (last?.text === text && last.language === language) return last.sentences;
  const sentences: Span[] = [];
  for (const span of splitParagraphs(text)) sentencesIn(text, span, language, sentences);
  if (text.length <= KEPT) last = { text, language, sentences };
  return sentences;
}

/** Longest text whose sentences are kept: whoever speaks is looked for in them, and then everything else. */
const KEPT = 1 << 20;
let last: { readonly text: string; readonly language: string; readonly sentences: readonly Span[] } | null =
  null;
