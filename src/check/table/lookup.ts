import { misplaced } from "./assigned.ts";
import type { CellLink, Linked } from "./links.ts";
import { type Answer, answer, cellsOf, headersOf, meet, rowsOf } from "./rows.ts";
import type { Prepared } from "./table.ts";
import { EMPTY, EVERY, JOINS, NEUTRAL, NOT, SAME, TOTAL } from "./words.ts";

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
    ({ full, columns, from, to }) =>
      full &&
      !linked.tokens.slice(from, to).every(({ key }) => NEUTRAL.has(key)) &&
      !columns.some(
        column => linked.limited.includes(column) || cells.some(link => link.columns.has(column)),
      ),
  );

/** A statement of one thing, whose numbers stand beside the name of their column. */
function isPlain({ tokens, limit }: Linked, cells: readonly CellLink[]): boolean {
  const joined = tokens.some(({ key }) => JOINS.has(key) || EVERY.has(key) || SAME.has(key));
  const words = (cell: CellLink): boolean =>
    tokens
      .slice(cell.from, cell.to)
      .some(({ key, value }) => value === null && !EMPTY.has(key) && !NEUTRAL.has(key));
  const sure = cells.every(
    cell =>
      (cell.value === null || cell.value > SMALL ? true : cell.columns.size === 1) &&
      (cell.whole || words(cell)),
  );
  return !joined && limit === null && sure;
}

/** Numbers up to this count things more often than they are values. */
const SMALL = 1000;

/** "A was replaced by B", where either stands in both columns: a row has the one in the one and the other in the other. */
function besides(linked: Linked): boolean {
  const cells = linked.links.filter((link): link is CellLink => link.type === "cell");
  const open = cells.filter(({ columns }) => columns.size > 1);
  if (open.length !== 2) return false;
  const [a, b] = open as [CellLink, CellLink];
  const rest = cells.filter(cell => !open.includes(cell)).map(rowsOf);
  const common = rest.length > 0 ? rest.reduce(meet) : null;
  return [...a.columns].some(([column, rows]) =>
    [...b.columns].some(
      ([other, theirs]) =>
        other !== column && [...meet(rows, theirs)].some(row => common === null || common.has(row)),
    ),
  );
}

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
  // "A total of 11 medals" is the 11 of its column, and "all" of several that are named says that each is meant.
  const idle = (key: string): boolean => TOTAL.has(key) || EVERY.has(key) || SAME.has(key);
  const words = operators.map(at => tokens[at]!.key).filter(key => !idle(key));
  const denied = words.length === 1 && NOT.has(words[0]!);
  if ((words.length > 0 && !denied) || links.some(({ type }) => type === "number")) return null;
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
  const shared = operators.some(at => EVERY.has(tokens[at]!.key) || SAME.has(tokens[at]!.key));
  if (several.length !== 1 && shared) return null;
  if (several.length > 1) return linked.limit || denied ? null : aligned(groups);
  const single = groups.filter(group => group.length === 1).map(([link]) => rowsOf(link!));
  const rest = linked.limit ? [...single, linked.limit] : single;
  const joined = tokens.some(({ key }) => JOINS.has(key));
  const each = tokens.some(({ key }) => key === "both" || EVERY.has(key) || SAME.has(key));
  if (several.length === 1) {
    if (!denied && !linked.limit && besides(linked)) return answer(true, "lookup-beside");
    if (rest.length === 0) return null;
    const common = rest.reduce(meet);
    const fit = several[0]!.filter(link => meet(rowsOf(link), common).size > 0);
    if (!joined)
      return fit.length === 0 && !denied && cells.every(link => link.whole)
        ? answer(false, "lookup-each-no")
        : null;
    // Where only some do, the rest may be said of something else.
    if (fit.length > 0 && fit.length < several[0]!.length && !each) return null;
    const all = fit.length === several[0]!.length;
    return answer(all, all ? "lookup-each" : "lookup-each-no");
  }
  // Several words with a number are as good as a whole cell: "Toyota Center 18,269", "Andy Lawson 650cc".
  const whole = cells.every(
    link =>
      link.whole ||
      tokens.slice(link.from, link.to).some((each, _, all) => all.length > 1 && each.value !== null),
  );
  const holds = rest.reduce(meet).size > 0;
  // A part of a cell may be a part of another one elsewhere.
  if (!holds && !whole) return isPlain(linked, cells) ? answer(denied, "lookup-part-no") : null;
  if (holds && !denied && misplaced(linked, cells)) return answer(false, "lookup-misplaced");
  if (holds && homeless(linked, cells)) return null;
  if (denied) return answer(!holds, "lookup-not");
  return answer(holds, `${linked.limit ? "bound-" : ""}${holds ? "lookup" : "lookup-no"}`);
}
