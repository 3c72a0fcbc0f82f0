import { outcomes } from "./outcomes.ts";
import type { Prepared } from "./table.ts";
import { EMPTY, NEUTRAL, OPERATORS, type Token, tokensOf } from "./words.ts";

/** Words of a statement that stand in cells of the table; `whole` where they are all that the cell says. */
export interface CellLink {
  readonly type: "cell";
  readonly from: number;
  readonly to: number;
  /** The columns that they stand in, with the rows of each. */
  readonly columns: ReadonlyMap<number, ReadonlySet<number>>;
  readonly whole: boolean;
  readonly value: number | null;
}

export interface HeaderLink {
  readonly type: "header";
  readonly from: number;
  readonly to: number;
  readonly columns: readonly number[];
  /** All that the name of a column says. */
  readonly full: boolean;
}

/** A number that no cell has. */
export interface NumberLink {
  readonly type: "number";
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export type Link = CellLink | HeaderLink | NumberLink;

export interface Linked {
  readonly tokens: readonly Token[];
  readonly links: readonly Link[];
  /** Rows within the bounds that the statement sets, null where it sets none. */
  readonly limit: ReadonlySet<number> | null;
  /** The columns of these bounds. */
  readonly limited: readonly number[];
  /** Places of words that say how: the highest, more, than, only. */
  readonly operators: readonly number[];
  /** Places of other words that link to nothing and are not empty. */
  readonly left: readonly number[];
}

/** The longest run of words from a place that stands in cells. */
function cellAt(table: Prepared, tokens: readonly Token[], from: number): CellLink | null {
  const places = table.index.get(tokens[from]!.stem) ?? [];
  let best = 0;
  const runs = places.map(([r, c, at]) => {
    const cell = table.cells[r]![c]!.tokens;
    let length = 0;
    while (from + length < tokens.length && cell[at + length]?.stem === tokens[from + length]!.stem) length++;
    best = Math.max(best, length);
    return { r, c, at, length, size: cell.length };
  });
  if (best === 0) return null;
  const longest = runs.filter(run => run.length === best);
  const wholes = longest.filter(run => run.at === 0 && run.size === best);
  const columns = new Map<number, Set<number>>();
  for (const column of new Set(longest.map(run => run.c))) {
    const own = wholes.filter(run => run.c === column);
    const used = own.length > 0 ? own : longest.filter(run => run.c === column);
    columns.set(column, new Set(used.map(run => run.r)));
  }
  if (wholes.length > 0)
    for (const column of [...columns.keys()])
      if (!wholes.some(run => run.c === column)) columns.delete(column);
  const value = best === 1 ? tokens[from]!.value : null;
  return { type: "cell", from, to: from + best, columns, whole: wholes.length > 0, value };
}

function headerAt(table: Prepared, tokens: readonly Token[], from: number): HeaderLink | null {
  let [best, columns, full] = [0, [] as number[], false];
  for (const [c, header] of table.header.entries())
    for (const at of header.keys()) {
      let length = 0;
      while (from + length < tokens.length && header[at + length]?.stem === tokens[from + length]!.stem)
        length++;
      if (length === 0) continue;
      const whole = length === header.length;
      if (length > best || (length === best && whole && !full)) [best, columns, full] = [length, [c], whole];
      else if (length === best && whole === full) columns.push(c);
    }
  if (best === 0 || (best === 1 && EMPTY.has(tokens[from]!.key))) return null;
  return { type: "header", from, to: from + best, columns: [...new Set(columns)], full };
}

/** Letters that a part of a cell must have to be taken for the cell, where it is one word. */
const LEAST = 3;

function linkAt(table: Prepared, tokens: readonly Token[], at: number): Link | null {
  const token = tokens[at]!;
  const outcome = outcomes(table, token.key);
  if (outcome.size === 1)
    return { type: "cell", from: at, to: at + 1, columns: outcome, whole: true, value: null };
  const cell = cellAt(table, tokens, at);
  const header = headerAt(table, tokens, at);
  const size = (link: Link | null): number => (link ? link.to - link.from : 0);
  if (header && size(header) >= size(cell) && !(cell?.whole && !header.full && size(cell) === size(header)))
    return header;
  if (cell) {
    const word = size(cell) === 1 && !cell.whole;
    if (token.value !== null && word) return { type: "number", from: at, to: at + 1, value: token.value };
    const plain = EMPTY.has(token.key) || OPERATORS.has(token.key) || (!cell.whole && NEUTRAL.has(token.key));
    if (!(size(cell) === 1 && plain) && !(word && token.key.length < LEAST)) return cell;
  }
  if (token.value !== null) return { type: "number", from: at, to: at + 1, value: token.value };
  return null;
}

/** A number of the title tells nothing of a row, and "one of the players" counts nobody. */
function isIdle(table: Prepared, tokens: readonly Token[], at: number, link: Link | null): boolean {
  if (!link || link.type === "header" || link.to !== at + 1) return false;
  const { key, stem } = tokens[at]!;
  return (
    (link.type === "number" && table.title.has(stem)) ||
    (at > 0 && key === "1" && tokens[at + 1]?.key === "of")
  );
}

/** Links each word of a statement to the table, the longest runs first from the left. */
export function linked(table: Prepared, statement: string): Linked {
  const tokens = tokensOf(statement);
  const links: Link[] = [];
  const left: number[] = [];
  const operators: number[] = [];
  for (let at = 0; at < tokens.length; ) {
    const link = linkAt(table, tokens, at);
    const { key, stem } = tokens[at]!;
    if (link && !isIdle(table, tokens, at, link)) links.push(link);
    else if (!link && OPERATORS.has(key)) operators.push(at);
    else if (!link && !EMPTY.has(key) && !NEUTRAL.has(key) && !table.title.has(stem)) left.push(at);
    at = link ? link.to : at + 1;
  }
  return { tokens, links, limit: null, limited: [], operators, left };
}
