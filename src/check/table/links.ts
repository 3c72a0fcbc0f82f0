import { outcomes } from "./outcomes.ts";
import type { Prepared } from "./table.ts";
import {
  EMPTY,
  MONTHS,
  NEUTRAL,
  OPERATORS,
  PRIZES,
  RANKS,
  SERIES,
  stemOf,
  type Token,
  tokensOf,
  WINNING,
} from "./words.ts";

/** Words of a statement that stand in cells of the table; `whole` where they are all that the cell says. */
export interface CellLink {
  readonly type: "cell";
  readonly from: number;
  readonly to: number;
  /** The columns that they stand in, with the rows of each. */
  readonly columns: ReadonlyMap<number, ReadonlySet<number>>;
  readonly whole: boolean;
  /** The same with every cell that holds the words, also among others. */
  readonly wide: ReadonlyMap<number, ReadonlySet<number>>;
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
  const wide = new Map<number, Set<number>>();
  for (const column of new Set(longest.map(run => run.c))) {
    const own = wholes.filter(run => run.c === column);
    const used = own.length > 0 ? own : longest.filter(run => run.c === column);
    columns.set(column, new Set(used.map(run => run.r)));
    wide.set(column, new Set(longest.filter(run => run.c === column).map(run => run.r)));
  }
  if (wholes.length > 0)
    for (const column of [...columns.keys()])
      if (!wholes.some(run => run.c === column)) columns.delete(column);
  const value = best === 1 ? tokens[from]!.value : null;
  return { type: "cell", from, to: from + best, columns, whole: wholes.length > 0, wide, value };
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

/** The rows that "third" means beside the name of a column that numbers them: "pick 3rd", "the third round", "in third place". */
function rankAt(table: Prepared, tokens: readonly Token[], at: number): CellLink | null {
  const { ordinal } = tokens[at]!;
  if (ordinal === null) return null;
  const beside = [tokens[at + 1], tokens[at - 1], tokens[at - 2]].filter(
    each => each && SERIES.has(each.key),
  );
  const named = (stem: string): number[] =>
    table.header.flatMap((header, column) =>
      header.some(each => each.stem === stem) && table.numeric(column) ? [column] : [],
    );
  for (const { stem, key } of beside as Token[]) {
    const own = named(stem);
    const found = own.length > 0 || !RANKS.has(key) ? own : [...RANKS].flatMap(each => named(stemOf(each)));
    if (found.length !== 1) continue;
    const order = table.order(found[0]!)!;
    const rows = new Set([...order.keys()].filter(row => order[row] === ordinal));
    if (rows.size === 0) return null;
    const columns = new Map([[found[0]!, rows]]);
    return { type: "cell", from: at, to: at + 1, columns, whole: true, wide: columns, value: null };
  }
  return null;
}

/** The rows of a month in the only column of days: "in September" of 1979-09-02. */
function monthAt(table: Prepared, { key }: Token, at: number): CellLink | null {
  const month = MONTHS.indexOf(key);
  if (month < 0) return null;
  const days = table.header.flatMap((_, column) =>
    !table.numeric(column) && table.days(column) ? [column] : [],
  );
  if (days.length !== 1) return null;
  const order = table.order(days[0]!)!;
  const rows = new Set(
    [...order.keys()].filter(row => order[row] !== null && new Date(order[row]!).getUTCMonth() === month),
  );
  if (rows.size === 0) return null;
  const columns = new Map([[days[0]!, rows]]);
  return { type: "cell", from: at, to: at + 1, columns, whole: true, wide: columns, value: null };
}

/** "Won" names the column of winners; where the table counts what was won, it says nothing of its own. */
function winnersAt(table: Prepared, { key }: Token, at: number): HeaderLink | "idle" | null {
  if (!WINNING.has(key)) return null;
  const columns = table.header.flatMap((header, column) =>
    header.some(each => WINNING.has(each.key) || each.key === "winning") && !table.numeric(column)
      ? [column]
      : [],
  );
  if (columns.length === 1) return { type: "header", from: at, to: at + 1, columns, full: true };
  const prizes = table.header.some(header => header.some(each => PRIZES.has(each.key)));
  return prizes ? "idle" : null;
}

/** Letters that a part of a cell must have to be taken for the cell, where it is one word. */
const LEAST = 3;

function linkAt(table: Prepared, tokens: readonly Token[], at: number): Link | null {
  const token = tokens[at]!;
  const outcome = outcomes(table, token.key);
  if (outcome.size === 1)
    return { type: "cell", from: at, to: at + 1, columns: outcome, whole: true, wide: outcome, value: null };
  const cell = cellAt(table, tokens, at);
  const header = headerAt(table, tokens, at);
  const rank = cell || header ? null : rankAt(table, tokens, at);
  if (rank) return rank;
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
  return monthAt(table, token, at);
}

/** A number of the title tells nothing of a row, and "one of the players" counts nobody. */
function isIdle(table: Prepared, tokens: readonly Token[], at: number, link: Link | null): boolean {
  if (!link || link.type === "header") return false;
  // A part of a cell that the title has too is what the whole table is about.
  if (
    link.type === "cell" &&
    !link.whole &&
    tokens.slice(at, link.to).every(each => table.title.has(each.stem))
  )
    return true;
  if (link.to !== at + 1) return false;
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
    const { key, stem } = tokens[at]!;
    const own = linkAt(table, tokens, at);
    const winners = own ? null : winnersAt(table, tokens[at]!, at);
    const link = own ?? (winners === "idle" ? null : winners);
    if (link && !isIdle(table, tokens, at, link)) links.push(link);
    else if (winners !== "idle" && !link && (OPERATORS.has(key) || tokens[at]!.ordinal !== null))
      operators.push(at);
    else if (winners !== "idle" && !link && !EMPTY.has(key) && !NEUTRAL.has(key) && !table.title.has(stem))
      left.push(at);
    at = link ? link.to : at + 1;
  }
  return { tokens, links, limit: null, limited: [], operators, left };
}
