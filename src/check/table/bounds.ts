import type { CellLink, HeaderLink, Link, Linked } from "./links.ts";
import { headersOf, meet, type Rows } from "./rows.ts";
import type { Prepared } from "./table.ts";
import { AFTER, BEFORE, EMPTY, LESS, MORE, NEUTRAL, THAN } from "./words.ts";

interface Bound {
  readonly operators: readonly number[];
  readonly link: Link;
  readonly column: number;
  readonly rows: Rows;
}

/** How far the name of the column stands before its bound, in words. */
const NEAR = 4;

const isValue = (link: Link): link is Link & { readonly value: number } =>
  link.type === "number" || (link.type === "cell" && link.value !== null);

/** The column of numbers named right before a bound, or right behind it. */
function columnOf(table: Prepared, headers: readonly HeaderLink[], from: number, to: number): number | null {
  const header =
    headers.find(each => each.from === to) ??
    headers.findLast(each => each.to <= from && from - each.to <= NEAR);
  const columns = header?.columns.filter(column => table.order(column) !== null) ?? [];
  return columns.length === 1 ? columns[0]! : null;
}

function rowsWhere(table: Prepared, column: number, fits: (value: number) => boolean): Rows {
  const order = table.order(column)!;
  return new Set([...table.cells.keys()].filter(row => order[row] !== null && fits(order[row]!)));
}

/** "A crowd of more than 20,000". */
function compared(table: Prepared, linked: Linked, at: number): Bound | null {
  const { tokens, links } = linked;
  const key = tokens[at]!.key;
  const more = MORE.has(key);
  if ((!more && !LESS.has(key)) || !THAN.has(tokens[at + 1]?.key ?? "")) return null;
  const link = links.find(({ from }) => from === at + 2);
  if (!link || !isValue(link)) return null;
  const column = columnOf(table, headersOf(linked), at, link.to);
  if (column === null || !table.numeric(column)) return null;
  const { value } = link;
  return {
    operators: [at, at + 1],
    link,
    column,
    rows: rowsWhere(table, column, each => (more ? each > value : each < value)),
  };
}

/** The order of what a link names, where all its rows have the same. */
function placed(table: Prepared, link: CellLink): { column: number; value: number } | null {
  const own = [...link.columns].filter(([column]) => table.order(column) !== null);
  if (own.length !== 1) return null;
  const [column, rows] = own[0]!;
  const values = new Set([...rows].map(row => table.order(column)![row]));
  const [value] = values;
  return values.size === 1 && typeof value === "number" ? { column, value } : null;
}

/** "After 1930", "before 6 June". */
function timed(table: Prepared, linked: Linked, at: number): Bound | null {
  const { tokens, links } = linked;
  const after = AFTER.has(tokens[at]!.key);
  if (!after && !BEFORE.has(tokens[at]!.key)) return null;
  let next = at + 1;
  while (EMPTY.has(tokens[next]?.key ?? "") || NEUTRAL.has(tokens[next]?.key ?? "")) next++;
  const link = links.find(({ from }) => from === next);
  if (!link || link.type === "header") return null;
  const column = columnOf(table, headersOf(linked), at, link.to);
  const place =
    link.type === "cell" ? placed(table, link) : column === null ? null : { column, value: link.value };
  if (!place) return null;
  return {
    operators: [at],
    link,
    column: place.column,
    rows: rowsWhere(table, place.column, each => (after ? each > place.value : each < place.value)),
  };
}

/** Takes bounds out of a statement and keeps it to the rows within them. */
export function bounded(table: Prepared, linked: Linked): Linked {
  const found = linked.operators.flatMap(at => compared(table, linked, at) ?? timed(table, linked, at) ?? []);
  if (found.length === 0) return linked;
  const operators = new Set(found.flatMap(each => each.operators));
  const links = new Set(found.map(({ link }) => link));
  return {
    ...linked,
    operators: linked.operators.filter(at => !operators.has(at)),
    links: linked.links.filter(link => !links.has(link)),
    limit: found.map(({ rows }) => rows).reduce(meet),
    limited: found.map(({ column }) => column),
  };
}
