import type { Book } from "../../book/types.ts";
import type { Codebook, Kind } from "../../codebook/types.ts";
import { toFigure, toRecord, toSource } from "../gather/rows.ts";
import { figureKind, sourceKind } from "../gather/schema.ts";
import type { Figure, RecordRow, Shelf, SourceRow } from "../gather/types.ts";
import type { Change } from "./types.ts";

/** Records that a person named as evidence, and the sources that state them. */
export interface NamedEvidence {
  readonly figures: readonly Figure[];
  readonly records: readonly RecordRow[];
  readonly sources: readonly SourceRow[];
}

/** Fetches the records that corrections name as evidence. Those that the book does not hold any more are left out. */
export async function namedEvidence(book: Book, ids: readonly string[]): Promise<NamedEvidence> {
  if (ids.length === 0) return { figures: [], records: [], sources: [] };
  const known = await book.sql<{ record: string; kind: string }>(
    "SELECT DISTINCT record, kind FROM record_source WHERE list_contains($1, record) ORDER BY record",
    [ids],
  );
  const figure = figureKind(book.codebook);
  const rows = await Promise.all(known.map(({ record, kind }) => rowOf(book, record, kind)));
  const found = rows.flatMap(row => (row ? [row] : []));
  const cited = [...new Set(found.flatMap(({ row }) => toRecord(row.values, row.kind).sources))];
  return {
    figures: found.flatMap(({ row }) => (row.kind === figure ? [toFigure(row.values, row.kind)] : [])),
    records: found.flatMap(({ row }) => (row.kind === figure ? [] : [toRecord(row.values, row.kind)])),
    sources: await sourcesOf(book, cited),
  };
}

async function rowOf(book: Book, id: string, kindId: string) {
  const kind = book.codebook.kinds.get(kindId);
  if (!kind) return null;
  const [values] = await book.sql(`SELECT * FROM ${kind.id} WHERE id = $1`, [id]);
  return values ? { row: { values, kind } satisfies { values: typeof values; kind: Kind } } : null;
}

async function sourcesOf(book: Book, ids: readonly string[]): Promise<SourceRow[]> {
  const kind = sourceKind(book.codebook);
  if (!kind || ids.length === 0) return [];
  const rows = await book.sql(`SELECT * FROM ${kind.id} WHERE list_contains($1, id) ORDER BY id`, [ids]);
  return rows.map(toSource);
}

/**
 * What a corrected claim is held against: the records that the person took out are gone, and the numbers that the person named count as
 * numbers of the claim's measure.
 */
export function adjusted(
  shelf: Shelf,
  { change, measure, evidence }: { change: Change; measure: string; evidence: NamedEvidence },
): Shelf {
  const without = new Set(change.without);
  const named = new Set(change.evidence);
  const mine = (id: string) => !without.has(id);
  const added = evidence.figures.filter(({ id }) => named.has(id));
  const kept = shelf.figures.filter(({ id }) => mine(id) && !named.has(id));
  const sources = new Map(shelf.sources);
  for (const source of evidence.sources) sources.set(source.id, source);
  return {
    ...shelf,
    figures: [...kept, ...added.map(figure => asOf(figure, measure, shelf.codebook))],
    records: new Map(
      [...shelf.records].map(([kind, records]) => [kind, records.filter(({ id }) => mine(id))] as const),
    ),
    events: shelf.events.filter(({ id }) => mine(id)),
    sources,
  };
}

const asOf = (figure: Figure, measure: string, { measures }: Codebook): Figure =>
  measures.has(measure) ? { ...figure, measure } : figure;
