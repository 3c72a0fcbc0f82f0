import type { Coverage, IndicatorResult, IndicatorRow } from "./types.ts";

export interface FormatOptions {
  /** Does the query stand beneath? Default true. */
  readonly query?: boolean;
  /** Words for the values of dimensions: dimension -> value -> words. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const letters = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/** A value by its name; the value beside it where the name does not give it away, because --where takes the value. */
function named(value: string, word: string): string {
  if (value === "") return "(not stated)";
  return letters(word) === letters(value) ? word : `${word} (${value})`;
}

/**
 * An indicator's result as a table for a terminal, with its method, filters, coverage and entry beneath, then the query behind it;
 * no colour, ends with a line feed.
 */
export function formatIndicator(
  result: IndicatorResult,
  { query = true, words = {} }: FormatOptions = {},
): string {
  const names = Object.keys(result.rows[0]?.by ?? {});
  const methods = [...new Set(result.rows.map(row => row.method))];
  const header = [...names, "value", "low", "high", ...(hasParts(result) ? ["of"] : []), "records"];
  if (methods.length > 1) header.push("method");
  const body = result.rows.map(row => [
    ...names.map(name => named(row.by[name] ?? "", words[name]?.[row.by[name] ?? ""] ?? row.by[name] ?? "")),
    shown(row.value),
    row.low === null ? "?" : shown(row.low),
    row.high === null ? "?" : shown(row.high),
    ...(hasParts(result) ? [partsOf(row)] : []),
    String(row.records.length),
    ...(methods.length > 1 ? [row.method] : []),
  ]);
  const table = result.rows.length > 0 ? aligned([header, ...body], names.length) : "nothing documented\n";
  const notes = [
    `unit: ${result.unit}`,
    methods.length === 1 ? `method: ${methods[0]}` : "",
    Object.keys(result.where).length > 0
      ? `where: ${Object.entries(result.where)
          .map(([name, value]) => `${name} = ${value}`)
          .join(", ")}`
      : "",
    ...coverageLines(result.coverage),
    `as of: ${result.as_of}`,
  ];
  const behind = query ? `\n${result.query}\n` : "";
  return `${result.indicator}\n\n${table}\n${notes.filter(Boolean).join("\n")}\n${behind}`;
}

function hasParts(result: IndicatorResult): boolean {
  return result.rows.some(row => row.denominator !== undefined);
}

function partsOf(row: IndicatorRow): string {
  return row.denominator === undefined ? "" : `${shown(row.numerator ?? 0)}/${shown(row.denominator)}`;
}

/** Four significant digits below 1000, whole numbers above: no table promises more than the data hold. */
function shown(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1000) return String(Math.round(value));
  return String(Number(value.toPrecision(4)));
}

function aligned(rows: readonly (readonly string[])[], left: number): string {
  const last = rows[0]!.length - 1;
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map(row => row[at]!.length)));
  const textual = (at: number) => at < left || rows[0]![at] === "method";
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) =>
        textual(at) ? (at === last ? cell : cell.padEnd(widths[at]!)) : cell.padStart(widths[at]!),
      )
      .join("  ");
  return `${rows.map(line).join("\n")}\n`;
}

function coverageLines(coverage: Coverage): string[] {
  if (coverage.records === 0) return ["no record in the book stands behind this; that is not a zero"];
  const few = (counts: Readonly<Record<string, number>>) => {
    const entries = Object.entries(counts);
    const head = entries.slice(0, 8).map(([key, n]) => `${key || "not stated"} ${n}`);
    return head.join(", ") + (entries.length > 8 ? `, ${entries.length - 8} more` : "");
  };
  const years = Object.keys(coverage.years).filter(Boolean);
  const undated = coverage.years[""] ?? 0;
  return [
    `coverage: ${coverage.records} records from ${coverage.sources} sources; languages ${few(coverage.languages)}; regions ${few(coverage.regions)}; ` +
      `years ${years.length > 0 ? `${years[0]} to ${years.at(-1)}` : "not stated"}${undated > 0 ? `, ${undated} undated` : ""}`,
  ];
}
