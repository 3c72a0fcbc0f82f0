import type { IndicatorDeclaration } from "../../codebook/index.ts";
import { type CountOptions, computeIndicator, type IndicatorResult } from "../../count/index.ts";
import type { IndicatorData } from "../data.ts";
import type { Library } from "./library.ts";

/** Options of an indicator as the query of its address gives them: `by=year,provider` and one parameter for each dimension. */
export function optionsOf(query: URLSearchParams): CountOptions {
  const by = query.get("by");
  const where = [...query].filter(([name]) => name !== "by");
  return {
    ...(by === null ? {} : { by: by.split(",").filter(name => name !== "") }),
    ...(where.length === 0 ? {} : { where: Object.fromEntries(where) }),
  };
}

/** What the values of a dimension mean, so that a page need not show codes. */
async function wordsOf(library: Library, result: IndicatorResult, { domains }: IndicatorDeclaration) {
  const words: Record<string, Record<string, string>> = {};
  for (const name of Object.keys(result.rows[0]?.by ?? {})) {
    const values = [...new Set(result.rows.map(row => row.by[name] ?? ""))];
    const instances = await library.instances(values);
    const classes = [...library.codebook.series.values()].flatMap(series => series.classes);
    words[name] = Object.fromEntries(
      values.map(value => {
        if (value === "") return [value, "not stated"];
        const domain = domains[name] ?? "text";
        if (domain === "country") return [value, library.countryName(value)];
        if (domain === "class") return [value, classes.find(({ code }) => code === value)?.label.en ?? value];
        const instance = domain === "text" ? instances.get(value) : undefined;
        return [value, instance === undefined ? library.codeLabel(domain, value) : library.nameOf(instance)];
      }),
    );
  }
  return words;
}

/** An indicator computed now; null where the codebook has no such indicator. Wrong dimensions are a `UserError`. */
export async function loadIndicator(
  library: Library,
  id: string,
  query: URLSearchParams,
): Promise<IndicatorData | null> {
  const indicator = library.codebook.indicators.get(id);
  if (indicator === undefined) return null;
  const result = await computeIndicator(library.book, id, optionsOf(query));
  return {
    id,
    label: indicator.label.en,
    description: indicator.description,
    measure: indicator.measure,
    chart: indicator.chart,
    interval: indicator.interval,
    dimensions: indicator.dimensions.map(name => ({ id: name, domain: indicator.domains[name] ?? "text" })),
    by: Object.keys(result.rows[0]?.by ?? {}),
    result,
    words: await wordsOf(library, result, indicator),
  };
}
