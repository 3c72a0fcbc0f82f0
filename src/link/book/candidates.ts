import type { KindModel } from "./model.ts";

/** Pairs that every record is compared with every other up to. */
export const ALL_PAIRS = 3_000_000;

/** Records that may share two values and still be compared with each other. */
const LARGEST_GROUP = 400;

export interface Candidates {
  readonly pairs: Iterable<readonly [number, number]>;
  /** Pairs that are compared. */
  readonly compared: number;
  /** Of a large book: pairs that share two values with too many others to be compared. Counted, never silent. */
  readonly leftOut: number;
  readonly rule: string;
}

/**
 * The pairs worth comparing. In a book of up to some thousands of records all of them; in a larger one those that share a value in two
 * fields at least, because less can never reach the threshold of a kind.
 */
export function candidatesOf(model: KindModel): Candidates {
  const rows = model.rows.length;
  const all = (rows * (rows - 1)) / 2;
  if (all <= ALL_PAIRS)
    return { pairs: allPairs(rows), compared: all, leftOut: 0, rule: "every record with every other" };
  const { keys, leftOut } = sharingTwo(model);
  const pairs = [...keys].sort((x, y) => x - y).map(key => [Math.floor(key / rows), key % rows] as const);
  return { pairs, compared: pairs.length, leftOut, rule: "records that share values of two fields" };
}

function* allPairs(rows: number): Iterable<readonly [number, number]> {
  for (let a = 0; a < rows; a++) for (let b = a + 1; b < rows; b++) yield [a, b];
}

function sharingTwo({ fields, rows }: KindModel): { keys: Set<number>; leftOut: number } {
  const keys = new Set<number>();
  let leftOut = 0;
  for (const [at, first] of fields.entries())
    for (const second of fields.slice(at + 1)) {
      const groups = new Map<string, number[]>();
      for (let row = 0; row < rows.length; row++)
        for (const x of first.value(row)?.items ?? [])
          for (const y of second.value(row)?.items ?? []) {
            if (x === "" || y === "") continue;
            const key = `${x}\0${y}`;
            groups.set(key, [...(groups.get(key) ?? []), row]);
          }
      for (const group of groups.values()) leftOut += addPairs(group, rows.length, keys);
    }
  return { keys, leftOut };
}

/** Adds the pairs of a group, and returns how many were left out because it is too large. */
function addPairs(group: readonly number[], rows: number, keys: Set<number>): number {
  if (group.length > LARGEST_GROUP) return (group.length * (group.length - 1)) / 2;
  for (const [at, a] of group.entries())
    for (const b of group.slice(at + 1)) if (a !== b) keys.add(Math.min(a, b) * rows + Math.max(a, b));
  return 0;
}
