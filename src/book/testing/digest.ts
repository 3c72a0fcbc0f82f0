import { sha256 } from "../canonical.ts";
import { byNumber } from "../index/by-number.ts";
import type { Book } from "../types.ts";

/** One digest of everything that a book's tables hold, whatever the order of the rows. */
export async function digestOfTables(book: Book): Promise<Record<string, string>> {
  const tables = [
    "statements",
    "entries",
    "record_source",
    "series",
    "country",
    "base.posting",
    "base.posting_source",
    ...[...book.codebook.kinds.values()].flatMap(kind => [kind.id, byNumber(kind)?.table ?? []].flat()),
  ];
  const digests: Record<string, string> = {};
  for (const table of tables) {
    const rows = await book.sql(`SELECT * FROM ${table}`);
    digests[table] = `${rows.length} ${sha256(
      rows
        .map(row => JSON.stringify(row))
        .sort()
        .join("\n"),
    )}`;
  }
  return digests;
}
