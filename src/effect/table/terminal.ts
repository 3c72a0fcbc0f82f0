import type { Estimate, Estimates } from "../options.ts";
import { count, pText, rowsText, significant, stars } from "./numbers.ts";
import { statisticsLines } from "./statistics.ts";

/** Estimates as the terminal shows them, one block a model. Nothing that was dropped or decided is left out. */
export function formatEstimates(estimates: Estimates): string {
  const list = "estimates" in estimates ? estimates.estimates : [estimates];
  return `${list.map(formatEstimate).join("\n\n")}\n`;
}

/** One estimate as the terminal shows it. */
export function formatEstimate(estimate: Estimate): string {
  const group = estimate.group === null ? "" : `, group ${estimate.group}`;
  const effects = Object.entries(estimate.effects).map(([name, levels]) => `${name} (${count(levels)})`);
  const lines = [
    `${estimate.model}, outcome ${estimate.outcome}${group}: ${rowsText(estimate.n)}`,
    ...(effects.length > 0 ? [`Fixed effects: ${effects.join(", ")}`] : []),
    `Standard errors: ${estimate.vcov}${clusterText(estimate)}; correction: ${estimate.correction}`,
    ...estimate.dropped.map(({ reason, rows }) => `Left out: ${rowsText(rows)}, ${reason}`),
    "",
    estimate.terms.length > 0 ? termTable(estimate) : nothing(estimate),
    "",
    ...statisticsLines(estimate.fit),
    ...bootstrapLines(estimate),
    ...randomizationLine(estimate),
    ...estimate.notes.map(note => `Note: ${note}`),
  ];
  return lines.filter((line, at) => line !== "" || lines[at - 1] !== "").join("\n");
}

function bootstrapLines({ bootstrap = [], level }: Estimate): string[] {
  return bootstrap.map(
    ({ term, t, p, low, high, draws, enumerated, clusters }) =>
      `Wild bootstrap, ${term}: t ${significant(t, 4)} (without a small-sample factor), p ${pText(p)}, ${100 * level}% interval [${significant(low, 4)}, ` +
      `${significant(high, 4)}]; ${clusters} clusters, ${enumerated ? "all" : ""} ${count(draws)} draws`.replace(
        "  ",
        " ",
      ),
  );
}

function randomizationLine({ randomization }: Estimate): string[] {
  if (randomization === undefined) return [];
  const { term, p, draws } = randomization;
  return [`Randomisation inference, ${term}: p ${pText(p)} from ${count(draws)} assignments`];
}

function clusterText({ clusters }: Estimate): string {
  const parts = Object.entries(clusters).map(([name, number]) => `${count(number)} ${name}`);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

const nothing = ({ collinear }: Estimate): string =>
  collinear.length > 0
    ? "No regressor is left to estimate."
    : "The formula names no regressor, so there is nothing to estimate.";

function termTable({ terms, level }: Estimate): string {
  const head = ["", "estimate", "std. error", "statistic", "p", `${100 * level}% interval`, ""];
  const rows = terms.map(({ term, estimate, se, statistic, p, low, high }) => [
    term,
    significant(estimate, 5),
    significant(se, 4),
    significant(statistic, 4),
    pText(p),
    `[${significant(low, 4)}, ${significant(high, 4)}]`,
    stars(p),
  ]);
  return alignColumns([head, ...rows]);
}

/** Lines up cells in columns: the first to the left, the others to the right. */
export function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  return rows
    .map(row =>
      row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))),
    )
    .map(cells => cells.join("  ").trimEnd())
    .join("\n");
}
