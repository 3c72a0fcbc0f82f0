import { UserError } from "../../codebook/errors.ts";
import type { LinkResult } from "../pairs.ts";
import { rowsByName } from "../quality/labels.ts";
import type { Table } from "../table/columns.ts";
import { type FieldWeight, probabilityOf } from "./score.ts";

/** The evidence for and against two rows being one thing: the waterfall. */
export interface PairExplanation {
  readonly rows: readonly [string, string];
  /** Log2 odds before anything is compared. */
  readonly prior: number;
  readonly fields: readonly FieldWeight[];
  readonly weight: number;
  readonly probability: number;
  readonly threshold: number;
  /** Are both in one cluster in the end? */
  readonly joined: boolean;
  /** Is the pair one that a rule let through, so that it could join its clusters? */
  readonly compared: boolean;
}

/** Explains a pair named by ids, or by row numbers from 1 where the specification has no id column. */
export function explainPair(
  table: Table,
  result: LinkResult,
  names: readonly [string, string],
): PairExplanation {
  const rows = rowsByName(table, result.spec.id);
  const unknown = names.filter(name => !rows.has(name));
  if (unknown.length > 0)
    throw new UserError(
      unknown.map(name => ({
        code: "unknown-row",
        message: `there is no row "${name}"`,
        expected: result.spec.id ? `a value of ${result.spec.id}` : `a row number from 1 to ${table.rows}`,
      })),
    );
  const [a, b] = names.map(name => rows.get(name)!).sort((x, y) => x - y) as [number, number];
  const { scorer, pairs, clusters, threshold } = result;
  const weight = scorer.weight(a, b);
  let compared = false;
  for (let index = 0; index < pairs.length && !compared; index++)
    compared =
      Math.min(pairs.a[index]!, pairs.b[index]!) === a && Math.max(pairs.a[index]!, pairs.b[index]!) === b;
  return {
    rows: rows.get(names[0]) === a ? names : [names[1], names[0]],
    prior: scorer.prior,
    fields: scorer.explain(a, b),
    weight,
    probability: probabilityOf(weight),
    threshold,
    joined: clusters.of[a] === clusters.of[b],
    compared,
  };
}

/** The waterfall for the terminal: bits against to the left of the line, bits for to the right, two bits a sign. */
export function formatExplanation(explanation: PairExplanation): string {
  const { rows, prior, fields, weight, probability, threshold, joined, compared } = explanation;
  const width = Math.max(16, ...fields.map(({ field }) => field.length));
  const line = (name: string, bits: number, text: string) =>
    `${name.padEnd(width)} ${signed(bits)}  ${bar(bits)}  ${text}`.trimEnd();
  return `${[
    `rows ${rows.join(" and ")}`,
    line("before comparing", prior, ""),
    ...fields.map(({ field, values, level, weight: bits, frequency }) =>
      line(
        field,
        bits + frequency,
        level === "missing"
          ? "missing"
          : `${level}: ${values.join(" | ")}${Math.abs(frequency) >= 0.05 ? ` (${signed(frequency).replace(/\s+/, "")} for ${frequency > 0 ? "a rare" : "a common"} value)` : ""}`,
      ),
    ),
    line("together", weight, `probability ${(100 * probability).toPrecision(4)}%, threshold ${threshold}`),
    joined
      ? "They are in one cluster."
      : `They are in different clusters${weight > 0 && compared ? ": the rest of the evidence between the two clusters speaks against joining them" : ""}.`,
  ].join("\n")}\n`;
}

const signed = (bits: number) => `${bits < 0 ? "-" : "+"}${Math.abs(bits).toFixed(1).padStart(5)}`;

function bar(bits: number): string {
  const length = Math.min(8, Math.round(Math.abs(bits) / 2));
  return bits < 0
    ? `${"-".repeat(length).padStart(8)}|${" ".repeat(8)}`
    : `${" ".repeat(8)}|${"+".repeat(length).padEnd(8)}`;
}
