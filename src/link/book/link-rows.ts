import { type Decision, type Events, replayDecisions } from "../../book/decisions.ts";
import type { Kind } from "../../codebook/types.ts";
import { type Diagnosis, diagnoseKind } from "../quality/diagnose.ts";
import type { WideRow } from "./fields.ts";
import { type Judged, modelOf } from "./model.ts";
import {
  explainPairOf,
  type ProposedEvents,
  pairKeyOf,
  proposeFrom,
  type RecordPair,
} from "./propose-events.ts";

/** Events of a kind as the journal has them, and what the rule would join or nearly join beside them. */
export interface LinkedKind {
  readonly kind: string;
  readonly decisions: readonly Decision[];
  readonly diagnosis: Diagnosis;
  readonly events: Events;
  readonly proposed: ProposedEvents;
}

/** What linking takes of a book: the records of a kind and the decisions about them, plain data that threads can be given. */
export interface KindRows {
  readonly kind: Kind;
  readonly rows: readonly WideRow[];
  readonly decisions: readonly Decision[];
}

export interface LinkKindOptions {
  readonly threshold?: number;
  /** Near pairs that are kept. */
  readonly most?: number;
  /** Pairs that somebody judged outside of the journal. */
  readonly judged?: readonly Judged[];
}

/** What people judged, as labels for m: what a rule joined teaches it nothing. */
export const judgedBy = (decisions: readonly Decision[]): Judged[] =>
  decisions
    .filter(({ rule }) => rule === null)
    .map(({ records, judgement }) => ({ records, same: judgement === "same" }));

export function linkRows(
  { kind, rows, decisions }: KindRows,
  { threshold, most, judged = [] }: LinkKindOptions = {},
): LinkedKind {
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

/** The evidence between pairs of records; null where one of them is not there. */
export function explainRows(
  { kind, rows, decisions }: KindRows,
  pairs: readonly (readonly [string, string])[],
): (RecordPair | null)[] {
  const model = modelOf(kind, rows, { judged: judgedBy(decisions) });
  return pairs.map(records => {
    const [a, b] = records.map(id => model.ids.indexOf(id)) as [number, number];
    return a < 0 || b < 0 ? null : explainPairOf(model, a, b);
  });
}
