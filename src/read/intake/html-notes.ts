import type { DomNode } from "./dom-index.ts";
import { LONGEST_MARK, type Raised, raisedAs } from "./raised.ts";

function holdsLink(node: DomNode): boolean {
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.nodeType === 1 && (child.nodeName.toLowerCase() === "a" || holdsLink(child))) return true;
  return false;
}

function wordsOf(node: DomNode): string {
  let words = "";
  for (let child = node.firstChild; child && words.length <= LONGEST_MARK; child = child.nextSibling)
    words += child.nodeType === 3 ? (child.data ?? "") : wordsOf(child);
  return words;
}

/** What an element above the line is, behind words of its block. */
export const raisedNode = (node: DomNode, before: string): Raised =>
  raisedAs(wordsOf(node), { before, linked: holdsLink(node) });
