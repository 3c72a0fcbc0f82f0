import type { Linked } from "./links.ts";
import { counted, type Valued } from "./numbers.ts";
import { type Answer, answer, cellsOf, headersOf, satisfying } from "./rows.ts";
import type { Prepared } from "./table.ts";
import { DIFFERENT, LESS, MORE, ONLY, THAN, TOTAL } from "./words.ts";

/** No two rows have the same number. */
function numbersRows(table: Prepared, column: number): boolean {
  const texts = table.cells.map(row => row[column]!.text);
  return new Set(texts).size === texts.length;
}

/** How a number of things is meant: "more than 3", "at least 3", "3". */
function bound(
  { tokens, operators }: Linked,
  { from }: Valued,
): { used: number; fits: (n: number, told: number) => boolean } {
  const [before, last] = [tokens[from - 2]?.key ?? "", tokens[from - 1]?.key ?? ""];
  if (THAN.has(last) && operators.includes(from - 2)) {
    if (MORE.has(before)) return { used: 2, fits: (n, told) => n > told };
    if (LESS.has(before)) return { used: 2, fits: (n, told) => n < told };
  }
  if (before === "at" && last === "least") return { used: 1, fits: (n, told) => n >= told };
  if (before === "at" && last === "most") return { used: 1, fits: (n, told) => n <= told };
  return { used: 0, fits: (n, told) => n === told };
}

/** Words before a number of things that are told already: "both of their 2 games", "1 of the 2 times". */
const TOLD = new Set(["their", "his", "her", "its", "the", "these", "those"]);

/** Whether something else than the number of rows is said: of another number, of the only ones, of a part of them. */
function isAmongOthers(linked: Linked, number: Valued): boolean {
  const { tokens, operators } = linked;
  const before = tokens[number.from - 1]?.key ?? "";
  if (TOLD.has(before) && number.from > 1) return true;
  if (before === "of" && !TOTAL.has(tokens[number.from - 2]?.key ?? "")) return true;
  if (
    tokens.some(({ key }) => key === "both") ||
    (tokens[number.to]?.key === "time" && tokens[number.to + 1]?.key === "the")
  )
    return true;
  if (
    operators.some(at => ONLY.has(tokens[at]!.key) && at !== number.from - 1 && tokens[at - 1]?.key === "the")
  )
    return true;
  return cellsOf(linked).some(
    link => link.from !== number.from && link.value !== null && link.value < YEARS && link.columns.size > 1,
  );
}

/** Smaller numbers are no years. */
const YEARS = 1000;

/** "There were 4 games in March": rows that fit; "3 different venues": values of a column. */
export function count(table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators } = linked;
  const number = counted(table, linked);
  if (!number) return null;
  if (isAmongOthers(linked, number)) return null;
  const { used, fits } = bound(linked, number);
  const words = operators
    .filter(at => at < number.from - used || at >= number.from)
    .map(at => tokens[at]!.key);
  if (words.some(key => !ONLY.has(key) && !TOTAL.has(key) && !DIFFERENT.has(key))) return null;
  const after = headersOf(linked).find(({ from }) => from >= number.to && from <= number.to + 2);
  const different = words.some(key => DIFFERENT.has(key));
  const cells = cellsOf(linked).filter(
    link => link.from !== number.from && (link.whole || link.from !== number.to),
  );
  if (linked.links.some(link => link.type === "number" && link.from !== number.from)) return null;
  const rows = satisfying(table, cells, linked.limit);
  if (different) {
    if (after?.columns.length !== 1) return null;
    const values = new Set([...rows].map(row => table.cells[row]![after.columns[0]!]!.text));
    return answer(fits(values.size, number.value), "count-different");
  }
  // A number before the name of a column of numbers is a value of it, unless the column only numbers the rows.
  if (after?.columns.some(column => table.numeric(column) && !numbersRows(table, column))) return null;
  if ((cells.length === 0 && !linked.limit) || number.value > table.cells.length) return null;
  // What a cell says among other things may be counted too, or not.
  const wide = satisfying(
    table,
    cells.map(link => ({ ...link, columns: link.wide })),
    linked.limit,
  );
  return answer(
    fits(rows.size, number.value) || fits(wide.size, number.value),
    used > 0
      ? "count-bound"
      : tokens[0]!.key === "there"
        ? "count-there"
        : number.from <= 1
          ? "count-head"
          : "count-times",
  );
}
