import { methodOf } from "./methods.ts";
import type { Estimate, Refusal, UndercountResult } from "./types.ts";

/** The estimates side by side as a table for a terminal, then warnings, assumptions and refusals; `width` columns at most for the prose. */
export function formatUndercount(result: UndercountResult, { width = 100 }: { width?: number } = {}): string {
  const parts = [
    `${result.observed} cases on at least one of ${result.lists.length} lists: ${result.lists.join(", ")}`,
    ...result.notes,
    "",
    table(result.estimates),
  ];
  for (const stratum of result.strata ?? [])
    parts.push(
      "",
      `stratum ${stratum.stratum || "(empty)"}, ${stratum.observed} cases`,
      table(stratum.estimates),
      ...refusals(stratum.refused, width),
    );
  if (result.warnings.length > 0)
    parts.push("", "beware", ...result.warnings.flatMap(text => wrap(`- ${text}`, width)));
  const assumed = result.estimates.flatMap(({ method }) => methodOf(method) ?? []);
  if (assumed.length > 0)
    parts.push(
      "",
      "what each takes for granted",
      ...assumed.flatMap(({ label, assumes, paper }) => wrap(`- ${label}: ${assumes} (${paper})`, width)),
    );
  if (result.refused.length > 0) parts.push("", "refused", ...refusals(result.refused, width));
  return `${parts.join("\n")}\n`;
}

/** Refusals with the methods of one reason together. */
function refusals(refused: readonly Refusal[], width: number): string[] {
  const methods = new Map<string, string[]>();
  for (const { method, reason } of refused)
    methods.set(reason, [...(methods.get(reason) ?? []), labelOf(method)]);
  return [...methods].flatMap(([reason, labels]) => wrap(`- ${labels.join("; ")}: ${reason}`, width));
}

/** Words that follow the id of a method where it was used in another way. */
const VARIANTS = [", stratified", ", links drawn"];

/** The name of a method, or of one of its variants, in words. */
export function labelOf(method: string): string {
  const variant = VARIANTS.find(each => method.endsWith(each)) ?? "";
  const id = method.slice(0, method.length - variant.length);
  return (methodOf(id)?.label ?? id) + variant;
}

function table(estimates: readonly Estimate[]): string {
  if (estimates.length === 0) return "no estimate";
  const level = `${Math.round(estimates[0]!.level * 1000) / 10} %`;
  const rows = [
    ["method", "cases", `low ${level}`, "high", "model"],
    ...estimates.map(estimate => [
      labelOf(estimate.method) + (estimate.diagnostics["below_lower_bound"] === true ? " (!)" : ""),
      whole(estimate.value),
      whole(estimate.low),
      estimate.high === null ? "no bound" : whole(estimate.high),
      estimate.model,
    ]),
  ];
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map(row => row[at]!.length)));
  const lines = rows.map(row =>
    row
      .map((cell, at) => (at === 0 || at === 4 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)))
      .join("  ")
      .trimEnd(),
  );
  const marked = estimates.some(({ diagnostics }) => diagnostics["below_lower_bound"] === true);
  return (
    lines.join("\n") +
    (marked ? "\n(!) clearly below Chao's lower bound: the model leaves out what the table shows" : "")
  );
}

function whole(value: number): string {
  return String(Math.round(value));
}

/** Breaks a text at spaces; following lines are indented. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = "  ";
    }
    line += line === "" || line === "  " ? word : ` ${word}`;
  }
  return [...lines, line];
}
