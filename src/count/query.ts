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

/**
 * The rows of the indicator as the first of a `WITH`. Where the thing counted is the record itself, records that were judged to
 * describe one event count as that event: two reports of a training are one training.
 */
export function atomsOf({ indicator }: Plan): string {
  if (indicator.statistic === "published") return `WITH atoms AS (\n${indented(indicator.sql)}\n)`;
  const others = [
    "record",
    ...(indicator.statistic === "concentration" ? ["part"] : []),
    ...indicator.dimensions,
  ];
  const events = `SELECT
  ${["CASE WHEN s.counted = s.record THEN COALESCE(j.event, s.record) ELSE s.counted END AS counted", ...others.map(name => `s.${name}`)].join(",\n  ")}
FROM stated AS s LEFT JOIN joined AS j ON j.record = s.record`;
  return `WITH stated AS (\n${indented(indicator.sql)}\n)${part("atoms", events)}`;
}

function grouped(names: readonly string[]): string {
  return names.length > 0 ? `\nGROUP BY ${names.map((_, at) => at + 1).join(", ")}` : "";
}

function ordered(names: readonly string[]): string {
  return names.length > 0 ? `\nORDER BY ${names.map((_, at) => at + 1).join(", ")}` : "";
}

/** `SELECT` of the names and more, over rows, grouped by the names. */
function select(names: readonly string[], more: readonly string[], from: string): string {
  return `SELECT\n  ${[...names.map(columnOf), ...more].join(",\n  ")}\n${from}${grouped(names)}`;
}

/** A further part of the `WITH` clause. */
function part(name: string, sql: string): string {
  return `, ${name} AS (\n${indented(sql)}\n)`;
}

// A cell without rows is left out, the total too, here and in shares: nothing documented is not a zero.
function countQuery(plan: Plan): string {
  const value = "CAST(count(DISTINCT counted) AS DOUBLE) AS value";
  return `${atomsOf(plan)}
${select(plan.by, [value, RECORDS], keptOf(plan))}
HAVING count(counted) > 0${ordered(plan.by)}`;
}

function quotientQuery(plan: Plan): string {
  const { indicator, by } = plan;
  const base = indicator.base!;
  const shared = by.filter(name => base.dimensions.includes(name));
  const kept = keptOf(plan, {
    table: "base",
    names: Object.keys(plan.where).filter(name => base.dimensions.includes(name)),
  });
  const share = indicator.statistic === "share";
  const size = share ? "CAST(count(DISTINCT counted) AS DOUBLE)" : "CAST(sum(value) AS DOUBLE)";
  const factor = share ? "100.0" : `${indicator.scale}.0`;
  const numerator = "CAST(count(DISTINCT counted) AS DOUBLE) AS numerator";
  const names = by.map(name => `${shared.includes(name) ? "below" : "above"}.${name}`);
  const values = [
    `${factor} * above.numerator / below.denominator AS value`,
    "above.numerator",
    "below.denominator",
    "above.records",
  ];
  return `${atomsOf(plan)}${part("base", base.sql)}${part("above", select(by, [numerator, RECORDS], keptOf(plan)))}${part("below", select(shared, [`${size} AS denominator`], kept))}
SELECT
  ${[...names, ...values].join(",\n  ")}
FROM below JOIN above ON ${shared.map(name => `above.${name} = below.${name}`).join(" AND ") || "TRUE"}
WHERE above.numerator > 0 AND below.denominator > 0${ordered(by)}`;
}

function concentrationQuery(plan: Plan): string {
  const { by } = plan;
  const parts = `SELECT
  ${[...by.map(columnOf), "part", "CAST(count(DISTINCT counted) AS DOUBLE) AS n"].join(",\n  ")}
${keptOf(plan)}
GROUP BY ${[...by.map((_, at) => at + 1), by.length + 1].join(", ")}`;
  const named = (sum: string) => `sum(${sum}) FILTER (WHERE part IS NOT NULL)`;
  const sums = select(
    by,
    [
      `${named("n")} AS numerator`,
      "sum(n) AS denominator",
      `${named("n * n")} AS squares`,
      `${named("n * n * n")} AS cubes`,
    ],
    "FROM parts",
  );
  const values = [
    "sums.squares / (sums.numerator * sums.numerator) AS value",
    "sums.numerator",
    "sums.denominator",
    "sums.cubes / (sums.numerator * sums.numerator * sums.numerator) AS cubes",
    "cells.records",
  ];
  return `${atomsOf(plan)}${part("parts", parts)}${part("cells", select(by, [RECORDS], keptOf(plan)))}${part("sums", sums)}
SELECT
  ${[...by.map(name => `sums.${name}`), ...values].join(",\n  ")}
FROM sums JOIN cells ON ${by.map(name => `sums.${name} = cells.${name}`).join(" AND ") || "TRUE"}
WHERE sums.numerator > 0${ordered(by)}`;
}

// The latest figure stands for the cell; what other figures of the same cell say is its range.
function publishedQuery(plan: Plan): string {
  const latest = (column: string) =>
    `max_by(${column}, concat(COALESCE(CAST(moment AS VARCHAR), ''), ' ', record))`;
  const values = [
    `${latest("value")} AS value`,
    "min(COALESCE(low, value)) AS low",
    "max(COALESCE(high, value)) AS high",
    `${latest("qualifier")} AS qualifier`,
    `CAST(${latest("size")} AS DOUBLE) AS size`,
    RECORDS,
  ];
  return `${atomsOf(plan)}
${select(plan.by, values, keptOf(plan))}
HAVING count(value) > 0${ordered(plan.by)}`;
}
