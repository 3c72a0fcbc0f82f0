import { KEPT_BYTES, Layout, passing, type Workspace } from "../kernels/workspace.ts";
import type { Factor } from "./factor.ts";
import { beginFacts, CHUNK, eachChunk, type Facts, readFacts, STATE } from "./facts.ts";
import { type Unwritten, unwrittenFactor, writtenCodes } from "./unwritten.ts";

/** Whole numbers in a range of at most four times the rows are coded through a table, without hashing. */
export const isDense = ({ low, high, whole }: Facts, rows: number): boolean =>
  whole && low <= high && Math.abs(low) < 2 ** 53 && high - low < widestOf(rows);

const widestOf = (rows: number): number => 4 * rows + 1024;

interface DensePlaces {
  readonly state: number;
  readonly chunk: number;
  readonly coded: number;
  readonly table: number;
  readonly bytes: number;
}

function placesFor(range: number): DensePlaces {
  const layout = new Layout();
  const places = {
    state: layout.take(STATE),
    chunk: layout.take(8 * CHUNK),
    coded: layout.take(4 * CHUNK),
    table: layout.take(4 * range),
  };
  return { ...places, bytes: layout.bytes };
}

/** Whole numbers, as distances from one of them or from a lower one. */
interface Distances {
  readonly values: Float64Array;
  readonly low: number;
  readonly missing: number;
  /** How often each distance occurs. */
  readonly found: Int32Array;
}

/** Levels of whole numbers of which the facts are known. */
export function denseCodes(values: Float64Array, { low, high, missing }: Facts): Factor | null {
  const range = high - low + 1;
  const places = placesFor(range);
  const workspace = passing.take(places.bytes, null);
  if (workspace === null) return null;
  const { chunk, coded, table } = places;
  workspace.zero(table, 4 * range);
  eachChunk(workspace, values, chunk, n => {
    workspace.run.distances(chunk, n, low, coded);
    workspace.run.countCodes(coded, n, table);
  });
  return levelsOf({ values, low, missing, found: workspace.ints(table, range) });
}

/**
 * The same in one visit, for columns without missing numbers and none lower than among the first, such as years; numbers that are not negative are
 * counted from 0. Null as soon as that turns out wrong.
 */
export function codesAtOnce(values: Float64Array): Factor | null {
  const widest = widestOf(values.length);
  const places = placesFor(widest);
  if (places.bytes > KEPT_BYTES) return null;
  const workspace = passing.take(places.bytes, null)!;
  const { chunk, coded, table } = places;
  const low = floorOf(workspace, places, values.subarray(0, CHUNK));
  let range = 0;
  for (let from = 0; from < values.length; from += CHUNK) {
    const n = Math.min(CHUNK, values.length - from);
    workspace.doubles(chunk, n).set(values.subarray(from, from + n));
    const highest = workspace.run.wholeDistances(chunk, n, low, widest - 1, coded);
    if (highest < 0) return null;
    if (highest >= range) {
      workspace.zero(table + 4 * range, 4 * (highest + 1 - range));
      range = highest + 1;
    }
    workspace.run.countCodes(coded, n, table);
  }
  return levelsOf({ values, low, missing: 0, found: workspace.ints(table, range) });
}

/** The lowest of some numbers, or 0 where it is near. */
function floorOf(workspace: Workspace, { state, chunk }: DensePlaces, some: Float64Array): number {
  beginFacts(workspace, state, some[0]!);
  workspace.doubles(chunk, some.length).set(some);
  workspace.run.facts(chunk, some.length, state);
  const { low } = readFacts(workspace, state);
  return low >= 0 && low <= some.length ? 0 : low;
}

/** Levels from distances, some of which may not occur. */
function levelsOf({ values, low, missing, found }: Distances): Factor {
  const rows = values.length;
  let size = 0;
  for (let at = 0; at < found.length; at++) if (found[at]! > 0) size += 1;
  const first = found.findIndex(count => count > 0);
  if (size > 0 && size === found.length - first) {
    const counts = { counts: found.slice(first), missing, sorted: false };
    const each: Unwritten["each"] = visit => eachDense(values, low + first, null, visit);
    return unwrittenFactor({ rows, counts, each }, { size, value: level => low + first + level });
  }
  const kept = new Int32Array(size);
  const own = new Int32Array(size);
  const table = new Int32Array(found.length);
  for (let at = 0, level = 0; at < found.length; at++) {
    if (found[at] === 0) continue;
    kept[level] = at;
    own[level] = found[at]!;
    table[at] = level++;
  }
  const counts = { counts: own, missing, sorted: false };
  const each: Unwritten["each"] = visit => eachDense(values, low, table, visit);
  const value = (level: number) => low + kept[level]!;
  const factor = unwrittenFactor({ rows, counts, each }, { size, value });
  // A table larger than the codes is kept no longer than it takes to write them.
  if (table.length <= rows) return factor;
  const codes = writtenCodes({ rows, counts, each });
  return { codes, size, label: factor.label, value };
}

/** Codes whole numbers by their distance from the lowest and, where some do not occur, by a table. */
function eachDense(
  values: Float64Array,
  low: number,
  table: Int32Array | null,
  visit: (codes: Int32Array, from: number) => void,
): void {
  const places = placesFor(table?.length ?? 0);
  const workspace = passing.take(places.bytes, null)!;
  const { chunk, coded } = places;
  if (table !== null) workspace.ints(places.table, table.length).set(table);
  eachChunk(workspace, values, chunk, (n, from) => {
    if (workspace.run.wholeDistances(chunk, n, low, 2 ** 31, coded) < 0)
      workspace.run.distances(chunk, n, low, coded);
    if (table !== null) workspace.run.mapCodes(coded, n, places.table);
    visit(workspace.ints(coded, n), from);
  });
}
