import type { Table } from "../../check/index.ts";
import { parseCsv } from "../../codebook/csv.ts";
import { UserError } from "../../codebook/errors.ts";
import type { Effects } from "../effects.ts";
import { readTextInput } from "../input.ts";

async function tableOf(file: string, effects: Effects): Promise<Table> {
  const { text, name } = await readTextInput(file, effects);
  const { rows, unclosed } = parseCsv(text);
  const [header, ...body] = rows.map(({ cells }) => cells);
  if (unclosed !== null || !header || body.length === 0)
    throw new UserError([
      {
        code: "not-a-table",
        file: name,
        line: unclosed ?? 1,
        message: unclosed === null ? "the table has no rows" : "a quotation mark is never closed",
        expected: "a CSV with the names of its columns in the first line",
      },
    ]);
  return { title: name.replace(/\.[a-z]+$/i, ""), header, rows: body };
}

/** Holds each line of a text against a table, and prints an answer a line. */
export async function judgeByTable(table: string, statements: string, effects: Effects): Promise<number> {
  const known = await tableOf(table, effects);
  const { text } = await readTextInput(statements, effects);
  const { checkTable } = await import("../../check/index.ts");
  for (const [i, statement] of text.split(/\r?\n/).entries()) {
    if (statement.trim() === "") continue;
    const { verdict, form } = checkTable(known, statement) ?? { verdict: null, form: null };
    effects.out(`${JSON.stringify({ line: i + 1, statement: statement.trim(), verdict, form })}\n`);
  }
  return 0;
}
