import type { RegressionTable } from "./side-by-side.ts";

const escaped = (text: string): string => text.replace(/[|\\`*_[\]<>]/g, "\\$&");

/** The table as GitHub-flavoured Markdown. */
export function markdownTable(table: RegressionTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  const rows = [
    line(["", ...table.headings]),
    `|:---|${"---:|".repeat(table.headings.length)}`,
    ...table.coefficients.flatMap(({ term, values, errors }) => [
      line([term, ...values]),
      line(["", ...errors]),
    ]),
    ...table.facts.map(({ name, values }) => line([name, ...values])),
  ];
  return `${rows.join("\n")}\n\n${table.notes.map(escaped).join("  \n")}\n`;
}
