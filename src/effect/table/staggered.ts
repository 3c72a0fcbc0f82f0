import type { StaggeredReport, StaggeredReportEstimate } from "../staggered/report.ts";
import { count, pText, rowsText, significant, stars } from "./numbers.ts";
import { alignColumns } from "./terminal.ts";

/** The estimators of staggered adoption side by side: overall effect, assumption, event study, what was refused. */
export function formatStaggered(report: StaggeredReport, window?: readonly [number, number]): string {
  const parts = [
    overallTable(report.estimates, window),
    report.estimates.map(({ assumption }, place) => `(${place + 1}) ${assumption}.`).join("\n"),
    eventTable(report, window),
    decompositionText(report),
    report.refused.map(({ method, reason }) => `Not run: ${method}: ${reason}`).join("\n"),
    notesOf(report.estimates),
  ];
  return `${parts.filter(part => part !== "").join("\n\n")}\n`;
}

/** The estimates with their effects by period inside the window only. */
export function withinWindow(
  estimates: readonly StaggeredReportEstimate[],
  window: readonly [number, number] | undefined,
): StaggeredReportEstimate[] {
  return estimates.map(one => {
    if (window === undefined) return one;
    const outside = one.event.filter(({ at }) => at < window[0] || at > window[1]);
    const hidden = new Set(outside.map(({ term }) => term));
    return { ...one, terms: one.terms.filter(({ term }) => !hidden.has(term)) };
  });
}

function overallTable(
  estimates: readonly StaggeredReportEstimate[],
  window: readonly [number, number] | undefined,
): string {
  const interval = `${100 * (estimates[0]?.level ?? 0.95)}% interval`;
  const head = ["", "effect", "std. error", "p", interval, "rows", "trends before: p"];
  const rows = estimates.map(({ model, terms, n, fit }, place) => {
    const { estimate, se, p, low, high } = terms[0]!;
    return [
      `(${place + 1}) ${model}`,
      `${significant(estimate, 5)}${stars(p)}`,
      significant(se, 4),
      pText(p),
      `[${significant(low, 4)}, ${significant(high, 4)}]`,
      count(n),
      fit["pretrend_p"] === undefined ? "" : pText(fit["pretrend_p"]),
    ];
  });
  const table = alignColumns([head, ...rows]);
  return window === undefined
    ? table
    : `${table}\nThe effect is over all periods after treatment (stacked: those of its stacks); the window limits the test of trends before and what follows.`;
}

/** Rows are periods since treatment, columns the numbers of the estimators; the last column how many units are seen then. */
function eventTable({ estimates, support }: StaggeredReport, window?: readonly [number, number]): string {
  const shown = estimates.flatMap((one, place) => (one.event.length > 0 ? [{ ...one, place }] : []));
  if (shown.length === 0) return "";
  const times = [...new Set(shown.flatMap(({ event }) => event.map(({ at }) => at)))]
    .filter(at => window === undefined || (at >= window[0] && at <= window[1]))
    .sort((a, b) => a - b);
  const found = (event: StaggeredReportEstimate["event"], time: number) =>
    event.find(({ at }) => at === time);
  const units = (time: number) => String(support.find(({ at }) => at === time)?.units ?? "");
  const rows = times.flatMap(time => [
    [
      String(time),
      ...shown.map(({ event }) => significant(found(event, time)?.estimate ?? Number.NaN, 3)),
      units(time),
    ],
    ["", ...shown.map(({ event }) => bracketed(found(event, time)?.se)), ""],
  ]);
  return alignColumns([
    ["time", ...shown.map(({ place }) => `(${place + 1})`), "units"],
    ...rows.map(row => row.map(cell => (cell === "NaN" ? "" : cell))),
  ]);
}

const bracketed = (se: number | undefined) =>
  se === undefined || !Number.isFinite(se) ? "" : `(${significant(se, 2)})`;

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

/** Each reason once, with the numbers of the estimators that it is of, unless it is of all. */
function notesOf(estimates: readonly StaggeredReportEstimate[]): string {
  const by = new Map<string, number[]>();
  for (const [place, one] of estimates.entries()) {
    for (const { reason, rows } of one.dropped) {
      const what = `${rowsText(rows)}, ${reason}`;
      by.set(what, [...(by.get(what) ?? []), place + 1]);
    }
  }
  const dropped = [...by].map(([what, places]) =>
    places.length === estimates.length
      ? `Left out: ${what}`
      : `Left out by ${places.map(place => `(${place})`).join(", ")}: ${what}`,
  );
  const notes = estimates.flatMap(({ notes }) => notes.map(note => `Note: ${note}`));
  return [...new Set([...dropped, ...notes])].join("\n");
}
