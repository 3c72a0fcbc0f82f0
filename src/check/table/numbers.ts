import type { Link, Linked } from "./links.ts";
import { headersOf } from "./rows.ts";
import type { Prepared } from "./table.ts";
import { DIFFERENT, HEAD, NEUTRAL, SERIES, THINGS } from "./words.ts";

/** A link that is a number, whether a cell has it or not. */
export type Valued = Link & { readonly value: number };

export const isValue = (link: Link): link is Valued =>
  link.type === "number" || (link.type === "cell" && link.value !== null);

/** A whole number before what rows are: a noun, the name of a column, or "of". */
export function countsThings({ tokens, links }: Linked, { to, value }: Valued): boolean {
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
  THINGS.has(tokens[from - 1]?.key ?? "") ||
  SERIES.has(tokens[from - 1]?.key ?? "") ||
  links.some(link => link.type === "header" && link.to === from);

/** The number of things that a statement is about: "there were 4 ...", "4 ...", "... 4 times". */
export function counted(table: Prepared, linked: Linked): Valued | null {
  const { tokens } = linked;
  const values = linked.links.filter(isValue).filter(value => countsThings(linked, value));
  const head = values.find(({ from }) => tokens.slice(0, from).every(({ key }) => HEAD.has(key)));
  const named = (value: Valued): boolean =>
    headersOf(linked).some(
      ({ from, columns }) => from === value.to && columns.every(column => !table.numeric(column)),
    );
  const things = values.find(
    value => (THINGS.has(tokens[value.to]?.key ?? "") || named(value)) && !numbers(linked, value),
  );
  return head ?? things ?? null;
}
