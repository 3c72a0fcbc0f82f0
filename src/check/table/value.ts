import type { HeaderLink, Linked } from "./links.ts";
import { type Answer, answer, cellsOf, headersOf, satisfying } from "./rows.ts";
import type { Prepared } from "./table.ts";
import { TOTAL } from "./words.ts";

/** How far from its column's name a value stands, in words. */
const NEAR = 3;

/** The column whose value a number is said to be: the name next to it. */
function columnBeside(headers: readonly HeaderLink[], from: number, to: number): HeaderLink | null {
  const gap = (header: HeaderLink): number => (header.from >= to ? header.from - to : from - header.to);
  const near = headers.filter(header => gap(header) <= NEAR).sort((a, b) => gap(a) - gap(b));
  return near[0] ?? null;
}

/** "A has an attendance of 17,506": a number that no cell has as its whole, held against the column named beside it. */
export function value(table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators, links } = linked;
  if (operators.some(at => !TOTAL.has(tokens[at]!.key))) return null;
  const told = links.filter(link => link.type === "number");
  if (told.length !== 1) return null;
  const number = told[0]!;
  const header = columnBeside(headersOf(linked), number.from, number.to);
  const cells = cellsOf(linked);
  if (!header || cells.length === 0) return null;
  const rows = [...satisfying(table, cells, linked.limit)];
  if (rows.length !== 1 || linked.limit || !cells.every(link => link.whole)) return null;
  const wanted = String(number.value);
  const own = header.columns.map(column => table.cells[rows[0]!]![column]!.tokens);
  const holds = own.some(cell => cell.some(({ key }) => key === wanted));
  if (!holds && !header.columns.every(column => table.numeric(column))) return null;
  return answer(holds, "value");
}
