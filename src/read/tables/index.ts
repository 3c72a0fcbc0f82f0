import type { Draft } from "../claims/context.ts";
import type { Lexicon } from "../lexicon.ts";
import type { CandidateRecord, Document, Span, Table } from "../types.ts";
import type { Known } from "./cells.ts";
import { columnsIn } from "./columns.ts";
import { maySay } from "./gate.ts";
import { gridOf } from "./grid.ts";
import { withUnit } from "./heads.ts";
import { analysed, numberClaim, ORDERS, type ToldNumber, toldNumbers } from "./numbers.ts";
import { numberEnd } from "./of-table.ts";
import { recordOf } from "./records.ts";
import { type Parts, partsOf, relationClaims, type ToldRow, toldRow } from "./relations.ts";
import type { Row, Shown } from "./rows.ts";

/** What the tables of a document assert. */
export interface TablesRead {
  /** In order of the text, each of a cell. */
  readonly claims: readonly Draft[];
  readonly records: readonly CandidateRecord[];
  /** Rows of heads above what was read. */
  readonly heads: readonly Span[];
}

const NOTHING: TablesRead = { claims: [], records: [], heads: [] };

const known = new WeakMap<Document, WeakMap<Lexicon, TablesRead>>();

/**
 * Claims and candidate records of the tables of a document. A cell is read only where its heads, its row and the title of its table say by
 * words that the reader knows what it counts and of whom, or who gave what to whom; everything else is left.
 */
export function readTables(document: Document, lexicon: Lexicon): TablesRead {
  if (!document.tables || document.tables.length === 0) return NOTHING;
  const of = known.get(document) ?? new WeakMap<Lexicon, TablesRead>();
  known.set(document, of);
  const found = of.get(lexicon) ?? readAll(document, document.tables, lexicon);
  of.set(lexicon, found);
  return found;
}

/** Tables beyond these are left: a document is read in bounded time. */
const MOST_CELLS = 20_000;

function readAll(document: Document, tables: readonly Table[], lexicon: Lexicon): TablesRead {
  const language = lexicon.language(document.language);
  if (!language) return NOTHING;
  const claims: Draft[] = [];
  const records: CandidateRecord[] = [];
  const heads: Span[] = [];
  let cells = 0;
  for (const table of tables) {
    cells += table.rows.reduce((sum, row) => sum + row.cells.length, 0);
    if (cells > MOST_CELLS) break;
    const read = readTable(document, table, { document, lexicon, language });
    claims.push(...read.claims);
    records.push(...read.records);
    heads.push(...read.heads);
  }
  return { claims, records, heads };
}

const LONGEST_TITLE = 200;

function titleOf(words: string, from: number, known: Known): Shown["title"] {
  const number = numberEnd(words);
  const title = words.slice(number).replace(/[\s.:：。]+$/u, "");
  if (title === "" || title.length > LONGEST_TITLE) return null;
  const { what, unit } = withUnit(title, known);
  return { words: what, unit, span: [from + number, from + number + what.length] };
}

function readTable(document: Document, table: Table, about: Known & { document: Document }): TablesRead {
  const grid = gridOf(table, document);
  if (!grid || !maySay(grid, about)) return NOTHING;
  const columns = columnsIn(grid, about);
  const title = grid.caption && titleOf(grid.caption.words, grid.caption.span[0], about);
  const shown: Shown = { grid, columns, known: about, title };
  const rows = grid.rows.map((row, i): Row => ({ row, cells: columns.rows[i]! }));
  const parts = partsOf(shown);
  const numbers = numbersOf(shown, rows, document);
  const read = parts
    ? withRelations(shown, rows, { parts, numbers, document })
    : { claims: numbers, records: [] };
  return { ...read, heads: read.claims.length > 0 ? grid.top.map(({ span }) => span) : [] };
}

/** Numbers told in one order, then those that said nothing in the next. */
function numbersOf(shown: Shown, rows: readonly Row[], document: Document): Draft[] {
  const found = new Map<ToldNumber["cell"]["cell"], Draft>();
  for (const order of ORDERS) {
    const told = rows
      .flatMap(row => toldNumbers(shown, row, order))
      .filter(({ cell }) => !found.has(cell.cell));
    const lines = told.map(({ telling }) => telling.text);
    const scenes = analysed(lines, { document, lexicon: shown.known.lexicon });
    told.forEach((each, i) => {
      const claim = numberClaim(each, scenes[i]!);
      if (claim) found.set(each.cell.cell, claim);
    });
  }
  return [...found.values()].sort(byPlace);
}

interface Related {
  readonly parts: Parts;
  readonly numbers: readonly Draft[];
  readonly document: Document;
}

function withRelations(
  shown: Shown,
  rows: readonly Row[],
  { parts, numbers, document }: Related,
): Omit<TablesRead, "heads"> {
  const told = rows.map(row => toldRow(shown, row, parts)).filter((row): row is ToldRow => row !== null);
  const lines = told.map(({ telling }) => telling.text);
  const scenes = analysed(lines, { document, lexicon: shown.known.lexicon });
  const ofRow = ({ row }: ToldRow) => numbers.filter(({ sentence }) => sentence[0] === row.row.span[0]);
  return {
    claims: [...numbers, ...told.flatMap(relationClaims)].sort(byPlace),
    records: told.flatMap((each, i) => recordOf(each, ofRow(each), scenes[i]!) ?? []),
  };
}

const byPlace = (a: Draft, b: Draft): number => a.span[0] - b.span[0] || b.span[1] - a.span[1];
