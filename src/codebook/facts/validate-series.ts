import { didYouMean } from "../suggest.ts";
import type { ParsedSeries, Problem, SeriesDeclaration, SeriesRow } from "../types.ts";
import { type Cell, type Known, sourceProblems } from "./known.ts";
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
  const series = known.codebook.series.get(row.measure);
  const what = { code: "unknown-series", what: "series" };
  return [
    ...unknownCountry(row.country, cell("country"), known),
    ...yearProblems(row.year, cell("year")),
    ...(series
      ? [
          ...classProblems(row.category, series, cell("category")),
          ...scoreProblems(row, series, cell("value")),
        ]
      : unknown(row.measure, known.codebook.series, { ...cell("measure"), ...what })),
  ];
}

function yearProblems(year: number, cell: Cell): Problem[] {
  const [first, last] = YEARS;
  if (year >= first && year <= last) return [];
  const message = `the year ${year} cannot be meant`;
  const expected = `${first} to ${last}`;
  return [
    { ...cell, code: "number-range", message, expected, received: String(year), hint: "correct the year" },
  ];
}

function classProblems(category: string, { id, classes }: SeriesDeclaration, cell: Cell): Problem[] {
  const codes = classes.map(each => each.code);
  if (category === "" || codes.includes(category)) return [];
  return [
    {
      ...cell,
      code: "unknown-code",
      message: `${id} has no class ${JSON.stringify(category)}`,
      expected: codes.length === 0 ? "an empty cell" : codes.join(", "),
      received: category,
      hint: didYouMean(category, codes) ?? "use one of its classes, or leave it empty",
    },
  ];
}

function scoreProblems(
  { value, category }: SeriesRow,
  { id, classesOnly }: SeriesDeclaration,
  cell: Cell,
): Problem[] {
  if (value === null && category === "") {
    const message = "the row has neither a value nor a class";
    return [{ ...cell, code: "required", message, hint: "fill one of them, or leave the row out" }];
  }
  if (value === null || !classesOnly) return [];
  const message = `the terms of ${id} let only the class be shipped`;
  const hint = "empty the cell; or, where you may keep the scores, set classesOnly to false in the codebook";
  return [{ ...cell, code: "score-not-free", message, received: String(value), hint }];
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
