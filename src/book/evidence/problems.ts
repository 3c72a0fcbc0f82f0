import type { Codebook, Problem } from "../../codebook/types.ts";
import type { Statement } from "../types.ts";

/** Problems beyond this many say nothing new. */
const REPORTED = 100;

/** What keeps statements from being taken into a book: unknown kinds and fields, empty records, numbers that are none. */
export function problemsOfStatements(statements: readonly Statement[], codebook: Codebook): Problem[] {
  const fields = new Map<string, ReadonlySet<string>>();
  for (const kind of codebook.kinds.values())
    fields.set(kind.id, new Set(kind.fields.map(field => field.id)));
  const problems: Problem[] = [];
  for (const [index, statement] of statements.entries()) {
    if (problems.length === REPORTED) break;
    const problem = problemOf(statement, fields);
    if (problem) problems.push({ ...problem, line: index + 1, file: "statements" });
  }
  return problems;
}

function problemOf(statement: Statement, fields: ReadonlyMap<string, ReadonlySet<string>>): Problem | null {
  const { record, kind, field, number, low, high, span } = statement;
  const known = fields.get(kind);
  if (record === "")
    return {
      code: "missing-id",
      column: "record",
      message: "the statement names no record",
      hint: "give the record an id",
    };
  if (!known)
    return {
      code: "unknown-kind",
      column: "kind",
      message: `the codebook has no kind ${JSON.stringify(kind)}`,
      expected: [...fields.keys()].join(", "),
    };
  if (!known.has(field))
    return {
      code: "unknown-field",
      column: "field",
      message: `the kind ${kind} has no field ${JSON.stringify(field)}`,
      expected: [...known].join(", "),
    };
  if ([number, low, high, ...(span ?? [])].every(value => value === null || Number.isFinite(value)))
    return null;
  return { code: "bad-number", column: field, message: "the statement holds a number that is none" };
}
