import type { Spec } from "../spec.ts";
import { codeColumn, type Table } from "../table/columns.ts";
import { forEachPair, keyCoder, LARGEST_GROUP, prepareRule, type RuleCount } from "./blocking.ts";
import { expectedCoverage } from "./choose-rules.ts";

/** What a specification would compare, before anything is compared. */
export interface Plan {
  readonly records: number;
  /** All pairs of the table. */
  readonly all: number;
  readonly rules: readonly (RuleCount & { readonly cumulative: number })[];
  /** Pairs that would be compared, each once. */
  readonly pairs: number;
  /** Share of matches that some rule lets through, if every second value of a match were misspelt: a pessimist's guess, and no estimate. */
  readonly recall: number;
}

/** Counts the pairs of every rule, which of them are new, and what share of matches the rules together may be expected to find. */
export function planLink(table: Table, spec: Spec): Plan {
  const columns = new Map(
    spec.fields.map(({ column, compare }) => [
      column,
      codeColumn(column, compare, table.columns.get(column)!),
    ]),
  );
  const coder = keyCoder(columns);
  const prepared = spec.block.map(keys =>
    prepareRule({ keys }, coder, { largest: spec.largest_group ?? LARGEST_GROUP }),
  );
  const counted = forEachPair(prepared, () => {});
  let cumulative = 0;
  const rules = counted.map(rule => {
    cumulative += rule.added;
    return { ...rule, cumulative };
  });
  const candidates = prepared.map(({ keys, pairs, codes, rowsInGiantGroups }) => {
    const kept = codes.reduce((sum, code) => sum + (code >= 0 ? 1 : 0), 0);
    return { keys, pairs, reach: kept / Math.max(1, kept + rowsInGiantGroups) };
  });
  return {
    records: table.rows,
    all: (table.rows * (table.rows - 1)) / 2,
    rules,
    pairs: cumulative,
    recall: expectedCoverage(candidates, columns),
  };
}

/** A plan for the terminal: pairs of each rule, what is new, and the sum so far. */
export function formatPlan({ records, all, rules, pairs, recall }: Plan): string {
  return `${[
    `${records} records make ${all} pairs; ${pairs} would be compared`,
    "",
    "rule                                        pairs       new       sum",
    ...rules.map(({ rule, pairs: of, added, cumulative, rowsInGiantGroups }) => {
      const left =
        rowsInGiantGroups > 0 ? `  (${rowsInGiantGroups} rows in groups too large to compare)` : "";
      return `${rule.padEnd(38)}${String(of).padStart(11)}${String(added).padStart(10)}${String(cumulative).padStart(10)}${left}`;
    }),
    "",
    `if every second value of a match were misspelt, these rules would let ${(100 * recall).toFixed(1)}% of the matches through`,
  ].join("\n")}\n`;
}
