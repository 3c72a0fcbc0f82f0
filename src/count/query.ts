import { condition, type Plan } from "./arguments.ts";
import { indented } from "./sql.ts";

/**
 * The query of an indicator, complete: it stands in the result, and gives the same numbers wherever the book's tables are.
 * Columns: the dimensions as text ("" where not stated), then what the statistic needs, `records` last. Rows in the order of the
 * dimensions.
 */
export function queryOf(plan: Plan): string {
  switch (plan.indicator.statistic) {
    case "count":
      return countQuery(plan);
    case "share":
    case "rate":
      return quotientQuery(plan);
    case "concentration":
      return concentrationQuery(plan);
    case "published":
      return publishedQuery(plan);
  }
}

const RECORDS = "array_agg(DISTINCT record ORDER BY record) AS records";

function columnOf(name: string): string {
  return `COALESCE(CAST(${name} AS VARCHAR), '') AS ${name}`;
}

/** `FROM ... WHERE ...` of the rows that the plan keeps, of the atoms or of the base. */
export function keptOf(plan: Plan, { table = "atoms", names = Object.keys(plan.where) } = {}): string {
  const conditions = names.map(name => condition(plan.indicator, [name, plan.where[name]!]));
  return `FROM ${table}${conditions.length > 0 ? `\nWHERE ${conditions.join("\n  AND ")}` : ""}`;
}

/** The rows of the indicator as the first of a `WITH`. */
export function atomsOf(plan: Plan): string {
  return `WITH atoms AS (\n${indented(plan.indicator.sql)}\n)`;
}

function grouped(names: readonly string[]): string {
  return names.length > 0 ? `\nGROUP BY ${names.map((_, at) => at + 1).join(", ")}` : "";
}

function ordered(names: readonly string[]): string {
  return names.length > 0 ? `\nORDER BY ${names.map((_, at) => at + 1).join(", ")}` : "";
}

function columns(names: readonly string[], more: string): string {
  return [...names, more].join(",\n  ");
}

// A cell without rows is left out, the total too, here and in shares: nothing documented is not a zero.
function countQuery(plan: Plan): string {
  const value = `CAST(count(DISTINCT counted) AS DOUBLE) AS value,\n  ${RECORDS}`;
  return `${atomsOf(plan)}
SELECT
  ${columns(plan.by.map(columnOf), value)}
${keptOf(plan)}${grouped(plan.by)}
HAVING count(counted) > 0${ordered(plan.by)}`;
}

function quotientQuery(plan: Plan): string {
  const { indicator, by } = plan;
  const base = indicator.base!;
  const shared = by.filter(name => base.dimensions.includes(name));
  const below = Object.keys(plan.where).filter(name => base.dimensions.includes(name));
  const size =
    indicator.statistic === "share"
      ? "CAST(count(DISTINCT counted) AS DOUBLE)"
      : "CAST(sum(value) AS DOUBLE)";
  const on = shared.map(name => `above.${name} = below.${name}`).join(" AND ") || "TRUE";
  const names = by.map(name => `${shared.includes(name) ? "below" : "above"}.${name}`);
  const factor = indicator.statistic === "share" ? "100.0" : `${indicator.scale}.0`;
  return `${atomsOf(plan)}, base AS (
${indented(base.sql)}
), above AS (
  SELECT
    ${columns(by.map(columnOf), `CAST(count(DISTINCT counted) AS DOUBLE) AS numerator,\n    ${RECORDS}`)}
${indented(keptOf(plan))}${indented(grouped(by)).replace(/^ {2}\n/, "\n")}
), below AS (
  SELECT
    ${columns(shared.map(columnOf), `${size} AS denominator`)}
${indented(keptOf(plan, { table: "base", names: below }))}${indented(grouped(shared)).replace(/^ {2}\n/, "\n")}
)
SELECT
  ${columns(names, `${factor} * above.numerator / below.denominator AS value,\n  above.numerator AS numerator,\n  below.denominator,\n  above.records`)}
FROM below JOIN above ON ${on}
WHERE above.numerator > 0 AND below.denominator > 0${ordered(by)}`;
}

function concentrationQuery(plan: Plan): string {
  const { by } = plan;
  return `${atomsOf(plan)}, parts AS (
  SELECT
    ${columns(by.map(columnOf), "part,\n    CAST(count(DISTINCT counted) AS DOUBLE) AS n")}
${indented(keptOf(plan))}
  GROUP BY ${[...by.map((_, at) => at + 1), by.length + 1].join(", ")}
), cells AS (
  SELECT
    ${columns(by.map(columnOf), RECORDS)}
${indented(keptOf(plan))}${indented(grouped(by)).replace(/^ {2}\n/, "\n")}
), sums AS (
  SELECT
    ${columns([...by], "sum(n) FILTER (WHERE part IS NOT NULL) AS numerator,\n    sum(n) AS denominator,\n    sum(n * n) FILTER (WHERE part IS NOT NULL) AS squares,\n    sum(n * n * n) FILTER (WHERE part IS NOT NULL) AS cubes")}
  FROM parts${indented(grouped(by)).replace(/^ {2}\n/, "\n")}
)
SELECT
  ${columns(
    by.map(name => `sums.${name}`),
    "sums.squares / (sums.numerator * sums.numerator) AS value,\n  sums.numerator,\n  sums.denominator,\n  sums.cubes / (sums.numerator * sums.numerator * sums.numerator) AS cubes,\n  cells.records",
  )}
FROM sums JOIN cells ON ${by.map(name => `sums.${name} = cells.${name}`).join(" AND ") || "TRUE"}
WHERE sums.numerator > 0${ordered(by)}`;
}

// The latest figure stands for the cell; what other figures of the same cell say is its range.
function publishedQuery(plan: Plan): string {
  const latest = (column: string) =>
    `max_by(${column}, concat(COALESCE(CAST(moment AS VARCHAR), ''), ' ', record))`;
  return `${atomsOf(plan)}
SELECT
  ${columns(
    plan.by.map(columnOf),
    `${latest("value")} AS value,
  min(COALESCE(low, value)) AS low,
  max(COALESCE(high, value)) AS high,
  ${latest("qualifier")} AS qualifier,
  CAST(${latest("size")} AS DOUBLE) AS size,
  ${RECORDS}`,
  )}
${keptOf(plan)}${grouped(plan.by)}
HAVING count(value) > 0${ordered(plan.by)}`;
}
