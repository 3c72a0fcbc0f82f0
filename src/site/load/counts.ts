import type { Field, Kind } from "../../codebook/index.ts";
import type { KindCount, MapData, TimelineData } from "../data.ts";
import { dateField } from "./kinds.ts";
import type { Library } from "./library.ts";
import { ident, literal } from "./sql.ts";

/** A restriction of the records of a kind: SQL over its columns, with `$1` for its parameters. */
export interface Scope {
  readonly where: string;
  readonly parameters: readonly unknown[];
}

const ALL: Scope = { where: "TRUE", parameters: [] };

/** How many records the book has of each kind. */
export async function countKinds(library: Library): Promise<KindCount[]> {
  const kinds = [...library.codebook.kinds.values()];
  const counts = await library.book.sql<{ kind: string; count: number }>(
    kinds
      .map(({ id }) => `SELECT ${literal(id)} AS kind, count(*)::INTEGER AS count FROM ${ident(id)}`)
      .join(" UNION ALL "),
  );
  const byKind = new Map(counts.map(({ kind, count }) => [kind, Number(count)]));
  return kinds.map(({ id, label, plural }) => ({
    kind: id,
    label: label.en,
    plural: plural.en,
    count: byKind.get(id) ?? 0,
  }));
}

/** SQL that is true where a field of a row holds the text `$1`. */
export const holds = (field: Field): string =>
  field.many ? `list_contains(${ident(field.id)}, $1)` : `${ident(field.id)} = $1`;

/** Records by country of one field. */
export async function mapOf(
  library: Library,
  kind: Kind,
  field: Field,
  scope: Scope = ALL,
): Promise<MapData> {
  const column = ident(field.id);
  const placed = field.many
    ? `SELECT unnest(${column}) AS code, id FROM ${ident(kind.id)} WHERE ${scope.where}`
    : `SELECT ${column} AS code, id FROM ${ident(kind.id)} WHERE ${scope.where}`;
  const empty = field.many ? `len(${column}) = 0` : `${column} IS NULL`;
  const [rows, unplaced] = await Promise.all([
    library.book.sql<{ code: string; count: number }>(
      `SELECT code, count(DISTINCT id)::INTEGER AS count FROM (${placed}) WHERE code IS NOT NULL GROUP BY code ORDER BY count DESC, code`,
      scope.parameters,
    ),
    library.book.sql<{ count: number }>(
      `SELECT count(*)::INTEGER AS count FROM ${ident(kind.id)} WHERE (${scope.where}) AND ${empty}`,
      scope.parameters,
    ),
  ]);
  return {
    kind: kind.id,
    kindPlural: kind.plural.en,
    field: field.id,
    fieldLabel: field.label.en,
    values: rows.map(({ code, count }) => ({ code, name: library.countryName(code), count: Number(count) })),
    unplaced: Number(unplaced[0]?.count ?? 0),
  };
}

/** Records by year of the field that dates them; null for a kind without such a field. */
export async function timelineOf(
  library: Library,
  kind: Kind,
  scope: Scope = ALL,
): Promise<TimelineData | null> {
  const date = dateField(kind);
  if (date === null) return null;
  const start = ident(`${date.id}_start`);
  const rows = await library.book.sql<{ year: number | null; count: number }>(
    `SELECT year(${start})::INTEGER AS year, count(*)::INTEGER AS count FROM ${ident(kind.id)} WHERE ${scope.where} GROUP BY 1 ORDER BY 1`,
    scope.parameters,
  );
  const dated = rows.filter(({ year }) => year !== null);
  return {
    kind: kind.id,
    kindPlural: kind.plural.en,
    fieldLabel: date.label.en,
    years: dated.map(({ year, count }) => ({ year: Number(year), count: Number(count) })),
    undated: Number(rows.find(({ year }) => year === null)?.count ?? 0),
  };
}
