import { UserError } from "../../codebook/errors.ts";
import { randomFrom } from "../random.ts";
import { cellAt, type Table } from "../table/columns.ts";
import { bCubed } from "./quality.ts";

/** A pair of rows that somebody has judged. */
export interface Label {
  readonly a: number;
  readonly b: number;
  readonly same: boolean;
}

export interface Labels {
  readonly pairs: readonly Label[];
  /** Do they stand in a sheet that was drawn for labelling, with the values of both sides beside them? */
  readonly sampled: boolean;
  /** Labels left out, by reason: they name a row that the table does not have, say nothing, or contradict another label. */
  readonly leftOut: { readonly unknown: number; readonly undecided: number; readonly contradictory: number };
}

/** A share with its interval at the 95 % level. */
export interface Measured {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How clusters agree with labels. */
export interface LabelQuality {
  readonly labels: number;
  readonly same: number;
  readonly precision: Measured;
  readonly recall: Measured;
  readonly f1: Measured;
  /** Over the rows that labels name; rows are taken to be one thing where labels connect them. */
  readonly bCubed: Measured;
  readonly leftOut: Labels["leftOut"];
  readonly method: string;
}

/** Row by what names it: the value of the id column, or the number of the row from 1. */
export function rowsByName(table: Table, id: string | undefined): Map<string, number> {
  const column = id === undefined ? null : table.columns.get(id)!;
  return new Map(
    Array.from({ length: table.rows }, (_, row) => [column ? cellAt(column, row) : String(row + 1), row]),
  );
}

/** Ends the names of the columns of a sheet that hold the values of the first of each pair. */
export const SIDE_A = " of a";

const YES = new Set(["1", "1.0", "true", "yes", "same", "y"]);
const NO = new Set(["0", "0.0", "false", "no", "different", "n"]);

/**
 * Labels from a table of any shape: the first two columns that mostly name rows, and the last column that mostly says 0 or 1. An error
 * says what was looked for where there are none, or where no label fits the table.
 */
export function readLabels(labels: Table, rows: ReadonlyMap<string, number>, file: string): Labels {
  const share = (name: string, test: (cell: string) => boolean) => {
    const { values, codes } = labels.columns.get(name)!;
    const fits = values.map(value => test(value.trim()));
    return codes.reduce((sum, code) => sum + (fits[code] ? 1 : 0), 0) / codes.length;
  };
  const names = [...labels.columns.keys()];
  const says = (cell: string) => YES.has(cell.toLowerCase()) || NO.has(cell.toLowerCase());
  const verdict = names.filter(name => share(name, says) >= 0.5).at(-1);
  const ids = names.filter(name => name !== verdict && share(name, cell => rows.has(cell)) >= 0.5);
  if (verdict === undefined || ids.length < 2)
    throw new UserError({
      code: "bad-labels",
      file,
      message: verdict === undefined ? "no column says 0 or 1" : "no two columns name rows of the table",
      expected:
        "a row per pair: the ids of two rows (or their numbers from 1) and 1 for same, 0 for different",
      received: names.join(", "),
    });
  return collectLabels(labels, { a: ids[0]!, b: ids[1]!, verdict }, rows);
}

function collectLabels(
  labels: Table,
  { a, b, verdict }: { a: string; b: string; verdict: string },
  rows: ReadonlyMap<string, number>,
): Labels {
  const known = new Map<string, Label | null>();
  const leftOut = { unknown: 0, undecided: 0, contradictory: 0 };
  for (let line = 0; line < labels.rows; line++) {
    const cell = (name: string) => cellAt(labels.columns.get(name)!, line).trim();
    const first = rows.get(cell(a));
    const second = rows.get(cell(b));
    const says = cell(verdict).toLowerCase();
    if (first === undefined || second === undefined || first === second) leftOut.unknown++;
    else if (!YES.has(says) && !NO.has(says)) leftOut.undecided++;
    else {
      const label = { a: Math.min(first, second), b: Math.max(first, second), same: YES.has(says) };
      const key = `${label.a} ${label.b}`;
      const before = known.get(key);
      if (before === undefined) known.set(key, label);
      else if (before !== null && before.same !== label.same) {
        known.set(key, null);
        leftOut.contradictory += 2;
      }
    }
  }
  const sampled = [...labels.columns.keys()].some(name => name.endsWith(SIDE_A));
  return { pairs: [...known.values()].filter(label => label !== null), leftOut, sampled };
}

/** Agreement of clusters with labels. The precision is that among the labelled pairs: as good as their sample is. */
export function labelQuality(
  { pairs, leftOut }: Pick<Labels, "pairs" | "leftOut">,
  clusters: ArrayLike<number>,
  seed = 1,
): LabelQuality {
  const joined = pairs.map(({ a, b }) => clusters[a] === clusters[b]);
  const count = (test: (label: Label, at: number) => boolean) => pairs.filter(test).length;
  const both = count((label, at) => label.same && joined[at]!);
  const together = count((_, at) => joined[at]!);
  const same = count(label => label.same);
  const outcomes = pairs.map((label, at) => [label.same, joined[at]!] as const);
  return {
    labels: pairs.length,
    same,
    precision: wilson(both, together),
    recall: wilson(both, same),
    f1: bootstrapped(outcomes, f1Of, seed),
    bCubed: bCubedOnLabels(pairs, clusters, seed),
    leftOut,
    method:
      "95% intervals: Wilson for precision and recall, percentile bootstrap over pairs for F1 and over rows for B-cubed",
  };
}

function f1Of(outcomes: readonly (readonly [same: boolean, joined: boolean])[]): number {
  let both = 0;
  let either = 0;
  for (const [same, joined] of outcomes) {
    if (same && joined) both++;
    either += Number(same) + Number(joined);
  }
  return either > 0 ? (2 * both) / either : 1;
}

/** Wilson's (1927) score interval. */
export function wilson(hits: number, of: number): Measured {
  if (of === 0) return { value: 1, low: 0, high: 1 };
  const z = 1.959963984540054;
  const share = hits / of;
  const centre = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { value: share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

const DRAWS = 400;

function bootstrapped<T>(
  items: readonly T[],
  measure: (items: readonly T[]) => number,
  seed: number,
): Measured {
  if (items.length === 0) return { value: 1, low: 0, high: 1 };
  const random = randomFrom(seed);
  const draws = Array.from({ length: DRAWS }, () =>
    measure(items.map(() => items[Math.floor(random() * items.length)]!)),
  ).sort((x, y) => x - y);
  const at = (share: number) => draws[Math.floor(share * (DRAWS - 1))] ?? 1;
  return { value: measure(items), low: at(0.025), high: at(0.975) };
}

function bCubedOnLabels(pairs: readonly Label[], clusters: ArrayLike<number>, seed: number): Measured {
  const truth = new Map<number, number>();
  // Paths are halved on the way (Tarjan and van Leeuwen 1984): labels of one large thing would make a chain as long as the thing.
  const find = (row: number): number => {
    let at = row;
    for (;;) {
      const up = truth.get(at) ?? at;
      if (up === at) return at;
      const above = truth.get(up) ?? up;
      truth.set(at, above);
      at = above;
    }
  };
  for (const { a, b, same } of pairs) {
    if (!truth.has(a)) truth.set(a, a);
    if (!truth.has(b)) truth.set(b, b);
    if (same) truth.set(find(a), find(b));
  }
  const rows = [...truth.keys()].sort((x, y) => x - y);
  const predicted = rows.map(row => clusters[row]!);
  const labels = rows.map(row => String(find(row)));
  const perRow = rows.map((_, at) => ({ at }));
  const whole = bCubed(predicted, labels);
  const shares = rowShares(predicted, labels);
  const f1 = (drawn: readonly { at: number }[]) => {
    const mean = (side: 0 | 1) => drawn.reduce((sum, { at }) => sum + shares[at]![side], 0) / drawn.length;
    const [precision, recall] = [mean(0), mean(1)];
    return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  };
  return { ...bootstrapped(perRow, f1, seed), value: whole.f1 };
}

/** Precision and recall of each row's cluster. */
function rowShares(predicted: readonly number[], truth: readonly string[]): (readonly [number, number])[] {
  const tally = (keys: readonly (string | number)[]) => {
    const counts = new Map<string | number, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const both = predicted.map((cluster, at) => `${cluster} ${truth[at]}`);
  const [shared, clusters, labels] = [tally(both), tally(predicted), tally(truth)];
  return both.map((key, at) => [
    shared.get(key)! / clusters.get(predicted[at]!)!,
    shared.get(key)! / labels.get(truth[at]!)!,
  ]);
}
