import { fastCodes } from "./fast-codes.ts";
import type { Column } from "./frame.ts";
import { countLevels, leastCount, levelCounts, rememberCounts } from "./level-counts.ts";
import { takeRuns } from "./ordered-codes.ts";
import { plainCodes } from "./plain-codes.ts";
import { takeValues } from "./runs.ts";
import { rowsOf, unwrittenOf } from "./unwritten.ts";

/** Rows coded by the level they belong to. */
export interface Factor {
  /** Level of each row, 0 to `size - 1`; -1 is a missing value. */
  readonly codes: Int32Array;
  readonly size: number;
  /** The name of a level, numbers in ascending and text in code-point order. */
  readonly label: (level: number) => string;
  /** The level as a number, NaN for text. */
  readonly value: (level: number) => number;
}

const known = new WeakMap<Column, Factor>();

/** The coding of a column, if it was coded already. */
export const codedBefore = (column: Column): Factor | undefined => known.get(column);

/** Codes a column by the sorted distinct values that occur in it. The coding is kept as long as the column is. */
export function factorOf(column: Column): Factor {
  const before = known.get(column);
  if (before !== undefined) return before;
  const factor =
    column.kind === "number" ? numberFactor(column.values) : textFactor(column.codes, column.levels);
  known.set(column, factor);
  return factor;
}

/** Codes the combinations of several factors that occur; labels are joined with `_`. */
export function combineFactors(factors: readonly Factor[]): Factor {
  const [first, ...rest] = factors;
  return rest.reduce((left, right) => {
    const pairs = new Float64Array(left.codes.length);
    for (let row = 0; row < pairs.length; row++) {
      const [a, b] = [left.codes[row]!, right.codes[row]!];
      pairs[row] = a < 0 || b < 0 ? Number.NaN : a * right.size + b;
    }
    const combined = numberFactor(pairs);
    const label = (level: number) => {
      const pair = combined.value(level);
      return `${left.label(Math.floor(pair / right.size))}_${right.label(pair % right.size)}`;
    };
    return { ...combined, label, value: () => Number.NaN };
  }, first!);
}

/** By rows: a cluster is mostly one of the effects. */
const taken = new WeakMap<Int32Array, WeakMap<Factor, Factor>>();

/** The factor on the rows listed, without the levels that no longer occur. */
export function takeFactor(factor: Factor, rows: Int32Array): Factor {
  if (rows.length === rowsOf(factor) && isEvery(rows) && allOccur(factor)) return factor;
  const before = taken.get(rows)?.get(factor);
  if (before !== undefined) return before;
  const own = takeLevels(factor, rows);
  if (!taken.has(rows)) taken.set(rows, new WeakMap());
  taken.get(rows)!.set(factor, own);
  return own;
}

/** The levels that occur in the rows: their codes are taken, counted and changed in one list. */
function takeLevels(factor: Factor, rows: Int32Array): Factor {
  const pointers = unwrittenOf(factor)?.pointers;
  const runs = pointers === undefined ? null : takeRuns(factor, pointers, rows);
  if (runs !== null) return runs;
  const codes = takeValues(factor.codes, rows);
  const { counts, missing, sorted } = countLevels({ codes, size: factor.size });
  const { kept, place } = occurring(counts);
  rememberCounts(codes, { counts: counts.filter(count => count > 0), missing, sorted });
  if (kept.length === factor.size) return { ...factor, codes };
  replaceLevels(codes, place, codes);
  return relabelled(factor, codes, kept);
}

/** Writes the place of every level; -1 stays. */
function replaceLevels(codes: Int32Array, place: Int32Array, out: Int32Array): void {
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    out[row] = code < 0 ? -1 : place[code]!;
  }
}

const relabelled = ({ label, value }: Factor, codes: Int32Array, kept: Int32Array): Factor => ({
  codes,
  size: kept.length,
  label: level => label(kept[level]!),
  value: level => value(kept[level]!),
});

/** The levels that occur, and the place of each among them. */
function occurring(counts: Int32Array): { kept: Int32Array; place: Int32Array } {
  const place = new Int32Array(counts.length);
  let size = 0;
  for (let level = 0; level < counts.length; level++) if (counts[level]! > 0) place[level] = size++;
  const kept = new Int32Array(size);
  for (let level = 0; level < counts.length; level++) if (counts[level]! > 0) kept[place[level]!] = level;
  return { kept, place };
}

const every = new WeakSet<Int32Array>();
let lastEvery: WeakRef<Int32Array> | null = null;

/** The list 0, 1, 2, ... of all rows, which nobody may change: estimates on the same rows share it. */
export function everyRow(rows: number): Int32Array {
  const last = lastEvery?.deref();
  if (last?.length === rows) return last;
  const list = new Int32Array(rows);
  for (let row = 0; row < rows; row++) list[row] = row;
  every.add(list);
  lastEvery = new WeakRef(list);
  return list;
}

/** Whether the list is 0, 1, 2, ... */
export function isEvery(rows: Int32Array): boolean {
  if (every.has(rows)) return true;
  for (let row = 0; row < rows.length; row++) if (rows[row] !== row) return false;
  every.add(rows);
  return true;
}

const allOccur = (factor: Factor): boolean => leastCount(factor) > 0;

function textFactor(codes: Int32Array, levels: readonly string[]): Factor {
  const order = levels.map((_, index) => index).sort((a, b) => (levels[a]! < levels[b]! ? -1 : 1));
  const rank = new Int32Array(levels.length);
  for (let position = 0; position < order.length; position++) rank[order[position]!] = position;
  const ranked = codes.map(code => (code < 0 ? -1 : rank[code]!));
  const label = (level: number) => levels[order[level]!]!;
  const factor = { codes: ranked, size: levels.length, label, value: () => Number.NaN };
  // A column cut to a sample still lists the levels of the whole: they would be counted as clusters.
  return allOccur(factor) ? factor : withoutUnused(factor);
}

function withoutUnused(factor: Factor): Factor {
  const { kept, place } = occurring(levelCounts(factor).counts);
  if (kept.length === factor.size) return factor;
  const codes = new Int32Array(factor.codes.length);
  replaceLevels(factor.codes, place, codes);
  return relabelled(factor, codes, kept);
}

/** With fewer rows the kernels gain nothing. */
const FEW_ROWS = 4096;

const numberFactor = (values: Float64Array): Factor =>
  (values.length < FEW_ROWS ? null : fastCodes(values)) ?? plainCodes(values);
