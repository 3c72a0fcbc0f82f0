import type { DuckDBConnection } from "@duckdb/node-api";
import type { Problem } from "../../codebook/types.ts";
import { CLOSED_SETTINGS, duckdb, plainValue } from "../index/duck.ts";
import type { QueryResult, Row } from "../types.ts";
import type { QueryAnswer, QueryRequest, SandboxArguments } from "./sandbox.ts";
import { placeIn, refusedPart } from "./sql-guard.ts";

/**
 * The process of untrusted queries. It trusts nothing that it is asked: it opens the index for reading only, without files,
 * network, extensions or spilling to disk, and ends itself when it grows too big.
 */

/** Milliseconds between two looks at the memory in use. */
const WATCH = 10;

/** Characters of a result at most. */
const RESULT_CHARACTERS = 16 * 2 ** 20;

const { path, tables, engineMegabytes, processMegabytes } = JSON.parse(
  process.argv[2] ?? "{}",
) as SandboxArguments;

const opening = openIndex();

process.on("message", (request: QueryRequest) => {
  void answer(request).then(reply => process.send?.(reply));
});
process.on("disconnect", () => process.exit(0));

async function openIndex(): Promise<DuckDBConnection> {
  const { DuckDBInstance } = await duckdb();
  const instance = await DuckDBInstance.create(path, {
    access_mode: "READ_ONLY",
    memory_limit: `${engineMegabytes}MB`,
    threads: "2",
    temp_directory: "",
    errors_as_json: "true",
    ...CLOSED_SETTINGS,
    lock_configuration: "true",
  });
  return instance.connect();
}

async function answer(request: QueryRequest): Promise<QueryAnswer> {
  const watch = setInterval(() => {
    // SIGKILL and not exit: threads of the engine would hold up an orderly end.
    if (process.memoryUsage.rss() > processMegabytes * 2 ** 20) process.kill(process.pid, "SIGKILL");
  }, WATCH);
  let timer: NodeJS.Timeout | undefined;
  let late = false;
  try {
    const connection = await opening;
    timer = setTimeout(() => {
      late = true;
      connection.interrupt();
    }, request.timeout);
    const refused = await guard(connection, request.sql);
    return refused ? { problem: refused } : { result: await run(connection, request) };
  } catch (error) {
    return { problem: problemOf(error, request, late) };
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
  }
}

async function guard(connection: DuckDBConnection, sql: string): Promise<Problem | null> {
  const reader = await connection.runAndReadAll("SELECT json_serialize_sql($1::VARCHAR)", [sql]);
  return refusedPart(sql, JSON.parse(String(reader.getRows()[0]?.[0])), tables);
}

async function run(connection: DuckDBConnection, { sql, rows: limit }: QueryRequest): Promise<QueryResult> {
  const api = await duckdb();
  const result = await connection.stream(sql);
  const names = result.deduplicatedColumnNames();
  const columns = names.map((name, index) => ({ name, type: result.columnType(index).toString() }));
  const rows: Row[] = [];
  let characters = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return { columns, rows, truncated: false };
    for (const values of chunk.getRows()) {
      if (rows.length === limit || characters > RESULT_CHARACTERS) return { columns, rows, truncated: true };
      const row = Object.fromEntries(values.map((value, index) => [names[index]!, plainValue(value, api)]));
      characters += JSON.stringify(row).length;
      rows.push(row);
    }
  }
}

interface EngineError {
  readonly exception_type?: string;
  readonly exception_message?: string;
  readonly position?: string;
}

function problemOf(error: unknown, { sql, timeout }: QueryRequest, late: boolean): Problem {
  const text = error instanceof Error ? error.message : String(error);
  let engine: EngineError = {};
  try {
    engine = JSON.parse(text.slice(text.indexOf("{"))) as EngineError;
  } catch {
    // Not every error of the engine comes as JSON; then its text is all there is.
  }
  const kind = engine.exception_type ?? "";
  if (late || kind === "INTERRUPT")
    return {
      code: "query-timeout",
      message: `the query took more than ${timeout / 1000} s and was stopped`,
      hint: "ask for less, or add a LIMIT",
    };
  if (/Out of Memory/i.test(kind) || /out of memory|allocat|bad_alloc/i.test(text))
    return {
      code: "query-memory",
      message: "the query needed more memory than it may have and was stopped",
      hint: "ask for less: fewer rows, shorter texts, no cross joins",
    };
  const message = (engine.exception_message ?? text).replaceAll(path, "index.duckdb").split("\n\nLINE")[0]!;
  return { code: "bad-query", message, ...placeIn(sql, engine.position) };
}
