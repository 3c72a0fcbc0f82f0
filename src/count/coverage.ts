import type { Plan } from "./arguments.ts";
import { atomsOf, keptOf } from "./query.ts";
import { literal } from "./sql.ts";
import type { CountedBook, Coverage } from "./types.ts";

/**
 * Which sources and which records stand behind a result: sources by language, records by region and year. The indicator says
 * which of its dimensions are the region and the year; what it does not have is left empty.
 */
export async function coverageOf(book: CountedBook, plan: Plan): Promise<Coverage> {
  const rows = await book.sql<{ part: string; key: string; n: number }>(coverageQuery(book, plan));
  const part = (name: string): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const row of rows)
      if (row.part === name) counts.set(row.key, (counts.get(row.key) ?? 0) + Number(row.n));
    return counts;
  };
  const total = (name: string) => part(name).get("") ?? 0;
  return {
    records: total("records"),
    sources: total("sources"),
    languages: mostFirst(part("language")),
    regions: mostFirst(part("region")),
    years: Object.fromEntries([...part("year")].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function mostFirst(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}

const word = (column: string) => `COALESCE(CAST(${column} AS VARCHAR), '')`;

/** The least and the greatest value of a column among the rows of a record, and how many rows have one. */
const endsOf = (part: string, column: string) =>
  `, min(${column}) AS ${part}_low, max(${column}) AS ${part}_high, count(${column}) AS ${part}_said`;

/** Have all rows of a record the same value, or all none? */
const alike = (part: string) => `(${part}_said = 0 OR (${part}_said = times AND ${part}_low = ${part}_high))`;

/**
 * The records are brought to one row each once, and what follows counts these rows. A record of one region, as nearly all are, is counted
 * from its row; only those of several are looked for in all rows again.
 */
function coverageQuery(book: CountedBook, plan: Plan): string {
  const { coverage } = plan.indicator;
  const cited = [...book.codebook.kinds.values()].find(kind => kind.cited);
  const dimensions = (["region", "year"] as const).flatMap(part => {
    const column = coverage[part];
    return column === undefined ? [] : [{ part, column }];
  });
  const parts = [
    "SELECT 'records' AS part, '' AS key, CAST(count(*) AS DOUBLE) AS n FROM one",
    "SELECT 'sources', '', count(*) FROM cited",
    ...dimensions.flatMap(({ part, column }) => [
      `SELECT '${part}', ${word(`${part}_low`)}, count(*) FROM one WHERE ${alike(part)} GROUP BY 2`,
      `SELECT '${part}', ${word(column)}, count(DISTINCT record) FROM kept WHERE base.key_of(record) IN (SELECT key FROM one WHERE NOT ${alike(part)}) GROUP BY 2`,
    ]),
    ...(cited?.fields.some(field => field.id === "language")
      ? [
          `SELECT 'language', COALESCE(s.language, ''), count(DISTINCT c.source) FROM cited AS c LEFT JOIN ${cited.id} AS s ON s.id = c.source GROUP BY 2`,
        ]
      : []),
  ];
  // The engine passes over the sources of other records before it joins (by a Bloom filter) only where it sees a filter on those kept.
  return `${atomsOf(plan)}, kept AS (
  SELECT ${["record", ...new Set(dimensions.map(({ column }) => column))].join(", ")} ${keptOf(plan)}
), one AS MATERIALIZED (
  SELECT base.key_of(record) AS key, count(*) AS times${dimensions.map(({ part, column }) => endsOf(part, column)).join("")}
  FROM kept WHERE record IS NOT NULL GROUP BY 1
), cited AS (
  SELECT DISTINCT r.source FROM base.record_source AS r
  WHERE ${ofKinds(book, plan)}r.key IN (SELECT key FROM one WHERE key IS NOT NULL)
)
${parts.join("\nUNION ALL ")}`;
}

/** Views that hold records of every kind. */
const OF_EVERY_KIND = ["statements", "entries", "record_source", "events", "event_record", "joined"];

/**
 * The condition that passes over the sources of kinds from which the rows of an indicator cannot come: a query reads from no view
 * that it does not name. Empty where any kind can be meant.
 */
function ofKinds({ codebook }: CountedBook, { indicator }: Plan): string {
  const sql = indicator.sql.toLowerCase();
  const named = (id: string) => new RegExp(`(?<![a-z0-9_])${id.toLowerCase()}(?![a-z0-9_])`).test(sql);
  if (OF_EVERY_KIND.some(named)) return "";
  const kinds = [...codebook.kinds.keys()].filter(named);
  return kinds.length > 0 ? `r.kind IN (${kinds.map(literal).join(", ")}) AND ` : "";
}
