import type { RegressionTable } from "./side-by-side.ts";

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "²": "$^2$",
};

const escaped = (text: string): string =>
  text.replace(/[\\~^<>²&%$#_{}]/g, character => SPECIAL[character] ?? `\\${character}`);

/** A minus sign, not a hyphen, before numbers; stars raised. */
const number = (text: string): string =>
  escaped(text)
    .replace(/^(\(?)-/, "$1$-$")
    .replace(/(\*+)$/, "$$^{$1}$$");

/** The table as a LaTeX tabular with booktabs rules, its notes as small print below. */
export function latexTable(table: RegressionTable): string {
  const row = (cells: readonly string[]) => `  ${cells.join(" & ")} \\\\`;
  return [
    `\\begin{tabular}{l${"r".repeat(table.headings.length)}}`,
    "  \\toprule",
    row(["", ...table.headings.map(escaped)]),
    "  \\midrule",
    ...table.coefficients.flatMap(({ term, values, errors }) => [
      row([escaped(term), ...values.map(number)]),
      row(["", ...errors.map(number)]),
    ]),
    "  \\midrule",
    ...table.facts.map(({ name, values }) => row([escaped(name), ...values.map(number)])),
    "  \\bottomrule",
    "\\end{tabular}",
    ...table.notes.map(note => `\\par{\\footnotesize ${escaped(note)}\\par}`),
    "",
  ].join("\n");
}
