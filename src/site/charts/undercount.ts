import { labelOf, methodOf, type UndercountResult } from "../../count/index.ts";
import { countOf, formatNumber } from "../format.ts";
import { floor, interval } from "./bounds.ts";
import type { Chart } from "./draw.ts";
import { type IntervalRow, intervalsDrawing } from "./intervals/intervals.tsx";
import { pictureSvg } from "./picture.tsx";

type Estimate = UndercountResult["estimates"][number];

const whole = (value: number) => formatNumber(Math.round(value));

/** `1,086 (685 to 1,921)`; an estimate that the table does not bound is said to have no upper limit. */
export const estimateWords = ({ value, low, high }: Estimate): string =>
  `${whole(value)} (${whole(low)} to ${high === null ? "no limit" : whole(high)})`;

/** Independence, in the whole or summed over strata. */
const isYardstick = ({ method }: Estimate) => method.split(",")[0] === "independence";
const isBound = ({ diagnostics }: Estimate) => diagnostics["lower_bound"] === true;

function rowOf(estimate: Estimate): IntervalRow {
  const { method, value, low, high } = estimate;
  const bounds =
    high === null
      ? floor("the table gives this estimate no upper limit")
      : interval(Math.min(low, high), Math.max(low, high));
  return {
    name: labelOf(method),
    words: estimateWords(estimate),
    tone: isBound(estimate) ? "related" : isYardstick(estimate) ? "second" : "plain",
    shape: isBound(estimate) ? "diamond" : isYardstick(estimate) ? "square" : "circle",
    marks: [{ value, bounds }],
  };
}

/** All methods side by side: what each makes of the table, beside the number of cases that are reported. */
export function undercountChart(result: UndercountResult, title: string): Chart {
  const { estimates, observed, lists, refused } = result;
  const level = `${Math.round((estimates[0]?.level ?? 0.95) * 1000) / 10}%`;
  const drawn = estimates.map(rowOf);
  const open = estimates.filter(({ high }) => high === null).length;
  return {
    form: "dot",
    title,
    panels:
      drawn.length === 0
        ? []
        : [
            intervalsDrawing({
              id: "undercount",
              title,
              description: `${countOf(observed, "case")} on at least one of ${lists.length} lists. Estimates of all cases: ${estimates
                .map(each => `${labelOf(each.method)} ${estimateWords(each)}`)
                .join("; ")}.`,
              rows: drawn,
              axis: "cases in all",
              rule: { value: observed, words: `reported: ${formatNumber(observed)}` },
              ratios: true,
              width: 560,
            }),
          ],
    notes: [
      `Intervals at ${level}, each under the assumption of its method; diamonds are lower bounds and no estimates, the square takes all lists as independent.`,
      ...(open > 0
        ? [`${countOf(open, "estimate")} without an upper limit: the table does not bound it.`]
        : []),
      ...(refused.length > 0 ? [`Refused: ${refused.map(({ method }) => labelOf(method)).join("; ")}.`] : []),
    ],
  };
}

/** What a method takes for granted, and where it stands; empty for one that is not known. */
export function assumptionOf(method: string): { assumes: string; paper: string } {
  const { assumes = "", paper = "" } = methodOf(method.replace(/, (stratified|links drawn)$/, "")) ?? {};
  return { assumes, paper };
}

/** The chart as an SVG file that stands alone; null where no method gives an estimate. */
export function undercountPicture(
  result: UndercountResult,
  { title, from }: { title: string; from: string },
): string | null {
  const chart = undercountChart(result, title);
  if (chart.panels.length === 0) return null;
  const beware = result.warnings.map(warning => `Beware: ${warning}.`);
  const [first = "", ...rest] = chart.notes;
  return pictureSvg(chart.panels, {
    title,
    subtitle: `${countOf(result.observed, "case")} on at least one of ${result.lists.length} lists: ${result.lists.join(", ")}`,
    notes: [first, ...rest, ...result.notes.map(note => `${note}.`), ...beware, from],
  });
}
