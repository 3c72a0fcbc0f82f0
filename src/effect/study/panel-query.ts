import type { PanelDeclaration, PanelSeries, PanelTreatment } from "../../codebook/types.ts";

/**
 * The query that builds a panel, complete: it runs as it stands in `custodes query` and gives the same rows wherever the book's
 * tables are. One row a country and year of the grid: every country that the first series has, in every year that it has. Columns: `country`, `region`, `year`, the series, then for each treatment `T` (0 or 1), `T_first`, `T_count`,
 * `T_undated` (records of the country without a date) and `T_records` (ids of the records up to the year).
 */
export function panelQuery(panel: PanelDeclaration): string {
  const series = Object.entries(panel.series);
  const treatments = Object.entries(panel.treatments);
  const [grid] = Object.values(panel.series);
  const parts = [
    `measured AS (
  SELECT DISTINCT country, "year" FROM series
  WHERE measure = ${literal(grid?.series ?? "")} AND "year" BETWEEN ${panel.from} AND ${panel.to}
)`,
    `grid AS (
  SELECT u.country, c.region, y."year"
  FROM (SELECT DISTINCT country FROM measured) AS u
  CROSS JOIN (SELECT DISTINCT "year" FROM measured) AS y
  LEFT JOIN country AS c ON c.code = u.country
)`,
    ...series.map(([name, column]) => seriesPart(name, column)),
    ...treatments.flatMap(([name, treatment]) => treatmentParts(name, treatment)),
  ];
  const columns = [
    "g.country",
    "g.region",
    'g."year"',
    ...series.map(([name]) => `s_${name}.value AS ${name}`),
    ...treatments.flatMap(([name]) => [
      `CASE WHEN f_${name}.first_year <= g."year" THEN 1 ELSE 0 END AS ${name}`,
      `f_${name}.first_year AS ${name}_first`,
      `COALESCE(n_${name}.records, 0) AS ${name}_count`,
      `COALESCE(f_${name}.undated, 0) AS ${name}_undated`,
      `n_${name}.ids AS ${name}_records`,
    ]),
  ];
  const joins = [
    ...series.map(([name, { at }]) => {
      const year = at === undefined ? ` AND s_${name}."year" = g."year"` : "";
      return `LEFT JOIN s_${name} ON s_${name}.country = g.country${year}`;
    }),
    ...treatments.flatMap(([name]) => [
      `LEFT JOIN f_${name} ON f_${name}.country = g.country`,
      `LEFT JOIN n_${name} ON n_${name}.country = g.country AND n_${name}."year" = g."year"`,
    ]),
  ];
  return `WITH ${parts.join(", ")}
SELECT
  ${columns.join(",\n  ")}
FROM grid AS g
${joins.join("\n")}
ORDER BY g.country, g."year"`;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Values of a series; of several sources the lowest id is taken, as on the pages of the site. */
function seriesPart(name: string, { series, take, at, groups }: PanelSeries): string {
  const year = at === undefined ? '"year", ' : "";
  const raw = `MIN_BY(${take === "class" ? "category" : "value"}, source)`;
  const value = groups === undefined ? raw : regrouped(raw, groups);
  const filled = take === "class" ? "NULLIF(category, '') IS NOT NULL" : "value IS NOT NULL";
  return `s_${name} AS (
  SELECT country, ${year}${value} AS value FROM series
  WHERE measure = ${literal(series)} AND ${filled}${at === undefined ? "" : ` AND "year" = ${at}`}
  GROUP BY country${at === undefined ? ', "year"' : ""}
)`;
}

function regrouped(value: string, groups: Readonly<Record<string, readonly string[]>>): string {
  const cases = Object.entries(groups).map(
    ([name, classes]) => `WHEN ${value} IN (${classes.map(literal).join(", ")}) THEN ${literal(name)}`,
  );
  return `CASE ${cases.join(" ")} END`;
}

function treatmentParts(name: string, { sql }: PanelTreatment): string[] {
  const lines = sql.trimEnd().split("\n");
  return [
    `t_${name} AS (\n${lines.map(line => `  ${line}`).join("\n")}\n)`,
    `f_${name} AS (
  SELECT country, MIN("year") AS first_year, COUNT(DISTINCT CASE WHEN "year" IS NULL THEN record END) AS undated
  FROM t_${name} WHERE country IS NOT NULL GROUP BY country
)`,
    `n_${name} AS (
  SELECT g.country, g."year", COUNT(DISTINCT t.record) AS records, array_agg(DISTINCT t.record ORDER BY t.record) AS ids
  FROM grid AS g JOIN t_${name} AS t ON t.country = g.country AND t."year" <= g."year"
  GROUP BY g.country, g."year"
)`,
  ];
}
