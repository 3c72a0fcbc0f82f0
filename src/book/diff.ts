import type { Book } from "./types.ts";

/** What one source said about a field before and after; empty where it said nothing. */
export interface ChangedField {
  readonly field: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface RecordChange {
  readonly kind: string;
  readonly record: string;
  readonly change: "added" | "removed" | "changed";
  /** Fields whose statements differ. For an added or a removed record all of them. */
  readonly fields: readonly ChangedField[];
}

export interface BookDiff {
  readonly from: number;
  readonly to: number;
  readonly records: readonly RecordChange[];
  /** Rows of series that came, went, or have another value. */
  readonly series: { readonly added: number; readonly removed: number; readonly changed: number };
}

/** What changed between two entries of a book. Either may be the later one. Sensitive fields are not in it. */
export async function diffBook(book: Book, { from, to }: { from: number; to: number }): Promise<BookDiff> {
  const at = async (seq: number) => (seq === book.head.seq ? book : await book.asOf(seq));
  const [before, after] = [await at(from), await at(to)];
  const [old, fresh] = [await statedFields(before), await statedFields(after)];
  const records = [...new Set([...old.keys(), ...fresh.keys()])]
    .sort()
    .map(key => changeOf(key, old.get(key), fresh.get(key)))
    .filter(change => change !== null);
  const series = await seriesChanges(before, after);
  for (const past of [before, after]) if (past !== book) await past.close();
  return { from, to, records, series };
}

type Fields = ReadonlyMap<string, readonly string[]>;

/** Per record, per field: the values, each with its source. */
async function statedFields(book: Book): Promise<Map<string, Map<string, string[]>>> {
  const rows = await book.sql(`SELECT kind || chr(10) || record AS key, field,
    list(concat_ws(' ', text, nullif(qualifier, ''), nullif(unit, ''), CASE WHEN source = '' THEN NULL ELSE '[' || source || ']' END)
      ORDER BY text, source, qualifier, unit) AS said
    FROM statements GROUP BY ALL ORDER BY ALL`);
  const records = new Map<string, Map<string, string[]>>();
  for (const { key, field, said } of rows as { key: string; field: string; said: string[] }[]) {
    const fields = records.get(key) ?? new Map<string, string[]>();
    fields.set(field, said);
    records.set(key, fields);
  }
  return records;
}

function changeOf(key: string, before: Fields | undefined, after: Fields | undefined): RecordChange | null {
  const [kind, record] = key.split("\n") as [string, string];
  const fields = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])]
    .map(field => ({ field, before: before?.get(field) ?? [], after: after?.get(field) ?? [] }))
    .filter(({ before, after }) => before.join("\n") !== after.join("\n"));
  if (fields.length === 0) return null;
  return { kind, record, change: before ? (after ? "changed" : "removed") : "added", fields };
}

async function seriesChanges(before: Book, after: Book): Promise<BookDiff["series"]> {
  const [old, fresh] = [await seriesRows(before), await seriesRows(after)];
  const counts = { added: 0, removed: 0, changed: 0 };
  for (const [key, value] of fresh)
    if (!old.has(key)) counts.added++;
    else if (old.get(key) !== value) counts.changed++;
  for (const key of old.keys()) if (!fresh.has(key)) counts.removed++;
  return counts;
}

async function seriesRows(book: Book): Promise<Map<string, string>> {
  const rows = await book.sql(`SELECT country || ' ' || year || ' ' || measure || ' ' || source AS key,
    string_agg(coalesce(value::VARCHAR, '') || ' ' || category, '|' ORDER BY ALL) AS value FROM series GROUP BY 1`);
  return new Map(rows.map(row => [String(row["key"]), String(row["value"])]));
}

/** The changes in words: a line per record, and one per field that differs. */
export function formatDiff({ from, to, records, series }: BookDiff): string {
  const lines = records.flatMap(({ kind, record, change, fields }) => [
    `${SIGNS[change]} ${kind} ${record}`,
    ...(change === "changed" ? fields.flatMap(formatField) : []),
  ]);
  const rows = Object.entries(series).filter(([, count]) => count > 0);
  if (rows.length > 0)
    lines.push(`  series: ${rows.map(([change, count]) => `${count} rows ${change}`).join(", ")}`);
  const counts = (["added", "removed", "changed"] as const).map(
    change => `${records.filter(record => record.change === change).length} ${change}`,
  );
  lines.push(`entry ${from} to ${to}: records ${counts.join(", ")}`);
  return `${lines.join("\n")}\n`;
}

const SIGNS = { added: "+", removed: "-", changed: "~" } as const;

/** Only what one side says and the other does not. */
function formatField({ field, before, after }: ChangedField): string[] {
  return [
    ...before.filter(said => !after.includes(said)).map(said => `    - ${field}: ${said}`),
    ...after.filter(said => !before.includes(said)).map(said => `    + ${field}: ${said}`),
  ];
}
