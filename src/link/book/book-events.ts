import { type Decision, decisionOf, type Events, replayDecisions } from "../../book/decisions.ts";
import type { Book } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import { nearest } from "../../codebook/index.ts";
import type { Kind } from "../../codebook/types.ts";
import { type Diagnosis, diagnoseKind } from "../diagnose.ts";
import type { WideRow } from "./fields.ts";
import { type Judged, modelOf } from "./model.ts";
import { type ProposedEvents, pairKeyOf, proposeFrom } from "./propose-events.ts";

/** The kind of that name; an error that says what there is where there is none. */
export function kindToLink({ codebook }: Book, id: string): Kind {
  const kind = codebook.kinds.get(id);
  if (kind) return kind;
  const known = [...codebook.kinds.keys()];
  const near = nearest(id, known);
  throw new UserError({
    code: "unknown-kind",
    message: `there is no kind "${id}"`,
    expected: known.join(", "),
    ...(near && { hint: `did you mean ${near}?` }),
  });
}

/** All records of a kind, in the order of their ids. */
export const recordsOf = (book: Book, { id }: Kind): Promise<WideRow[]> =>
  book.sql(`SELECT * FROM "${id}" ORDER BY id`);

/** Decisions about a kind, in the order of the journal. */
export async function decisionsOf(book: Book, { id }: Kind): Promise<Decision[]> {
  const found: Decision[] = [];
  for await (const entry of book.entries()) {
    const decision = decisionOf(entry);
    if (decision?.kind === id) found.push(decision);
  }
  return found;
}

/** Events of a kind as the journal has them, and what the rule would join or nearly join beside them. */
export interface LinkedKind {
  readonly kind: string;
  readonly decisions: readonly Decision[];
  readonly diagnosis: Diagnosis;
  readonly events: Events;
  readonly proposed: ProposedEvents;
}

export async function linkKind(
  book: Book,
  kind: Kind,
  { threshold, most, judged = [] }: { threshold?: number; most?: number; judged?: readonly Judged[] } = {},
): Promise<LinkedKind> {
  const rows = await recordsOf(book, kind);
  const decisions = await decisionsOf(book, kind);
  const events = replayDecisions(decisions);
  const decided = new Set([
    ...decisions.map(({ records: [a, b] }) => pairKeyOf(a, b)),
    ...events.events.flatMap(({ records }) => records.flatMap(a => records.map(b => pairKeyOf(a, b)))),
  ]);
  const model = modelOf(kind, rows, { judged: [...judgedBy(decisions), ...judged] });
  const proposed = proposeFrom(model, {
    decided,
    ...(threshold !== undefined && { threshold }),
    ...(most !== undefined && { most }),
  });
  return { kind: kind.id, decisions, events, proposed, diagnosis: diagnoseKind(model, proposed) };
}

/** What people judged, as labels for m: what a rule joined teaches it nothing. */
export const judgedBy = (decisions: readonly Decision[]): Judged[] =>
  decisions
    .filter(({ rule }) => rule === null)
    .map(({ records, judgement }) => ({ records, same: judgement === "same" }));

/** Appends decisions to the journal, one entry each; refuses those that a standing decision forbids, before any is written. */
export async function decide(
  book: Book,
  kind: Kind,
  {
    by,
    judgements,
  }: {
    by: string;
    judgements: readonly {
      readonly judgement: "same" | "different";
      readonly records: readonly [string, string];
      readonly reason: Readonly<Record<string, unknown>>;
    }[];
  },
): Promise<Events> {
  const rows = await recordsOf(book, kind);
  const ids = new Set(rows.map(row => String(row["id"])));
  const unknown = judgements.flatMap(({ records }) => records).filter(record => !ids.has(record));
  if (unknown.length > 0)
    throw new UserError(
      unknown.map(record => {
        const near = nearest(record, [...ids]);
        return {
          code: "unknown-record",
          message: `there is no ${kind.id} "${record}"`,
          ...(near && { hint: `did you mean ${near}?` }),
        };
      }),
    );
  if (judgements.some(({ records: [a, b] }) => a === b))
    throw new UserError({
      code: "same-record",
      message: "a record cannot be judged against itself",
      expected: "two different records",
    });
  const before = await decisionsOf(book, kind);
  const next = judgements.map(({ judgement, records }, at) => ({
    seq: book.head.seq + 1 + at,
    at: "",
    by,
    judgement,
    reason: "",
    rule: null,
    kind: kind.id,
    records,
  }));
  const events = replayDecisions([...before, ...next]);
  const refused = events.conflicts.filter(({ decision }) => next.some(one => one.seq === decision.seq));
  if (refused.length > 0)
    throw new UserError(
      refused.map(({ decision, against }) => ({
        code: "contradiction",
        message: `${decision.records.join(" and ")} cannot be one event: entry ${against.seq} by ${against.by} says that ${against.records.join(" and ")} are different`,
        hint: `if that was wrong, take it back first: --same ${against.records.join(",")}`,
      })),
    );
  for (const { judgement, records, reason } of judgements)
    await book.append({ by, act: "decide", data: { judgement, kind: kind.id, records, ...reason } });
  return events;
}
