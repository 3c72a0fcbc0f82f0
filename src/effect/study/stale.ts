import type { Book } from "../../book/types.ts";
import { frameFromCsv } from "../data/csv.ts";
import { type Column, type Frame, isPresent } from "../data/frame.ts";
import { declarationOf, type EstimateEntry, keptEstimates } from "./kept.ts";
import { buildPanel } from "./panel.ts";

/** A number of the panel that is another one now; empty where there was or is none. */
export interface ChangedCell {
  readonly country: string;
  readonly year: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

export interface ChangedRecord {
  readonly record: string;
  /** `added` to the panel, `removed` from it, or still there with newer statements. */
  readonly change: "added" | "removed" | "restated";
  /** Entries that brought in the newer statements. */
  readonly entries: readonly number[];
}

/** What has happened since an estimate was kept to the statements that it rests on. */
export interface Staleness {
  readonly seq: number;
  readonly study: string;
  readonly label: string;
  readonly formula: string;
  /** `current`: nothing; `restated`: newer statements, the same numbers; `changed`: other numbers; `unbuildable`: the query fails now. */
  readonly state: "current" | "restated" | "changed" | "unbuildable";
  readonly digest: string;
  readonly now: string;
  readonly cells: readonly ChangedCell[];
  readonly records: readonly ChangedRecord[];
  readonly reason: string;
}

/** Builds the panel of each kept estimate again and compares. Of several estimates of one study and formula the newest counts. */
export async function staleEstimates(book: Book): Promise<Staleness[]> {
  const newest = new Map((await keptEstimates(book)).map(one => [`${one.study}\n${one.formula}`, one]));
  const found: Staleness[] = [];
  for (const kept of newest.values()) found.push(await stalenessOf(book, kept));
  return found;
}

export async function stalenessOf(book: Book, kept: EstimateEntry): Promise<Staleness> {
  const { seq, study, label, formula, digest } = kept;
  const base = { seq, study, label, formula, digest };
  let csv: string;
  let now: string;
  try {
    const panel = await buildPanel(book, declarationOf(kept));
    [csv, now] = [panel.csv, panel.digest];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...base, state: "unbuildable", now: "", cells: [], records: [], reason };
  }
  const bytes = await book.get(kept.objects[0]!);
  const before = bytes === null ? null : tableOf(new TextDecoder().decode(bytes), kept);
  const after = tableOf(csv, kept);
  const cells = now === digest || before === null ? [] : changedCells(before.cells, after.cells);
  const records = await changedRecords(book, kept, {
    before: before?.records ?? after.records,
    after: after.records,
  });
  const state = now !== digest ? "changed" : records.length > 0 ? "restated" : "current";
  const reason =
    before === null && now !== digest ? "the kept panel has been redacted, so the cells cannot be named" : "";
  return { ...base, state, now, cells, records, reason };
}

interface PanelTable {
  /** Values by `country year column`. */
  readonly cells: ReadonlyMap<string, string>;
  readonly records: ReadonlySet<string>;
}

function tableOf(csv: string, kept: EstimateEntry): PanelTable {
  const frame = frameFromCsv(csv);
  const lists = new Set(Object.keys(declarationOf(kept).treatments).map(name => `${name}_records`));
  const cells = new Map<string, string>();
  const records = new Set<string>();
  for (const [name, column] of frame.columns) {
    for (let row = 0; row < frame.rows; row++) {
      const text = textAt(column, row);
      if (lists.has(name)) for (const record of text.split(";")) if (record !== "") records.add(record);
      if (name !== "country" && name !== "year" && !lists.has(name))
        cells.set(`${keyAt(frame, row)} ${name}`, text);
    }
  }
  return { cells, records };
}

const keyAt = (frame: Frame, row: number) =>
  `${textAt(frame.columns.get("country")!, row)} ${textAt(frame.columns.get("year")!, row)}`;

const textAt = (column: Column, row: number): string => {
  if (!isPresent(column, row)) return "";
  return column.kind === "number" ? String(column.values[row]) : column.levels[column.codes[row]!]!;
};

function changedCells(before: PanelTable["cells"], after: PanelTable["cells"]): ChangedCell[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap(key => {
    const [was, is] = [before.get(key) ?? "", after.get(key) ?? ""];
    if (was === is) return [];
    const [country = "", year = "", column = ""] = key.split(" ");
    return [{ country, year, column, before: was, after: is }];
  });
}

async function changedRecords(
  book: Book,
  { seq }: EstimateEntry,
  { before, after }: { before: ReadonlySet<string>; after: ReadonlySet<string> },
): Promise<ChangedRecord[]> {
  const all = [...new Set([...before, ...after])].sort();
  const rows = await book.sql<{ record: string; seq: unknown }>(
    "SELECT DISTINCT record, seq FROM statements WHERE seq > CAST($1 AS BIGINT) AND list_contains($2, record) ORDER BY record, seq",
    [String(seq), all],
  );
  const entries = new Map<string, number[]>();
  for (const row of rows) entries.set(row.record, [...(entries.get(row.record) ?? []), Number(row.seq)]);
  return all.flatMap((record): ChangedRecord[] => {
    const newer = entries.get(record) ?? [];
    if (!before.has(record)) return [{ record, change: "added", entries: newer }];
    if (!after.has(record)) return [{ record, change: "removed", entries: newer }];
    return newer.length > 0 ? [{ record, change: "restated", entries: newer }] : [];
  });
}
