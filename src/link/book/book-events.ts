import { type Decision, decisionOf, type Events, replayDecisions } from "../../book/decisions.ts";
import type { Book } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import { nearest } from "../../codebook/index.ts";
import type { Kind } from "../../codebook/types.ts";
import { doJobApart } from "./apart.ts";
import type { WideRow } from "./fields.ts";
import { type KindRows, type LinkedKind, type LinkKindOptions, linkRows } from "./link-rows.ts";
import type { RecordPair } from "./propose-events.ts";

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

/** What linking takes of a book. */
export async function kindRows(book: Book, kind: Kind): Promise<KindRows> {
  return { kind, rows: await recordsOf(book, kind), decisions: await decisionsOf(book, kind) };
}

export const linkKind = async (book: Book, kind: Kind, options: LinkKindOptions = {}): Promise<LinkedKind> =>
  linkRows(await kindRows(book, kind), options);

/** As `linkKind`, in a thread of its own. */
export const linkKindApart = async (book: Book, kind: Kind): Promise<LinkedKind> =>
  (await doJobApart({ job: "link", of: await kindRows(book, kind), options: {} })) as LinkedKind;

/** The evidence between pairs of records of a kind, found in a thread of its own; null where a record is not there. */
export const explainApart = async (
  book: Book,
  kind: Kind,
  pairs: readonly (readonly [string, string])[],
): Promise<(RecordPair | null)[]> =>
  (await doJobApart({ job: "explain", of: await kindRows(book, kind), pairs })) as (RecordPair | null)[];

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
