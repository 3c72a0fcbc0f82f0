import type { Entry } from "../../book/types.ts";

/** What a `decide` entry of linkage says: two records of a kind describe one event, or two. */
export interface Decision {
  readonly seq: number;
  readonly by: string;
  readonly judgement: "same" | "different";
  readonly kind: string;
  readonly records: readonly [string, string];
}

/** An event: records judged to describe one happening. Its id is the id of one of its records and never changes while it stays there. */
export interface Event {
  readonly id: string;
  readonly records: readonly string[];
}

/** A decision that could not be carried out because an earlier one stands against it. */
export interface Conflict {
  readonly decision: Decision;
  readonly against: Decision;
}

export interface Events {
  /** Events of more than one record, in the order of their ids. */
  readonly events: readonly Event[];
  /** Event of each record that belongs to one. */
  readonly of: ReadonlyMap<string, string>;
  /** Every record is its own event until it joins another: where an address that names such a record leads now. */
  readonly redirects: ReadonlyMap<string, string>;
  readonly conflicts: readonly Conflict[];
}

/** The decision in an entry of the journal, null where it holds none about linkage. */
export function decisionOf({ seq, by, act, data }: Entry): Decision | null {
  if (act !== "decide" || typeof data !== "object" || data === null) return null;
  const { judgement, kind, records } = data as Record<string, unknown>;
  if ((judgement !== "same" && judgement !== "different") || typeof kind !== "string") return null;
  if (!Array.isArray(records) || records.length !== 2 || records.some(one => typeof one !== "string"))
    return null;
  return { seq, by, judgement, kind, records: records as [string, string] };
}

const pairKey = ([a, b]: readonly [string, string]) => JSON.stringify([a, b].sort());

/**
 * Events from decisions, replayed in the order of the journal; of two decisions on one pair the later one counts. "Same" joins two
 * events: the id that was given first stays, the others lead to it. "Different" splits: the newest links between the two are dropped
 * until they are apart. A "same" that would put together two records judged different is not carried out. Both are told as conflicts.
 * So the same journal always gives the same events, and nothing judged different is ever one.
 */
export function replayDecisions(decisions: readonly Decision[]): Events {
  const links = new Map<string, Decision>();
  const apart = new Map<string, Decision>();
  const conflicts: Conflict[] = [];
  const names: Names = { links, named: new Map() };
  for (const decision of decisions) {
    const key = pairKey(decision.records);
    if (decision.judgement === "different") {
      apart.set(key, decision);
      links.delete(key);
      for (const dropped of split(decision, links)) conflicts.push({ decision: dropped, against: decision });
    } else {
      const against = standingApart(decision, { links, apart, except: key });
      if (against) {
        conflicts.push({ decision, against });
        continue;
      }
      apart.delete(key);
      links.delete(key);
      links.set(key, decision);
    }
    rename(decision.records, names);
  }
  return collect(names, conflicts);
}

/** Drops the newest links that still hold together what a decision wants apart. */
function split({ records: [a, b] }: Decision, links: Map<string, Decision>): Decision[] {
  const dropped: Decision[] = [];
  for (;;) {
    const together = component(a, links);
    if (!together.has(b)) return dropped;
    const [key, link] = [...links].filter(([, { records }]) => together.has(records[0])).at(-1)!;
    links.delete(key);
    dropped.push(link);
  }
}

/** A decision that two records of the event to be made are different. */
function standingApart(
  { records: [a, b] }: Decision,
  {
    links,
    apart,
    except,
  }: { links: ReadonlyMap<string, Decision>; apart: ReadonlyMap<string, Decision>; except: string },
): Decision | undefined {
  const together = new Set([...component(a, links), ...component(b, links)]);
  for (const [key, decision] of apart)
    if (key !== except && decision.records.every(record => together.has(record))) return decision;
  return undefined;
}

/** All records that links connect to one. */
function component(start: string, links: ReadonlyMap<string, Decision>): Set<string> {
  const found = new Set([start]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { records } of links.values())
      if (found.has(records[0]) !== found.has(records[1])) {
        found.add(records[0]).add(records[1]);
        grown = true;
      }
  }
  return found;
}

interface Names {
  readonly links: ReadonlyMap<string, Decision>;
  /** Event id by record. */
  readonly named: Map<string, string>;
}

/** Gives the events around two records their ids after a decision. */
function rename([a, b]: readonly [string, string], { links, named }: Names): void {
  for (const members of [component(a, links), component(b, links)]) {
    const list = [...members].sort();
    // The id that was given first stays: ids enter `named` in the order of the journal.
    const old = [...named.entries()].find(([record, id]) => members.has(record) && members.has(id))?.[1];
    const id = old ?? list[0]!;
    for (const record of list) named.set(record, id);
  }
}

function collect({ links, named }: Names, conflicts: readonly Conflict[]): Events {
  const groups = new Map<string, string[]>();
  for (const { records } of links.values())
    for (const record of records) {
      const id = named.get(record)!;
      const members = groups.get(id) ?? [];
      if (!members.includes(record)) members.push(record);
      groups.set(id, members);
    }
  const events = [...groups].map(([id, records]) => ({ id, records: records.sort() }));
  events.sort((x, y) => (x.id < y.id ? -1 : 1));
  const of = new Map(events.flatMap(({ id, records }) => records.map(record => [record, id] as const)));
  const redirects = new Map([...of].filter(([record, id]) => record !== id));
  return { events, of, redirects, conflicts };
}
