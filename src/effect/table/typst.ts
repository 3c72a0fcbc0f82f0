import type { RegressionTable } from "./side-by-side.ts";

const escaped = (text: string): string => text.replace(/[\\#$*_`<>@[\]~]/g, "\\$&");

/** The table as Typst source. */
export function typstTable(table: RegressionTable): string {
  const row = (cells: readonly string[]) => `  ${cells.map(cell => `[${escaped(cell)}]`).join(", ")},`;
  const columns = table.headings.length;
  return [
    "#table(",
    `  columns: ${columns + 1}, stroke: none,`,
    `  align: (left, ${Array.from({ length: columns }, () => "right").join(", ")}),`,
    "  table.hline(),",
    row(["", ...table.headings]),
    "  table.hline(),",
    ...table.coefficients.flatMap(({ term, values, errors }) => [
      row([term, ...values]),
      row(["", ...errors]),
    ]),
    "  table.hline(),",
    ...table.facts.map(({ name, values }) => row([name, ...values])),
    "  table.hline(),",
    ")",
    ...table.notes.map(escaped),
    "",
  ].join("\n");
}
