import type { Linked } from "./links.ts";
import { isValue } from "./numbers.ts";
import { type Answer, answer, cellsOf, headersOf, rowsOf, satisfying } from "./rows.ts";
import type { Prepared } from "./table.ts";
import { AVERAGE, EVERY, HEAD, NONE, SAME, TOTAL } from "./words.ts";

/** "A and B have the same score". */
export function same(table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators, links } = linked;
  if (
    operators.length !== 1 ||
    !SAME.has(tokens[operators[0]!]!.key) ||
    links.some(({ type }) => type === "number")
  )
    return null;
  const cells = cellsOf(linked);
  const header = headersOf(linked).find(({ from }) => from > operators[0]!);
  if (cells.length !== 2 || header?.columns.length !== 1) return null;
  const texts = cells.map(link => [...rowsOf(link)].map(row => table.cells[row]![header.columns[0]!]!.text));
  if (texts.some(each => each.length !== 1)) return null;
  return answer(texts[0]![0] === texts[1]![0], "same");
}

/** Half of the last digit written. */
const near = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 0.5 * 10 ** -(String(b).split(".")[1]?.length ?? 0) + 1e-9;

/** "The average crowd is 12,500", "the total of gold medals is 36". */
export function aggregate(table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators, links } = linked;
  if (operators.length !== 1) return null;
  const { key } = tokens[operators[0]!]!;
  const average = AVERAGE.has(key);
  if (!average && !TOTAL.has(key)) return null;
  const header = headersOf(linked).find(({ columns }) => columns.length === 1 && table.numeric(columns[0]!));
  const values = links.filter(isValue);
  if (!header || values.length !== 1) return null;
  const order = table.order(header.columns[0]!)!;
  const rows = [
    ...satisfying(
      table,
      cellsOf(linked).filter(link => link.from !== values[0]!.from),
    ),
  ];
  const numbers = rows.flatMap(row => order[row] ?? []);
  if (numbers.length < 2) return null;
  const sum = numbers.reduce((a, b) => a + b, 0);
  return answer(near(average ? sum / numbers.length : sum, values[0]!.value), average ? "average" : "total");
}

/** "No episode aired in March": no row fits. "All games were in June": every row does. */
export function every(table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators, links } = linked;
  const at = operators[0];
  if (operators.length !== 1 || links.some(({ type }) => type === "number")) return null;
  const { key } = tokens[at!]!;
  const cells = cellsOf(linked);
  if (cells.length === 0 || !tokens.slice(0, at).every(each => HEAD.has(each.key))) return null;
  const rows = satisfying(table, cells);
  if (NONE.has(key)) return cells.every(link => link.whole) ? answer(rows.size === 0, "none") : null;
  return EVERY.has(key) && cells.length === 1 ? answer(rows.size === table.cells.length, "every") : null;
}
