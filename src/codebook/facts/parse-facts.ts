import { type CsvText, parseCsv } from "../csv.ts";
import { didYouMean } from "../suggest.ts";
import type { Codebook, FactRow, Kind, ParsedFacts, ParsedRecords, ParsedSeries, Problem } from "../types.ts";
import { columnsOf, kindOfFile, SOURCES_COLUMN } from "./columns.ts";
import { readHeader, splitCell, unclosedQuote, wrongWidth } from "./header.ts";
import { parseSeries } from "./parse-series.ts";
import { valuesOf } from "./value.ts";

/**
 * Reads one facts file. What it holds is told by its name (`kindOfFile`). Problems of form are collected with the rows:
 * missing and unknown columns, rows of the wrong width, numbers and dates that cannot be read, empty required fields,
 * ids that are missing or come twice in the file. Whether references are known is for `validateFacts`.
 */
export function parseFacts(codebook: Codebook, file: string, csvText: string): ParsedFacts {
  const kind = kindOfFile(file, codebook.kinds.keys());
  const csv = parseCsv(csvText);
  if (kind === "series") return parseSeries(file, csv);
  const declared = kind === null ? undefined : codebook.kinds.get(kind);
  if (!declared) return { file, kind: "", rows: [], problems: [unknownKind(codebook, file)] };
  return parseRecords(declared, file, csv);
}

/** Does the file hold series rows? */
export function isSeries(parsed: ParsedFacts): parsed is ParsedSeries {
  return parsed.kind === "series";
}

/** Does the file hold records of a kind? */
export function isRecords(parsed: ParsedFacts): parsed is ParsedRecords {
  return !isSeries(parsed);
}

function unknownKind(codebook: Codebook, file: string): Problem {
  const kinds = [...codebook.kinds.keys()];
  const stem = file.slice(file.lastIndexOf("/") + 1).replace(/\.csv$/, "");
  return {
    code: "unknown-kind",
    file,
    message: "the name of the file names no kind of the codebook",
    expected: `<kind>.csv, <kind>-<topic>.csv or series-<topic>.csv, with a kind of ${kinds.join(", ")}`,
    received: stem,
    hint: didYouMean(stem, kinds) ?? "rename the file",
  };
}

function parseRecords(kind: Kind, file: string, csv: CsvText): ParsedRecords {
  const { positions, problems } = readHeader(file, csv, columnsOf(kind));
  const at = (column: string | undefined) => (column === undefined ? -1 : (positions.get(column) ?? -1));
  const fields = kind.fields.map(field => ({
    field,
    at: at(field.id),
    high: at(field.columns?.high),
    qualifier: at(field.columns?.qualifier),
    unit: at(field.columns?.unit),
  }));
  const width = csv.rows[0]?.cells.length ?? 0;
  const idAt = at("id");
  const sourcesAt = at(SOURCES_COLUMN);
  const rows: FactRow[] = [];
  const seen = new Map<string, number>();
  for (const row of csv.rows.slice(1)) {
    if (row.cells.length !== width) {
      problems.push(wrongWidth(file, row, width));
      continue;
    }
    const id = (row.cells[idAt] ?? "").trim();
    if (idAt >= 0) problems.push(...problemsOfId(id, { file, line: row.line, seen }));
    const values = fields.flatMap(columns => valuesOf(columns, row, { file, problems }));
    const sources = kind.cited ? [id] : splitCell((row.cells[sourcesAt] ?? "").trim());
    if (kind.sourced && sourcesAt >= 0 && sources.length === 0)
      problems.push({
        code: "no-source",
        file,
        line: row.line,
        column: SOURCES_COLUMN,
        message: `${id || "the row"} names no source`,
        hint: "name at least one id of a source; a fact without a source is not kept",
      });
    rows.push({ id, line: row.line, values, sources });
  }
  return { file, kind: kind.id, rows, problems: [...problems, ...unclosedQuote(file, csv)] };
}

/** Ids become file names, addresses and SQL values: lower-case letters, digits and hyphens keep them safe in all of them. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

function problemsOfId(
  id: string,
  place: { file: string; line: number; seen: Map<string, number> },
): Problem[] {
  const { file, line, seen } = place;
  const about = { file, line, column: "id", received: id };
  if (id === "")
    return [
      {
        ...about,
        code: "missing-id",
        message: "the row has no id",
        hint: "give it one that no other row has",
      },
    ];
  const earlier = seen.get(id);
  if (earlier !== undefined)
    return [
      {
        ...about,
        code: "duplicate-id",
        message: `the id ${id} stands in line ${earlier} already`,
        hint: "give this row its own id, or merge the two rows",
      },
    ];
  seen.set(id, line);
  if (ID.test(id)) return [];
  return [
    {
      ...about,
      code: "bad-id",
      message: `${JSON.stringify(id)} is not an id`,
      expected: "lower-case letters and digits, parts joined by single hyphens",
      hint: "write it like ken-nairobi-safe-city",
    },
  ];
}
