import type { Book } from "../../book/types.ts";
import type { Cause, Watch } from "./watch-types.ts";

/** Acts that can move no finding. */
const SILENT = ["capture", "check", "init"];

/** Writes that texts have been looked at, so that the next look tells only what is new. Null where nothing has come in since. */
export async function recordLook(book: Book, { articles }: Watch, by: string): Promise<number | null> {
  const { seq } = book.head;
  const silent = await Promise.all(articles.map(({ since }) => entriesAfter(book, since)));
  const stale = articles.filter(({ unread }, index) => unread === "" && silent[index]!.length > 0);
  if (stale.length === 0) return null;
  const data = { role: "article", seq, articles: stale.map(({ sha256 }) => sha256) };
  return (await book.append({ by, act: "check", data })).seq;
}

/** The entry at which each text was last looked at, by its SHA-256. */
export async function lastLooks(book: Book): Promise<ReadonlyMap<string, number>> {
  const rows = await book.sql<{ data: string | null }>(
    "SELECT data FROM entries WHERE act = 'check' ORDER BY seq",
  );
  const looks = new Map<string, number>();
  for (const { data } of rows) {
    const { seq, articles } = fieldsOf(data);
    if (typeof seq !== "number" || !Array.isArray(articles)) continue;
    for (const sha256 of articles) if (typeof sha256 === "string") looks.set(sha256, seq);
  }
  return looks;
}

/** Entries after one that can move a finding. */
export async function entriesAfter(book: Book, since: number): Promise<Cause[]> {
  const rows = await book.sql<{ seq: number; at: string; by: string; act: string; data: string | null }>(
    `SELECT seq, "at", "by", act, data FROM entries WHERE seq > CAST($1 AS BIGINT) AND NOT list_contains($2, act) ORDER BY seq`,
    [String(since), SILENT],
  );
  return rows.map(({ seq, at, by, act, data }) => ({
    seq: Number(seq),
    at,
    by,
    act,
    data,
    about: aboutOf(data),
  }));
}

/** Files, records or texts that the data of an entry names. */
function aboutOf(data: string | null): string {
  const { files, records, record, claim, statements } = fieldsOf(data);
  if (typeof files === "object" && files !== null) return Object.keys(files).join(", ");
  if (Array.isArray(records)) return records.join(", ");
  if (typeof record === "string") return record;
  if (Array.isArray(statements)) return [...new Set(statements.map(recordOf))].filter(Boolean).join(", ");
  return typeof claim === "string" ? claim : "";
}

/** The journal writes a statement as a list that begins with its record. */
const recordOf = (statement: unknown): string => (Array.isArray(statement) ? String(statement[0]) : "");

/** What the data of an entry holds; nothing where it was redacted. */
const fieldsOf = (data: string | null): Readonly<Record<string, unknown>> =>
  (JSON.parse(data ?? "null") as Readonly<Record<string, unknown>> | null) ?? {};
