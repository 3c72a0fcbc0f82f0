import type { Span } from "./types.ts";

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

/** A straight mark opens only before a word and after a space or a sign. */
function opens(text: string, at: number): boolean {
  const mark = text[at]!;
  if (!Object.hasOwn(PAIRS, mark)) return false;
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
  for (let i = 0; i < text.length; ) {
    const mark = text[i]!;
    if (!opens(text, i) || (hopeless.get(mark) ?? -1) >= i) {
      i++;
      continue;
    }
    const end = closingMark(text, i + 1, mark);
    if (end <= i + 1) {
      if (end < 0) hopeless = new Map(hopeless).set(mark, i + LONGEST / 2);
      i++;
      continue;
    }
    out.push({ span: [i, end + 1], inner: [i + 1, end], text: text.slice(i + 1, end) });
    i = end + 1;
  }
  return out;
}
