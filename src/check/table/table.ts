import { readDates } from "../../text/index.ts";
import { type Token, tokensOf } from "./words.ts";

/** A table as it comes: the names of its columns and its rows, all strings. */
export interface Table {
  readonly title?: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Cell {
  readonly text: string;
  readonly tokens: readonly Token[];
}

export interface Prepared {
  readonly header: readonly (readonly Token[])[];
  readonly title: ReadonlySet<string>;
  readonly cells: readonly (readonly Cell[])[];
  /** Places of a word in the cells: row, column, position. */
  readonly index: ReadonlyMap<string, readonly (readonly [number, number, number])[]>;
  /** The order of a column's cells as numbers, or null where it has none. */
  readonly order: (column: number) => readonly (number | null)[] | null;
  readonly numeric: (column: number) => boolean;
  /** Whether a column is of days. */
  readonly days: (column: number) => boolean;
}

const NUMERIC = /^[^\d\p{L}]{0,3}(-?\s?\d[\d,]*(?:\.\d+)?)\s*(?:%|[\p{L}.²³/]{0,12}|\([^)]*\))?$/u;

/** Goals, behinds and their points, as Australian football has them: "19.15 (129)". */
const POINTS = /^(\d+)\.(\d+)\s*\((\d+)\)$/;
const GOAL = 6;

/** What a cell ends with: "Rex Chapman (42)", "Toyota Center 18,269". */
const LAST = /^\D*\p{L}\D*?\(?(\d[\d,]*)\)?$/u;

function numberOf(text: string): number | null {
  const score = POINTS.exec(text.trim());
  if (score && GOAL * Number(score[1]) + Number(score[2]) === Number(score[3])) return Number(score[3]);
  const match = NUMERIC.exec(text.trim());
  return match ? Number(match[1]!.replaceAll(",", "").replace(/\s/g, "")) : null;
}

function lastNumber(text: string): number | null {
  const match = LAST.exec(text.trim());
  return match ? Number(match[1]!.replaceAll(",", "")) : null;
}

function dayOf(text: string): number | null {
  const date = readDates(text, { language: "en" }).find(each => each.start !== "");
  return date ? Date.parse(date.start) : null;
}

/** Share of a column's filled cells that have to be numbers or dates for it to have an order. */
const MOSTLY = 0.8;

const isBlank = (text: string): boolean => /^(?:|-|–|—|n \/ a|n\/a|none|tba|tbd|\?)$/i.test(text.trim());

export function prepared({ title = "", header, rows }: Table): Prepared {
  const cells = rows.map(row =>
    header.map((_, i) => ({ text: row[i] ?? "", tokens: tokensOf(row[i] ?? "") })),
  );
  const index = new Map<string, [number, number, number][]>();
  for (const [r, row] of cells.entries())
    for (const [c, { tokens }] of row.entries())
      for (const [at, { stem }] of tokens.entries()) {
        const known = index.get(stem) ?? [];
        known.push([r, c, at]);
        index.set(stem, known);
      }
  const numbers = header.map((_, c) => cells.map(row => numberOf(row[c]!.text)));
  const filled = (c: number): number => cells.filter(row => !isBlank(row[c]!.text)).length;
  const enough = (values: readonly (number | null)[], c: number): boolean =>
    filled(c) > 0 && values.filter(value => value !== null).length >= MOSTLY * filled(c);
  const columnOf = (c: number, read: (text: string) => number | null): (number | null)[] | null => {
    const values = cells.map(row => read(row[c]!.text));
    return enough(values, c) ? values : null;
  };
  const days = new Map<number, (number | null)[] | null>();
  const daysOf = (c: number): (number | null)[] | null => {
    if (!days.has(c)) days.set(c, columnOf(c, dayOf));
    return days.get(c)!;
  };
  const lastOf = (c: number): (number | null)[] | null => columnOf(c, lastNumber);
  const orders = new Map<number, readonly (number | null)[] | null>();
  const numeric = (c: number): boolean => enough(numbers[c]!, c);
  return {
    header: header.map(tokensOf),
    title: new Set(tokensOf(title).map(({ stem }) => stem)),
    cells,
    index,
    numeric,
    days: c => daysOf(c) !== null,
    order(c) {
      if (!orders.has(c)) {
        orders.set(c, numeric(c) ? numbers[c]! : (daysOf(c) ?? lastOf(c)));
      }
      return orders.get(c)!;
    },
  };
}
