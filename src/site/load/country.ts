import type { ClassStrip, CountryData, TimelineData, YearLine } from "../data.ts";
import { timelineOf } from "./counts.ts";
import { isEvent, mapField } from "./kinds.ts";
import type { Library } from "./library.ts";
import type { SeriesCell } from "./reader.ts";
import { rolesOfCountry } from "./roles.ts";

/** One value a year: where several sources give one, the lowest source id is shown. */
async function seriesOf(library: Library, code: string): Promise<Map<string, SeriesCell[]>> {
  const byMeasure = new Map<string, Map<number, SeriesCell>>();
  for (const cell of await library.reader.seriesOf("country", code)) {
    const years = byMeasure.get(cell.measure) ?? new Map<number, SeriesCell>();
    if (!years.has(cell.year)) years.set(cell.year, cell);
    byMeasure.set(cell.measure, years);
  }
  return new Map([...byMeasure].map(([measure, years]) => [measure, [...years.values()]]));
}

function stripsOf(library: Library, cells: ReadonlyMap<string, readonly SeriesCell[]>): ClassStrip[] {
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

function linesOf(library: Library, cells: ReadonlyMap<string, readonly SeriesCell[]>): YearLine[] {
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
      mapped.map(async kind =>
        timelineOf({ kind, instances: await library.reader.holding(kind, mapField(kind)!, code) }),
      ),
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
