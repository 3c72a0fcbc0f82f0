import type { Field, Kind } from "../../codebook/index.ts";
import type { KindCount, MapData, TimelineData } from "../data.ts";
import { dateField } from "./kinds.ts";
import { type Library, textsOf } from "./library.ts";
import type { Instance } from "./reader.ts";
import { ident, literal } from "./sql.ts";

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

/** Records by country of one field, of all records of a kind or of some. */
export function mapOf(
  library: Library,
  { kind, field, instances }: Some & { readonly field: Field },
): MapData {
  const counts = new Map<string, number>();
  let unplaced = 0;
  for (const { row } of instances) {
    const codes = new Set(textsOf(row, field));
    if (codes.size === 0) unplaced++;
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return {
    kind: kind.id,
    kindPlural: kind.plural.en,
    field: field.id,
    fieldLabel: field.label.en,
    values: [...counts]
      .map(([code, count]) => ({ code, name: library.countryName(code), count }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    unplaced,
  };
}

/** Records of one kind. */
export interface Some {
  readonly kind: Kind;
  readonly instances: readonly Instance[];
}

/** Records by year of the field that dates them; null for a kind without such a field. */
export function timelineOf({ kind, instances }: Some): TimelineData | null {
  const date = dateField(kind);
  if (date === null) return null;
  const counts = new Map<number, number>();
  let undated = 0;
  for (const { row } of instances) {
    const start = row[`${date.id}_start`];
    if (start === null || start === undefined) undated++;
    else {
      const year = Number.parseInt(String(start), 10);
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  return {
    kind: kind.id,
    kindPlural: kind.plural.en,
    fieldLabel: date.label.en,
    years: [...counts].map(([year, count]) => ({ year, count })).sort((a, b) => a.year - b.year),
    undated,
  };
}
