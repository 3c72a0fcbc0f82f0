import type { DuckDBConnection } from "@duckdb/node-api";
import { type Decision, decisionOf, replayDecisions } from "../decisions.ts";
import type { Entry } from "../types.ts";
import { Loader } from "./load.ts";

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
