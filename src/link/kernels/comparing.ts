import { bindKernels, type Loaded, loadKernels } from "../../stats/kernels/load.ts";
import type { Weights } from "../compare/batch.ts";
import type { SharedField } from "../compare/compare.ts";
import { COMPARISONS, type ComparisonType } from "../compare/comparisons.ts";
import { MOST_BYTES, put, startArena, take } from "./arena.ts";
import { type Kernels, wasm } from "./wasm.ts";

/** Types that kernels compare, by their number there; the others are compared by plain code. */
const KINDS: Readonly<Partial<Record<ComparisonType, number>>> = {
  name: 1,
  date: 2,
  code: 3,
  category: 4,
  number: 5,
  set: 6,
  text: 7,
};

/** Numbers of four bytes that describe a field to the kernels. */
const FIELD = 16;

/** What all threads share of the kernels that compare: a memory, and where in it the fields and the codes of the rows stand. */
export interface SharedKernels {
  readonly memory: WebAssembly.Memory;
  readonly fields: number;
  readonly codes: number;
}

/** Bytes that are left for the threads' own places and for weights. */
const RESERVE = 1 << 28;

/** Copies what is compared into a memory of kernels; null where it does not fit, or where there are no kernels. */
export function shareKernels(fields: readonly SharedField[], rows: number): SharedKernels | null {
  const bytes = 4 * rows * (fields.length + 1) + fields.reduce((sum, field) => sum + bytesOf(field), 0);
  if (bytes + RESERVE > MOST_BYTES) return null;
  try {
    const loaded = loadKernels<Kernels>(wasm, {
      bytes: bytes + (1 << 20),
      shared: typeof SharedArrayBuffer !== "undefined",
    });
    const { memory } = loaded;
    startArena(memory);
    const described = fields.map(field => describe(loaded, field));
    const at = take(memory, 4 * FIELD * fields.length);
    new Uint32Array(memory.buffer, at, FIELD * fields.length).set(described.flat());
    return { memory, fields: at, codes: putCodes(loaded, fields, rows) };
  } catch {
    // A page may forbid WebAssembly, and a machine so much memory in one piece.
    return null;
  }
}

/** The codes of all fields, row by row. */
function putCodes({ run, memory }: Loaded<Kernels>, fields: readonly SharedField[], rows: number): number {
  const codes = take(memory, 4 * rows * fields.length);
  const own = take(memory, 4 * rows);
  for (const [field, { column }] of fields.entries()) {
    new Int32Array(memory.buffer, own, rows).set(column.codes);
    run.spread(own, rows, codes, fields.length, field);
  }
  return codes;
}

/** The codes as other code reads them; null where the memory may be replaced by a larger one, and with it the view. */
export function sharedCodes({ memory, codes }: SharedKernels, length: number): Int32Array | null {
  const { buffer } = memory;
  const stays = typeof SharedArrayBuffer !== "undefined" && buffer instanceof SharedArrayBuffer;
  return stays ? new Int32Array(buffer, codes, length) : null;
}

function bytesOf({ column: { values, frequency }, other }: SharedField): number {
  const { records, points, words, wordStarts, initials, isInitial, numbers, dates } = values;
  const arrays = [records, points, words, wordStarts, initials, isInitial, numbers, dates, frequency];
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, other?.there.byteLength ?? 0);
}

/** The entries of a field in the order that `levels.as.ts` reads them in. */
function describe(
  { run, memory }: Loaded<Kernels>,
  { column: { type, values }, other }: SharedField,
): number[] {
  const { records, points, words, wordStarts, initials, isInitial, numbers, dates } = values;
  const arrays = [records, points, words, wordStarts, initials, isInitial, dates, numbers];
  const kind = KINDS[type] ?? 0;
  const places = arrays.map(array => (kind === 0 ? 0 : put(memory, array)));
  if (kind !== 0) run.packRecords(places[0]!, places[1]!, values.count);
  const there = other === null ? 0 : put(memory, other.there);
  const highest = COMPARISONS[type].levels.length - 1;
  return [kind, highest, ...places, other === null ? -1 : other.field, there, 0, 0, 0, 0];
}

/** The places of a batch of pairs. */
export interface Batch {
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** The highest weight that each pair can still reach, and its weight. */
  readonly reach: Float64Array;
  readonly into: Float64Array;
  /** Level of each pair, field by field. */
  readonly levels: Int8Array;
}

/** The kernels as one thread uses them: with places of its own. */
export interface BoundKernels {
  readonly run: Kernels;
  readonly memory: WebAssembly.Memory;
  readonly batch: () => Batch;
  /** Levels of one pair in all fields. */
  readonly levelsOf: (a: number, b: number, into: Int8Array) => void;
  /** Where the levels of the batch stand. */
  readonly levelsAt: number;
  /** A place of this thread for so many bytes; the next call for the same name may give the same one. */
  readonly room: (bytes: number, name: string) => number;
  /** Fields that plain code must compare. */
  readonly plain: readonly number[];
}

/** Pairs that are compared together: few enough that their levels stay in the processor's cache. */
export const BATCH = 4096;

export function bindComparing(
  { memory, fields, codes }: SharedKernels,
  types: readonly ComparisonType[],
): BoundKernels {
  const run = bindKernels<Kernels>(wasm, memory);
  const width = types.length;
  run.setScratch(take(memory, run.scratchBytes()));
  run.setFields(fields, width, codes, take(memory, width * run.cacheBytes()));
  const at = take(memory, run.batchBytes(width));
  const pairAt = take(memory, width);
  run.setBatch(at);
  const viewed = () => {
    const { buffer } = memory;
    return {
      buffer,
      pair: new Int8Array(buffer, pairAt, width),
      batch: {
        a: new Int32Array(buffer, at, BATCH),
        b: new Int32Array(buffer, at + 4 * BATCH, BATCH),
        reach: new Float64Array(buffer, at + 8 * BATCH, BATCH),
        into: new Float64Array(buffer, at + 16 * BATCH, BATCH),
        levels: new Int8Array(buffer, at + 24 * BATCH, width * BATCH),
      },
    };
  };
  let views = viewed();
  // A memory that has grown may have left its old views behind.
  const now = () => {
    if (views.buffer !== memory.buffer) views = viewed();
    return views;
  };
  return {
    run,
    memory,
    room: roomIn(memory),
    levelsAt: at + 24 * BATCH,
    batch: () => now().batch,
    levelsOf: (a, b, into) => {
      run.levelsInto(a, b, pairAt);
      into.set(now().pair);
    },
    plain: types.flatMap((type, field) => (KINDS[type] === undefined ? [field] : [])),
  };
}

function roomIn(memory: WebAssembly.Memory): BoundKernels["room"] {
  const rooms = new Map<string, { at: number; size: number }>();
  return (bytes, name) => {
    const known = rooms.get(name);
    if (known && known.size >= bytes) return known.at;
    const size = known ? Math.max(bytes, 2 * known.size) : bytes;
    const at = take(memory, size);
    rooms.set(name, { at, size });
    return at;
  };
}

/** Copies weights to where kernels read them, and returns the place: of each field its levels, its values, and the most below equality. */
export function putWeights(memory: WebAssembly.Memory, { levels, equal }: Omit<Weights, "at">): number {
  const places = levels.map((own, field) => [
    put(memory, Float64Array.from(own)),
    put(memory, equal[field]!),
  ]);
  const at = take(memory, 16 * levels.length);
  const numbers = new Uint32Array(memory.buffer, at, 4 * levels.length);
  const best = new Float64Array(memory.buffer, at, 2 * levels.length);
  for (const [field, place] of places.entries()) {
    numbers.set(place, 4 * field);
    best[2 * field + 1] = bestUnequal(levels[field]!);
  }
  return at;
}

/** The most that a level below equality weighs. */
export const bestUnequal = (levels: readonly number[]): number => Math.max(...levels.slice(0, -1));
