import { UserError } from "../codebook/errors.ts";
import { didYouMean } from "../codebook/suggest.ts";
import type { Codebook, IndicatorDeclaration, Problem } from "../codebook/types.ts";
import { literal } from "./sql.ts";
import type { CountedBook, CountOptions } from "./types.ts";
import { wrongValues, YEARS } from "./values.ts";

/** What to compute, checked: dimensions to cut by and the values each kept dimension may take. */
export interface Plan {
  readonly indicator: IndicatorDeclaration;
  readonly by: readonly string[];
  /** As text, for the reader of the result. */
  readonly where: Readonly<Record<string, string>>;
}

/** Checks an indicator's name, dimensions and values against the codebook and the book; throws a `UserError` that lists what is allowed. */
export async function planOf(book: CountedBook, id: string, options: CountOptions): Promise<Plan> {
  const indicator = declared(book.codebook, id);
  const by = (options.by ?? indicator.by).map(name => columnName(indicator, name));
  const asked = Object.fromEntries(
    Object.entries(options.where ?? {}).map(([name, value]) => [columnName(indicator, name), value]),
  );
  const problems = [...new Set([...by, ...Object.keys(asked)])].flatMap(name =>
    unknownDimension(indicator, name),
  );
  if (problems.length > 0) throw new UserError(problems);
  const where: Record<string, string> = {};
  for (const name of indicator.dimensions) {
    const value =
      asked[name] ?? (by.includes(name) && indicator.where[name] === "latest" ? "*" : indicator.where[name]);
    if (value === undefined || value === "*") continue;
    where[name] = value;
  }
  const wrong: Problem[] = [];
  for (const [name, value] of Object.entries(where))
    if (value !== "latest") wrong.push(...(await wrongValues(book, indicator, [name, value])));
  if (wrong.length > 0) throw new UserError(wrong);
  const complete = { ...where, ...(await latestYears(book, indicator, where)) };
  return { indicator, by: [...new Set(by)], where: complete };
}

/** Measures and claims write `product-kind` where a column is `product_kind`; both are understood. */
function columnName({ dimensions }: IndicatorDeclaration, name: string): string {
  const column = name.replaceAll("-", "_");
  return dimensions.includes(column) ? column : name;
}

function declared(codebook: Codebook, id: string): IndicatorDeclaration {
  const indicator = codebook.indicators.get(id);
  if (indicator) return indicator;
  const known = [...codebook.indicators.keys()];
  throw new UserError({
    code: "unknown-indicator",
    message: `the book has no indicator ${JSON.stringify(id)}`,
    expected: known.join(", ") || "none is declared",
    received: id,
    hint: didYouMean(id, known),
  });
}

function unknownDimension(indicator: IndicatorDeclaration, name: string): Problem[] {
  if (indicator.dimensions.includes(name)) return [];
  return [
    {
      code: "unknown-dimension",
      column: name,
      message: `${indicator.id} has no dimension ${JSON.stringify(name)}`,
      expected: indicator.dimensions.join(", ") || "none",
      received: name,
      hint: didYouMean(name, indicator.dimensions),
    },
  ];
}

/**
 * Replaces `latest` by the last year that the rows have, given the other filters that are not `latest`. Where no row is left it
 * stays: nothing is documented then, and no year is the latest.
 */
async function latestYears(
  book: CountedBook,
  indicator: IndicatorDeclaration,
  where: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const names = Object.keys(where).filter(name => where[name] === "latest");
  const found: Record<string, string> = {};
  for (const name of names) {
    const based = indicator.base?.dimensions.includes(name) ?? false;
    const within = Object.entries(where).filter(
      ([other, value]) => value !== "latest" && (!based || indicator.base!.dimensions.includes(other)),
    );
    const conditions = within.map(([other, value]) => condition(indicator, [other, value]));
    const filter = conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
    const [row] = await book.sql<{ last: string | null }>(
      `SELECT CAST(max(${name}) AS VARCHAR) AS last FROM (\n${(based ? indicator.base!.sql : indicator.sql).trimEnd()}\n) AS rows${filter}`,
    );
    if (row?.last) found[name] = row.last;
  }
  return found;
}

/** The SQL condition that keeps a dimension to its values. */
export function condition(indicator: IndicatorDeclaration, [name, value]: readonly [string, string]): string {
  if (indicator.domains[name] === "year") {
    if (value === "latest") return "FALSE";
    const parts = value.split(";").map(part => {
      const [, first, last] = YEARS.exec(part)!;
      return last === undefined ? `${name} = ${first}` : `${name} BETWEEN ${first} AND ${last}`;
    });
    return parts.length === 1 ? parts[0]! : `(${parts.join(" OR ")})`;
  }
  const values = value.split(";").map(literal);
  return values.length === 1 ? `${name} = ${values[0]}` : `${name} IN (${values.join(", ")})`;
}
