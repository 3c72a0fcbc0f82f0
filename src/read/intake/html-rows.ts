import type { DomNode } from "./dom-index.ts";
import { BLOCKS } from "./html-names.ts";
import { type CellMark, extent } from "./table-builder.ts";
import { CELL_END } from "./writer.ts";

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

/** Rows whose cells hold a few words each are a line of the text each; rows that lay out a page are not, nor is a lone cell that holds blocks. */
export function isDataRow(row: DomNode): boolean {
  let cells = 0;
  let first: DomNode | null = null;
  for (let child = row.firstChild; child; child = child.nextSibling) {
    if (child.nodeType !== 1) continue;
    if (!isCell(child.nodeName.toLowerCase()) || ++cells > MOST_CELLS) return false;
    if (lettersOf(child, LONGEST_CELL) === null) return false;
    first ??= child;
  }
  return cells > 1 || (first !== null && isOneLine(first));
}

/** Nothing below a node is a block of its own. */
function isOneLine(node: DomNode): boolean {
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.nodeType === 1 && (BLOCKS.has(child.nodeName.toLowerCase()) || !isOneLine(child))) return false;
  return true;
}

/** What the markup says of a cell. */
export const cellMark = (cell: DomNode): CellMark => ({
  across: extent(cell.getAttribute?.("colspan"), "across"),
  down: extent(cell.getAttribute?.("rowspan"), "down"),
  head: cell.nodeName.toLowerCase() === "th" || holderOf(cell, "thead") !== null,
});

/** The nearest element around a node that is called so, within its table. */
function holderOf(node: DomNode, name: string): DomNode | null {
  for (let at = node.parentNode; at; at = at.parentNode) {
    const own = at.nodeName.toLowerCase();
    if (own === name) return at;
    if (own === "table") return null;
  }
  return null;
}

/** What a row or a caption belongs to: its table, or the figure that holds both. */
export function tableOf(node: DomNode): DomNode | null {
  let table: DomNode | null = null;
  for (let at: DomNode | null = node; at; at = at.parentNode) {
    const name = at.nodeName.toLowerCase();
    if (name === "figure") return at;
    if (name === "table") table ??= at;
  }
  return table;
}
