import type { Estimate } from "../options.ts";
import type { StaggeredReport } from "../staggered/report.ts";
import { type CoefficientRow, coefficientPicture } from "./coefficients.ts";
import { type EventSeries, eventStudiesPicture } from "./event-study.ts";
import type { Picture } from "./svg.ts";

/** The coefficients of models, under the heading of each where there are several. */
export function estimatesPicture(estimates: readonly Estimate[], headings?: readonly string[]): Picture {
  const rows = estimates.flatMap((estimate, place) => {
    const heading =
      headings?.[place] ?? `(${place + 1}) ${estimate.group ?? estimate.outcome}, ${estimate.model}`;
    return estimate.terms
      .filter(({ term }) => term !== "(Intercept)")
      .map(
        ({ term, low, high, estimate: value }, at): CoefficientRow => ({
          label: term,
          estimate: value,
          low,
          high,
          ...(at === 0 && estimates.length > 1 ? { group: heading } : {}),
        }),
      );
  });
  return coefficientPicture(rows, { width: 480 });
}

/** The event studies of a report, the estimators beside one another. */
export const eventSeriesOf = ({ estimates }: Pick<StaggeredReport, "estimates">): EventSeries[] =>
  estimates
    .filter(({ event }) => event.length > 0)
    .map(({ model, event }) => ({ label: model, points: event }));

/** All estimators of a report in one picture; of an estimator without an event study nothing is drawn. */
export function reportPicture(report: StaggeredReport, window?: readonly [number, number]): Picture {
  return eventStudiesPicture(eventSeriesOf(report), window === undefined ? {} : { window });
}
