import type { Book } from "../../book/types.ts";

/** A source as a citation needs it; what the codebook's cited kind does not have is empty. */
export interface CitedSource {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly published: string;
  readonly url: string;
}

const FIELDS = ["publisher", "title", "published", "url"] as const;

/**
 * The sources of each of these records. With `themselves` the ids are of sources, which all stand under the key "".
 */
export async function sourcesOf(
  book: Book,
  ids: readonly string[],
  { themselves = false }: { readonly themselves?: boolean } = {},
): Promise<Map<string, CitedSource[]>> {
  const wanted = [...new Set(ids)];
  const pairs = themselves
    ? wanted.map(source => ({ record: "", source }))
    : await book.sql<{ record: string; source: string }>(
        "SELECT record, source FROM record_source WHERE list_contains($1, record) ORDER BY record, source",
        [wanted],
      );
  const cited = await citedOf(book, [...new Set(pairs.map(({ source }) => source))]);
  const found = new Map<string, CitedSource[]>();
  for (const { record, source } of pairs) {
    const known = cited.get(source) ?? { id: source, publisher: "", title: "", published: "", url: "" };
    found.set(record, [...(found.get(record) ?? []), known]);
  }
  return found;
}

async function citedOf(book: Book, ids: readonly string[]): Promise<Map<string, CitedSource>> {
  const kind = [...book.codebook.kinds.values()].find(({ cited }) => cited);
  if (kind === undefined || ids.length === 0) return new Map();
  const columns = FIELDS.map(field =>
    kind.fields.some(({ id, sensitive }) => id === field && !sensitive)
      ? `COALESCE(CAST("${field}" AS VARCHAR), '') AS "${field}"`
      : `'' AS "${field}"`,
  );
  const rows = await book.sql(
    `SELECT id, ${columns.join(", ")} FROM "${kind.id}" WHERE list_contains($1, id)`,
    [ids],
  );
  return new Map(rows.map(row => [String(row["id"]), row as unknown as CitedSource]));
}
