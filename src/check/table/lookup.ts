import type { CellLink, Linked } from "./links.ts";
import { type Answer, answer, cellsOf, headersOf, meet, rowsOf } from "./rows.ts";
import type { Prepared } from "./table.ts";
import { JOINS, NOT } from "./words.ts";

/** Links that only one column can hold, by that column. */
function byColumn(cells: readonly CellLink[]): CellLink[][] {
  const groups = new Map<string, CellLink[]>();
  for (const link of cells) {
    const key = link.columns.size === 1 ? [...link.columns.keys()].join() : `at ${link.from}`;
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  return [...groups.values()];
}

/** A column is named whole, and none of the cells is one of its own: the statement says something else of it. */
const homeless = (linked: Linked, cells: readonly CellLink[]): boolean =>
  headersOf(linked).some(
    ({ full, columns }) =>
      full &&
      !columns.some(
        column => linked.limited.includes(column) || cells.some(link => link.columns.has(column)),
      ),
  );

/** "A in 2001 and B in 2003": values of two columns side by side belong together in their order. */
function aligned(groups: readonly (readonly CellLink[])[]): Answer | null {
  const several = groups.filter(group => group.length > 1);
  const size = several[0]!.length;
  if (several.some(group => group.length !== size) || groups.length > several.length) return null;
  const rows = several[0]!.map((_, i) => several.map(group => rowsOf(group[i]!)).reduce(meet));
  const holds = rows.every(each => each.size > 0);
  return answer(holds, holds ? "lookup-aligned" : "lookup-aligned-no");
}

/**
 * What stands in one row is said of one thing: a statement all of whose words are cells of one row is borne out by it. Of several
 * values of one column joined by "and" each has to stand with the rest.
 */
export function lookup(_table: Prepared, linked: Linked): Answer | null {
  const { tokens, links, operators } = linked;
  const denied = operators.length === 1 && NOT.has(tokens[operators[0]!]!.key);
  if ((operators.length > 0 && !denied) || links.some(({ type }) => type === "number")) return null;
  if (
    tokens[0]?.key === "there" &&
    links[0]?.type === "cell" &&
    links[0].value !== null &&
    links[0].from <= 3
  )
    return null;
  const cells = cellsOf(linked);
  if (cells.length < (linked.limit ? 1 : 2)) return null;
  const groups = byColumn(cells);
  const several = groups.filter(group => group.length > 1);
  if (several.length > 1) return linked.limit || denied ? null : aligned(groups);
  const single = groups.filter(group => group.length === 1).map(([link]) => rowsOf(link!));
  const rest = linked.limit ? [...single, linked.limit] : single;
  const joined = tokens.some(({ key }) => JOINS.has(key));
  if (several.length === 1) {
    if (!joined || rest.length === 0) return null;
    const common = rest.reduce(meet);
    const fit = several[0]!.filter(link => meet(rowsOf(link), common).size > 0);
    // Where only some do, the rest may be said of something else.
    if (fit.length > 0 && fit.length < several[0]!.length) return null;
    return answer(fit.length > 0, fit.length > 0 ? "lookup-each" : "lookup-each-no");
  }
  const whole = cells.every(link => link.whole);
  const holds = rest.reduce(meet).size > 0;
  // A part of a cell may be a part of another one elsewhere.
  if (!holds && !whole) return null;
  if (holds && homeless(linked, cells)) return null;
  if (denied) return answer(!holds, "lookup-not");
  return answer(holds, `${linked.limit ? "bound-" : ""}${holds ? "lookup" : "lookup-no"}`);
}
