import type { Value } from "./fields.ts";
import type { FieldModel, KindModel } from "./model.ts";

/** Pairs that are compared at most; up to so many every record is compared with every other. */
export const MOST_PAIRS = 3_000_000;

/**
 * Records that may share values and still be compared with each other: the first of these with which the pairs are no more than are compared. Larger groups
 * are cut by further fields.
 */
const GROUPS = [100, 40, 16, 6, 2];

/** Values of one field of one record that blocking looks at: a forum of eighty states shares a pair of them with everything. */
const MOST_ITEMS = 12;

export interface Candidates {
  readonly pairs: Iterable<readonly [number, number]>;
  /** Pairs that are compared. */
  readonly compared: number;
  /** Of a large book: pairs that share two values with too many others to be compared. Counted, never silent; one that shares several counts for each. */
  readonly leftOut: number;
  readonly rule: string;
}

/**
 * The pairs worth comparing. In a book of up to some thousands of records all of them; in a larger one those that share a value in two
 * fields at least, because less can never reach the threshold of a kind; in more, where many share two.
 */
export function candidatesOf(model: KindModel, most = MOST_PAIRS): Candidates {
  const rows = model.rows.length;
  const all = (rows * (rows - 1)) / 2;
  if (all <= most)
    return { pairs: allPairs(rows), compared: all, leftOut: 0, rule: "every record with every other" };
  const coded = model.fields.map(field => codesOf(field, rows));
  const { largest, leftOut } = largestGroup(coded, rows, most);
  const keys = pairsInGroups(coded, rows, { largest, most });
  return {
    pairs: decoded(keys, rows),
    compared: keys.length,
    leftOut,
    rule: `records that share values of two fields or more with fewer than ${largest} others`,
  };
}

function* allPairs(rows: number): Iterable<readonly [number, number]> {
  for (let a = 0; a < rows; a++) for (let b = a + 1; b < rows; b++) yield [a, b];
}

function* decoded(keys: Float64Array, rows: number): Iterable<readonly [number, number]> {
  for (const key of keys) yield [Math.floor(key / rows), key % rows];
}

/** The values of a field by number, those of each record without repetition. */
type Codes = readonly (readonly number[])[];

/** How large a group of records may be, and the pairs that are left out then. */
function largestGroup(coded: readonly Codes[], rows: number, most: number) {
  let found = { largest: GROUPS[0]!, leftOut: 0 };
  for (const largest of GROUPS) {
    let [pairs, leftOut] = [0, 0];
    eachGroup(coded, { rows, largest }, ({ length }) => {
      if (length <= largest) pairs += pairsOf(length);
      else leftOut += pairsOf(length);
    });
    found = { largest, leftOut: leftOut + Math.max(0, pairs - most) };
    if (pairs <= most) break;
  }
  return found;
}

const pairsOf = (size: number) => (size * (size - 1)) / 2;

/** The pairs of all groups up to a size, none twice, ascending; a pair is one number. */
function pairsInGroups(
  coded: readonly Codes[],
  rows: number,
  { largest, most }: { largest: number; most: number },
): Float64Array {
  const keys = new Float64Array(most);
  let end = 0;
  eachGroup(coded, { rows, largest }, group => {
    if (group.length > largest || end + pairsOf(group.length) > most) return;
    for (let at = 0; at < group.length; at++)
      for (let other = at + 1; other < group.length; other++) keys[end++] = group[at]! * rows + group[other]!;
  });
  const sorted = keys.subarray(0, end).sort();
  let kept = 0;
  for (let at = 0; at < end; at++)
    if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at]!;
  return sorted.subarray(0, kept);
}

/**
 * Visits the groups of two records or more that share a value in two fields, rows ascending. A group too large to be compared is cut by a third field, by a
 * fourth: who agrees in all that is common is then still compared with those that agree in as much.
 */
function eachGroup(
  coded: readonly Codes[],
  { rows, largest }: { rows: number; largest: number },
  visit: (group: readonly number[]) => void,
): void {
  const cut = (group: readonly number[], from: number, shared: number) => {
    for (let at = from; at < coded.length; at++)
      for (const part of partsOf(group, coded[at]!)) {
        const deeper = shared < LEAST_SHARED || (part.length > largest && shared < MOST_SHARED);
        if (deeper) cut(part, at + 1, shared + 1);
        else visit(part);
      }
  };
  cut(
    Array.from({ length: rows }, (_, row) => row),
    0,
    1,
  );
}

/** Fields in which records must agree to be compared, and in which a group is cut at most. */
const LEAST_SHARED = 2;
const MOST_SHARED = 4;

/** The parts of a group that share a value of a field. */
function partsOf(group: readonly number[], codes: Codes): number[][] {
  const parts = new Map<number, number[]>();
  for (const row of group)
    for (const code of codes[row]!) {
      const part = parts.get(code);
      if (part) part.push(row);
      else parts.set(code, [row]);
    }
  return [...parts.values()].filter(part => part.length > 1);
}

const blocksOf = (value: Value | null): readonly string[] =>
  (value?.blocks ?? value?.items ?? []).filter(item => item !== "");

function codesOf(field: FieldModel, rows: number): Codes {
  const known = new Map<string, number>();
  return Array.from({ length: rows }, (_, row) => {
    const items = blocksOf(field.value(row)).slice(0, MOST_ITEMS);
    return [...new Set(items)].map(item => {
      const code = known.get(item) ?? known.size;
      known.set(item, code);
      return code;
    });
  });
}
