import type { Book, Row } from "../../book/types.ts";
import type { Origins, Report } from "../origins/copying.ts";
import { originsOf } from "../origins/origins.ts";

/** Reads the text of a capture by its SHA-256; null where there is none to read. */
export type TextOf = (sha256: string) => Promise<string | null>;

export interface EventSources {
  readonly event: string;
  readonly kind: string;
  readonly records: readonly string[];
  readonly sources: readonly string[];
}

const textIn = (row: Row | undefined, column: string) => String(row?.[column] ?? "");

/**
 * Who copied whom among the sources of each event: by publisher and headline, by what they state where they differ, and by their texts where
 * captures are at hand. Events of one source are left out: they have one origin.
 */
export async function originsOfEvents(
  book: Book,
  events: readonly EventSources[],
  textOf: TextOf = async () => null,
): Promise<Map<string, Origins>> {
  const several = events.filter(({ sources }) => sources.length > 1);
  if (several.length === 0) return new Map();
  const rows = await sourceRows(book, several);
  const stated = await statedBySource(book, several);
  const found = new Map<string, Origins>();
  for (const { event, sources, records } of several) {
    const own = records.flatMap(record => stated.get(record) ?? []);
    const reports = sources.map(id => reportOf(id, rows.get(id), own));
    found.set(event, originsOf(await Promise.all(reports.map(report => withText(report, own, textOf)))));
  }
  return found;
}

async function sourceRows(book: Book, events: readonly EventSources[]): Promise<Map<string, Row>> {
  const cited = [...book.codebook.kinds.values()].find(kind => kind.cited);
  if (!cited) return new Map();
  const ids = [...new Set(events.flatMap(({ sources }) => sources))];
  const rows = await book.sql(`SELECT * FROM "${cited.id}" WHERE list_contains($1, id)`, [ids]);
  return new Map(rows.map(row => [textIn(row, "id"), row]));
}

/** Values that single sources give, where two records of an event or two sources of a record give different ones. */
async function statedBySource(book: Book, events: readonly EventSources[]): Promise<Map<string, Row[]>> {
  const records = events.flatMap(event => event.records);
  const rows = await book.sql(
    `SELECT record, field, text, source, capture FROM statements
WHERE source <> '' AND list_contains($1, record) ORDER BY record, field, text, source`,
    [records],
  );
  const by = new Map<string, Row[]>();
  for (const row of rows) {
    const list = by.get(textIn(row, "record")) ?? [];
    list.push(row);
    by.set(textIn(row, "record"), list);
  }
  return by;
}

function reportOf(id: string, row: Row | undefined, stated: readonly Row[]): Report {
  const values = new Map<string, string>();
  const many = new Set<string>();
  for (const one of stated) {
    if (textIn(one, "source") !== id) continue;
    const field = textIn(one, "field");
    // A list of values is no single claim that could be an error.
    if (values.has(field) && values.get(field) !== textIn(one, "text")) many.add(field);
    values.set(field, textIn(one, "text"));
  }
  for (const field of many) values.delete(field);
  return {
    id,
    publisher: textIn(row, "publisher"),
    title: textIn(row, "title"),
    published: textIn(row, "published"),
    language: textIn(row, "language"),
    text: null,
    values,
  };
}

async function withText(report: Report, stated: readonly Row[], textOf: TextOf): Promise<Report> {
  const capture = stated.find(row => textIn(row, "source") === report.id && textIn(row, "capture") !== "");
  return capture === undefined ? report : { ...report, text: await textOf(textIn(capture, "capture")) };
}
