import type { CheckedDocument } from "../../check/types.ts";
import type { Kind } from "../../codebook/index.ts";
import type { ArticleRef, HomeData, MapData, RecordRef, TimelineData } from "../data.ts";
import { countKinds, mapOf, timelineOf } from "./counts.ts";
import { dateField, isEvent, mapField } from "./kinds.ts";
import type { Library } from "./library.ts";
import { ident } from "./sql.ts";

const NEWEST = 10;

const size = (parts: readonly { readonly count: number }[]) =>
  parts.reduce((sum, { count }) => sum + count, 0);

interface Drawn {
  readonly map: MapData | null;
  readonly timeline: TimelineData | null;
}

/** Only the columns that a map and a time line count: a book may hold many records. */
async function drawnOf(library: Library, kind: Kind): Promise<Drawn> {
  const field = mapField(kind);
  const date = dateField(kind);
  const columns = [field === null ? null : field.id, date === null ? null : `${date.id}_start`].filter(
    column => column !== null,
  );
  const rows = await library.book.sql(`SELECT ${columns.map(ident).join(", ")} FROM ${ident(kind.id)}`);
  const instances = rows.map(row => ({ kind, row }));
  return {
    map: field === null ? null : mapOf(library, { kind, field, instances }),
    timeline: timelineOf({ kind, instances }),
  };
}

/** The newest records of things that happen, by their date. */
async function newest(library: Library, kinds: readonly Kind[]): Promise<RecordRef[]> {
  const lists = await Promise.all(
    kinds.map(kind => {
      const start = ident(`${dateField(kind)!.id}_start`);
      return library.rows(kind, `WHERE ${start} IS NOT NULL ORDER BY ${start} DESC, id LIMIT ${NEWEST}`);
    }),
  );
  const targets = await library.targets(lists.flat());
  return lists
    .flat()
    .map(instance => library.refOf(instance, targets))
    .sort((a, b) => (a.when < b.when ? 1 : a.when > b.when ? -1 : a.id < b.id ? -1 : 1))
    .slice(0, NEWEST);
}

/** What the first page tells: how much there is, where, when, and the newest of it. */
export async function loadHome(
  library: Library,
  article: (ArticleRef & { readonly summary: CheckedDocument["summary"] }) | null,
): Promise<HomeData> {
  const events = [...library.codebook.kinds.values()].filter(isEvent);
  const [kinds, drawn, records] = await Promise.all([
    countKinds(library),
    Promise.all(events.map(kind => drawnOf(library, kind))),
    newest(library, events),
  ]);
  const maps = drawn.map(({ map }) => map).filter((map): map is MapData => map !== null);
  const timelines = drawn
    .map(({ timeline }) => timeline)
    .filter((line): line is TimelineData => line !== null);
  return {
    title: library.codebook.title.en,
    kinds,
    countries: new Set(maps.flatMap(map => map.values.map(({ code }) => code))).size,
    // The kinds with most records come first.
    maps: maps.sort((a, b) => size(b.values) - size(a.values)),
    timelines: timelines.sort((a, b) => size(b.years) + b.undated - size(a.years) - a.undated),
    newest: records,
    article,
    indicators: [...library.codebook.indicators.values()].map(({ id, label }) => ({ id, label: label.en })),
  };
}
