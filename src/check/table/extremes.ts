import type { CellLink, Linked } from "./links.ts";
import { type Answer, answer, cellsOf, everyRow, headersOf, meet, type Rows, satisfying } from "./rows.ts";
import type { Prepared } from "./table.ts";
import { AFTER, BEFORE, LEAST, LESS, MORE, MOST, RANKS, THAN } from "./words.ts";

/** How far behind "the highest" the name of its column begins, in words. */
const BEHIND = 3;

/** The columns that are named right behind a word, whose cells have an order. */
function measured(table: Prepared, linked: Linked, at: number): number[] {
  const headers = headersOf(linked);
  const header =
    headers.find(({ from }) => from > at && from - at <= BEHIND) ??
    headers.findLast(({ to }) => to <= at && at - to < BEHIND);
  if (!header || linked.links.some(({ from }) => from > at && from < header.from)) return [];
  return header.columns.filter(column => table.order(column) !== null);
}

/** What a statement comes to where its column may be one of several: an answer only if all of them give it. */
function unanimous(columns: readonly number[], read: (column: number) => Answer | null): Answer | null {
  const told = columns.map(read);
  return told.every(each => each !== null && each.verdict === told[0]!.verdict) ? (told[0] ?? null) : null;
}

function extreme(
  table: Prepared,
  column: number,
  rows: Rows,
  most: boolean,
): { value: number; rows: Rows } | null {
  const order = table.order(column)!;
  const known = [...rows].filter(row => order[row] !== null);
  if (known.length === 0) return null;
  const values = known.map(row => order[row]!);
  const value = most ? Math.max(...values) : Math.min(...values);
  return { value, rows: new Set(known.filter(row => order[row] === value)) };
}

const ORDINAL = /^(?:\d+(?:st|nd|rd|th)|second|third|fourth|fifth|next)$/;

/** Words for places in a ranking. */
const STANDING = new Set(["higher", "lower", "above", "below"]);
const EXTREME_RANK = new Set(["highest", "lowest"]);

const isRank = (table: Prepared, column: number): boolean =>
  table.header[column]!.some(each => RANKS.has(each.key));

const agreed = (found: readonly boolean[]): boolean | null =>
  found.length > 0 && found.every(each => each === found[0]) ? found[0]! : null;

/** "A has the most goals", "the highest attendance is 74,922": the row or the value is the greatest of its column or of the rows told apart. */
export function superlative(table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators } = linked;
  if (operators.length !== 1) return null;
  const { key } = tokens[operators[0]!]!;
  if (!MOST.has(key) && !LEAST.has(key)) return null;
  // "The second highest", "most of".
  if (ORDINAL.test(tokens[operators[0]! - 1]?.key ?? "") || tokens[operators[0]! + 1]?.key === "of")
    return null;
  const ranked = (column: number): boolean => EXTREME_RANK.has(key) && isRank(table, column);
  return unanimous(measured(table, linked, operators[0]!), column =>
    extremeIn(table, linked, column, MOST.has(key) !== ranked(column)),
  );
}

/** The same in one column. */
function extremeIn(table: Prepared, linked: Linked, column: number, most: boolean): Answer | null {
  const cells = cellsOf(linked);
  const told = linked.links.find(link => link.type === "number") as { value: number } | undefined;
  const values = cells.filter(link => link.value !== null && link.columns.has(column));
  if (values.length > 1 || (told && values.length > 0)) return null;
  const others = cells.filter(link => !values.includes(link));
  const wanted = values[0]?.value ?? told?.value ?? null;
  if (wanted !== null) {
    if (!table.numeric(column)) return null;
    const global = extreme(table, column, everyRow(table), most);
    const own = others.length > 0 ? extreme(table, column, satisfying(table, others), most) : global;
    if (!global || !own) return null;
    const holds = agreed([
      global.value === wanted && meet(global.rows, satisfying(table, others)).size > 0,
      own.value === wanted,
    ]);
    return holds === null ? null : answer(holds, "extreme-value");
  }
  if (others.length === 0) return null;
  const readings = [
    reading(others, []),
    ...(others.length > 1
      ? others.map(link =>
          reading(
            others.filter(each => each !== link),
            [link],
          ),
        )
      : []),
  ];
  const holds = agreed(readings.filter((each): each is boolean => each !== null));
  return holds === null ? null : answer(holds, "extreme");

  function reading(subject: readonly CellLink[], within: readonly CellLink[]): boolean | null {
    const rows = satisfying(table, subject);
    const found = extreme(table, column, satisfying(table, within), most);
    return found && rows.size === 1 ? meet(rows, found.rows).size > 0 : null;
  }
}

/** "A has more goals than B", "A has more than 20 goals", "A has 3 more goals than B". */
export function comparison(table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators } = linked;
  const [by, than, ...more] = operators;
  if (by === undefined || than === undefined || more.length > 0 || !THAN.has(tokens[than]!.key)) return null;
  const { key } = tokens[by]!;
  if (!MORE.has(key) && !LESS.has(key)) return null;
  return unanimous(measured(table, linked, by), column => comparedIn(table, linked, column));
}

/** The same in one column. */
function comparedIn(table: Prepared, linked: Linked, column: number): Answer | null {
  const { tokens, operators, links } = linked;
  const [by, than] = operators as [number, number];
  const { key } = tokens[by]!;
  const order = table.order(column)!;
  // The first in rank is the highest, and its number the lowest.
  const ranked = isRank(table, column) && STANDING.has(key);
  const sign = MORE.has(key) === ranked ? -1 : 1;
  const cells = cellsOf(linked);
  const measureOf = (found: readonly CellLink[]): number | null => {
    const rows = [...satisfying(table, found)];
    return rows.length === 1 ? order[rows[0]!]! : null;
  };
  const isValue = (link: (typeof links)[number]): boolean =>
    link.type === "number" || (link.type === "cell" && link.value !== null);
  const bound = links.find(link => link.from === than + 1 && isValue(link)) as { value: number } | undefined;
  const gap = links.find(link => link.to === by && isValue(link)) as
    | { from: number; value: number }
    | undefined;
  const subjects = cells.filter(link => link.from !== (bound ? than + 1 : -1) && link.from !== gap?.from);
  if (links.some(link => link.type === "number" && link.value !== bound?.value && link.value !== gap?.value))
    return null;
  if (bound) {
    const value = subjects.length > 0 ? measureOf(subjects) : null;
    return value === null ? null : answer((value - bound.value) * sign > 0, "bound");
  }
  const [a, b] = [subjects.filter(({ to }) => to <= than), subjects.filter(({ from }) => from > than)];
  if (a.length === 0 || b.length === 0) return null;
  const [first, second] = [measureOf(a), measureOf(b)];
  if (first === null || second === null) return null;
  const difference = (first - second) * sign;
  return answer(
    gap ? Math.abs(difference - gap.value) < 1e-6 : difference > 0,
    gap ? "difference" : "comparison",
  );
}

/** "A played before B": the only column of days tells which came first. */
export function sequence(table: Prepared, linked: Linked): Answer | null {
  const { tokens, operators, links } = linked;
  const [at] = operators;
  if (operators.length !== 1 || links.some(({ type }) => type === "number")) return null;
  const after = AFTER.has(tokens[at!]!.key);
  if (!after && !BEFORE.has(tokens[at!]!.key)) return null;
  const days = table.header.flatMap((_, column) =>
    !table.numeric(column) && table.order(column) ? [column] : [],
  );
  if (days.length !== 1) return null;
  const order = table.order(days[0]!)!;
  const cells = cellsOf(linked);
  const [a, b] = [cells.filter(({ to }) => to <= at!), cells.filter(({ from }) => from > at!)].map(found => {
    const rows = found.length > 0 ? [...satisfying(table, found)] : [];
    return rows.length === 1 ? order[rows[0]!]! : null;
  });
  if (a === null || b === null || a === undefined || b === undefined) return null;
  return answer(after ? a > b : a < b, "sequence");
}
