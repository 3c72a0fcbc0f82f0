import type {
  Codebook,
  FactRow,
  FactValue,
  Field,
  Kind,
  ParsedFacts,
  ParsedRecords,
  Problem,
} from "../types.ts";
import { SOURCES_COLUMN } from "./columns.ts";
import { type Known, knownOf, sourceProblems } from "./known.ts";
import { isRecords, isSeries } from "./parse-facts.ts";
import { seriesProblems } from "./validate-series.ts";
import { valueProblems } from "./validate-value.ts";

/**
 * Checks all files of a book against each other: every source, country, code, measure and entity is known, ids are unique
 * over all files of a kind, numbers and periods make sense. Returns these problems with those of `parseFacts`, in reading order.
 */
export function validateFacts(codebook: Codebook, parsedFiles: readonly ParsedFacts[]): Problem[] {
  const records = parsedFiles.filter(isRecords);
  const known = knownOf(codebook, records);
  const problems = [
    ...parsedFiles.flatMap(file => file.problems),
    ...doubleIds(records),
    ...records.flatMap(file => recordProblems(file, known)),
    ...seriesProblems(parsedFiles.filter(isSeries), known),
  ];
  return problems.sort(byPlace);
}

function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return (a.file ?? "") < (b.file ?? "") ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}

/** Ids that come in two files of one kind; those that come twice in one file are found while it is parsed. */
function doubleIds(records: readonly ParsedRecords[]): Problem[] {
  const first = new Map<string, { file: string; line: number }>();
  const told = new Set<string>();
  const problems: Problem[] = [];
  for (const { file, kind, rows } of records)
    for (const { id, line } of rows) {
      const earlier = first.get(`${kind} ${id}`);
      if (!earlier) first.set(`${kind} ${id}`, { file, line });
      else if (earlier.file !== file && !told.has(`${file} ${id}`)) {
        told.add(`${file} ${id}`);
        problems.push({
          code: "duplicate-id",
          file,
          line,
          column: "id",
          message: `the id ${id} stands in ${earlier.file}, line ${earlier.line} already`,
          received: id,
          hint: "give this row its own id, or merge the two rows",
        });
      }
    }
  return problems;
}

function recordProblems(parsed: ParsedRecords, known: Known): Problem[] {
  const kind = known.codebook.kinds.get(parsed.kind);
  if (!kind) return [];
  const fields = new Map(kind.fields.map(field => [field.id, field]));
  return parsed.rows.flatMap(row => [
    ...sourceProblems(row.sources, { file: parsed.file, line: row.line, column: SOURCES_COLUMN }, known),
    ...row.values.flatMap(value => {
      const field = fields.get(value.field) as Field;
      return valueProblems(value, field, {
        known,
        cell: { file: parsed.file, line: row.line, column: field.id },
      });
    }),
    ...orderProblems(kind, row, parsed.file),
  ]);
}

function orderProblems(kind: Kind, row: FactRow, file: string): Problem[] {
  return kind.fields.flatMap(field => {
    if (!field.notAfter) return [];
    const earlier = row.values.find(value => value.field === field.id);
    const later = row.values.find(value => value.field === field.notAfter);
    if (!earlier || !later || !isAfter(earlier, later)) return [];
    return [
      {
        code: "order",
        file,
        line: row.line,
        column: field.id,
        message: `${field.id} ${earlier.text} lies after ${field.notAfter} ${later.text}`,
        received: earlier.text,
        hint: "correct one of the two dates",
      },
    ];
  });
}

/** Partial dates are compared as far as both go: 2019-05 is not after 2019. */
function isAfter(earlier: FactValue, later: FactValue): boolean {
  return earlier.start !== "" && later.end !== "" && earlier.start > later.end;
}
