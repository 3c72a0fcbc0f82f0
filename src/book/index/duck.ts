import { copyFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import type {
  DuckDBConnection,
  DuckDBInstance,
  DuckDBPreparedStatement,
  DuckDBValue,
} from "@duckdb/node-api";
import type { Row } from "../types.ts";
import { text } from "./sql-text.ts";

type Api = typeof import("@duckdb/node-api");

const require = createRequire(import.meta.url);

/**
 * The engine, loaded when first needed: verifying or appending needs none of it. It is a CommonJS package of a hundred files;
 * required it loads in half the time that an import takes, which first scans each file for its exports.
 */
export async function duckdb(): Promise<Api> {
  return require("@duckdb/node-api") as Api;
}

/** Settings for an instance that needs no network, no extensions and no files but its own. */
export const CLOSED_SETTINGS: Readonly<Record<string, string>> = {
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  allow_community_extensions: "false",
  enable_external_access: "false",
};

/** Closes an instance that was opened with access to files to all but one folder. */
export async function closeToFolder(connection: DuckDBConnection, folder: string): Promise<void> {
  // The engine refuses this as a setting of the opening: folders must be named before access is closed.
  await connection.run(`SET allowed_directories = [${text(folder)}]`);
  for (const [setting, value] of Object.entries(CLOSED_SETTINGS))
    await connection.run(`SET ${setting} = ${value}`);
}

/** A value of the engine as plain JSON-like data. Integers beyond 2^53 come as text, days and times as ISO text. */
export function plainValue(value: DuckDBValue, api: Api): unknown {
  if (typeof value === "bigint")
    return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof api.DuckDBListValue || value instanceof api.DuckDBArrayValue)
    return value.items.map(item => plainValue(item, api));
  if (value instanceof api.DuckDBStructValue)
    return Object.fromEntries(
      Object.entries(value.entries).map(([key, part]) => [key, plainValue(part, api)]),
    );
  if (value instanceof api.DuckDBMapValue)
    return value.entries.map(entry => ({
      key: plainValue(entry.key, api),
      value: plainValue(entry.value, api),
    }));
  if (value instanceof api.DuckDBDecimalValue) return value.toDouble();
  return String(value);
}

/** Statements kept ready by each connection. A page asks the same few questions again and again. */
const PREPARED_KEPT = 64;

/** One connection with its prepared statements. Used by one query at a time. */
class Session {
  readonly connection: DuckDBConnection;
  private readonly prepared = new Map<string, DuckDBPreparedStatement>();
  private readonly api: Api;

  constructor(connection: DuckDBConnection, api: Api) {
    this.connection = connection;
    this.api = api;
  }

  async rows(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const statement = await this.prepare(sql);
    statement.clearBindings();
    const types = parameters.map(value =>
      Array.isArray(value) ? this.api.LIST(this.api.VARCHAR) : undefined,
    );
    const values = parameters.map(value =>
      Array.isArray(value) ? this.api.listValue(value) : (value ?? null),
    );
    for (const [index, value] of values.entries())
      statement.bindValue(index + 1, value as DuckDBValue, types[index]);
    const reader = await statement.runAndReadAll();
    const names = reader.deduplicatedColumnNames();
    const columns = reader.getColumns();
    return Array.from({ length: reader.currentRowCount }, (_, row) => {
      const result: Record<string, unknown> = {};
      for (let column = 0; column < names.length; column++)
        result[names[column]!] = plainValue(columns[column]![row]!, this.api);
      return result;
    });
  }

  close(): void {
    for (const statement of this.prepared.values()) statement.destroySync();
    this.prepared.clear();
    this.connection.closeSync();
  }

  private async prepare(sql: string): Promise<DuckDBPreparedStatement> {
    const known = this.prepared.get(sql);
    if (known) {
      // Last used stands last, so that the first is the one to forget.
      this.prepared.delete(sql);
      this.prepared.set(sql, known);
      return known;
    }
    const statement = await this.connection.prepare(sql);
    this.prepared.set(sql, statement);
    const oldest = this.prepared.keys().next().value;
    if (this.prepared.size > PREPARED_KEPT && oldest !== undefined) {
      this.prepared.get(oldest)?.destroySync();
      this.prepared.delete(oldest);
    }
    return statement;
  }
}

/**
 * A file under this many bytes is read by one thread of the engine for each query: its tables fit in a few row groups, which are what
 * threads share among them, and a second thread only costs its own hash tables (a third more processor time for an indicator).
 */
const SMALL = 64 * 2 ** 20;

/** A database opened for reading, with a few connections that take queries in the order in which they come. */
export class Reader {
  private readonly instance: DuckDBInstance;
  private readonly idle: Session[];
  private readonly waiting: ((session: Session) => void)[] = [];

  private constructor(instance: DuckDBInstance, sessions: Session[]) {
    this.instance = instance;
    this.idle = sessions;
  }

  static async open(path: string, { connections = 3 } = {}): Promise<Reader> {
    const api = await duckdb();
    const instance = await api.DuckDBInstance.create(path, {
      access_mode: "READ_ONLY",
      ...CLOSED_SETTINGS,
      lock_configuration: "true",
      ...((await stat(path)).size < SMALL ? { threads: "1" } : {}),
    });
    const sessions: Session[] = [];
    for (let count = 0; count < connections; count++)
      sessions.push(new Session(await instance.connect(), api));
    return new Reader(instance, sessions);
  }

  async rows(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const session = this.idle.pop() ?? (await new Promise<Session>(resolve => this.waiting.push(resolve)));
    try {
      return await session.rows(sql, parameters);
    } finally {
      const next = this.waiting.shift();
      if (next) next(session);
      else this.idle.push(session);
    }
  }

  /** No query may be running. */
  close(): void {
    for (const session of this.idle) session.close();
    this.instance.closeSync();
  }
}

/** Another process that reads the index keeps the file as it is: then a copy of it is written to and put in its place. */
export async function openForWriting(path: string): Promise<{ instance: DuckDBInstance; path: string }> {
  const { DuckDBInstance } = await duckdb();
  try {
    return { instance: await DuckDBInstance.create(path), path };
  } catch (error) {
    if (!/lock/i.test((error as Error).message)) throw error;
    const copy = `${path}.new`;
    await copyFile(path, copy);
    return { instance: await DuckDBInstance.create(copy), path: copy };
  }
}
