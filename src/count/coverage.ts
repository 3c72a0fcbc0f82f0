import type { Book } from "../book/types.ts";
import type { Codebook, Kind } from "../codebook/types.ts";
import { indented, literal } from "./sql.ts";
import type { Coverage } from "./types.ts";

/**
 * Which sources and which records stand behind a set of records: sources by language, records by region and year. A kind says itself
 * where and when its records are (`where`, `when`) and which field of the cited kind is its language, so no kind is named here.
 */
export async function coverageOf(book: Book, records: readonly string[]): Promise<Coverage> {
  const distinct = [...new Set(records)].sort();
  if (distinct.length === 0) return { records: 0, sources: 0, languages: {}, regions: {}, years: {} };
  const rows = await book.sql<{ part: string; key: string; n: number }>(
    coverageQuery(book.codebook, distinct),
  );
  const part = (name: string) =>
    rows.filter(row => row.part === name).map(row => [row.key, Number(row.n)] as const);
  const sources = part("sources")[0]?.[1] ?? 0;
  return {
    records: distinct.length,
    sources,
    languages: mostFirst(part("language")),
    regions: mostFirst(part("region")),
    years: Object.fromEntries(part("year").sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function mostFirst(pairs: readonly (readonly [string, number])[]): Record<string, number> {
  return Object.fromEntries([...pairs].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)));
}

function coverageQuery(codebook: Codebook, records: readonly string[]): string {
  const kinds = [...codebook.kinds.values()];
  const cited = kinds.find(kind => kind.cited);
  const parts = [
    "SELECT 'sources' AS part, '' AS key, count(DISTINCT source) AS n FROM cited",
    // A record of two regions stands in both.
    "SELECT 'region', COALESCE(country.region, ''), count(DISTINCT record) FROM placed LEFT JOIN country ON country.code = placed.place GROUP BY 2",
    "SELECT 'year', COALESCE(CAST(year AS VARCHAR), ''), count(DISTINCT record) FROM dated GROUP BY 2",
  ];
  if (cited?.fields.some(field => field.id === "language"))
    parts.push(
      `SELECT 'language', COALESCE(s.language, ''), count(DISTINCT cited.source) FROM cited LEFT JOIN ${cited.id} AS s ON s.id = cited.source GROUP BY 2`,
    );
  return `WITH wanted(record) AS (VALUES ${records.map(record => `(${literal(record)})`).join(", ")}), cited AS (
  SELECT record_source.source FROM record_source JOIN wanted ON wanted.record = record_source.record
), placed AS (
${indented(union(kinds.map(placesOf)))}
), dated AS (
${indented(union(kinds.map(datesOf)))}
)
${parts.join("\nUNION ALL ")}`;
}

function union(parts: readonly (string | null)[]): string {
  const some = parts.filter(part => part !== null);
  return some.length > 0
    ? some.join("\nUNION ALL ")
    : "SELECT record, NULL AS place, NULL AS year FROM wanted";
}

function placesOf(kind: Kind): string | null {
  const field = kind.fields.find(({ id }) => id === kind.where);
  if (field?.type !== "country" || field.sensitive) return null;
  const from = `FROM ${kind.id} AS k JOIN wanted ON wanted.record = k.id`;
  return field.many
    ? `SELECT record, u.place ${from} LEFT JOIN UNNEST(k."${field.id}") AS u(place) ON TRUE`
    : `SELECT record, k."${field.id}" AS place ${from}`;
}

function datesOf(kind: Kind): string | null {
  const field = kind.fields.find(({ id }) => id === kind.when);
  if (field?.type !== "date" || field.sensitive || field.many) return null;
  return `SELECT record, EXTRACT(YEAR FROM k."${field.id}_start") AS year FROM ${kind.id} AS k JOIN wanted ON wanted.record = k.id`;
}
