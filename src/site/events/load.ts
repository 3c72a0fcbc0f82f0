import type { Kind } from "../../codebook/index.ts";
import {
  type Decision,
  explainApart,
  type LinkedKind,
  linkKindApart,
  originsOfEvents,
  type RecordPair,
} from "../../link/index.ts";
import type { RecordRef } from "../data.ts";
import { segment } from "../frame.ts";
import { isLinked } from "../load/kinds.ts";
import type { Library } from "../load/library.ts";
import type { Instance } from "../load/reader.ts";
import type {
  EventData,
  EventKind,
  EventRef,
  EventsData,
  JudgementRef,
  OriginData,
  PairData,
  PairRef,
} from "./data.ts";

/** Near pairs that a list shows. */
const SHOWN = 20;

const linkedKinds = ({ codebook }: Library): Kind[] => [...codebook.kinds.values()].filter(isLinked);

/** Linking compares every record with every other: it is done once for each state of the book, and in a thread of its own. */
const LINKED = new WeakMap<Library, Map<string, Promise<LinkedKind>>>();

function linkedOf(library: Library, kind: Kind): Promise<LinkedKind> {
  const known = LINKED.get(library) ?? new Map<string, Promise<LinkedKind>>();
  LINKED.set(library, known);
  const linked = known.get(kind.id) ?? linkKindApart(library.book, kind);
  known.set(kind.id, linked);
  linked.catch(() => known.delete(kind.id));
  return linked;
}

type Refs = ReadonlyMap<string, RecordRef>;

/** Names of records; one that the book no longer has is named by its id. */
async function refsOf(library: Library, ids: readonly string[]): Promise<Refs> {
  const found = await library.instances(ids);
  const targets = await library.targets([...found.values()]);
  return new Map(ids.map(id => [id, refOf(library, id, found.get(id), targets)]));
}

const refOf = (
  library: Library,
  id: string,
  instance: Instance | undefined,
  targets: ReadonlyMap<string, Instance>,
) =>
  instance === undefined
    ? { id, kind: "", kindLabel: "", label: id, href: `/records/${segment(id)}`, when: "", notes: [] }
    : library.refOf(instance, targets);

const pairRef = ({ records: [a, b], probability, against }: RecordPair, refs: Refs): PairRef => ({
  records: [refs.get(a)!, refs.get(b)!],
  probability,
  against,
});

/** What is joined, what the rule would join, and what came near, by kind. */
export async function loadEvents(library: Library): Promise<EventsData> {
  const kinds: EventKind[] = [];
  for (const kind of linkedKinds(library)) {
    // Comparing the records of a kind takes a while: other readers are answered in between.
    await new Promise(resolve => setTimeout(resolve, 0));
    kinds.push(await eventKind(library, kind));
  }
  return { kinds };
}

async function eventKind(library: Library, kind: Kind): Promise<EventKind> {
  const { events, proposed, diagnosis } = await linkedOf(library, kind);
  const near = proposed.near.slice(0, SHOWN);
  const refs = await refsOf(library, [
    ...events.events.flatMap(({ records }) => records),
    ...[...proposed.joined, ...near].flatMap(({ records }) => records),
  ]);
  const joined = events.events.map(
    ({ id, records }): EventRef => ({
      id,
      label: refs.get(id)?.label ?? id,
      records: records.map(one => refs.get(one)!),
    }),
  );
  const inEvents = joined.reduce((sum, { records }) => sum + records.length, 0);
  return {
    kind: kind.id,
    label: kind.label.en,
    plural: kind.plural.en,
    records: proposed.records,
    events: proposed.records - inEvents + joined.length,
    joined,
    proposed: proposed.joined.map(pair => pairRef(pair, refs)),
    near: near.map(pair => pairRef(pair, refs)),
    nearPairs: proposed.nearPairs,
    conflicts: events.conflicts.map(
      ({ decision, against }) =>
        `Entry ${decision.seq} by ${decision.by}, that ${decision.records.join(" and ")} are one event, is not carried out: entry ${against.seq} by ${against.by} says that ${against.records.join(" and ")} are different.`,
    ),
    threshold: proposed.threshold,
    diagnosis,
  };
}

const judgement = ({ seq, at, by, judgement: judged, records, reason, rule }: Decision): JudgementRef => ({
  seq,
  at,
  by,
  judgement: judged,
  records,
  reason,
  rule,
});

/** The record with an id if it is of a kind that is linked. */
async function linkable(library: Library, id: string): Promise<Instance | null> {
  const instance = (await library.instances([id])).get(id);
  return instance !== undefined && linkedKinds(library).includes(instance.kind) ? instance : null;
}

/** An event by its id; the id that it has now where records have joined another; null where there is none. */
export async function loadEvent(
  library: Library,
  id: string,
): Promise<EventData | { readonly moved: string } | null> {
  const rows = await library.book.sql<{ event: string; kind: string; record: string; sources: string[] }>(
    "SELECT event, kind, record, sources FROM event_record WHERE event = $1 OR record = $1 ORDER BY record",
    [id],
  );
  const kind = linkedKinds(library).find(one => rows.some(row => row.kind === one.id));
  const mine = rows.filter(row => row.kind === kind?.id);
  const [first] = mine;
  if (kind === undefined || first === undefined) return null;
  if (!mine.some(({ event }) => event === id)) return { moved: first.event };
  const records = mine.filter(({ event }) => event === id).map(({ record }) => record);
  const linked = await linkedOf(library, kind);
  const own = new Set(records);
  const near = linked.proposed.near
    .filter(pair => pair.records.some(record => own.has(record)))
    .slice(0, SHOWN);
  const refs = await refsOf(library, [...records, ...near.flatMap(pair => pair.records), id]);
  const sources = [...new Set(mine.flatMap(row => row.sources))];
  return {
    id,
    kind: kind.id,
    kindLabel: kind.label.en,
    label: refs.get(id)!.label,
    records: records.map(record => refs.get(record)!),
    redirects: records.filter(record => record !== id),
    decisions: linked.decisions.filter(one => one.records.some(record => own.has(record))).map(judgement),
    pairs: await pairsWithin(library, kind, { records, refs }),
    origins: await originsData(library, { event: id, kind: kind.id, records, sources }),
    near: near.map(pair => pairRef(pair, refs)),
  };
}

/** Pairs of an event's records that are shown; an event of more has too many to read. */
const MOST_PAIRS = 45;

async function pairsWithin(
  library: Library,
  kind: Kind,
  { records, refs }: { records: readonly string[]; refs: Refs },
): Promise<PairRef[]> {
  if (records.length < 2) return [];
  const pairs = records
    .flatMap((a, at) => records.slice(at + 1).map(b => [a, b] as const))
    .slice(0, MOST_PAIRS);
  const explained = await explainApart(library.book, kind, pairs);
  return explained.filter(pair => pair !== null).map(pair => pairRef(pair, refs));
}

async function originsData(
  library: Library,
  event: { event: string; kind: string; records: readonly string[]; sources: readonly string[] },
): Promise<OriginData[]> {
  const origins = (await originsOfEvents(library.book, [event])).get(event.event);
  const groups = origins?.groups ?? event.sources.map(id => ({ origin: id, reports: [id] }));
  return Promise.all(
    groups.map(async ({ origin, reports }) => ({
      origin,
      sources: await library.sources([origin, ...reports.filter(id => id !== origin)]),
      signs: (origins?.copying ?? [])
        .filter(({ from, to, bits }) => bits > 0 && reports.includes(from) && reports.includes(to))
        .map(({ from, to, signs }) => ({ from, to, signs })),
    })),
  );
}

/** Two records of one kind and the evidence between them, from `a,b`; null where there is no such pair. */
export async function loadPair(library: Library, id: string): Promise<PairData | null> {
  const ids = id.split(",");
  if (ids.length !== 2 || ids[0] === ids[1]) return null;
  const [a, b] = ids as [string, string];
  const [first, second] = await Promise.all([linkable(library, a), linkable(library, b)]);
  if (first === null || second === null || first.kind !== second.kind) return null;
  const { kind } = first;
  const { events, proposed, decisions } = await linkedOf(library, kind);
  const [pair] = await explainApart(library.book, kind, [[a, b]]);
  if (!pair) return null;
  const refs = await refsOf(library, [a, b]);
  const event = events.of.get(a);
  return {
    kind: kind.id,
    kindLabel: kind.label.en,
    records: [refs.get(a)!, refs.get(b)!],
    pair,
    threshold: proposed.threshold,
    event: event !== undefined && event === events.of.get(b) ? event : null,
    decisions: decisions.filter(({ records }) => records.includes(a) && records.includes(b)).map(judgement),
  };
}
