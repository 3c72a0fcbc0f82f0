import type { Book, Row } from "../../book/types.ts";
import { apart, type UncertainLink, type UndercountResult, undercountOfKind } from "../../count/index.ts";
import { type EventSources, linkKind, originsOfEvents, type TextOf } from "../../link/index.ts";
import type { UndercountData } from "../data.ts";
import type { Library } from "./library.ts";

/** Pairs that are drawn at most, the likeliest: the others hardly ever come up. */
const MOST_LINKS = 5000;
/** Resamples of bootstraps on a page; the command takes 1,000. */
const DRAWS = 200;

/** Sources that have what they say from another source of the same event, by event. */
async function copiesOf(book: Book, kind: string, texts?: TextOf): Promise<Map<string, Set<string>>> {
  const events = await book.sql<EventSources & Row>(
    "SELECT id AS event, kind, records, sources FROM events WHERE kind = $1 AND len(sources) > 1 ORDER BY id",
    [kind],
  );
  const origins = await originsOfEvents(book, events, ...(texts ? [texts] : []));
  return new Map(
    [...origins].map(([event, { groups }]) => [
      event,
      new Set(groups.flatMap(({ origin, reports }) => reports.filter(report => report !== origin))),
    ]),
  );
}

/** Pairs of records of a kind that nobody has decided on, with the probability that they are one event. */
async function uncertainLinks(book: Book, kind: string): Promise<UncertainLink[]> {
  const declared = book.codebook.kinds.get(kind);
  if (declared === undefined || declared.cited) return [];
  const { proposed } = await linkKind(book, declared, { most: MOST_LINKS });
  return [...proposed.joined, ...proposed.near].filter(({ against }) => against.length === 0);
}

/** What linkage knows of a kind that an undercount must take in: who copied whom, and which pairs may be one event. */
export async function linkageOf(book: Book, kind: string, texts?: TextOf) {
  return { copies: await copiesOf(book, kind, texts), links: await uncertainLinks(book, kind) };
}

/** Answers by book and entry: an estimate takes seconds, and the page, its picture and its table show the same one. */
const known = new WeakMap<Book, { asOf: string; results: Map<string, Promise<UndercountResult>> }>();

function resultOf({ book, asOf }: Library, kind: string): Promise<UndercountResult> {
  let state = known.get(book);
  if (state?.asOf !== asOf) {
    state = { asOf, results: new Map() };
    known.set(book, state);
  }
  const { results } = state;
  const result =
    results.get(kind) ??
    linkageOf(book, kind).then(linkage =>
      undercountOfKind(book, kind, { ...linkage, draws: DRAWS, compute: apart }),
    );
  results.set(kind, result);
  // A failure is told to whoever waits for it and not remembered.
  result.catch(() => results.delete(kind));
  return result;
}

/** The estimate of what no source reports of a kind; null where there is no such kind, or its records have no reporters. */
export async function loadUndercount(library: Library, id: string): Promise<UndercountData | null> {
  const kind = library.codebook.kinds.get(id);
  if (kind === undefined || kind.cited || !kind.sourced) return null;
  return {
    kind: id,
    label: kind.label.en,
    plural: kind.plural.en,
    asOf: library.asOf,
    draws: DRAWS,
    result: await resultOf(library, id),
  };
}
