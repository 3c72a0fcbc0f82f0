import { didYouMean, nearest } from "../codebook/suggest.ts";
import type { IndicatorDeclaration, Problem } from "../codebook/types.ts";
import { literal } from "./sql.ts";
import type { CountedBook } from "./types.ts";

/** A year or a range of years, as a dimension of years is kept to. */
export const YEARS = /^(\d{4})(?:\.\.(\d{4}))?$/;

/** What is wrong with the values that a dimension is to be kept to: not a year, or none that the codebook or the rows have. */
export async function wrongValues(
  book: CountedBook,
  indicator: IndicatorDeclaration,
  [name, value]: readonly [string, string],
): Promise<Problem[]> {
  const domain = indicator.domains[name]!;
  const values = value.split(";");
  if (domain === "year")
    return values
      .filter(part => !YEARS.test(part))
      .map(part => ({
        code: "bad-year",
        column: name,
        message: `${name} is a year, not ${JSON.stringify(part)}`,
        expected: "2019, 2010..2019, or several joined by ;",
        received: part,
      }));
  const declared = declaredValues(book, domain);
  const missing =
    declared === null
      ? await absentValues(book, { indicator, name, values })
      : values.filter(part => !declared.has(part));
  if (missing.length === 0) return [];
  const known = declared ?? (await knownValues(book, indicator, name));
  return missing.map(part => ({
    code: "unknown-value",
    column: name,
    message: `${indicator.id} has no ${name} ${JSON.stringify(part)}`,
    expected: listed([...known.keys()]),
    received: part,
    hint: meant(part, known),
  }));
}

/** The value that may have been meant by another value or by the name of one: `China` for CHN. */
function meant(part: string, known: Names): string | undefined {
  const names = new Map([...known].map(([value, name]) => [name, value]));
  const named = nearest(part, [...names.keys()].filter(Boolean));
  const near = nearest(part, known.keys());
  if (named === null && near === null) return holding(part, known);
  if (named === null || near?.toLowerCase() === part.toLowerCase()) return didYouMean(part, known.keys());
  return `did you mean ${names.get(named)} (${named})?`;
}

/** The few values that hold the letters asked for, themselves or in their names: `riot` for riot-control. */
function holding(part: string, known: Names): string | undefined {
  const wanted = part.toLowerCase();
  const found = [...known].filter(([value, name]) => `${value} ${name}`.toLowerCase().includes(wanted));
  if (wanted.length < 3 || found.length === 0 || found.length > 3) return undefined;
  return `did you mean ${found.map(([value]) => value).join(" or ")}?`;
}

const SHOWN = 40;

function listed(values: readonly string[]): string {
  const rest = values.length - SHOWN;
  return values.slice(0, SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

/** Values with their names; empty where a value has none. */
type Names = ReadonlyMap<string, string>;

/** The values that a codebook declares for a domain; null where they are those that the rows have. */
function declaredValues({ codebook: { lists, series } }: CountedBook, domain: string): Names | null {
  const list = lists.get(domain);
  if (list) return new Map([...list.codes].map(([code, { label }]) => [code, label.en]));
  if (domain !== "class") return null;
  const classes = [...series.values()].flatMap(each => each.classes);
  return new Map(classes.map(({ code, label }) => [code, label.en]));
}

/** The rows in which the values of a dimension are looked for: all countries there are, else what the indicator is made from. */
function rowsWith(indicator: IndicatorDeclaration, name: string) {
  if (indicator.domains[name] === "country")
    return { sql: "SELECT code, name FROM country", column: "code", named: "name" };
  const rows = indicator.base?.dimensions.includes(name) ? indicator.base.sql : indicator.sql;
  return { sql: rows.trimEnd(), column: `CAST(${name} AS VARCHAR)`, named: "''" };
}

/** Which of these values no row has. Each is looked for by itself and only until it is found: a list of all values takes much longer. */
async function absentValues(
  book: CountedBook,
  { indicator, name, values }: { indicator: IndicatorDeclaration; name: string; values: readonly string[] },
): Promise<string[]> {
  const { sql, column } = rowsWith(indicator, name);
  const looked = values.map(value => {
    const one = literal(value);
    return `SELECT * FROM (SELECT ${one} AS value FROM (\n${sql}\n) AS rows WHERE ${column} = ${one} LIMIT 1)`;
  });
  const found = await book.sql<{ value: string }>(looked.join("\nUNION ALL\n"));
  const there = new Set(found.map(({ value }) => value));
  return values.filter(value => !there.has(value));
}

async function knownValues(book: CountedBook, indicator: IndicatorDeclaration, name: string): Promise<Names> {
  const { sql, column, named } = rowsWith(indicator, name);
  const values = await book.sql<{ value: string; name: string }>(
    `SELECT DISTINCT ${column} AS value, ${named} AS name FROM (\n${sql}\n) AS rows WHERE ${column} IS NOT NULL ORDER BY value`,
  );
  return new Map(values.map(each => [each.value, each.name]));
}
