import type { RegressionTable } from "./side-by-side.ts";

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replace(/[&<>"]/g, character => ENTITIES[character]!);

/** The table as an HTML `<table>` with headings for rows and columns; notes stand in its caption. */
export function htmlTable(table: RegressionTable): string {
  const row = (head: string, cells: readonly string[]) =>
    `<tr><th scope="row">${escaped(head)}</th>${cells.map(cell => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
  return [
    "<table>",
    `<caption>${table.notes.map(escaped).join("<br>")}</caption>`,
    `<thead><tr><td></td>${table.headings.map(text => `<th scope="col">${escaped(text)}</th>`).join("")}</tr></thead>`,
    "<tbody>",
    ...table.coefficients.flatMap(({ term, values, errors }) => [row(term, values), row("", errors)]),
    "</tbody>",
    "<tbody>",
    ...table.facts.map(({ name, values }) => row(name, values)),
    "</tbody>",
    "</table>",
    "",
  ].join("\n");
}
