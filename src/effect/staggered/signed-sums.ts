import { Layout, passing, type Workspace } from "../kernels/workspace.ts";
import type { Random } from "../random.ts";

/** Units whose signs make one byte of a draw. */
const BLOCK = 8;
/** Blocks of which signs are drawn at a time. */
const BLOCKS = 128;

interface SignPlaces {
  readonly values: number;
  readonly signs: number;
  readonly table: number;
  /** For every two influences a pair of sums a draw. */
  readonly sums: readonly number[];
  readonly bytes: number;
}

function placesFor(pairs: number, draws: number): SignPlaces {
  const layout = new Layout();
  const places = {
    values: layout.take(16 * BLOCK * BLOCKS),
    signs: layout.take(BLOCKS * draws),
    table: layout.take(16 * 2 ** BLOCK),
    sums: Array.from({ length: pairs }, () => layout.take(16 * draws)),
  };
  return { ...places, bytes: layout.bytes };
}

/**
 * Sums of each influence under random signs of the units, one a draw. The signs of eight units are a byte, and the 256 sums that they can
 * have are worked out once for all draws ("four Russians"; Arlazarov, Dinic, Kronrod and Faradzev 1970). Units with influence on the same
 * cells stand together, so that most blocks of a cell are empty and skipped.
 */
export function signedSums(
  influences: readonly Float64Array[],
  draws: number,
  random: Random,
): Float64Array[] {
  const order = byPattern(influences);
  const pairs = Array.from({ length: Math.ceil(influences.length / 2) }, (_, p) => [
    influences[2 * p]!,
    influences[2 * p + 1] ?? null,
  ]) as (readonly [Float64Array, Float64Array | null])[];
  const places = placesFor(pairs.length, draws);
  const workspace = passing.take(places.bytes, null)!;
  for (const sums of places.sums) workspace.zero(sums, 16 * draws);
  for (let from = 0; from < order.length; from += BLOCK * BLOCKS) {
    const units = order.subarray(from, from + BLOCK * BLOCKS);
    const blocks = Math.ceil(units.length / BLOCK);
    const signs = new Uint8Array(workspace.memory.buffer, places.signs, blocks * draws);
    fillWithSigns(signs, random);
    for (const [p, pair] of pairs.entries()) {
      gather(workspace, places.values, { units, pair, blocks });
      workspace.run.addSigned(places.values, blocks, places.signs, draws, places.table, places.sums[p]!);
    }
  }
  return influences.map((_, j) => {
    const both = workspace.doubles(places.sums[j >> 1]!, 2 * draws);
    const own = new Float64Array(draws);
    for (let draw = 0; draw < draws; draw++) own[draw] = both[2 * draw + (j & 1)]!;
    return own;
  });
}

/** Six bytes of every random number, which has 52 bits at least; what is beyond the end of the list falls away. */
function fillWithSigns(signs: Uint8Array, random: Random): void {
  for (let i = 0; i < signs.length; i += 6) {
    const upper = 2 ** 24 * random();
    const high = Math.floor(upper);
    const low = Math.floor(2 ** 24 * (upper - high));
    signs[i] = high;
    signs[i + 1] = high >> 8;
    signs[i + 2] = high >> 16;
    signs[i + 3] = low;
    signs[i + 4] = low >> 8;
    signs[i + 5] = low >> 16;
  }
}

/** The influences of some units, two side by side; 0 for units that a last block lacks. */
function gather(
  workspace: Workspace,
  at: number,
  {
    units,
    pair: [a, b],
    blocks,
  }: { units: Int32Array; pair: readonly [Float64Array, Float64Array | null]; blocks: number },
): void {
  const values = workspace.doubles(at, 2 * BLOCK * blocks);
  values.fill(0, 2 * units.length);
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    values[2 * i] = a[unit]!;
    values[2 * i + 1] = b === null ? 0 : b[unit]!;
  }
}

/** Units in an order in which those with the same cells stand together. */
function byPattern(influences: readonly Float64Array[]): Int32Array {
  const n = influences[0]!.length;
  const pattern = new Float64Array(n);
  for (const [j, influence] of influences.entries()) {
    const mark = Math.sqrt(j + 2);
    for (let unit = 0; unit < n; unit++) if (influence[unit] !== 0) pattern[unit]! += mark;
  }
  return Int32Array.from(pattern.keys()).sort((a, b) => pattern[a]! - pattern[b]! || a - b);
}
