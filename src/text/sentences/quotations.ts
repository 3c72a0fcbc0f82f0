import type { Span } from "../types.ts";

/** Words in quotation marks. */
export interface Quotation {
  /** With the marks. */
  readonly span: Span;
  /** Without them. */
  readonly inner: Span;
  readonly text: string;
}

const PAIRS: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“",
  "«": "»",
  "「": "」",
  "『": "』",
  "‹": "›",
  "《": "》",
  "〈": "〉",
  "‘": "’",
  '"': '"',
};

/** A quotation longer than this is taken for a mark that was never closed. */
const LONGEST = 2000;

const LETTER = /[\p{L}\p{N}]/u;

function closes(text: string, at: number, mark: string): boolean {
  const want = PAIRS[mark]!;
  if (
    text[at] !== want &&
    !(mark === "„" && text[at] === "”") &&
    !(mark === "“" && text[at] === "“" && at > 0)
  )
    return false;
  if (mark !== "‘") return true;
  const next = text[at + 1];
  return next === undefined || !LETTER.test(next);
}

function closingMark(text: string, from: number, mark: string): number {
  const limit = Math.min(text.length, from + LONGEST);
  for (let i = from; i < limit; i++) {
    if (text[i] === "\n" && text[i + 1] === "\n") return -1;
    if (closes(text, i, mark)) return i;
  }
  return -1;
}

const OPENING = new RegExp(`[${Object.keys(PAIRS).join("")}]`, "g");

/** The next mark that may open a quotation; the end of the text where there is none. */
function nextMark(text: string, from: number): number {
  OPENING.lastIndex = from;
  return OPENING.test(text) ? OPENING.lastIndex - 1 : text.length;
}

/** A straight mark opens only before a word and after a space or a sign. */
function opens(text: string, at: number): boolean {
  const mark = text[at]!;
  if (mark !== '"' && mark !== "‘") return true;
  const before = text[at - 1];
  return before === undefined || !LETTER.test(before);
}

/**
 * Quotations of a text in the marks of any of our languages, outermost only; titles in 《》 count. `language` decides nothing
 * yet that the marks do not.
 */
export function findQuotations(text: string, _language?: string): Quotation[] {
  const out: Quotation[] = [];
  let hopeless = new Map<string, number>();
  for (let i = nextMark(text, 0); i < text.length; ) {
    const mark = text[i]!;
    if (!opens(text, i) || (hopeless.get(mark) ?? -1) >= i) {
      i = nextMark(text, i + 1);
      continue;
    }
    const end = closingMark(text, i + 1, mark);
    if (end <= i + 1) {
      if (end < 0) hopeless = new Map(hopeless).set(mark, i + LONGEST / 2);
      i = nextMark(text, i + 1);
      continue;
    }
    out.push({ span: [i, end + 1], inner: [i + 1, end], text: text.slice(i + 1, end) });
    i = nextMark(text, end + 1);
  }
  return out;
}
