import { KEPT_BYTES, Layout, passing, type Workspace } from "../kernels/workspace.ts";
import type { Factor } from "./factor.ts";
import { beginFacts, CHUNK, eachChunk, type Facts, readFacts, rememberFacts, STATE } from "./facts.ts";
import { rememberCounts } from "./level-counts.ts";

/** Whole numbers in a range of at most four times the rows are coded through a table, without hashing. */
export const isDense = ({ low, high, whole }: Facts, rows: number): boolean =>
  whole && low <= high && Math.abs(low) < 2 ** 53 && high - low < widestOf(rows);

const widestOf = (rows: number): number => 4 * rows + 1024;

/** What the kernel returns where codes do not ascend. */
export const NO_ORDER = -2;

interface DensePlaces {
  readonly state: number;
  readonly chunk: number;
  readonly coded: number;
  readonly counts: number;
  readonly bytes: number;
}

function placesFor(range: number): DensePlaces {
  const layout = new Layout();
  const places = {
    state: layout.take(STATE),
    chunk: layout.take(8 * CHUNK),
    coded: layout.take(4 * CHUNK),
    counts: layout.take(4 * range),
  };
  return { ...places, bytes: layout.bytes };
}

/** Codes as distances from the lowest number, and how often each occurs in the memory of the kernels. */
interface Distances {
  readonly codes: Int32Array;
  readonly low: number;
  readonly range: number;
  readonly missing: number;
  readonly sorted: boolean;
}

/** Levels of whole numbers of which the facts are known. */
export function denseCodes(values: Float64Array, { low, high, missing }: Facts): Factor | null {
  const range = high - low + 1;
  const places = placesFor(range);
  const workspace = passing.take(places.bytes, null);
  if (workspace === null) return null;
  workspace.zero(places.counts, 4 * range);
  const codes = new Int32Array(values.length);
  let last = -1;
  eachChunk(workspace, values, places.chunk, (n, from) => {
    last = codeChunk(workspace, places, { n, low, last, gaps: missing > 0 });
    codes.set(workspace.ints(places.coded, n), from);
  });
  const sorted = last !== NO_ORDER && missing === 0;
  return levelsOf(workspace, places, { codes, low, range, missing, sorted });
}

/**
 * The same in one visit, for columns whose lowest number is among the first, such as ids in order and years: they are looked through and coded chunk
 * by chunk. Null as soon as that turns out wrong.
 */
export function codesAtOnce(values: Float64Array): Factor | null {
  const places = placesFor(widestOf(values.length));
  if (places.bytes > KEPT_BYTES) return null;
  const workspace = passing.take(places.bytes, null)!;
  const { state, chunk, coded, counts } = places;
  const codes = new Int32Array(values.length);
  beginFacts(workspace, state, values[0]!);
  let facts = readFacts(workspace, state);
  let low = Number.NaN;
  let range = 0;
  let last = -1;
  for (let from = 0; from < values.length; from += CHUNK) {
    const n = Math.min(CHUNK, values.length - from);
    workspace.doubles(chunk, n).set(values.subarray(from, from + n));
    workspace.run.facts(chunk, n, state);
    facts = readFacts(workspace, state);
    if (from === 0) low = facts.low;
    if (!isDense(facts, values.length) || facts.low < low) return null;
    const wider = facts.high - low + 1;
    workspace.zero(counts + 4 * range, 4 * (wider - range));
    range = wider;
    last = codeChunk(workspace, places, { n, low, last, gaps: facts.missing > 0 });
    codes.set(workspace.ints(coded, n), from);
  }
  rememberFacts(values, facts);
  const { missing } = facts;
  const sorted = last !== NO_ORDER && missing === 0;
  return levelsOf(workspace, places, { codes, low, range, missing, sorted });
}

/** Codes the numbers of a chunk and counts them; the code at its end. */
function codeChunk(
  { run }: Workspace,
  { chunk, coded, counts }: DensePlaces,
  { n, low, last, gaps }: { n: number; low: number; last: number; gaps: boolean },
): number {
  run.distances(chunk, n, low, gaps ? 1 : 0, coded);
  return run.countCodes(coded, n, counts, last);
}

/** Levels from distances, some of which may not occur. */
function levelsOf(
  workspace: Workspace,
  { coded, counts }: DensePlaces,
  { codes, low, range, missing, sorted }: Distances,
): Factor {
  const found = workspace.ints(counts, range);
  let size = 0;
  for (let at = 0; at < range; at++) if (found[at]! > 0) size += 1;
  if (size === range) {
    rememberCounts(codes, { counts: found.slice(), missing, sorted });
    return labelled(codes, size, level => low + level);
  }
  const kept = new Int32Array(size);
  const own = new Int32Array(size);
  for (let at = 0, level = 0; at < range; at++) {
    if (found[at] === 0) continue;
    kept[level] = at;
    own[level] = found[at]!;
    found[at] = level++;
  }
  eachChunk(workspace, codes, coded, (n, from) => {
    workspace.run.mapCodes(coded, n, counts);
    codes.set(workspace.ints(coded, n), from);
  });
  rememberCounts(codes, { counts: own, missing, sorted });
  return labelled(codes, size, level => low + kept[level]!);
}

export const labelled = (codes: Int32Array, size: number, value: (level: number) => number): Factor => ({
  codes,
  size,
  label: level => String(value(level)),
  value,
});
