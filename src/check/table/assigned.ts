import type { CellLink, HeaderLink, Linked } from "./links.ts";
import { headersOf } from "./rows.ts";

/** Words between the name of a column and what is said to stand in it. */
const LINK = new Set(["be", "is", "was", "are", "were"]);
const ARTICLE = new Set(["a", "an", "the"]);

/** "The skip is A", "A is the skip", "a second of A". */
function says({ tokens }: Linked, header: HeaderLink, cell: CellLink): boolean {
  const keys = (from: number, to: number): string[] => tokens.slice(from, to).map(({ key }) => key);
  if (cell.from >= header.to) {
    const between = keys(header.to, cell.from).filter(key => key !== "the");
    if (between.length !== 1) return false;
    if (between[0] === "of") return ["a", "an"].includes(tokens[header.from - 1]?.key ?? "");
    return LINK.has(between[0]!);
  }
  const between = keys(cell.to, header.from);
  return between.length === 2 && LINK.has(between[0]!) && ARTICLE.has(between[1]!);
}

/** Whether a whole cell is said to stand in a column that has no such cell, and no column that has it is named. */
export function misplaced(linked: Linked, cells: readonly CellLink[]): boolean {
  const headers = headersOf(linked);
  const isNamed = (cell: CellLink): boolean =>
    headers.some(({ columns }) => columns.some(column => cell.columns.has(column)));
  const opens = ({ from }: HeaderLink): boolean => from === 0 || ARTICLE.has(linked.tokens[from - 1]!.key);
  return headers.some(
    header =>
      header.full &&
      opens(header) &&
      cells.some(cell => cell.whole && !isNamed(cell) && says(linked, header, cell)),
  );
}
