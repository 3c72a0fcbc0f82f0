import { CHART_FORMS, didYouMean, type IndicatorDeclaration, UserError } from "../../codebook/index.ts";
import { type CountOptions, computeIndicator, type IndicatorResult } from "../../count/index.ts";
import { AS_OF, queryAsOf } from "../as-of.ts";
import { type Form, formFor, misfit } from "../charts/forms.ts";
import { indicatorCut } from "../charts/indicator.ts";
import type { IndicatorData } from "../data.ts";
import { keptOf, wordsOf } from "./dimension-words.ts";
import type { Library } from "./library.ts";

/** Parameters of an address that are no dimension. */
const OWN = ["by", "chart", AS_OF];

/** Options of an indicator as the query of its address gives them: `by=year,provider` and one parameter for each dimension. */
export function optionsOf(query: URLSearchParams): CountOptions {
  const by = query.get("by");
  const where = [...query].filter(([name]) => !OWN.includes(name));
  return {
    ...(by === null ? {} : { by: by.split(",").filter(name => name !== "") }),
    ...(where.length === 0 ? {} : { where: Object.fromEntries(where) }),
  };
}

/** The form asked for, if it fits; a `UserError` says why one does not. */
function formOf(
  data: Omit<IndicatorData, "chart">,
  { chart, by }: IndicatorDeclaration,
  asked: string | null,
): Form {
  const cut = indicatorCut(data);
  if (asked === null) return formFor(cut, by.join() === data.by.join() ? chart : null);
  const form = CHART_FORMS.find(each => each === asked);
  if (form === undefined)
    throw new UserError({
      code: "unknown-chart",
      column: "chart",
      message: `there is no chart ${JSON.stringify(asked)}`,
      expected: CHART_FORMS.join(", "),
      received: asked,
      hint: didYouMean(asked, CHART_FORMS),
    });
  const reason = misfit(cut, form);
  if (reason === null) return form;
  throw new UserError({
    code: "chart-does-not-fit",
    column: "chart",
    message: `${reason}; this is cut by ${data.by.join(", ") || "nothing"}`,
    expected: CHART_FORMS.filter(each => misfit(cut, each) === null).join(", "),
    received: asked,
    hint: "choose other dimensions, or another chart",
  });
}

/** An indicator's result with what a page or a picture of it needs. `chart` asks for a form; null takes the one that suits. */
export async function presentIndicator(
  library: Library,
  result: IndicatorResult,
  { chart = null, search = "" }: { chart?: string | null; search?: string } = {},
): Promise<IndicatorData> {
  const indicator = library.codebook.indicators.get(result.indicator)!;
  const data = {
    id: indicator.id,
    label: indicator.label.en,
    description: indicator.description,
    measure: indicator.measure,
    statistic: indicator.statistic,
    panels: indicator.panels ?? null,
    marks: indicator.marks ?? null,
    interval: indicator.interval,
    dimensions: indicator.dimensions.map(name => ({ id: name, domain: indicator.domains[name] ?? "text" })),
    by: Object.keys(result.rows[0]?.by ?? {}),
    result,
    words: await wordsOf(library, result),
    kept: await keptOf(library, result),
    search,
  };
  return { ...data, chart: formOf(data, indicator, chart) };
}

/** An indicator computed now; null where the codebook has no such indicator. Wrong dimensions are a `UserError`. */
export async function loadIndicator(
  library: Library,
  id: string,
  query: URLSearchParams,
): Promise<IndicatorData | null> {
  if (!library.codebook.indicators.has(id)) return null;
  const result = await computeIndicator(library.book, id, optionsOf(query));
  // The same numbers at the same entry are the same bytes, whether the entry was named or was the newest when they were asked for.
  const search = queryAsOf(`${query}`, null);
  return presentIndicator(library, result, { chart: query.get("chart"), search });
}
