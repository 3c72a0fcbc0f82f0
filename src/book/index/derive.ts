import type { DuckDBConnection } from "@duckdb/node-api";
import { kindOfFile } from "../../codebook/facts/columns.ts";
import type { Codebook, SeriesRow } from "../../codebook/types.ts";
import { countries } from "../../text/places/countries.ts";
import { canonicalJson } from "../canonical.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Objects } from "../journal/objects.ts";
import { filesOf, type Survey } from "../journal/survey.ts";
import { type Sensitive, sensitiveOf } from "../sensitive.ts";
import type { Entry, Statement } from "../types.ts";
import { layByNumber, tablesByNumber } from "./by-number.ts";
import { deriveEvents } from "./linked.ts";
import { Loader, statementRow } from "./load.ts";
import { PARQUET_SELECT } from "./parquet.ts";
import { post } from "./postings.ts";
import { tablesFor } from "./schema.ts";
import { name, text } from "./sql-text.ts";
import { type Group, groupKey, groupsOf } from "./versions.ts";
import { insertRecordSource, insertWide, TOUCHED } from "./wide.ts";

/**
 * Applies entries to an index inside one transaction. Invariant: the index after entry n is the same whether it was brought
 * there in one step or in many.
 */
export interface DeriveOptions {
  readonly connection: DuckDBConnection;
  readonly codebook: Codebook;
  readonly evidence: Evidence;
  readonly objects: Objects;
  /** For an index from nothing: lets superseded versions of series files be passed over. */
  readonly survey: Survey | null;
  /** Statements of a kind from which on it is bulk; tests set it low. */
  readonly bulk?: number;
}

/** Below this many statements of a kind, two passes cost more than they save. */
const BULK = 200_000;

export class Derivation {
  private readonly options: DeriveOptions;
  private readonly sensitive: Sensitive;
  /** Groups of facts files that come more than once in this run. */
  private readonly groups = new Map<string, Map<string, Group>>();
  private readonly entryRows: (string | bigint)[][] = [];
  /** Has any entry brought a decision? */
  private decided = false;

  constructor(options: DeriveOptions) {
    this.options = options;
    this.sensitive = sensitiveOf(options.codebook);
  }

  /** Makes the empty tables and the list of countries. */
  async begin(): Promise<void> {
    const { connection, codebook, survey } = this.options;
    const tables = [...tablesFor(codebook), ...tablesByNumber([...codebook.kinds.values()])];
    if (survey) for (const statement of tables) await connection.run(statement);
    if (survey) await this.loadCountries();
    await connection.run(`CREATE TEMPORARY TABLE ${TOUCHED}(kind VARCHAR, record VARCHAR)`);
  }

  async apply(entry: Entry): Promise<void> {
    this.entryRows.push(entryRow(entry, this.sensitive));
    if (entry.act === "decide") this.decided = true;
    if (entry.act === "state") await this.applyState(entry);
    if (entry.act === "facts")
      for (const [path, hash] of filesOf(entry)) await this.applyFile(path, hash, entry);
  }

  /** Makes the wide tables of what changed. */
  async finish(): Promise<void> {
    const { connection, codebook, survey } = this.options;
    const entries = await Loader.open(connection, "main", "entries");
    for (const row of this.entryRows) entries.add(row);
    entries.close();
    if (this.decided) await deriveEvents(connection);
    const touchedOnly = survey === null;
    for (const kind of codebook.kinds.values()) {
      if (touchedOnly) {
        const touched = await connection.runAndReadAll(
          `SELECT count(*) FROM ${TOUCHED} WHERE kind = ${text(kind.id)}`,
        );
        if (touched.getRows()[0]?.[0] === 0n) continue;
        const gone = `(SELECT record FROM ${TOUCHED} WHERE kind = ${text(kind.id)})`;
        await connection.run(`DELETE FROM main.${name(kind.id)} WHERE id IN ${gone}`);
      }
      const plainFirst = !touchedOnly && (await this.isBulk(kind.id));
      for (const insert of insertWide(kind, { touchedOnly, plainFirst })) await connection.run(insert);
      await post(connection, kind, { touchedOnly });
      await layByNumber(connection, kind, { touchedOnly });
    }
    if (touchedOnly)
      await connection.run(
        `DELETE FROM base.record_source WHERE (kind, record) IN (SELECT kind, record FROM ${TOUCHED})`,
      );
    await connection.run(insertRecordSource({ touchedOnly }));
    await connection.run(`DROP TABLE ${TOUCHED}`);
  }

  private async isBulk(kind: string): Promise<boolean> {
    const { connection, bulk = BULK } = this.options;
    const counted = await connection.runAndReadAll(
      `SELECT count(*) FROM base.statement WHERE kind = ${text(kind)}`,
    );
    return Number(counted.getRows()[0]?.[0]) >= bulk;
  }

  private async applyState(entry: Entry): Promise<void> {
    const brought = await this.options.evidence.ofState(entry);
    if ("parquet" in brought) return this.loadParquet(brought.parquet, entry);
    if ("statements" in brought) await this.load(brought.statements, { seqOf: () => entry.seq, file: null });
  }

  private async applyFile(path: string, hash: string | null, entry: Entry): Promise<void> {
    const { codebook, evidence, survey } = this.options;
    const versions = survey?.versions.get(path);
    const superseded = versions !== undefined && versions.last > entry.seq;
    if (superseded && kindOfFile(path, codebook.kinds.keys()) === "series") return;
    const brought = hash === null ? { statements: [] } : await evidence.ofFacts(path, hash, entry);
    if ("series" in brought) {
      await this.dropFile(path);
      return this.loadSeries(brought.series, path);
    }
    if ("parquet" in brought) return;
    await this.applyVersion(path, this.shown(brought.statements), {
      entry,
      superseded,
      alone: versions?.count === 1,
    });
  }

  private async applyVersion(
    path: string,
    statements: readonly Statement[],
    { entry, superseded, alone }: { entry: Entry; superseded: boolean; alone: boolean },
  ): Promise<void> {
    if (alone) return this.load(statements, { seqOf: () => entry.seq, file: path });
    const before = this.groups.get(path) ?? (await this.groupsInIndex(path));
    const groups = groupsOf({ statements, seq: entry.seq }, before);
    this.groups.set(path, groups);
    if (superseded) return;
    await this.dropFile(path);
    const groupOf = (statement: Statement) => groups.get(groupKey(statement))!;
    const kept = statements.map(statement => ({ ...statement, by: groupOf(statement).by }));
    await this.load(kept, { seqOf: statement => groupOf(statement).seq, file: path });
  }

  /** The version of a facts file that an earlier run left in the index. */
  private async groupsInIndex(path: string): Promise<Map<string, Group>> {
    if (this.options.survey) return new Map();
    const reader = await this.options.connection.runAndReadAll(
      "SELECT * FROM base.statement WHERE file = $1 ORDER BY nth",
      [path],
    );
    const groups = new Map<string, Group>();
    const rows = reader.getRowObjects();
    const seqs = new Map<string, number>();
    const statements = rows.map(row => {
      const { span_start, span_end, seq, nth: _nth, file: _file, ...rest } = row;
      const span = span_start === null ? null : [span_start, span_end];
      const statement = { ...rest, span } as unknown as Statement;
      seqs.set(groupKey(statement), Number(seq));
      return statement;
    });
    for (const [key, group] of groupsOf({ statements, seq: 0 }, new Map()))
      groups.set(key, { ...group, seq: seqs.get(key)! });
    return groups;
  }

  private async load(
    statements: readonly Statement[],
    { seqOf, file }: { seqOf: (statement: Statement) => number; file: string | null },
  ): Promise<void> {
    const loader = await Loader.open(this.options.connection, "base", "statement");
    const touched = new Set<string>();
    for (const [nth, statement] of this.shown(statements).entries()) {
      loader.add(statementRow({ statement, seq: seqOf(statement), nth, file }));
      touched.add(`${statement.kind}\n${statement.record}`);
    }
    loader.close();
    if (this.options.survey) return;
    const marks = await Loader.open(this.options.connection, "main", TOUCHED);
    for (const mark of touched) marks.add(mark.split("\n"));
    marks.close();
  }

  private shown(statements: readonly Statement[]): readonly Statement[] {
    if (this.sensitive.pairs.length === 0) return statements;
    return statements.filter(({ kind, field }) => !this.sensitive.withheld(kind, field));
  }

  private async loadParquet(hash: string, entry: Entry): Promise<void> {
    const { connection, objects, survey } = this.options;
    const hidden = this.sensitive.pairs.map(([kind, field]) => `(${text(kind)}, ${text(field)})`);
    const shown = hidden.length === 0 ? "TRUE" : `(kind, field) NOT IN (${hidden.join(", ")})`;
    const file = text(objects.path(hash));
    await connection.run(
      `INSERT INTO base.statement SELECT ${PARQUET_SELECT}, ${entry.seq}, file_row_number, NULL
       FROM read_parquet(${file}, file_row_number = true) WHERE ${shown}`,
    );
    if (!survey)
      await connection.run(
        `INSERT INTO ${TOUCHED} SELECT DISTINCT kind, record FROM read_parquet(${file}) WHERE ${shown}`,
      );
  }

  private async dropFile(path: string): Promise<void> {
    const { connection, survey } = this.options;
    // From nothing, only the last version is ever loaded: there is nothing to drop.
    if (survey) return;
    await connection.run(
      `INSERT INTO ${TOUCHED} SELECT DISTINCT kind, record FROM base.statement WHERE file = ${text(path)}`,
    );
    await connection.run(`DELETE FROM base.statement WHERE file = ${text(path)}`);
    await connection.run(`DELETE FROM base.series WHERE file = ${text(path)}`);
  }

  private async loadSeries(rows: readonly SeriesRow[], path: string): Promise<void> {
    const loader = await Loader.open(this.options.connection, "base", "series");
    for (const { country, year, measure, value, category, sources } of rows)
      loader.add([country, year, measure, value, category, sources.join(";"), path]);
    loader.close();
  }

  private async loadCountries(): Promise<void> {
    const names = new Intl.DisplayNames(["en"], { type: "region" });
    const loader = await Loader.open(this.options.connection, "main", "country");
    for (const { code, alpha2, numeric, region } of countries)
      loader.add([code, alpha2, numeric, names.of(alpha2) ?? code, region]);
    loader.close();
  }
}

/** Statements of a `state` entry stand in `statements`; here their number is enough. */
function entryRow(entry: Entry, sensitive: Sensitive): (string | bigint)[] {
  const { seq, at, by, act, hash } = entry;
  const { statements: _statements, ...rest } = (entry.act === "state" ? (entry.data ?? {}) : {}) as {
    statements?: unknown;
  };
  const data = entry.act === "state" && entry.salt !== null ? rest : sensitive.clean(entry.data);
  return [BigInt(seq), at, by, act, canonicalJson(data), hash];
}
