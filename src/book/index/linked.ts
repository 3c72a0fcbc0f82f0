import type { DuckDBConnection } from "@duckdb/node-api";
import type { Codebook } from "../../codebook/types.ts";
import { type Decision, decisionOf, replayDecisions } from "../decisions.ts";
import type { Entry } from "../types.ts";
import { Loader } from "./load.ts";
import { name, text } from "./sql-text.ts";

/**
 * Events in the index. Every record of a kind that is not cited belongs to exactly one event: its own, until a decision
 * joins it to others. `base.joined` holds the records of events of several records, replayed from the decisions in the journal.
 */

/** Tables and views that the events of a book stand in. */
export function eventTables(codebook: Codebook): string[] {
  const kinds = [...codebook.kinds.values()].filter(({ cited }) => !cited);
  const records = kinds.map(
    ({ id }) => `SELECT ${text(id)} AS kind, id AS record, sources FROM main.${name(id)}`,
  );
  const all =
    records.length > 0
      ? records.join(" UNION ALL ")
      : "SELECT '' AS kind, '' AS record, CAST([] AS VARCHAR[]) AS sources WHERE FALSE";
  return [
    "CREATE TABLE base.joined(kind VARCHAR, record VARCHAR, event VARCHAR)",
    "CREATE VIEW joined AS SELECT kind, record, event FROM base.joined",
    `CREATE VIEW event_record AS SELECT coalesce(j.event, r.record) AS event, r.kind, r.record, r.sources
      FROM (${all}) AS r LEFT JOIN base.joined AS j ON j.kind = r.kind AND j.record = r.record`,
    `CREATE VIEW events AS SELECT event AS id, kind, list(record ORDER BY record) AS records,
      list_sort(list_distinct(flatten(list(sources)))) AS sources FROM event_record GROUP BY event, kind`,
  ];
}

/** Replays all decisions that the index has entries of. Events are few beside records: they are made anew each time. */
export async function deriveEvents(connection: DuckDBConnection): Promise<void> {
  const reader = await connection.runAndReadAll(
    `SELECT seq, "at", "by", act, data FROM main.entries WHERE act = 'decide' ORDER BY seq`,
  );
  const byKind = new Map<string, Decision[]>();
  for (const { seq, at, by, act, data } of reader.getRowObjects()) {
    const entry = { seq: Number(seq), at, by, act, data: JSON.parse(String(data)) } as Entry;
    const decision = decisionOf(entry);
    if (decision) byKind.set(decision.kind, [...(byKind.get(decision.kind) ?? []), decision]);
  }
  await connection.run("DELETE FROM base.joined");
  const loader = await Loader.open(connection, "base", "joined");
  for (const [kind, decisions] of byKind)
    for (const { id, records } of replayDecisions(decisions).events)
      for (const record of records) loader.add([kind, record, id]);
  loader.close();
}
