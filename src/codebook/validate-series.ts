import { type Cell, type Known, sourceProblems } from "./known.ts";
import { didYouMean } from "./suggest.ts";
import type { ParsedSeries, Problem, SeriesRow } from "./types.ts";
import { unknown, unknownCountry } from "./validate-value.ts";

/** Years that a country-year series can have: the first modern censuses to a forecast for this century. */
const YEARS = [1700, 2100] as const;

/** Problems of all series files: unknown countries, series, classes and sources; scores that may not be shipped; double rows. */
export function seriesProblems(files: readonly ParsedSeries[], known: Known): Problem[] {
  const seen = new Map<string, string>();
  const checkedSources = new Map<readonly string[], boolean>();
  return files.flatMap(({ file, rows }) =>
    rows.flatMap(row => {
      const key = `${row.measure} ${row.country} ${row.year}`;
      const earlier = seen.get(key);
      seen.set(key, earlier ?? `${file}, line ${row.line}`);
      const double = earlier === undefined ? [] : [doubleRow(row, file, earlier)];
      return [
        ...double,
        ...rowProblems(row, file, known),
        ...rowSources(row, file, { known, checkedSources }),
      ];
    }),
  );
}

function doubleRow({ line, country, year, measure }: SeriesRow, file: string, earlier: string): Problem {
  return {
    code: "duplicate-row",
    file,
    line,
    message: `${measure} of ${country} in ${year} stands in ${earlier} already`,
    hint: "keep one of the two rows",
  };
}

function rowProblems(row: SeriesRow, file: string, known: Known): Problem[] {
  const cell = (column: string): Cell => ({ file, line: row.line, column });
  const problems: Problem[] = [];
  problems.push(...unknownCountry(row.country, cell("country"), known));
  if (row.year < YEARS[0] || row.year > YEARS[1])
    problems.push({
      ...cell("year"),
      code: "number-range",
      message: `the year ${row.year} cannot be meant`,
      expected: `${YEARS[0]} to ${YEARS[1]}`,
      received: String(row.year),
      hint: "correct the year",
    });
  const series = known.codebook.series.get(row.measure);
  if (!series)
    return [
      ...problems,
      ...unknown(row.measure, known.codebook.series, {
        ...cell("measure"),
        code: "unknown-series",
        what: "series",
      }),
    ];
  if (row.category !== "" && !series.classes.some(each => each.code === row.category)) {
    const codes = series.classes.map(each => each.code);
    problems.push({
      ...cell("category"),
      code: "unknown-code",
      message: `${series.id} has no class ${JSON.stringify(row.category)}`,
      expected: codes.length === 0 ? "an empty cell" : codes.join(", "),
      received: row.category,
      hint: didYouMean(row.category, codes) ?? "use one of its classes, or leave it empty",
    });
  }
  if (series.classesOnly && row.value !== null)
    problems.push({
      ...cell("value"),
      code: "score-not-free",
      message: `the terms of ${series.id} let only the class be shipped`,
      received: String(row.value),
      hint: "empty the cell; get the full table from the maker",
    });
  if (row.value === null && row.category === "")
    problems.push({
      ...cell("value"),
      code: "required",
      message: "the row has neither a value nor a class",
      hint: "fill one of them, or leave the row out",
    });
  return problems;
}

/** Rows share their lists of sources, so each list is looked up once. */
function rowSources(
  row: SeriesRow,
  file: string,
  { known, checkedSources }: { known: Known; checkedSources: Map<readonly string[], boolean> },
): Problem[] {
  let fine = checkedSources.get(row.sources);
  if (fine === undefined) {
    fine = row.sources.length > 0 && row.sources.every(id => known.sources.has(id));
    checkedSources.set(row.sources, fine);
  }
  if (fine) return [];
  const cell = { file, line: row.line, column: "source_ids" };
  if (row.sources.length > 0) return sourceProblems(row.sources, cell, known);
  return [
    {
      ...cell,
      code: "no-source",
      message: "the row names no source",
      hint: "name at least one id of a source; a fact without a source is not kept",
    },
  ];
}
