import type { DomNode } from "./dom-index.ts";

/** A figure and its label are short; longer words are running text. */
const LONGEST = 24;
/** Of a row of figures nobody makes more than this; a page with more siblings is not looked through. */
const MOST_SIBLINGS = 24;

/** "1,200", "$137m", "83 %", "4.5 million+": a number and no more than its unit. */
const FIGURE = /^\s*(?:US)?[^\p{L}\p{N}\s]?\s?\p{Nd}[\p{Nd}.,'’]*\s?\p{L}{0,9}[%‰+]?\s*$/u;
/** Words of a language, and not an ending ("st") or a unit ("km"). */
const LABEL =
  /^\s*\p{L}[\p{L}\p{M}'’-]*(?:\s+\p{L}|\p{L}{2})|^\s*[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The first words of an element, and one character more than a figure may have. */
function openingWords(node: DomNode): string {
  if (node.nodeType === 3) return node.data ?? "";
  let words = "";
  for (let child = node.firstChild; child && words.length <= LONGEST; child = child.nextSibling)
    words += openingWords(child);
  return words;
}

const isFigure = (words: string): boolean => words.trimEnd().length <= LONGEST && FIGURE.test(words);

/** Whether an element holds elements only, and not too many. */
function holdsElementsOnly(parent: DomNode): boolean {
  let n = 0;
  for (let child = parent.firstChild; child; child = child.nextSibling)
    if (++n > MOST_SIBLINGS || (child.nodeType === 3 && /\S/.test(child.data ?? ""))) return false;
  return true;
}

/**
 * Whether two elements that follow each other without a blank are a figure and its label, in either order:
 * `<span>1,200</span><span>cameras</span>`. Style sheets set them below each other; as running text they would be one word.
 */
export function areFigureAndLabel(before: DomNode, after: DomNode): boolean {
  const parent = after.parentNode;
  if (parent === null || before.parentNode !== parent) return false;
  const [first, second] = [openingWords(before), openingWords(after)];
  const fits = (isFigure(first) && LABEL.test(second)) || (LABEL.test(first) && isFigure(second));
  return fits && holdsElementsOnly(parent);
}
