import type { CheckedDocument } from "../../check/types.ts";
import type { ArticleRef, HomeData, MapData, RecordRef, TimelineData } from "../data.ts";
import { countKinds, mapOf, timelineOf } from "./counts.ts";
import { dateField, isEvent, mapField } from "./kinds.ts";
import type { Library } from "./library.ts";
import { ident } from "./sql.ts";

const NEWEST = 10;

const size = (parts: readonly { readonly count: number }[]) =>
  parts.reduce((sum, { count }) => sum + count, 0);

/** The newest records of things that happen, by their date. */
async function newest(library: Library): Promise<RecordRef[]> {
  const kinds = [...library.codebook.kinds.values()].filter(isEvent);
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
  const mapped = events.filter(kind => mapField(kind) !== null);
  const [kinds, maps, timelines, records] = await Promise.all([
    countKinds(library),
    Promise.all(mapped.map((kind): Promise<MapData> => mapOf(library, kind, mapField(kind)!))),
    Promise.all(events.map(kind => timelineOf(library, kind))),
    newest(library),
  ]);
  return {
    title: library.codebook.title.en,
    kinds,
    countries: new Set(maps.flatMap(map => map.values.map(({ code }) => code))).size,
    // The kinds with most records come first.
    maps: maps.sort((a, b) => size(b.values) - size(a.values)),
    timelines: timelines
      .filter((timeline): timeline is TimelineData => timeline !== null)
      .sort((a, b) => size(b.years) + b.undated - size(a.years) - a.undated),
    newest: records,
    article,
    indicators: [...library.codebook.indicators.values()].map(({ id, label }) => ({ id, label: label.en })),
  };
}
