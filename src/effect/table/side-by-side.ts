import type { Estimate } from "../options.ts";
import { count, significant, stars } from "./numbers.ts";
import { alignColumns } from "./terminal.ts";

export interface TableOptions {
  /** Headings of the columns. Default: the outcomes, numbered. */
  readonly headings?: readonly string[];
  /** Only these coefficients, in this order. Default: all, in the order in which they first occur. */
  readonly terms?: readonly string[];
  /** Significant digits. Default 4. */
  readonly digits?: number;
}

/** Cells of a regression table: a heading, a block of coefficients (value over error), and facts below. */
export interface RegressionTable {
  readonly headings: readonly string[];
  readonly coefficients: readonly {
    readonly term: string;
    readonly values: readonly string[];
    readonly errors: readonly string[];
  }[];
  readonly facts: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly notes: readonly string[];
}

/** Lays estimates out in columns. Fixed effects, standard errors, rows and rows left out are always among the facts. */
export function regressionTable(estimates: readonly Estimate[], options: TableOptions = {}): RegressionTable {
  const { digits = 4 } = options;
  const terms = options.terms ?? [
    ...new Set(estimates.flatMap(estimate => estimate.terms.map(({ term }) => term))),
  ];
  const coefficients = terms.map(term => {
    const found = estimates.map(estimate => estimate.terms.find(candidate => candidate.term === term));
    return {
      term,
      values: found.map(one =>
        one === undefined ? "" : `${significant(one.estimate, digits)}${stars(one.p)}`,
      ),
      errors: found.map(one => (one === undefined ? "" : `(${significant(one.se, digits)})`)),
    };
  });
  const effects = [...new Set(estimates.flatMap(estimate => Object.keys(estimate.effects)))];
  const fact = (name: string, value: (estimate: Estimate) => string) => ({
    name,
    values: estimates.map(value),
  });
  const statistic = (name: string) => (estimate: Estimate) =>
    estimate.fit[name] === undefined ? "" : significant(estimate.fit[name]!, 4);
  return {
    headings:
      options.headings ?? estimates.map(({ outcome, group }, place) => `(${place + 1}) ${group ?? outcome}`),
    coefficients,
    facts: [
      ...effects.map(name => fact(`${name} effects`, estimate => (name in estimate.effects ? "yes" : ""))),
      // The heading of a split is the group.
      ...(estimates.some(({ group }) => group !== null) ? [fact("Outcome", ({ outcome }) => outcome)] : []),
      fact("Model", ({ model }) => model),
      fact("Standard errors", ({ vcov }) => vcov),
      fact("Rows", ({ n }) => count(n)),
      fact("Rows left out", ({ dropped }) => count(lost(dropped))),
      fact("R²", statistic("r2")),
      fact("Within R²", statistic("wr2")),
    ].filter(({ values }) => values.some(value => value !== "")),
    notes: [
      "Standard errors in parentheses; * p < 0.05, ** p < 0.01, *** p < 0.001",
      ...notesByColumn(estimates),
    ],
  };
}

/** Rows left out that nobody chose to leave out. */
const lost = (dropped: Estimate["dropped"]): number =>
  dropped.reduce((sum, { rows, chosen }) => sum + (chosen ? 0 : rows), 0);

/** Each note once, before it the numbers of the columns that it is of, unless it is of all. */
function notesByColumn(estimates: readonly Estimate[]): string[] {
  const notes = new Set(estimates.flatMap(estimate => estimate.notes));
  return [...notes].map(note => {
    const columns = estimates.flatMap((estimate, place) =>
      estimate.notes.includes(note) ? [place + 1] : [],
    );
    return columns.length === estimates.length ? note : `(${columns.join(", ")}) ${note}`;
  });
}

/** The table for a terminal. */
export function terminalTable(table: RegressionTable): string {
  const rows = [
    ["", ...table.headings],
    ...table.coefficients.flatMap(({ term, values, errors }) => [
      [term, ...values],
      ["", ...errors],
    ]),
    ...table.facts.map(({ name, values }) => [name, ...values]),
  ];
  return `${alignColumns(rows)}\n${table.notes.join("\n")}\n`;
}
