import type { Entry } from "./types.ts";

/** What a `decide` entry of linkage says: two records of a kind describe one event, or two. */
export interface Decision {
  readonly seq: number;
  readonly by: string;
  readonly judgement: "same" | "different";
  readonly kind: string;
  readonly records: readonly [string, string];
  /** When it was made, RFC 3339. */
  readonly at: string;
  /** Why, in the words of whoever decided; empty where nothing was said. */
  readonly reason: string;
  /** Name of the rule that made it; null for a person's judgement. */
  readonly rule: string | null;
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
export function decisionOf({ seq, at, by, act, data }: Entry): Decision | null {
  if (act !== "decide" || typeof data !== "object" || data === null) return null;
  const { judgement, kind, records, reason, rule } = data as Record<string, unknown>;
  if ((judgement !== "same" && judgement !== "different") || typeof kind !== "string") return null;
  if (!Array.isArray(records) || records.length !== 2 || records.some(one => typeof one !== "string"))
    return null;
  return {
    seq,
    at,
    by,
    judgement,
    kind,
    records: records as [string, string],
    reason: typeof reason === "string" ? reason : "",
    rule: typeof rule === "string" ? rule : null,
  };
}

/**
 * Events from decisions, replayed in the order of the journal; of two decisions on one pair the later one counts. "Same" joins two
 * events: the id that was given first stays, the others lead to it. "Different" splits: of the links between the two the
 * newest are dropped. A "same" that would put together two records judged different is not carried out. Both are told as conflicts.
 * So the same journal always gives the same events, and nothing judged different is ever one.
 */
export function replayDecisions(decisions: readonly Decision[]): Events {
  const links = new Graph();
  const apart = new Graph();
  const names = new Names();
  const conflicts: Conflict[] = [];
  for (const decision of decisions) {
    const { records } = decision;
    if (decision.judgement === "different") {
      links.delete(records);
      apart.set(decision);
      for (const dropped of split(decision, links)) conflicts.push({ decision: dropped, against: decision });
    } else {
      const against = standingApart(records, links, apart);
      if (against) {
        conflicts.push({ decision, against });
        continue;
      }
      apart.delete(records);
      links.set(decision);
    }
    const first = links.around(records[0]);
    names.give(first);
    if (!first.has(records[1])) names.give(links.around(records[1]));
  }
  return collect(links, names, conflicts);
}

/** Decisions by the two records that they speak of; the newest stands last. */
class Graph {
  private readonly edges = new Map<string, Map<string, Decision>>();

  set(decision: Decision): void {
    this.delete(decision.records);
    const [a, b] = decision.records;
    this.from(a).set(b, decision);
    this.from(b).set(a, decision);
  }

  delete([a, b]: readonly [string, string]): void {
    this.edges.get(a)?.delete(b);
    this.edges.get(b)?.delete(a);
  }

  of(record: string): Iterable<readonly [string, Decision]> {
    return this.edges.get(record) ?? [];
  }

  /** All records that links connect to one, itself included. */
  around(start: string): Set<string> {
    const found = new Set([start]);
    for (const record of found) for (const [other] of this.of(record)) found.add(other);
    return found;
  }

  /** Records that some decision connects to another. */
  *records(): Iterable<string> {
    for (const [record, others] of this.edges) if (others.size > 0) yield record;
  }

  private from(record: string): Map<string, Decision> {
    const others = this.edges.get(record) ?? new Map<string, Decision>();
    this.edges.set(record, others);
    return others;
  }
}

/**
 * Drops the links that hold together what a decision wants apart: the others are laid again from the oldest on, and one that would bring the two together is
 * left out. So a link to a third record, however new, stays where it keeps nobody together that must not be.
 */
function split({ records: [a, b] }: Decision, links: Graph): Decision[] {
  const together = links.around(a);
  if (!together.has(b)) return [];
  const all = new Set([...together].flatMap(record => [...links.of(record)].map(([, link]) => link)));
  const oldestFirst = [...all].sort((x, y) => x.seq - y.seq);
  for (const link of oldestFirst) links.delete(link.records);
  return oldestFirst.filter(link => {
    links.set(link);
    if (!links.around(a).has(b)) return false;
    links.delete(link.records);
    return true;
  });
}

/** The oldest decision that two records of the event to be made are different, but for the one on this pair itself. */
function standingApart(records: readonly [string, string], links: Graph, apart: Graph): Decision | undefined {
  const together = new Set(records.flatMap(record => [...links.around(record)]));
  const isPair = (one: Decision) => one.records.every(record => records.includes(record));
  return [...together]
    .flatMap(record => [...apart.of(record)])
    .filter(([other, decision]) => together.has(other) && !isPair(decision))
    .map(([, decision]) => decision)
    .sort((x, y) => x.seq - y.seq)[0];
}

/** Event ids by record, and which was given first. */
class Names {
  private readonly ids = new Map<string, string>();
  private readonly order = new Map<string, number>();

  of(record: string): string {
    return this.ids.get(record) ?? record;
  }

  /** Gives the records of one event its id: of the ids that some of them had and one of them has, the one given first. */
  give(members: ReadonlySet<string>): void {
    const known = [...members]
      .filter(record => members.has(this.ids.get(record) ?? ""))
      .sort((x, y) => this.order.get(x)! - this.order.get(y)!)[0];
    const list = [...members].sort();
    const id = known === undefined ? list[0]! : this.of(known);
    for (const record of list) {
      if (!this.order.has(record)) this.order.set(record, this.order.size);
      this.ids.set(record, id);
    }
  }
}

function collect(links: Graph, names: Names, conflicts: readonly Conflict[]): Events {
  const groups = new Map<string, string[]>();
  for (const record of links.records()) {
    const id = names.of(record);
    groups.set(id, [...(groups.get(id) ?? []), record]);
  }
  const events = [...groups].map(([id, records]) => ({ id, records: records.sort() }));
  events.sort((x, y) => (x.id < y.id ? -1 : 1));
  const of = new Map(events.flatMap(({ id, records }) => records.map(record => [record, id] as const)));
  const redirects = new Map([...of].filter(([record, id]) => record !== id));
  return { events, of, redirects, conflicts };
}
