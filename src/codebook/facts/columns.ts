import type { Field, Kind } from "../types.ts";

/** Column that holds the ids of the sources of a row, in every file of a sourced kind and of series. */
export const SOURCES_COLUMN = "source_ids";

/** Columns of a series file, in order. */
export const SERIES_COLUMNS = ["country", "year", "measure", "value", "category", SOURCES_COLUMN] as const;

/** Columns of a field: its own, then its upper end, hedge and unit where the kind declares such. */
export function columnsOfField(field: Field): string[] {
  const { high, qualifier, unit } = field.columns ?? {};
  return [field.id, high, qualifier, unit].filter(column => column !== undefined);
}

/** Columns of the facts files of a kind, in the order in which they are written. */
export function columnsOf(kind: Kind): string[] {
  const columns = ["id", ...kind.fields.flatMap(columnsOfField)];
  return kind.sourced && !kind.cited ? [...columns, SOURCES_COLUMN] : columns;
}

/** What a file in `facts/` holds, told by its name: `training.csv`, `training-pacific.csv`, `series-population.csv`. Null when no kind fits. */
export function kindOfFile(file: string, kinds: Iterable<string>): string | null {
  const name = file.slice(file.lastIndexOf("/") + 1);
  if (!name.endsWith(".csv")) return null;
  const stem = name.slice(0, -".csv".length);
  if (stem.startsWith("series-") && stem.length > "series-".length) return "series";
  const fits = [...kinds].filter(kind => stem === kind || stem.startsWith(`${kind}-`));
  return fits.reduce<string | null>(
    (longest, kind) => (kind.length > (longest?.length ?? 0) ? kind : longest),
    null,
  );
}
