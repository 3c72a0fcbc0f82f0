import type { StaggeredReport, StaggeredReportEstimate } from "../staggered/estimate.ts";
import { pText, significant, stars } from "./numbers.ts";
import { alignColumns } from "./terminal.ts";

/** The estimators of staggered adoption side by side: overall effect, assumption, event study, what was refused. */
export function formatStaggered(report: StaggeredReport): string {
  const parts = [
    overallTable(report.estimates),
    report.estimates.map(({ model, assumption }) => `${model}: ${assumption}.`).join("\n"),
    eventTable(report.estimates),
    decompositionText(report),
    report.refused.map(({ method, reason }) => `Not run: ${method}: ${reason}`).join("\n"),
    notesOf(report.estimates),
  ];
  return `${parts.filter(part => part !== "").join("\n\n")}\n`;
}

function overallTable(estimates: readonly StaggeredReportEstimate[]): string {
  const head = ["", "effect", "std. error", "p", "interval", "rows", "trends before: p"];
  const rows = estimates.map(({ model, terms, n, fit }) => {
    const { estimate, se, p, low, high } = terms[0]!;
    return [
      model,
      `${significant(estimate, 5)}${stars(p)}`,
      significant(se, 4),
      pText(p),
      `[${significant(low, 4)}, ${significant(high, 4)}]`,
      String(n),
      fit["pretrend_p"] === undefined ? "" : pText(fit["pretrend_p"]),
    ];
  });
  return alignColumns([head, ...rows]);
}

/** Rows are periods since treatment, columns estimators. */
function eventTable(estimates: readonly StaggeredReportEstimate[]): string {
  const with_ = estimates.filter(({ event }) => event.length > 0);
  if (with_.length === 0) return "";
  const times = [...new Set(with_.flatMap(({ event }) => event.map(({ at }) => at)))].sort((a, b) => a - b);
  const cell = ({ event }: StaggeredReportEstimate, time: number) => {
    const found = event.find(({ at }) => at === time);
    return found === undefined ? "" : `${significant(found.estimate, 4)} (${significant(found.se, 3)})`;
  };
  const head = ["time", ...with_.map(({ model }) => model)];
  return alignColumns([head, ...times.map(time => [String(time), ...with_.map(one => cell(one, time))])]);
}

function decompositionText({ decomposition }: StaggeredReport): string {
  if (decomposition === null) return "";
  const { components } = decomposition;
  const kinds = [...new Set(components.map(({ type }) => type))];
  const lines = kinds.map(kind => {
    const part = components.filter(({ type }) => type === kind);
    const weight = part.reduce((sum, c) => sum + c.weight, 0);
    const mean = part.reduce((sum, c) => sum + c.weight * c.estimate, 0) / weight;
    return `  ${kind}: weight ${(100 * weight).toFixed(1)} %, average ${significant(mean, 4)}`;
  });
  return ["What the two-way estimate is made of:", ...lines].join("\n");
}

function notesOf(estimates: readonly StaggeredReportEstimate[]): string {
  const dropped = estimates.flatMap(({ model, dropped }) =>
    dropped.map(({ reason, rows }) => `Left out by ${model}: ${rows} rows, ${reason}`),
  );
  const notes = estimates.flatMap(({ notes }) => notes.map(note => `Note: ${note}`));
  return [...new Set([...dropped, ...notes])].join("\n");
}
