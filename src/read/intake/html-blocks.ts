import { isCalled } from "./called.ts";
import { type DomIndex, type DomNode, walk } from "./dom-index.ts";
import { areFigureAndLabel } from "./html-figures.ts";
import { BLOCKS, SILENT, safeHref } from "./html-names.ts";
import { raisedNode } from "./html-notes.ts";
import { cellMark, isCell, isDataRow, tableOf } from "./html-rows.ts";
import type { CellMark } from "./table-builder.ts";
import { CELL_END, TextWriter, type WrittenText } from "./writer.ts";

/** Words of a block with where they stand: a text node of the page, -1 where that cannot be told. */
export interface Piece {
  readonly words: string;
  readonly text: number;
  /** Number of the link it stands in, or -1. */
  readonly link: number;
  /** A cell begins here; the words are the mark that parts it from the one before. */
  readonly cell?: CellMark;
}

/** A paragraph, heading, list item, or row of a table of data. */
export interface Block {
  readonly pieces: readonly Piece[];
  /** Its words, white space collapsed. */
  readonly words: string;
  /** Share of its letters that are in links. */
  readonly linked: number;
  /** Numbers of the elements around all of it, innermost first, as the page was served. */
  readonly within: readonly number[];
  /** What part of a table it is, and of which. */
  readonly part?: TablePart;
}

interface TablePart {
  readonly table: DomNode;
  readonly name: "row" | "caption";
}

export interface Blocks {
  readonly blocks: readonly Block[];
  readonly hrefs: readonly string[];
}

const collapse = (text: string): string => text.replace(/\s+/g, " ").trim();

function blockOf(pieces: readonly Piece[], index: DomIndex): Block | null {
  const words = collapse(pieces.map(piece => piece.words).join(""));
  if (!/[^\s|]/.test(words)) return null;
  const size = (some: readonly Piece[]) => some.reduce((sum, piece) => sum + collapse(piece.words).length, 0);
  const known = pieces.filter(piece => piece.text >= 0).map(piece => piece.text);
  const [first, last] = [known[0] ?? -1, known.at(-1) ?? -1];
  const within: number[] = [];
  for (let at = index.texts[first]?.element ?? -1; at >= 0; at = index.elements[at]!.parent)
    if (last < index.elements[at]!.texts[1]) within.push(at);
  return {
    pieces,
    words,
    within,
    linked: size(pieces.filter(piece => piece.link >= 0)) / Math.max(1, size(pieces)),
  };
}

function hasCellBefore(cell: DomNode): boolean {
  const row = cell.parentNode;
  for (let each = row?.firstChild ?? null; each && each !== cell; each = each.nextSibling)
    if (each.nodeType === 1) return true;
  return false;
}

/** Elements that say what a table shows. */
const CAPTIONS: ReadonlySet<string> = new Set(["caption", "figcaption"]);

/** The blocks of a tree that came from the indexed page, in order. */
export function gatherBlocks(root: DomNode, index: DomIndex, base: string): Blocks {
  const blocks: Block[] = [];
  const hrefs: string[] = [];
  let pieces: Piece[] = [];
  const open: number[] = [];
  let row: DomNode | null = null;
  let part: TablePart | null = null;
  // The element that ended last, as long as no words stand behind it.
  let ended: DomNode | null = null;
  const end = () => {
    const block = blockOf(pieces, index);
    if (block) blocks.push(part ? { ...block, part } : block);
    pieces = [];
  };
  /** A block begins or ends; inside of a row of data only its cells are parted, by a mark. */
  const border = (node: DomNode, name: string, opens: boolean) => {
    if (!row) return end();
    if (opens && isCell(name)) {
      const words = hasCellBefore(node) ? CELL_END : "";
      pieces.push({ words, text: -1, link: -1, cell: cellMark(node) });
    } else pieces.push({ words: " ", text: -1, link: -1 });
  };
  const partOf = (node: DomNode, name: TablePart["name"]): TablePart | null => {
    const table = tableOf(node);
    return table && { table, name };
  };
  walk(root, {
    enter: node => {
      const name = node.nodeName.toLowerCase();
      if (SILENT.has(name)) return false;
      if (name === "sup") {
        const raised = raisedNode(node, pieces.at(-1)?.words ?? "");
        if (raised === "note") return false;
        if (raised === "exponent") pieces.push({ words: "^", text: -1, link: -1 });
      }
      if (BLOCKS.has(name)) border(node, name, true);
      else if (ended && areFigureAndLabel(ended, node)) pieces.push({ words: " ", text: -1, link: -1 });
      ended = null;
      if (name === "tr" && !row && isDataRow(node)) {
        row = node;
        part = partOf(node, "row");
      } else if (CAPTIONS.has(name) && !row) part = partOf(node, "caption");
      if (name === "a") open.push(hrefs.push(safeHref(node.getAttribute?.("href") ?? "", base)) - 1);
      return true;
    },
    text: node => {
      ended = null;
      pieces.push({
        words: node.data ?? "",
        text: /\S/.test(node.data ?? "") ? index.find(node) : -1,
        link: open.at(-1) ?? -1,
      });
    },
    leave: node => {
      ended = node;
      const name = node.nodeName.toLowerCase();
      if (name === "a") open.pop();
      if (node === row) row = null;
      if (BLOCKS.has(name)) border(node, name, false);
      if (name === "tr" || CAPTIONS.has(name)) part = row ? part : null;
    },
  });
  end();
  return { blocks, hrefs };
}

/** Names that makers of pages give to lists of notes and of sources. */
const NOTES: ReadonlySet<string> = new Set([
  "footnotes",
  "endnotes",
  "references",
  "reflist",
  "bibliography",
]);

/** Text, links and origins of the blocks that are kept; notes come behind all others. */
export function writeBlocks({ blocks, hrefs }: Blocks, index: DomIndex, part?: string): WrittenText {
  const isNote = ({ within }: Block): boolean => within.some(each => isCalled(index, each, NOTES));
  const notes = blocks.filter(isNote);
  const others = notes.length > 0 ? blocks.filter(block => !isNote(block)) : blocks;
  const out = new TextWriter();
  writePieces(out, others, { hrefs, index, part });
  const notesFrom = out.length;
  writePieces(out, notes, { hrefs, index, part });
  return { ...out.finish(), ...(notes.length > 0 && others.length > 0 ? { notesFrom } : {}) };
}

function writePieces(
  out: TextWriter,
  blocks: readonly Block[],
  { hrefs, index, part }: { hrefs: readonly string[]; index: DomIndex; part: string | undefined },
): void {
  for (const { pieces, part: of } of blocks) {
    let link = -1;
    if (of?.name === "row") out.row(of.table);
    else if (of) out.caption(of.table);
    for (const piece of pieces) {
      if (piece.link !== link && link >= 0) out.closeLink();
      if (piece.link !== link && piece.link >= 0) out.openLink(hrefs[piece.link]!);
      link = piece.link;
      if (piece.cell && of?.name === "row") out.cell(piece.cell);
      else if (piece.text < 0 || piece.words.trim() === "") out.words(piece.words);
      else {
        const path = index.path(piece.text);
        out.words(piece.words, {
          place: out.place(part === undefined ? { path } : { part, path }),
          from: index.offset(piece.text, piece.words),
        });
      }
    }
    if (link >= 0) out.closeLink();
    out.block();
  }
}
