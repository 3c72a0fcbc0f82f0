import type { DuckDBConnection } from "@duckdb/node-api";
import { refusal } from "../errors.ts";
import type { Objects } from "../journal/objects.ts";
import { duckdb } from "./duck.ts";
import { STATEMENT_VIEW } from "./schema.ts";
import { name, text } from "./sql-text.ts";

/** Columns of a Parquet object of statements: those of `statements` but `seq`, which the entry gives. */
export const PARQUET_COLUMNS = STATEMENT_VIEW.filter(column => column !== "seq");

/** Empty text means "not stated", as in every other statement. */
const TEXTS = new Set(["unit", "qualifier", "start", "end", "source", "capture", "by", "text"]);

/** The columns as the index takes them, in order. */
export const PARQUET_SELECT = PARQUET_COLUMNS.map(column =>
  TEXTS.has(column) ? `coalesce(${name(column)}, '')` : name(column),
).join(", ");

/** Leaves the statements of a record (or of one field of it) out of a Parquet object; null where nothing is left. */
export async function withoutRows(
  objects: Objects,
  hash: string,
  { record, field }: { record: string; field?: string },
): Promise<{ removed: number; replacement: string | null }> {
  const target = `record = ${text(record)}${field === undefined ? "" : ` AND field = ${text(field)}`}`;
  const from = `read_parquet(${text(objects.path(hash))})`;
  return withEngine(async connection => {
    const counted = await connection.runAndReadAll(
      `SELECT count(*), count(*) FILTER (WHERE ${target}) FROM ${from}`,
    );
    const [all, removed] = counted.getRows()[0]!.map(Number) as [number, number];
    if (removed === 0 || removed === all) return { removed, replacement: null };
    const scratch = await objects.scratchPath();
    await connection.run(
      `COPY (SELECT * FROM ${from} WHERE NOT (${target})) TO ${text(scratch)} (FORMAT parquet)`,
    );
    return { removed, replacement: await objects.putFile(scratch, { move: true }) };
  });
}

/** Number of statements in a Parquet file. Throws a `UserError` where it is none, or lacks columns. */
export async function countParquet(path: string): Promise<number> {
  return withEngine(async connection => {
    const file = `read_parquet(${text(path)})`;
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${file}`).catch(error => {
      const [message] = (error as Error).message.replaceAll(path, "it").split("\n");
      throw refusal({
        code: "no-parquet",
        file: path,
        message: `this is no Parquet file that can be read (${message})`,
        hint: "write it again, uncompressed or with Snappy or Zstandard",
      });
    });
    const columns = described.getRows().map(row => String(row[0]));
    const missing = PARQUET_COLUMNS.filter(column => !columns.includes(column));
    if (missing.length > 0)
      throw refusal({
        code: "missing-column",
        file: path,
        message: `the Parquet file lacks the columns ${missing.join(", ")}`,
        expected: PARQUET_COLUMNS.join(", "),
        hint: "add the columns; where nothing is stated they may be null",
      });
    const counted = await connection.runAndReadAll(`SELECT count(*) FROM ${file}`);
    return Number(counted.getRows()[0]?.[0]);
  });
}

async function withEngine<T>(task: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const { DuckDBInstance } = await duckdb();
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    return await task(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
