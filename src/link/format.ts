import { stringify } from "yaml";
import { csvCell, writeCsv } from "../codebook/write-csv.ts";
import type { LinkResult } from "./pairs.ts";
import type { LabelQuality, Measured } from "./quality/labels.ts";
import type { StratifiedQuality } from "./quality/strata-quality.ts";
import { fieldWeights } from "./score/score.ts";
import { cellAt, cellReader, type Table } from "./table/columns.ts";

/** Clusters as CSV, `id,cluster`, in the order of the table; the row number (from 1) where there is no id column. */
export const clustersCsv = (table: Table, result: LinkResult): string =>
  [...clusterPieces(table, result)].join("");

/** Rows of one piece of `clusterPieces`. */
const PIECE = 1 << 14;

/** As `clustersCsv`, in pieces, so that it may be longer than a string. */
export function* clusterPieces(
  table: Table,
  { spec, clusters: { of } }: Pick<LinkResult, "spec" | "clusters">,
): Generator<string> {
  const ids = spec.id === undefined ? null : table.columns.get(spec.id)!;
  const nameOf = ids === null ? (row: number) => row + 1 : cellReader(ids);
  yield writeCsv(["id", "cluster"], []);
  for (let from = 0; from < of.length; from += PIECE) {
    let piece = "";
    for (let row = from; row < Math.min(of.length, from + PIECE); row++)
      piece += `${csvCell(nameOf(row))},${of[row]}\r\n`;
    yield piece;
  }
}

/** Parameters to read and to keep: lambda, and by field and level m, u and the weight. */
export function parametersJson({
  comparer,
  parameters,
  threshold,
  quality,
  clusters,
}: LinkResult): Record<string, unknown> {
  const weights = fieldWeights(parameters);
  return {
    lambda: parameters.lambda,
    threshold,
    kept_apart: clusters.keptApart,
    unidentified: parameters.unidentified,
    sampled_pairs: parameters.sampled,
    sessions: parameters.sessions,
    expected: quality,
    fields: comparer.fields.map(({ column, levels }, field) => ({
      field: column.name,
      type: column.type,
      levels: levels.map((meaning, level) => ({
        level: meaning,
        m: parameters.m[field]![level],
        u: parameters.u[field]![level],
        weight: weights[field]![level],
      })),
    })),
  };
}

/** The specification as YAML, to keep, change and give back with `--spec`. */
export const formatSpec = (spec: LinkResult["spec"]): string => stringify(spec);

/** What was compared, what the model expects, and what came out, for the terminal. */
export function formatLink(table: Table, result: LinkResult, labelled: LabelQuality | null = null): string {
  const { rules, compared, quality, threshold, clusters, parameters } = result;
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
  const lines = [
    `${table.rows} records, ${compared} pairs compared, ${clusters.count} clusters`,
    "",
    "rule                                        pairs       new",
    ...rules.map(({ rule, pairs: all, added, rowsInGiantGroups }) => {
      const left =
        rowsInGiantGroups > 0 ? `  (${rowsInGiantGroups} rows in groups too large to compare)` : "";
      return `${rule.padEnd(38)}${String(all).padStart(11)}${String(added).padStart(10)}${left}`;
    }),
    "",
    "threshold  expected precision  expected recall      pairs",
    ...quality.map(
      row =>
        `${String(row.threshold).padStart(9)}${percent(row.precision).padStart(20)}${percent(row.recall).padStart(17)}${String(row.pairs).padStart(11)}${row.threshold === threshold ? "  <- used" : ""}`,
    ),
    "",
    `What is expected rests on the model; labels say more. ${clusters.keptApart} pairs above the threshold were kept apart${clusters.keptApart > 0 ? "; the likeliest:" : "."}`,
    ...conflictLines(table, result),
    ...estimationLines(table.rows, result),
    ...(parameters.unidentified.length > 0
      ? [`Not identifiable from these rules: ${parameters.unidentified.join(", ")}.`]
      : []),
    "",
    ...weightLines(result),
    ...(labelled ? ["", ...labelLines(labelled)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** Where m and u come from, and whether EM came to rest; nothing where they were given. */
function estimationLines(rows: number, { parameters: { sessions, sampled } }: LinkResult): string[] {
  if (sessions.length === 0) return [];
  const open = sessions.filter(({ converged }) => !converged).map(({ rule }) => rule);
  const rest = open.length === 0 ? "converged" : `did not converge within ${open.join(", ")}`;
  const times = sessions.length === 1 ? "once" : `${sessions.length} times`;
  const from = sampled === (rows * (rows - 1)) / 2 ? `all ${sampled} pairs` : `${sampled} random pairs`;
  return [`u is from ${from}; m by EM, ${times}, within the pairs of one rule at a time: ${rest}.`];
}

/** Conflicts that the terminal shows. */
const SHOWN_CONFLICTS = 5;

const REASONS = {
  evidence: "the rest of the evidence between their clusters is against it",
  decision: "decided to be different",
  "one-per-source": "two rows of one source stand on the two sides",
} as const;

/** How a row is named: by its id, or by its number from 1. */
const rowName = (table: Table, { spec }: LinkResult, row: number): string =>
  spec.id === undefined ? String(row + 1) : cellAt(table.columns.get(spec.id)!, row);

const conflictLines = (table: Table, result: LinkResult): string[] =>
  result.clusters.conflicts
    .slice(0, SHOWN_CONFLICTS)
    .map(
      ({ a, b, probability, reason }) =>
        `  ${rowName(table, result, a)} and ${rowName(table, result, b)}  ${(100 * probability).toPrecision(4)}%  ${REASONS[reason]}`,
    );

/** Pairs that are alike and kept apart, as data. */
export const conflictsJson = (table: Table, result: LinkResult): Record<string, unknown>[] =>
  result.clusters.conflicts.map(({ a, b, probability, reason }) => ({
    rows: [rowName(table, result, a), rowName(table, result, b)],
    probability,
    reason,
  }));

const shortened = (text: string) => (text.length > 46 ? `${text.slice(0, 45)}…` : text);

/** m, u and weight of every level, and how complete each field is. */
function weightLines({ comparer, parameters }: LinkResult): string[] {
  const weights = fieldWeights(parameters);
  return comparer.fields.flatMap(({ column, levels }, field) => [
    `${column.name}  ${(100 * column.filled).toFixed(1)}% filled, ${column.values.count} values`,
    ...levels
      .map((meaning, level) => {
        const weight = weights[field]![level]!;
        const sign = weight < 0 ? "-" : "+";
        return `  ${shortened(meaning).padEnd(46)}  m ${share(parameters.m[field]![level]!)}  u ${share(parameters.u[field]![level]!)}  ${sign}${Math.abs(weight).toFixed(1).padStart(4)} ${sign.repeat(Math.min(16, Math.round(Math.abs(weight))))}`;
      })
      .reverse(),
  ]);
}

const share = (value: number) => (value >= 0.0001 ? value.toFixed(4) : value.toExponential(0)).padStart(6);

function labelLines({
  labels,
  same,
  precision,
  recall,
  f1,
  bCubed,
  leftOut,
  method,
}: LabelQuality): string[] {
  const line = (name: string, { value, low, high }: Measured) =>
    `${name.padEnd(10)} ${value.toFixed(3)}  (${low.toFixed(3)} to ${high.toFixed(3)})`;
  return [
    `against ${labels} labelled pairs, ${same} of them the same`,
    line("precision", precision),
    line("recall", recall),
    line("F1", f1),
    line("B-cubed F1", bCubed),
    method,
    ...(leftOut.unknown + leftOut.undecided + leftOut.contradictory > 0
      ? [
          `left out: ${leftOut.unknown} name a row that is not there, ${leftOut.undecided} say neither 0 nor 1, ${leftOut.contradictory} contradict each other`,
        ]
      : []),
  ];
}

/** What labels say of a whole linkage, for the terminal. */
export function formatStratified({
  precision,
  recall,
  f1,
  bCubed,
  strata,
  method,
}: StratifiedQuality): string {
  const line = (name: string, { value, low, high }: Measured) =>
    `${name.padEnd(18)} ${value.toFixed(3)}  (${low.toFixed(3)} to ${high.toFixed(3)})`;
  return [
    "of all pairs, from the labels",
    // Where nothing is joined, no join can be wrong: a precision of 1 would look like merit.
    strata.some(({ joined }) => joined)
      ? line("precision", precision)
      : "precision          -      nothing is joined",
    line("recall", recall),
    line("F1", f1),
    line("B-cubed precision", bCubed.precision),
    line("B-cubed recall", bCubed.recall),
    line("B-cubed F1", bCubed.f1),
    "",
    "pairs                          all  labelled  same",
    ...strata.map(
      ({ name, pairs, labelled, same }) =>
        `${name.padEnd(26)}${String(pairs).padStart(8)}${String(labelled).padStart(10)}${String(same).padStart(6)}`,
    ),
    method,
  ].join("\n");
}
