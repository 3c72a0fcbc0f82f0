import type { Problem } from "../../codebook/types.ts";

/**
 * What untrusted SQL may name. The engine itself has no files, network or extensions when it runs such SQL; this guard keeps
 * it from tables and functions that tell about the machine, wait, or take SQL as text. It reads the engine's own parse of the
 * query, so that it sees what the engine sees.
 */

/** Table functions that read nothing but their arguments. */
const TABLE_FUNCTIONS = new Set(["unnest", "range", "generate_series", "json_each", "json_tree"]);

/** Functions that tell of settings and the machine, wait, write, or run SQL given as text. */
const REFUSED_FUNCTIONS =
  /^(current_setting|current_query|getenv|getvariable|write_log|sleep.*|nextval|currval|setseed|json_(serialize|deserialize|execute).*|inet_.*|pg_.*|duckdb_.*|pragma_.*|parse_duckdb_.*|stats|query|query_table)$/i;

/** Names that the engine would find in its own catalogue if a query's own table of that name were out of sight. */
const SYSTEM_NAMES = /^(duckdb_|pragma_|sqlite_|pg_)|^information_schema$/i;

type Node = Readonly<Record<string, unknown>>;

/** The first thing in a parsed query that it may not do, or null. `parsed` is what `json_serialize_sql` returns. */
export function refusedPart(sql: string, parsed: Node, tables: readonly string[]): Problem | null {
  if (parsed["error"] === true) return parseProblem(sql, parsed);
  const statements = parsed["statements"] as readonly Node[];
  if (statements.length !== 1)
    return {
      code: "not-a-query",
      message: `one query at a time, not ${statements.length}`,
      hint: "send each query by itself",
    };
  const known = new Set(tables.map(table => table.toLowerCase()));
  const problem = walk(statements[0], { known, own: ownTables(statements[0]) });
  return problem && located(sql, problem);
}

interface Scope {
  readonly known: ReadonlySet<string>;
  /** Names of the query's own WITH tables. */
  readonly own: ReadonlySet<string>;
}

interface Refusal extends Omit<Problem, "code"> {
  /** Offset in the query, where the engine tells it. */
  readonly offset: unknown;
}

function walk(node: unknown, scope: Scope): Refusal | null {
  if (Array.isArray(node)) return firstOf(node, part => walk(part, scope));
  if (typeof node !== "object" || node === null) return null;
  return refusedNode(node as Node, scope) ?? firstOf(Object.values(node), part => walk(part, scope));
}

function refusedNode(node: Node, { known, own }: Scope): Refusal | null {
  const offset = node["query_location"];
  const lower = (key: string) => String(node[key] ?? "").toLowerCase();
  if (node["type"] === "BASE_TABLE") {
    const table = lower("table_name");
    const plain = lower("catalog_name") === "" && ["", "main"].includes(lower("schema_name"));
    if (plain && (known.has(table) || (own.has(table) && lower("schema_name") === ""))) return null;
    const tables = [...known].sort().join(", ");
    return { offset, message: `there is no table ${String(node["table_name"])}`, expected: tables };
  }
  if (node["type"] === "TABLE_FUNCTION") {
    const called = String((node["function"] as Node)["function_name"]).toLowerCase();
    if (TABLE_FUNCTIONS.has(called)) return null;
    return {
      offset,
      message: `the table function ${called} is not allowed`,
      expected: [...TABLE_FUNCTIONS].join(", "),
    };
  }
  if (node["type"] === "SHOW_REF" && (node["query"] === null || node["query"] === undefined))
    return { offset, message: "SHOW is not allowed", hint: `the tables are ${[...known].sort().join(", ")}` };
  if (node["class"] === "FUNCTION" && REFUSED_FUNCTIONS.test(lower("function_name")))
    return { offset, message: `the function ${lower("function_name")} is not allowed` };
  if (typeof node["cte_name"] === "string" || isNamedQuery(node)) {
    const called = String(node["cte_name"] ?? node["key"]);
    if (SYSTEM_NAMES.test(called))
      return { offset, message: `a WITH table must not be named ${called}`, hint: "give it another name" };
  }
  return null;
}

function ownTables(node: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const part of node) ownTables(part, names);
  else if (typeof node === "object" && node !== null) {
    if (isNamedQuery(node as Node)) names.add(String((node as Node)["key"]).toLowerCase());
    for (const part of Object.values(node)) ownTables(part, names);
  }
  return names;
}

/** An entry of a WITH list. */
function isNamedQuery(node: Node): boolean {
  const { key, value } = node as { key?: unknown; value?: { query?: unknown } | null };
  return typeof key === "string" && typeof value === "object" && value !== null && "query" in value;
}

function firstOf<T>(items: readonly T[], of: (item: T) => Refusal | null): Refusal | null {
  for (const item of items) {
    const found = of(item);
    if (found) return found;
  }
  return null;
}

function parseProblem(sql: string, parsed: Node): Problem {
  const message = String(parsed["error_message"] ?? "the query cannot be read");
  if (/^Only SELECT/.test(message))
    return {
      code: "not-a-query",
      message: "only queries that read are allowed",
      expected: "SELECT, WITH, FROM, VALUES or DESCRIBE",
      hint: "a book is changed by its facts files, custodes link, appeal and redact, which the journal keeps",
    };
  return located(sql, { message, offset: parsed["position"] }, "bad-query");
}

function located(sql: string, { offset, ...problem }: Refusal, code = "refused-query"): Problem {
  return { code, ...problem, ...placeIn(sql, offset) };
}

/** Line and column of an offset in the query, both from 1, where the engine told the offset. */
export function placeIn(sql: string, offset: unknown): Pick<Problem, "file" | "line" | "column"> {
  const at = typeof offset === "string" ? Number(offset) : offset;
  if (typeof at !== "number" || !Number.isInteger(at) || at < 0) return { file: "query" };
  const bytes = Buffer.from(sql);
  if (at > bytes.length) return { file: "query" };
  const before = bytes.toString("utf8", 0, at).split("\n");
  return { file: "query", line: before.length, column: `column ${before[before.length - 1]!.length + 1}` };
}
