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
  const part = (name: string) =>
    rows.filter(row => row.part === name).map(row => [row.key, Number(row.n)] as const);
  const total = (name: string) => part(name)[0]?.[1] ?? 0;
  return {
    records: total("records"),
    sources: total("sources"),
    languages: mostFirst(part("language")),
    regions: mostFirst(part("region")),
    years: Object.fromEntries(part("year").sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function mostFirst(pairs: readonly (readonly [string, number])[]): Record<string, number> {
  return Object.fromEntries([...pairs].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}

function coverageQuery(book: CountedBook, plan: Plan): string {
  const { coverage } = plan.indicator;
  const cited = [...book.codebook.kinds.values()].find(kind => kind.cited);
  const counts = (dimension: string, part: string) =>
    `SELECT '${part}', COALESCE(CAST(${dimension} AS VARCHAR), ''), count(DISTINCT record) FROM kept GROUP BY 2`;
  const parts = [
    "SELECT 'records' AS part, '' AS key, CAST(count(DISTINCT record) AS DOUBLE) AS n FROM kept",
    "SELECT 'sources', '', count(DISTINCT source) FROM cited",
    coverage.region ? counts(coverage.region, "region") : null,
    coverage.year ? counts(coverage.year, "year") : null,
    cited?.fields.some(field => field.id === "language")
      ? `SELECT 'language', COALESCE(s.language, ''), count(DISTINCT c.source) FROM cited AS c LEFT JOIN ${cited.id} AS s ON s.id = c.source GROUP BY 2`
      : null,
  ].filter(part => part !== null);
  // The engine passes over the sources of other records before it joins (by a Bloom filter) only where it sees a filter on those kept.
  return `${atomsOf(plan)}, kept AS (
  SELECT * ${keptOf(plan)}
), cited AS (
  SELECT DISTINCT r.source FROM base.record_source AS r
  WHERE ${ofKinds(book, plan)}r.key IN (SELECT base.key_of(record) FROM kept WHERE record IS NOT NULL)
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
