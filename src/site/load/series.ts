import type { SeriesData } from "../data.ts";
import type { Library } from "./library.ts";
import type { SeriesCell } from "./reader.ts";

/** A country-year measure as a table; null where the codebook has no such series. */
export async function loadSeries(library: Library, id: string): Promise<SeriesData | null> {
  const series = library.codebook.series.get(id);
  if (series === undefined) return null;
  // Where several sources give a value, the lowest source id is shown, here and on the pages of countries.
  const cells = [...(await library.reader.seriesOf("measure", id))].reverse();
  const years = [...new Set(cells.map(({ year }) => year))].sort((a, b) => a - b);
  const byCountry = new Map<string, Map<number, SeriesCell>>();
  for (const cell of cells) {
    const row = byCountry.get(cell.country) ?? new Map<number, SeriesCell>();
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
    sources: await library.sources(sourcesOf(cells)),
  };
}

/** Every source of the cells once, in order of ids: a cell that several sources give names them with `;` between. */
export const sourcesOf = (cells: readonly { readonly source: string }[]): string[] =>
  [...new Set(cells.flatMap(({ source }) => source.split(";")))].filter(Boolean).sort();
