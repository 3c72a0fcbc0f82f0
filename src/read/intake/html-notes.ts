import type { DomNode } from "./dom-index.ts";

/** The longest mark of a note ("[note 12]"). */
const LONGEST = 12;

const NUMBERS = /^[[(]?(?:\p{L}{1,8}\s)?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*[\])]?$/u;
const SIGNS = /^[*†‡§¶]{1,3}$/;

/** What a note stands behind: a word, which is longer than a unit of measurement, or the end of a phrase. */
const BEHIND = /(?:\p{L}{3}|[.,;:!?%)\]”’»"。，；！？])$/u;

function holdsLink(node: DomNode): boolean {
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.nodeType === 1 && (child.nodeName.toLowerCase() === "a" || holdsLink(child))) return true;
  return false;
}

function wordsOf(node: DomNode): string {
  let words = "";
  for (let child = node.firstChild; child && words.length <= LONGEST; child = child.nextSibling)
    words += child.nodeType === 3 ? (child.data ?? "") : wordsOf(child);
  return words;
}

/** What stands above the line in a page. */
export type Raised = "note" | "exponent" | "words";

/** Tells the mark of a note, which is no part of the text, from the exponent of a number or unit and from an ending ("1er"). */
export function raisedAs(node: DomNode, before: string): Raised {
  const words = wordsOf(node).trim();
  if (words.length > LONGEST) return "words";
  if (SIGNS.test(words)) return "note";
  if (!NUMBERS.test(words)) return "words";
  if (holdsLink(node) || /^[[(]/.test(words) || BEHIND.test(before.trimEnd())) return "note";
  return /[\p{L}\p{N}]$/u.test(before) ? "exponent" : "words";
}
