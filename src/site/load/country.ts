import type { Row } from "../../book/types.ts";
import type { ClassStrip, CountryData, TimelineData, YearLine } from "../data.ts";
import { holds, timelineOf } from "./counts.ts";
import { isEvent, mapField } from "./kinds.ts";
import type { Library } from "./library.ts";
import { rolesOfCountry } from "./roles.ts";

interface Cell extends Row {
  readonly measure: string;
  readonly year: number;
  readonly value: number | null;
  readonly category: string | null;
}

/** One value a year: where several sources give one, the lowest source id is shown. */
async function seriesOf(library: Library, code: string): Promise<Map<string, Cell[]>> {
  const rows = await library.book.sql<Cell & { source: string }>(
    "SELECT measure, year, value, category, source FROM series WHERE country = $1 ORDER BY measure, year, source",
    [code],
  );
  const byMeasure = new Map<string, Map<number, Cell>>();
  for (const row of rows) {
    const years = byMeasure.get(row.measure) ?? new Map<number, Cell>();
    if (!years.has(row.year)) years.set(row.year, row);
    byMeasure.set(row.measure, years);
  }
  return new Map([...byMeasure].map(([measure, years]) => [measure, [...years.values()]]));
}

function stripsOf(library: Library, cells: ReadonlyMap<string, readonly Cell[]>): ClassStrip[] {
  return [...library.codebook.series.values()]
    .filter(({ id, classes }) => classes.length > 0 && cells.has(id))
    .map(({ id, label, maker, terms, classes }) => ({
      series: id,
      label: label.en,
      maker,
      terms,
      classes: classes.map(item => ({ code: item.code, label: item.label.en })),
      years: cells
        .get(id)!
        .filter(({ category }) => category !== null && category !== "")
        .map(({ year, category }) => ({ year, class: category ?? "" })),
    }));
}

function linesOf(library: Library, cells: ReadonlyMap<string, readonly Cell[]>): YearLine[] {
  return [...library.codebook.series.values()]
    .filter(({ id, classes }) => classes.length === 0 && cells.has(id))
    .map(({ id, label, maker, unit, terms }) => ({
      series: id,
      label: label.en,
      maker,
      unit,
      terms,
      years: cells
        .get(id)!
        .filter(({ value }) => value !== null)
        .map(({ year, value }) => ({ year, value: Number(value) })),
    }))
    .filter(({ years }) => years.length > 0);
}

/** Everything that the book knows of a country; null where there is no such country. */
export async function loadCountry(library: Library, code: string): Promise<CountryData | null> {
  const country = library.countries.get(code);
  if (country === undefined) return null;
  const mapped = [...library.codebook.kinds.values()].filter(
    kind => isEvent(kind) && mapField(kind) !== null,
  );
  const [roles, cells, timelines] = await Promise.all([
    rolesOfCountry(library, code),
    seriesOf(library, code),
    Promise.all(
      mapped.map(kind => timelineOf(library, kind, { where: holds(mapField(kind)!), parameters: [code] })),
    ),
  ]);
  return {
    ...country,
    roles,
    timelines: timelines.filter(
      (timeline): timeline is TimelineData => timeline !== null && timeline.years.length > 0,
    ),
    strips: stripsOf(library, cells),
    lines: linesOf(library, cells),
  };
}
