import type { InterruptedEstimate } from "../interrupted/estimate.ts";
import type { SyntheticEstimate } from "../synthetic/estimate.ts";
import { significant } from "./numbers.ts";
import { alignColumns, formatEstimate } from "./terminal.ts";

/** Lines beyond this are counted, not listed. */
const MOST_LINES = 12;

/** A synthetic control or synthetic difference-in-differences as the terminal shows it: effect, weights, path. */
export function formatSynthetic(estimate: SyntheticEstimate): string {
  const { assumption, treated, start, units, periods, path } = estimate;
  const weighted = units.filter(({ weight }) => weight >= 0.0005);
  const rest = weighted.length - MOST_LINES;
  const parts = [
    formatEstimate(estimate),
    `Treated from ${start} on: ${treated.slice(0, MOST_LINES).join(", ")}${treated.length > MOST_LINES ? ` and ${treated.length - MOST_LINES} more` : ""}`,
    `What must hold: ${assumption}.`,
    alignColumns([
      ["control", "weight"],
      ...weighted.slice(0, MOST_LINES).map(({ unit, weight }) => [unit, weight.toFixed(3)]),
      ...(rest > 0 ? [[`${rest} more`, ""]] : []),
    ]),
    periods.length === 0
      ? ""
      : alignColumns([
          ["period before", "weight"],
          ...periods
            .filter(({ weight }) => weight >= 0.0005)
            .map(({ time, weight }) => [String(time), weight.toFixed(3)]),
        ]),
    alignColumns([
      ["time", "observed", "counterfactual", "gap"],
      ...path
        .filter(({ time }) => time >= start)
        .map(({ time, observed, counterfactual, gap }) => [
          String(time),
          ...[observed, counterfactual, gap].map(value => significant(value, 4)),
        ]),
    ]),
  ];
  return `${parts.filter(part => part !== "").join("\n\n")}\n`;
}

/** An interrupted time series as the terminal shows it. */
export function formatInterrupted(estimate: InterruptedEstimate): string {
  return `${formatEstimate(estimate)}\n\nFrom ${estimate.date} on. What must hold: ${estimate.assumption}.\n`;
}
