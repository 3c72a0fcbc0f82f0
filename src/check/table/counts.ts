import type { CellLink, Link, Linked } from "./links.ts";
import { type Answer, answer, cellsOf, headersOf, meet, rowsOf, satisfying } from "./rows.ts";
import type { Prepared } from "./table.ts";
import { AVERAGE, DIFFERENT, EVERY, LESS, MORE, NEUTRAL, NONE, ONLY, SAME, THAN, TOTAL } from "./words.ts";

type Valued = Link & { readonly value: number };

const isValue = (link: Link): link is Valued =>
  link.type === "number" || (link.type === "cell" && link.value !== null);

/** Words between which a count stands at the head of a statement. */
const HEAD = new Set([
  "there",
  "be",
  "is",
  "are",
  "was",
  "were",
  "only",
  "a",
  "total",
  "of",
  "exactly",
  "have",
  "has",
  "had",
]);

/** What rows are counted as. */
const THINGS = new Set(
  "time times game games match matches race races event events episode episodes occasion".split(" "),
);

/** A whole number before what rows are: a noun, the name of a column, or "of". */
function countsThings({ tokens, links }: Linked, { to, value }: Valued): boolean {
  const next = tokens[to];
  if (!Number.isInteger(value) || !next || next.key === "out") return false;
  return (
    next.key === "of" ||
    NEUTRAL.has(next.key) ||
    DIFFERENT.has(next.key) ||
    links.some(link => link.type === "header" && link.from === to)
  );
}

/** "Game 7", "week 3": the number of a thing, not of things. */
const numbers = ({ tokens, links }: Linked, { from }: Valued): boolean =>
  NEUTRAL.has(tokens[from - 1]?.key ?? "") || links.some(link => link.type === "header" && link.to === from);

/** The number of things that a statement is about: "there were 4 ...", "4 ...", "... 4 times". */
function counted(linked: Linked): Valued | null {
  const { tokens } = linked;
  const values = linked.links.filter(isValue).filter(value => countsThings(linked, value));
  const head = values.find(({ from }) => tokens.slice(0, from).every(({ key }) => HEAD.has(key)));
  const things = values.find(value => THINGS.has(tokens[value.to]?.key ?? "") && !numbers(linked, value));
  return head ?? things ?? null;
}

/** "A is one of 3 players from Spain": A is of those rows, and there are so many. */
export function oneOf(table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators, links } = linked;
  if (operators.length > 0) return null;
  const number = links
    .filter(isValue)
    .find(({ from }) => tokens[from - 1]?.key === "of" && ["1", "one"].includes(tokens[from - 2]?.key ?? ""));
  if (!number || !countsThings(linked, number)) return null;
  if (links.some(link => link.type === "number" && link.from !== number.from)) return null;
  const cells = cellsOf(linked).filter(link => link.from !== number.from);
  const [subject, rest] = [
    cells.filter(({ to }) => to <= number.from),
    cells.filter(({ from }) => from > number.from),
  ];
  if (subject.length === 0 || rest.length === 0) return null;
  const rows = satisfying(table, rest, linked.limit);
  return answer(rows.size === number.value && meet(rows, satisfying(table, subject)).size > 0, "one-of");
}

/** No two rows have the same number. */
function numbersRows(table: Prepared, column: number): boolean {
  const texts = table.cells.map(row => row[column]!.text);
  return new Set(texts).size === texts.length;
}

/** "There were 4 games in March": rows that fit; "3 different venues": values of a column. */
export function count(table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators } = linked;
  const number = counted(linked);
  if (!number) return null;
  const words = operators.map(at => tokens[at]!.key);
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
    return answer(values.size === number.value, "count-different");
  }
  // A number before the name of a column of numbers is a value of it, unless the column only numbers the rows.
  if (after?.columns.some(column => table.numeric(column) && !numbersRows(table, column))) return null;
  if (cells.length === 0 && !linked.limit) return null;
  return answer(
    rows.size === number.value,
    tokens[0]!.key === "there" ? "count-there" : number.from <= 1 ? "count-head" : "count-times",
  );
}

/** "A is the only player from Spain": the rows that fit are A's alone. */
export function only(_table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators, links } = linked;
  if (
    operators.length !== 1 ||
    !ONLY.has(tokens[operators[0]!]!.key) ||
    links.some(({ type }) => type === "number")
  )
    return null;
  const cells = cellsOf(linked);
  if (cells.length !== 2) return null;
  const at = operators[0]!;
  const [subject, rest] = cells as [CellLink, CellLink];
  const [one, all] = subject.to <= at ? [subject, rest] : [rest, subject];
  if (subject.to > at && at > 1) return null;
  const fit = rowsOf(all);
  const own = meet(rowsOf(one), fit);
  return answer(own.size > 0 && own.size === fit.size, "only");
}

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

/** "More players from A than from B": rows of each, where no column is named that would be compared instead. */
export function outnumbers(_table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators, links } = linked;
  const [by, than, ...more] = operators;
  if (by === undefined || than === undefined || more.length > 0 || !THAN.has(tokens[than]!.key)) return null;
  const { key } = tokens[by]!;
  const cells = cellsOf(linked);
  if ((!MORE.has(key) && !LESS.has(key)) || links.some(({ type }) => type === "number") || cells.length !== 2)
    return null;
  const [a, b] = cells as [CellLink, CellLink];
  const column = [...a.columns.keys()].find(each => b.columns.has(each));
  if (column === undefined || a.from < by || a.to > than || b.from < than) return null;
  const difference = a.columns.get(column)!.size - b.columns.get(column)!.size;
  return answer(MORE.has(key) ? difference > 0 : difference < 0, "outnumbers");
}
