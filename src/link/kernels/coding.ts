import { loadKernels } from "../../stats/kernels/load.ts";
import type { ComparisonType } from "../compare/comparisons.ts";
import { bytesOf, float64s, int32s, uint32s } from "../memory.ts";
import { LONGEST } from "../table/build-values.ts";
import { FOLDED, prepare, WORD_BREAK } from "../table/prepare.ts";
import { type ColumnSource, columnStart } from "../table/segments.ts";
import type { SharedValues } from "../table/values.ts";
import type { Numbers } from "./arena.ts";
import { MOST_BYTES } from "./arena.ts";
import { type Kernels, wasm } from "./wasm.ts";

/** What a kernel is told of a type: whether spaces stay, whether it is a date, whether its words are numbered. */
const KINDS: Readonly<Partial<Record<ComparisonType, number>>> = { name: 5, code: 0, category: 1, date: 3 };

/** A coded column: the code of each row, the values, and the share of the filled rows that have each. */
export interface CodedCells {
  readonly codes: Int32Array;
  readonly values: SharedValues;
  readonly frequency: Float64Array;
  readonly filled: number;
}

/** Places in the memory: a page that is left free, the table of folded characters, the numbers of a result. */
const FOLD = 65_536;
const RESULT = FOLD + 128;
const HEAP = RESULT + 128;

interface Coder {
  readonly run: Kernels;
  readonly memory: WebAssembly.Memory;
}

let coder: Coder | null | undefined;

/** The kernels of this thread, with a memory of their own that is used for one column after the other. */
function coderOfThread(): Coder | null {
  if (coder !== undefined) return coder;
  try {
    coder = loadKernels<Kernels>(wasm, { bytes: 1 << 20, shared: typeof SharedArrayBuffer !== "undefined" });
    new Uint8Array(coder.memory.buffer, FOLD, 128).set(FOLDED);
  } catch {
    coder = null;
  }
  return coder;
}

/** Gives the memory of this thread back; the next column that is coded gets another. */
export function endCoding(): void {
  coder = undefined;
}

/** Bytes of memory for each row, each byte of its cells, and its slots at most. */
const PER_ROW = 140;
const PER_BYTE = 20;

/** Codes a column from its bytes; null for a type that has no kernel, or a column that is too large for one. */
export function codeInKernels(source: ColumnSource, type: ComparisonType): CodedCells | null {
  const kind = KINDS[type];
  const bytes = source.segments.reduce((sum, segment) => sum + columnBytes(segment, source.place), 0);
  if (kind === undefined || bytes * PER_BYTE + source.rows * PER_ROW > MOST_BYTES / 2) return null;
  const found = coderOfThread();
  if (!found) return null;
  const { run } = found;
  run.startHeap(HEAP);
  run.startColumn(kind, source.rows, bytes, FOLD);
  const codes = run.allocate(4 * source.rows) >>> 0;
  return codeSegments(found, source, { type, codes })
    ? resultOf(found, { type, codes, rows: source.rows })
    : null;
}

const columnBytes = (segment: ColumnSource["segments"][number], place: number): number =>
  segment.ends[(place + 1) * segment.rows - 1]! - columnStart(segment, place);

function codeSegments(
  coder: Coder,
  { segments, place }: ColumnSource,
  { type, codes }: { type: ComparisonType; codes: number },
): boolean {
  const { run, memory } = coder;
  const most = segments.reduce((sum, { rows }) => Math.max(sum, rows), 0);
  const ends = run.allocate(4 * most) >>> 0;
  let first = 0;
  for (const segment of segments) {
    const { rows, bytes } = segment;
    const from = columnStart(segment, place);
    const to = segment.ends[(place + 1) * rows - 1]!;
    // Cells that were seen before are compared with where they first stood, so that the bytes stay.
    const base = (run.allocate(to - from + 8) >>> 0) - from;
    new Uint8Array(memory.buffer, base + from, to - from).set(bytes.subarray(from, to));
    new Int32Array(memory.buffer, ends, rows).set(segment.ends.subarray(place * rows, (place + 1) * rows));
    for (let row = 0; ; ) {
      row = run.codeCells(row, rows, base, from, ends, codes + 4 * first);
      if (row === rows) break;
      if (row < 0) return false;
      const start = row === 0 ? from : segment.ends[place * rows + row - 1]!;
      const code = codePrepared(coder, bytes.subarray(start, segment.ends[place * rows + row]!), type);
      if (code === null) return false;
      run.resolve(code);
    }
    first += rows;
  }
  return true;
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

/** Code of a cell that plain code prepares, -1 where it is missing; null where it does not fit. */
function codePrepared({ run, memory }: Coder, cell: Uint8Array, type: ComparisonType): number | null {
  const value = prepare(decoder.decode(cell.slice()), type);
  if (value === null) return -1;
  const text = encoder.encode(value.text);
  if (!run.hasRoom(text.length)) return null;
  new Uint8Array(memory.buffer, run.textAt() >>> 0, text.length).set(text);
  const kept = (value.text.length > LONGEST ? value.text.slice(0, LONGEST) : value.text).toWellFormed();
  const points = Uint32Array.from(kept, letter => letter.codePointAt(0)!);
  new Uint32Array(memory.buffer, run.pointsAt() >>> 0, points.length).set(points);
  return run.addValue(text.length, points.length, ...value.date);
}

/** Copies what was coded to arrays that other threads read. */
function resultOf(
  { run, memory }: Coder,
  { type, codes, rows }: { type: ComparisonType; codes: number; rows: number },
): CodedCells {
  run.columnResult(RESULT);
  const numbers = new Uint32Array(memory.buffer, RESULT, 15);
  const [count, points, words, wordCount, bytes, ...places] = numbers as unknown as number[];
  const [store, textStarts, records, starts, pointsAt, wordsAt, wordStarts, initials, isInitial, dates] =
    places;
  const share = run.allocate(8 * count!) >>> 0;
  const filled = run.frequencies(codes, rows, share);
  const copied = <T extends Numbers>(array: T, at: number): T => {
    const from = new Uint8Array(memory.buffer, at, array.byteLength);
    new Uint8Array(array.buffer).set(from);
    return array;
  };
  const named = WORD_BREAK[type] !== undefined;
  return {
    codes: copied(int32s(rows), codes),
    frequency: copied(float64s(count!), share),
    filled: filled / Math.max(1, rows),
    values: {
      count: count!,
      cells: { bytes: copied(bytesOf(bytes!), store!), starts: copied(float64s(count! + 1), textStarts!) },
      records: copied(int32s(8 * count!), records!),
      starts: copied(int32s(count! + 1), starts!),
      points: copied(uint32s(points!), pointsAt!),
      words: copied(int32s(words!), wordsAt!),
      wordStarts: copied(int32s(named ? count! + 1 : 1), wordStarts!),
      initials: copied(uint32s(wordCount!), initials!),
      isInitial: copied(bytesOf(wordCount!), isInitial!),
      numbers: float64s(0),
      dates: copied(int32s(type === "date" ? 3 * count! : 0), dates!),
    },
  };
}
