import type { CsvText } from "../csv.ts";
import type { ParsedSeries, Problem, SeriesRow } from "../types.ts";
import { SERIES_COLUMNS } from "./columns.ts";
import { readHeader, splitCell, unclosedQuote, wrongWidth } from "./header.ts";
import { NUMBER, wrongNumber } from "./value.ts";

/** Rows of a series file. A row whose year or value cannot be read is left out and said. */
export function parseSeries(file: string, csv: CsvText): ParsedSeries {
  const { positions, problems } = readHeader(file, csv, SERIES_COLUMNS);
  const [country, year, measure, value, category, sources] = SERIES_COLUMNS.map(
    column => positions.get(column) ?? -1,
  ) as [number, number, number, number, number, number];
  const width = csv.rows[0]?.cells.length ?? 0;
  const sourceLists = new Map<string, readonly string[]>();
  const rows: SeriesRow[] = [];
  for (let index = 1; index < csv.rows.length; index++) {
    const { line, cells } = csv.rows[index]!;
    if (cells.length !== width) {
      problems.push(wrongWidth(file, csv.rows[index]!, width));
      continue;
    }
    const yearText = cells[year] ?? "";
    const valueText = cells[value] ?? "";
    const sourceText = cells[sources] ?? "";
    const wrong = cellProblem(yearText, valueText);
    if (wrong) {
      problems.push({ ...wrong, file, line });
      continue;
    }
    // Thousands of rows name the same sources: the list is made once.
    const list = sourceLists.get(sourceText) ?? splitCell(sourceText.trim());
    sourceLists.set(sourceText, list);
    rows.push({
      line,
      country: cells[country] ?? "",
      year: Number(yearText),
      measure: cells[measure] ?? "",
      value: valueText === "" ? null : Number(valueText),
      category: cells[category] ?? "",
      sources: list,
    });
  }
  return { file, kind: "series", rows, problems: [...problems, ...unclosedQuote(file, csv)] };
}

/** What keeps a row from being read: a year or a value that is none. */
function cellProblem(year: string, value: string): Problem | null {
  if (!/^\d{4}$/.test(year)) {
    const message = `${JSON.stringify(year)} is not a year`;
    const hint = "write the year alone, like 2019";
    return { code: "bad-year", column: "year", message, expected: "four digits", received: year, hint };
  }
  if (value === "" || NUMBER.test(value)) return null;
  return { ...wrongNumber(value), column: "value", received: value };
}
