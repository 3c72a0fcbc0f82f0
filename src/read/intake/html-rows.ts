import type { DomNode } from "./dom-index.ts";
import { BLOCKS } from "./html-names.ts";

/** Between the cells of a row of a table; a mark, so that numbers of two cells never read as one. */
export const CELL_END = " | ";

/** Whether words are a row of a table, as intake parts its cells. */
export const isRowOfCells = (words: string): boolean => words.includes(CELL_END);

const CELLS = new Set(["td", "th"]);
/** Blocks that a cell of data may hold: its text in a wrapper, or on several lines. */
const WRAPPERS = new Set(["p", "div", "br"]);
/** A cell of data says little; longer ones are columns of a page that is laid out by a table. */
const LONGEST_CELL = 200;
const MOST_CELLS = 100;

export const isCell = (name: string): boolean => CELLS.has(name);

/** Letters below a node, or null where it holds blocks that no cell of data has, or more than it may. */
function lettersOf(node: DomNode, most: number): number | null {
  let sum = 0;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) sum += (child.data ?? "").trim().length;
    else if (child.nodeType === 1) {
      const name = child.nodeName.toLowerCase();
      if (BLOCKS.has(name) && !WRAPPERS.has(name)) return null;
      const letters = lettersOf(child, most - sum);
      if (letters === null) return null;
      sum += letters;
    }
    if (sum > most) return null;
  }
  return sum;
}

/** A row of two cells or more that hold a few words each is one line of the text; rows that lay out a page are not. */
export function isDataRow(row: DomNode): boolean {
  let cells = 0;
  for (let child = row.firstChild; child; child = child.nextSibling) {
    if (child.nodeType !== 1) continue;
    if (!isCell(child.nodeName.toLowerCase()) || ++cells > MOST_CELLS) return false;
    if (lettersOf(child, LONGEST_CELL) === null) return false;
  }
  return cells > 1;
}
