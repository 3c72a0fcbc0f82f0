import { Layout, passing, type Workspace } from "../kernels/workspace.ts";
import type { Random } from "../random.ts";
import type { Influence } from "./influence.ts";

/** Units whose signs make one byte of a draw. */
const BLOCK = 8;
/** Blocks of which signs are drawn at a time. */
const BLOCKS = 128;
/** Blocks that the kernel takes together. */
const TOGETHER = 4;

/** Places in the memory of the kernels. */
interface SignPlaces {
  readonly values: number;
  readonly signs: number;
  readonly tables: number;
  /** For every two influences a pair of sums a draw. */
  readonly sums: readonly number[];
  readonly bytes: number;
}

function placesFor(pairs: number, draws: number): SignPlaces {
  const layout = new Layout();
  const places = {
    values: layout.take(16 * BLOCK * BLOCKS),
    signs: layout.take(BLOCKS * draws),
    tables: layout.take(TOGETHER * 16 * 2 ** BLOCK),
    sums: Array.from({ length: pairs }, () => layout.take(16 * draws)),
  };
  return { ...places, bytes: layout.bytes };
}

/**
 * Sums of each influence under random signs of the units, one a draw. The signs of eight units are a byte, and the 256 sums that they can
 * have are worked out once for all draws ("four Russians"; Arlazarov, Dinic, Kronrod and Faradzev 1970). The units of a cohort are visited for
 * the influences that they have.
 */
export function signedSums(influences: readonly Influence[], draws: number, random: Random): Float64Array[] {
  const places = placesFor(Math.ceil(influences.length / 2), draws);
  const workspace = passing.take(places.bytes, null)!;
  const sums = influences.map(() => new Float64Array(draws));
  for (const cohort of influences[0]!.keys()) {
    const present = [...influences.keys()].filter(j => influences[j]![cohort] !== null);
    const lists = present.map(j => influences[j]![cohort]!);
    sumCohort(lists, { draws, random, workspace, places });
    for (const [i, j] of present.entries()) {
      const both = workspace.doubles(places.sums[i >> 1]!, 2 * draws);
      const own = sums[j]!;
      for (let draw = 0; draw < draws; draw++) own[draw]! += both[2 * draw + (i & 1)]!;
    }
  }
  return sums;
}

interface Drawing {
  readonly draws: number;
  readonly random: Random;
  readonly workspace: Workspace;
  readonly places: SignPlaces;
}

/** Writes the sums of lists over the units of one cohort, two lists a pair. */
function sumCohort(lists: readonly Float64Array[], { draws, random, workspace, places }: Drawing): void {
  const pairs = Math.ceil(lists.length / 2);
  for (let p = 0; p < pairs; p++) workspace.zero(places.sums[p]!, 16 * draws);
  const size = lists[0]?.length ?? 0;
  for (let from = 0; from < size; from += BLOCK * BLOCKS) {
    const to = Math.min(size, from + BLOCK * BLOCKS);
    const blocks = Math.ceil((to - from) / BLOCK);
    fillWithSigns(new Uint8Array(workspace.memory.buffer, places.signs, blocks * draws), random);
    const values = workspace.doubles(places.values, 2 * BLOCK * blocks);
    for (let p = 0; p < pairs; p++) {
      sideBySide(values, [lists[2 * p]!, lists[2 * p + 1] ?? null], { from, to });
      workspace.run.addSigned(places.values, blocks, places.signs, draws, places.tables, places.sums[p]!);
    }
  }
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

/** Numbers of two lists side by side; 0 for units that a last block lacks. */
function sideBySide(
  values: Float64Array,
  [a, b]: readonly [Float64Array, Float64Array | null],
  { from, to }: { from: number; to: number },
): void {
  values.fill(0, 2 * (to - from));
  for (let unit = from; unit < to; unit++) {
    values[2 * (unit - from)] = a[unit]!;
    values[2 * (unit - from) + 1] = b === null ? 0 : b[unit]!;
  }
}
