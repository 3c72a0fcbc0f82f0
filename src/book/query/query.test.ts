import { afterAll, beforeAll, expect, test } from "vitest";
import { UserError } from "../../codebook/errors.ts";
import type { Problem } from "../../codebook/types.ts";
import { addFacts } from "../add-facts.ts";
import type { OpenBook } from "../book.ts";
import { FACTS, removeFolders, smallBook } from "../testing/books.ts";
import type { QueryLimits } from "../types.ts";

let book: OpenBook;

beforeAll(async () => {
  book = await smallBook();
  await addFacts(book, { by: "tester", files: FACTS });
});
afterAll(async () => {
  await book.close();
  removeFolders();
});

const refused = (sql: string, limits?: QueryLimits): Promise<Problem | null> =>
  book.query(sql, limits).then(
    () => null,
    error => {
      if (!(error instanceof UserError)) throw error;
      return error.problems[0]!;
    },
  );

test("a query gets its columns with their types, and its rows", async () => {
  expect(await book.query("WITH a AS (SELECT id, units FROM deal) FROM a ORDER BY id LIMIT 1")).toEqual({
    columns: [
      { name: "id", type: "VARCHAR" },
      { name: "units", type: "DOUBLE" },
    ],
    rows: [{ id: "d1", units: 1500 }],
    truncated: false,
  });
  const kinds = `SELECT s.kind, count(*) AS n, list(DISTINCT field ORDER BY field) AS fields, DATE '2020-02-01' AS day
    FROM statements s WHERE s.record = 'd2' GROUP BY ALL`;
  expect((await book.query(kinds)).rows).toEqual([
    { kind: "deal", n: 3, fields: ["agreed", "buyers", "seller"], day: "2020-02-01" },
  ]);
});

test.each([
  "SELECT * FROM statements, record_source, series, country, entries, deal, source LIMIT 0",
  "SELECT * FROM main.deal",
  "DESCRIBE deal",
  "SUMMARIZE deal",
  "VALUES (1), (2)",
  "FROM deal SELECT id UNION ALL SELECT 'x'",
  "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) SELECT sum(n) FROM t",
  "SELECT id, b FROM deal, unnest(buyers) AS u(b), range(2)",
  'SELECT (SELECT max(units) FROM deal), list_transform([1, 2], x -> x + 1), e.at, e."by" FROM entries e',
])("what only reads the book is answered: %s", async sql => {
  expect(await refused(sql)).toBe(null);
});

test.each([
  ["not-a-query", "INSERT INTO deal (id) VALUES ('x')"],
  ["not-a-query", "DELETE FROM deal"],
  ["not-a-query", "CREATE TABLE x AS SELECT 1"],
  ["not-a-query", "DROP TABLE deal"],
  ["not-a-query", "COPY deal TO '/tmp/out.csv'"],
  ["not-a-query", "COPY (SELECT 1) TO '/tmp/out.csv'"],
  ["not-a-query", "EXPORT DATABASE '/tmp/out'"],
  ["not-a-query", "ATTACH '/tmp/other.duckdb'"],
  ["not-a-query", "INSTALL httpfs"],
  ["not-a-query", "LOAD httpfs"],
  ["not-a-query", "SET enable_external_access = true"],
  ["not-a-query", "RESET lock_configuration"],
  ["not-a-query", "PRAGMA database_list"],
  ["not-a-query", "CALL pragma_database_size()"],
  ["not-a-query", "CHECKPOINT"],
  ["not-a-query", "PREPARE p AS SELECT 1"],
  ["not-a-query", "EXPLAIN ANALYZE SELECT 1"],
  ["not-a-query", "SELECT 1; SELECT 2"],
  ["not-a-query", "SELECT 1; DROP TABLE deal"],
  ["not-a-query", ""],
  ["not-a-query", "CREATE SECRET (TYPE s3)"],
  ["refused-query", "SELECT * FROM '/etc/passwd'"],
  ["refused-query", 'SELECT * FROM "/etc/passwd"'],
  ["refused-query", "SELECT * FROM 'https://example.org/x.csv'"],
  ["refused-query", "SELECT * FROM read_csv('/etc/passwd')"],
  ["refused-query", "SELECT * FROM read_text('/etc/passwd')"],
  ["refused-query", "SELECT * FROM read_blob('*')"],
  ["refused-query", "SELECT * FROM READ_PARQUET('x')"],
  ["refused-query", "SELECT * FROM main.read_csv('/etc/passwd')"],
  ["refused-query", "SELECT * FROM parquet_schema('x')"],
  ["refused-query", "SELECT * FROM glob('/*')"],
  ["refused-query", "SELECT * FROM query('SELECT 1')"],
  ["refused-query", "SELECT * FROM query_table('duckdb_settings')"],
  ["refused-query", "SELECT * FROM duckdb_settings()"],
  ["refused-query", "SELECT * FROM duckdb_databases"],
  ["refused-query", "SELECT * FROM sqlite_master"],
  ["refused-query", "SELECT * FROM pg_catalog.pg_class"],
  ["refused-query", "SELECT * FROM pg_tables"],
  ["refused-query", "SELECT * FROM information_schema.tables"],
  ["refused-query", "SELECT * FROM base.statement"],
  ["refused-query", "SELECT * FROM index.base.meta"],
  ["refused-query", "SELECT * FROM pragma_database_list"],
  ["refused-query", "SELECT * FROM sql_auto_complete('SEL')"],
  ["refused-query", "SELECT * FROM json_execute_serialized_sql('x')"],
  ["refused-query", "SELECT json_serialize_plan('SELECT 1')"],
  ["refused-query", "SELECT current_setting('home_directory')"],
  ["refused-query", "SELECT getenv('HOME')"],
  ["refused-query", "SELECT write_log('x')"],
  ["refused-query", "SELECT pg_sleep(5)"],
  ["refused-query", "SELECT sleep_ms(5000)"],
  ["refused-query", "SHOW TABLES"],
  ["refused-query", "SHOW DATABASES"],
  ["refused-query", "WITH duckdb_settings AS (FROM duckdb_settings) FROM duckdb_settings"],
  ["refused-query", "WITH a AS (FROM pg_settings), pg_settings AS (SELECT 1) FROM a"],
  ["refused-query", "SELECT id FROM deal WHERE id IN (SELECT name FROM duckdb_settings())"],
  ["refused-query", "SELECT (SELECT count(*) FROM deal ORDER BY (SELECT max(value) FROM duckdb_settings()))"],
  ["refused-query", "DESCRIBE SELECT * FROM read_csv('/etc/passwd')"],
  [
    "refused-query",
    "SELECT unnest([1]) FROM deal QUALIFY row_number() OVER (ORDER BY current_setting('threads')) = 1",
  ],
  ["bad-query", "SELECT nothing FROM deal"],
  ["bad-query", "SELEC 1"],
  ["bad-query", "SELECT $1"],
])("refused as %s: %s", async (code, sql) => {
  const problem = await refused(sql);
  expect(problem?.code).toBe(code);
  expect(JSON.stringify(problem)).not.toContain(book.dir);
});

test("the problem says where in the query it is", async () => {
  expect(await refused("SELECT id\nFROM deal\nWHERE nothing = 1")).toMatchObject({
    file: "query",
    line: 3,
    column: "column 7",
  });
  expect(await refused("SELECT 'ü' FROM nowhere")).toMatchObject({ line: 1, column: "column 17" });
});

test("a sensitive field is out of reach", async () => {
  expect((await book.query("SELECT * FROM statements WHERE text LIKE 'secret%'")).rows).toEqual([]);
  expect((await refused("SELECT contact FROM deal"))?.code).toBe("bad-query");
});

test("rows beyond the limit are cut, and it is said", async () => {
  const { rows, truncated } = await book.query("FROM range(100)", { rows: 10 });
  expect([rows.length, truncated]).toEqual([10, true]);
  expect((await book.query("FROM range(10)", { rows: 10 })).truncated).toBe(false);
});

test.each([
  "SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000) c",
  "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t",
])("a query that never ends is stopped: %s", async sql => {
  const begun = Date.now();
  const problem = await refused(sql, { timeout: 300 });
  expect(problem?.code).toBe("query-timeout");
  expect(Date.now() - begun).toBeLessThan(5000);
});

test.each([
  "SELECT length(string_agg(repeat('x', 1000000), '')) FROM range(100000)",
  "WITH RECURSIVE t(s) AS (SELECT 'x' UNION ALL SELECT s || s FROM t) SELECT max(length(s)) FROM t",
  "SELECT list_resize([1], 2000000000)",
  "SELECT range(4000000000)",
  "SELECT a.range FROM range(100000000) a ORDER BY hash(a.range)",
])("a query that takes all memory is stopped, and the next is answered: %s", async sql => {
  const problem = await refused(sql, { timeout: 3000 });
  expect(["query-memory", "query-timeout", "bad-query"]).toContain(problem?.code);
  expect((await book.query("SELECT count(*) AS n FROM deal")).rows).toEqual([{ n: 2 }]);
});

test("a very deep query is refused and breaks nothing", async () => {
  const deep = `SELECT ${"abs(".repeat(5000)}1${")".repeat(5000)}`;
  expect(await refused(deep)).not.toBe(null);
  expect((await book.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});

test("a running query makes way for a writer and is answered with what was written", async () => {
  const slow = book.query(
    "SELECT (SELECT count(*) FROM deal) AS deals, count(*) AS n FROM range(30000) a, range(30000) b",
    { timeout: 20_000 },
  );
  await new Promise(resolve => setTimeout(resolve, 100));
  await book.append({ by: "tester", act: "decide" });
  const begun = Date.now();
  expect(await book.sql("SELECT count(*) AS n FROM entries")).toEqual([{ n: 4 }]);
  expect(Date.now() - begun).toBeLessThan(2000);
  expect((await slow).rows).toEqual([{ deals: 2, n: 900_000_000 }]);
});

test("closing the book ends a query that runs, with an error and no new index", async () => {
  const closing = await smallBook();
  const slow = closing.query("SELECT count(*) FROM range(1000000) a, range(1000000) b").catch(error => error);
  await new Promise(resolve => setTimeout(resolve, 200));
  await closing.close();
  expect(((await slow) as UserError).problems[0]?.code).toBe("book-closed");
  await expect(closing.sql("SELECT 1")).rejects.toThrow("has been closed");
});
