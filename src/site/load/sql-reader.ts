import type { Book } from "../../book/types.ts";
import type { Field, Kind } from "../../codebook/index.ts";
import { dateField, wordFields } from "./kinds.ts";
import type { EntryRow, Instance, Reader, SeriesCell, StatementRow } from "./reader.ts";
import { ident, literal } from "./sql.ts";

/** Order of the records of a kind: the newest first, then by id. */
export function newestFirst(kind: Kind): string {
  const date = dateField(kind);
  return date === null ? "id" : `${ident(`${date.id}_start`)} DESC NULLS LAST, id`;
}

/** SQL that is true where a field of a row holds the text `$1`. */
export const holds = (field: Field): string =>
  field.many ? `list_contains(${ident(field.id)}, $1)` : `${ident(field.id)} = $1`;

export const STATEMENT_COLUMNS = "field, text, number, low, high, unit, qualifier, source, seq";
export const STATEMENT_ORDER = "seq, field, text, source";
export const SERIES_ORDER = "measure, country, year, source";
export const ENTRY_COLUMNS = 'seq, "at", "by", act, hash';

/** Asks the book for each thing when it is wanted. */
export class SqlReader implements Reader {
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  async holding(kind: Kind, field: Field, value: string): Promise<Instance[]> {
    const rows = await this.#book.sql(
      `SELECT * FROM ${ident(kind.id)} WHERE ${holds(field)} ORDER BY ${newestFirst(kind)}`,
      [value],
    );
    return rows.map(row => ({ kind, row }));
  }

  async byIds(ids: readonly string[]): Promise<Instance[]> {
    if (ids.length === 0) return [];
    const kinds = [...this.#book.codebook.kinds.values()];
    const found = await this.#book.sql<{ kind: string; id: string }>(
      kinds
        .map(({ id }) => `SELECT ${literal(id)} AS kind, id FROM ${ident(id)} WHERE list_contains($1, id)`)
        .join(" UNION ALL "),
      [ids],
    );
    const lists = kinds.map(async kind => {
      const mine = found.filter(row => row.kind === kind.id).map(row => row.id);
      if (mine.length === 0) return [];
      const rows = await this.#book.sql(`SELECT * FROM ${ident(kind.id)} WHERE list_contains($1, id)`, [
        mine,
      ]);
      return rows.map(row => ({ kind, row }));
    });
    return (await Promise.all(lists)).flat();
  }

  statements({ kind, row }: Instance): Promise<StatementRow[]> {
    return this.#book.sql<StatementRow>(
      `SELECT ${STATEMENT_COLUMNS} FROM statements WHERE record = $1 AND kind = $2 ORDER BY ${STATEMENT_ORDER}`,
      [row["id"], kind.id],
    );
  }

  async restingOn(source: string): Promise<string[]> {
    const rows = await this.#book.sql<{ record: string }>(
      "SELECT DISTINCT record FROM record_source WHERE source = $1 ORDER BY record",
      [source],
    );
    return rows.map(({ record }) => record);
  }

  seriesOf(by: "country" | "measure", value: string): Promise<SeriesCell[]> {
    return this.#book.sql<SeriesCell>(`SELECT * FROM series WHERE ${by} = $1 ORDER BY ${SERIES_ORDER}`, [
      value,
    ]);
  }

  async matching(kind: Kind, words: readonly string[], limit: number): Promise<Instance[]> {
    const texts = wordFields(kind).map(({ id, many }) =>
      many ? `array_to_string(${ident(id)}, ' ')` : ident(id),
    );
    const all = `lower(concat_ws(' ', ${["id", ...texts].join(", ")}))`;
    const where = words.map((_, i) => `contains(${all}, $${i + 1})`).join(" AND ");
    const rows = await this.#book.sql(
      `SELECT * FROM ${ident(kind.id)} WHERE ${where} ORDER BY id LIMIT ${Math.trunc(limit)}`,
      words,
    );
    return rows.map(row => ({ kind, row }));
  }

  entries(seqs: readonly number[]): Promise<EntryRow[]> {
    return this.#book.sql<EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM entries WHERE list_contains($1, CAST(seq AS VARCHAR)) ORDER BY seq`,
      [seqs.map(String)],
    );
  }
}
