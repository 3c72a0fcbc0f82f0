import type { Book, Row } from "../../book/types.ts";
import type { Field, Kind } from "../../codebook/index.ts";
import { wordFields } from "./kinds.ts";
import type { EntryRow, Instance, Reader, SeriesCell, StatementRow } from "./reader.ts";
import { ident } from "./sql.ts";
import {
  ENTRY_COLUMNS,
  newestFirst,
  SERIES_ORDER,
  STATEMENT_COLUMNS,
  STATEMENT_ORDER,
} from "./sql-reader.ts";

/** Books with more statements and series values than this are not held in memory: about 100 MB of objects. */
const MOST_ROWS = 200_000;

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  return groups;
}

interface Parts {
  readonly instances: ReadonlyMap<string, readonly Instance[]>;
  readonly statements: readonly (StatementRow & { readonly record: string; readonly kind: string })[];
  readonly resting: readonly { readonly record: string; readonly source: string }[];
  readonly series: readonly SeriesCell[];
  readonly entries: readonly EntryRow[];
}

const keyOf = (kind: string, record: string) => `${kind}\n${record}`;

const valuesOf = (row: Row, field: Field): string[] => [...new Set(words(row, field))];

interface Searchable {
  readonly text: string;
  readonly instance: Instance;
}

/** What a search looks through, by id. */
function textsOf(kind: Kind, instances: readonly Instance[]): Searchable[] {
  const fields = wordFields(kind);
  return instances
    .map(instance => ({
      id: String(instance.row["id"]),
      text: [String(instance.row["id"]), ...fields.flatMap(field => words(instance.row, field))]
        .join(" ")
        .toLowerCase(),
      instance,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function words(row: Row, { id }: Field): string[] {
  const value = row[id];
  if (Array.isArray(value)) return value.map(String);
  return value === null || value === undefined ? [] : [String(value)];
}

/** Holds a whole small book as plain objects, with the indexes that pages need, made when they are first asked for. */
export class MemoryReader implements Reader {
  readonly #instances: Parts["instances"];
  readonly #byId: ReadonlyMap<string, readonly Instance[]>;
  readonly #byField = new Map<string, Map<string, Instance[]>>();
  readonly #texts = new Map<string, readonly Searchable[]>();
  readonly #statements: ReadonlyMap<string, readonly StatementRow[]>;
  readonly #resting: ReadonlyMap<string, readonly { readonly record: string }[]>;
  readonly #series: { readonly [by in "country" | "measure"]: ReadonlyMap<string, readonly SeriesCell[]> };
  readonly #entries: readonly EntryRow[];

  private constructor({ instances, statements, resting, series, entries }: Parts) {
    this.#instances = instances;
    this.#byId = groupBy([...instances.values()].flat(), ({ row }) => [String(row["id"])]);
    this.#statements = groupBy(statements, ({ kind, record }) => [keyOf(kind, record)]);
    this.#resting = groupBy(resting, ({ source }) => [source]);
    this.#series = {
      country: groupBy(series, ({ country }) => [country]),
      measure: groupBy(series, ({ measure }) => [measure]),
    };
    this.#entries = entries;
  }

  /** Reads a book into memory; null for one that is too large for it. */
  static async open(book: Book): Promise<MemoryReader | null> {
    const [size] = await book.sql<{ rows: number }>(
      "SELECT ((SELECT count(*) FROM statements) + (SELECT count(*) FROM series))::DOUBLE AS rows",
    );
    if (Number(size?.rows ?? 0) > MOST_ROWS) return null;
    const kinds = [...book.codebook.kinds.values()];
    const [instances, statements, resting, series, entries] = await Promise.all([
      Promise.all(
        kinds.map(async (kind): Promise<[string, Instance[]]> => {
          const rows = await book.sql(`SELECT * FROM ${ident(kind.id)} ORDER BY ${newestFirst(kind)}`);
          return [kind.id, rows.map(row => ({ kind, row }))];
        }),
      ),
      book.sql<Parts["statements"][number]>(
        `SELECT record, kind, ${STATEMENT_COLUMNS} FROM statements ORDER BY ${STATEMENT_ORDER}`,
      ),
      book.sql<{ record: string; source: string }>(
        "SELECT DISTINCT record, source FROM record_source ORDER BY record",
      ),
      book.sql<SeriesCell>(`SELECT * FROM series ORDER BY ${SERIES_ORDER}`),
      book.sql<EntryRow>(`SELECT ${ENTRY_COLUMNS} FROM entries ORDER BY seq`),
    ]);
    return new MemoryReader({ instances: new Map(instances), statements, resting, series, entries });
  }

  async holding(kind: Kind, field: Field, value: string): Promise<readonly Instance[]> {
    const key = keyOf(kind.id, field.id);
    const index =
      this.#byField.get(key) ??
      groupBy(this.#instances.get(kind.id) ?? [], ({ row }) => valuesOf(row, field));
    this.#byField.set(key, index);
    return index.get(value) ?? [];
  }

  async byIds(ids: readonly string[]): Promise<readonly Instance[]> {
    return ids.flatMap(id => this.#byId.get(id) ?? []);
  }

  async statements({ kind, row }: Instance): Promise<readonly StatementRow[]> {
    return this.#statements.get(keyOf(kind.id, String(row["id"]))) ?? [];
  }

  async restingOn(source: string): Promise<string[]> {
    return [...new Set((this.#resting.get(source) ?? []).map(({ record }) => record))];
  }

  async seriesOf(by: "country" | "measure", value: string): Promise<readonly SeriesCell[]> {
    return this.#series[by].get(value) ?? [];
  }

  async matching(kind: Kind, words: readonly string[], limit: number): Promise<Instance[]> {
    const texts = this.#texts.get(kind.id) ?? textsOf(kind, this.#instances.get(kind.id) ?? []);
    this.#texts.set(kind.id, texts);
    const found: Instance[] = [];
    for (const { text, instance } of texts) {
      if (found.length >= limit) break;
      if (words.every(word => text.includes(word))) found.push(instance);
    }
    return found;
  }

  async entries(seqs: readonly number[]): Promise<EntryRow[]> {
    const wanted = new Set(seqs.map(Number));
    return this.#entries.filter(({ seq }) => wanted.has(Number(seq)));
  }
}
