import { preparedMeasures } from "../claims/measure-phrases.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import { wordsOf } from "../phrases.ts";
import { type CellRead, type Known, readCell } from "./cells.ts";
import type { Grid, GridCell } from "./grid.ts";
import { type HeadWords, headWords } from "./heads.ts";

/** What the cells of a column are. */
export type ColumnType = "place" | "date" | "entity" | "number" | "text";

/** A cell with what its words could be. */
export interface ReadCell {
  readonly cell: GridCell;
  readonly read: CellRead | null;
}

export interface Column {
  readonly type: ColumnType;
  /** Heads that say when or where or whose, and those that say what. */
  readonly labels: readonly ReadCell[];
  readonly heads: readonly (HeadWords & { readonly cell: GridCell })[];
}

export interface Columns {
  readonly columns: readonly Column[];
  /** Cells of each row, by column. */
  readonly rows: readonly (readonly (ReadCell | null)[])[];
}

/** How many of the filled cells have to be of a type for the column to be of it. */
const MOSTLY = 0.6;

/** A time or place or party that a head names: it says of whom or when the cells below are. */
const isLabel = (read: CellRead | null): boolean =>
  read !== null && (read.place !== null || read.date !== null || read.entities.length > 0);

const YEAR = /^(?:19|20)\d\d$/;

function typeOf(cells: readonly CellRead[], heads: Column["heads"], known: Known): ColumnType {
  const share = (is: (read: CellRead) => boolean): number =>
    cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
  const counts = heads.some(({ what, unit }) => namesCount(`${what} ${unit}`, known));
  const isTime = (read: CellRead): boolean => read.date !== null && (!counts || read.number === null);
  const isSure = heads.some(({ fields }) => fields.length > 0) || cells.every(({ core }) => YEAR.test(core));
  if (share(({ place }) => place !== null) >= MOSTLY) return "place";
  if (share(isTime) >= MOSTLY && isSure) return "date";
  if (share(({ entities }) => entities.length > 0) >= MOSTLY) return "entity";
  if (share(({ number }) => number !== null) >= MOSTLY) return "number";
  return "text";
}

const counted = new WeakMap<Lexicon, Map<LanguageLexicon, ReadonlySet<string>>>();

/** Words that say what a measure of the codebook counts, by their stems. */
function countWords(lexicon: Lexicon, language: LanguageLexicon): ReadonlySet<string> {
  const of = counted.get(lexicon) ?? new Map<LanguageLexicon, ReadonlySet<string>>();
  counted.set(lexicon, of);
  const known = of.get(language);
  if (known) return known;
  const found = new Set(preparedMeasures(lexicon, language).flatMap(each => [...each.heads]));
  of.set(language, found);
  return found;
}

/** Whether words name anything that the codebook counts: without that they are not looked at further. */
export function namesCount(words: string, { lexicon, language }: Known): boolean {
  const known = countWords(lexicon, language);
  return wordsOf(words, [0, words.length], language.stem).some(
    ({ stem, key }) => known.has(stem) || language.nouns.unitsOf(key).length > 0,
  );
}

/** The columns of a table, each with what its cells and its heads are. */
export function columnsIn(grid: Grid, known: Known): Columns {
  const rows = grid.rows.map(({ cells }) =>
    cells.map(cell => cell && { cell, read: readCell(cell.words, known) }),
  );
  const columns = grid.heads.map((above, column): Column => {
    const read = above.map(cell => ({ cell, read: readCell(cell.words, known) }));
    const heads = read
      .filter(each => !isLabel(each.read))
      .map(({ cell }) => ({ ...headWords(cell.words, known), cell }));
    const cells = rows.flatMap(row => {
      const cell = row[column];
      return cell?.read && !cell.cell.wide ? [cell.read] : [];
    });
    return { type: typeOf(cells, heads, known), labels: read.filter(each => isLabel(each.read)), heads };
  });
  return { columns, rows };
}
