import type { Row } from "../../book/types.ts";
import type { SeriesData } from "../data.ts";
import type { Library } from "./library.ts";

interface Cell extends Row {
  readonly country: string;
  readonly year: number;
  readonly value: number | null;
  readonly category: string | null;
  readonly source: string;
}

/** A country-year measure as a table; null where the codebook has no such series. */
export async function loadSeries(library: Library, id: string): Promise<SeriesData | null> {
  const series = library.codebook.series.get(id);
  if (series === undefined) return null;
  const cells = await library.book.sql<Cell>(
    "SELECT country, year, value, category, source FROM series WHERE measure = $1 ORDER BY country, year, source DESC",
    [id],
  );
  const years = [...new Set(cells.map(({ year }) => year))].sort((a, b) => a - b);
  const byCountry = new Map<string, Map<number, Cell>>();
  for (const cell of cells) {
    const row = byCountry.get(cell.country) ?? new Map<number, Cell>();
    byCountry.set(cell.country, row.set(cell.year, cell));
  }
  const rows = [...byCountry].map(([code, row]) => ({
    code,
    name: library.countryName(code),
    cells: years.map(year => {
      const cell = row.get(year);
      return cell === undefined ? null : { value: cell.value, class: cell.category ?? "" };
    }),
  }));
  return {
    id,
    label: series.label.en,
    maker: series.maker,
    unit: series.unit,
    terms: series.terms,
    classesOnly: series.classesOnly,
    classes: series.classes.map(({ code, label }) => ({ code, label: label.en })),
    years,
    rows: rows.sort((a, b) => a.name.localeCompare(b.name, "en")),
    sources: await library.sources([...new Set(cells.map(({ source }) => source))]),
  };
}
