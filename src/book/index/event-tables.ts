import type { Codebook } from "../../codebook/types.ts";
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
