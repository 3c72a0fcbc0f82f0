import type { Book, Row } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import type { PanelDeclaration } from "../../codebook/types.ts";
import { type ColumnData, type Frame, frameOf } from "../data/frame.ts";
import type { Dropped } from "../model/design.ts";
import { digestOf, panelCsv } from "./digest.ts";
import { panelQuery } from "./panel-query.ts";

/** A panel built from a book at one entry of its journal. */
export interface BookPanel {
  readonly declaration: PanelDeclaration;
  /** `seq:hash` of the entry. */
  readonly asOf: string;
  /** Runs as it stands in `custodes query` and gives the whole grid. */
  readonly query: string;
  /** The grid as the query gives it: one row a country and year, in this order. */
  readonly csv: string;
  /** SHA-256 of `csv`. The same digest means that every number and every record behind it is the same. */
  readonly digest: string;
  /** The rows that are used, as data for the estimators. */
  readonly frame: Frame;
  readonly countries: number;
  readonly years: readonly [number, number];
  /** Rows of the grid that are left out before any model, by reason. */
  readonly dropped: readonly PanelDropped[];
  readonly treatments: Readonly<Record<string, TreatmentRecords>>;
}

export interface PanelDropped extends Dropped {
  readonly countries: readonly string[];
}

/** What a treatment rests on. */
export interface TreatmentRecords {
  readonly label: string;
  /** First treated year by country of the panel, of those treated by its last year. */
  readonly first: Readonly<Record<string, number>>;
  /** Countries of the panel without any record. */
  readonly never: readonly string[];
  /** Countries with records of which none is dated. */
  readonly undated: readonly string[];
  /** Countries that have records and stand outside the grid, because no outcome is known for them. */
  readonly outside: readonly string[];
  /** Records by country and year; year null where there is no date. */
  readonly records: readonly {
    readonly record: string;
    readonly country: string;
    readonly year: number | null;
  }[];
}

/** Builds a panel by its query. Throws a `UserError` where it is empty. */
export async function buildPanel(book: Book, declaration: PanelDeclaration): Promise<BookPanel> {
  const query = panelQuery(declaration);
  const rows = await book.sql(query);
  if (rows.length === 0) {
    throw new UserError({
      code: "empty-panel",
      message: "the book has no value of the series of this panel in these years",
      hint: `run the query to see: ${query.split("\n")[0]} ...`,
    });
  }
  const treatments: Record<string, TreatmentRecords> = {};
  for (const name of Object.keys(declaration.treatments))
    treatments[name] = await treatmentOf(book, { declaration, name, rows });
  const { kept, dropped } = without(rows, declaration, treatments);
  const csv = panelCsv(rows);
  const years = rows.map(row => Number(row["year"]));
  return {
    declaration,
    asOf: `${book.head.seq}:${book.head.hash}`,
    query,
    csv,
    digest: await digestOf(csv),
    frame: frameOf(columnsOf(kept, declaration)),
    countries: new Set(kept.map(countryOf)).size,
    years: [Math.min(...years), Math.max(...years)],
    dropped,
    treatments,
  };
}

const countryOf = (row: Row) => String(row["country"]);

interface Source {
  readonly declaration: PanelDeclaration;
  readonly name: string;
  readonly rows: readonly Row[];
}

async function treatmentOf(book: Book, { declaration, name, rows }: Source): Promise<TreatmentRecords> {
  const { sql, label } = declaration.treatments[name]!;
  const found = await book.sql(
    `SELECT DISTINCT record, country, "year" FROM (\n${sql}\n) AS t WHERE country IS NOT NULL ORDER BY country, "year", record`,
  );
  const records = found.map(row => ({
    record: String(row["record"]),
    country: countryOf(row),
    year: row["year"] === null ? null : Number(row["year"]),
  }));
  const grid = new Set(rows.map(countryOf));
  const first: Record<string, number> = {};
  for (const { country, year } of records)
    if (year !== null && year <= declaration.to && grid.has(country))
      first[country] = Math.min(first[country] ?? year, year);
  const named = new Set(records.map(({ country }) => country));
  const dated = new Set(records.filter(({ year }) => year !== null).map(({ country }) => country));
  return {
    label: label.en,
    first,
    never: [...grid].filter(country => !named.has(country)),
    undated: [...grid].filter(country => named.has(country) && !dated.has(country)),
    outside: [...named].filter(country => !grid.has(country)).sort(),
    records,
  };
}

/** The grid without countries whose treatment has no known year. */
function without(
  rows: readonly Row[],
  declaration: PanelDeclaration,
  treatments: Readonly<Record<string, TreatmentRecords>>,
): { kept: readonly Row[]; dropped: PanelDropped[] } {
  let kept = rows;
  const dropped: PanelDropped[] = [];
  for (const [name, { label, undated }] of Object.entries(treatments)) {
    if (declaration.treatments[name]!.undated !== "exclude" || undated.length === 0) continue;
    const out = new Set(undated);
    const rest = kept.filter(row => !out.has(countryOf(row)));
    const countries = [...new Set(kept.filter(row => out.has(countryOf(row))).map(countryOf))];
    if (countries.length > 0)
      dropped.push({
        reason: `${label}: records of the country bear no date`,
        rows: kept.length - rest.length,
        countries,
      });
    kept = rest;
  }
  return { kept, dropped };
}

function columnsOf(
  rows: readonly Row[],
  { series, treatments }: PanelDeclaration,
): Record<string, ColumnData> {
  const numbers = (name: string) =>
    Float64Array.from(rows, row =>
      row[name] === null || row[name] === undefined ? Number.NaN : Number(row[name]),
    );
  const texts = (name: string) => rows.map(row => (row[name] === null ? null : String(row[name])));
  return {
    country: texts("country"),
    region: texts("region"),
    year: numbers("year"),
    ...Object.fromEntries(
      Object.entries(series).map(([name, { take }]) => [
        name,
        take === "class" ? texts(name) : numbers(name),
      ]),
    ),
    ...Object.fromEntries(
      Object.keys(treatments).flatMap(name =>
        [name, `${name}_first`, `${name}_count`].map(column => [column, numbers(column)]),
      ),
    ),
  };
}
