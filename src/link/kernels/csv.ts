import { type Loaded, loadKernels } from "../../stats/kernels/load.ts";
import { bytesOf, int32s } from "../memory.ts";
import { decodeCells } from "../table/cells.ts";
import type { RowReader } from "../table/csv.ts";
import type { Segment } from "../table/segments.ts";
import { type Kernels, wasm } from "./wasm.ts";

/** A page that is left free; the bytes stand behind it. */
const INPUT = 65_536;

/** Bytes that are read at once. */
const PIECE = 1 << 20;

/** Bytes behind the last that kernels read and write over. */
const SLACK = 64;

/** A reader of rows of up to `longest` bytes in kernels; null where there are none. */
export function kernelRowReader(delimiter: number, longest: number): RowReader | null {
  let kernels: Loaded<Kernels>;
  try {
    kernels = loadKernels<Kernels>(wasm, { shared: typeof SharedArrayBuffer !== "undefined" });
  } catch {
    return null;
  }
  const { run, memory } = kernels;
  const segments: Segment[] = [];
  let header: readonly string[] | null = null;
  let waiting = 0;
  /** Bytes from which on what waits is read. */
  let due = PIECE;

  /** Makes room for so many bytes, their cells, and what they become, and says where the last two stand. */
  const room = (length: number) => {
    run.startHeap(INPUT);
    run.allocate(length + SLACK);
    return { cells: run.allocate(8 * (length + 2)) >>> 0, into: run.allocate(length + SLACK) >>> 0 };
  };

  const headerFrom = (cells: number, count: number, into: number): string[] => {
    const ends = run.allocate(4 * count) >>> 0;
    const bytes = run.byColumn(cells, 1, count, into, ends);
    return decodeCells({
      bytes: new Uint8Array(memory.buffer, into, bytes),
      starts: Float64Array.from([0, ...new Int32Array(memory.buffer, ends, count)]),
    });
  };

  const keepSegment = (cells: number, into: number, width: number) => {
    const rows = run.csvRows();
    if (rows === 0) return;
    const ends = run.allocate(4 * rows * width) >>> 0;
    const length = run.byColumn(cells, rows, width, into, ends);
    const segment = { rows, bytes: bytesOf(length), ends: int32s(rows * width) };
    segment.bytes.set(new Uint8Array(memory.buffer, into, length));
    segment.ends.set(new Int32Array(memory.buffer, ends, rows * width));
    segments.push(segment);
  };

  const readRows = (last: boolean) => {
    const end = INPUT + waiting;
    const { cells, into } = room(waiting);
    let at = INPUT;
    if (header === null) {
      at = run.parseRows(at, end, last ? 1 : 0, delimiter, -1, 1, cells) >>> 0;
      if (run.csvRows() === 1) header = headerFrom(cells, run.csvCells(), into);
    }
    if (header !== null) {
      at = run.parseRows(at, end, last ? 1 : 0, delimiter, header.length, 0x7fffffff, cells) >>> 0;
      if (run.csvFault() === 0) keepSegment(cells, into, header.length);
    }
    waiting = end - at;
    new Uint8Array(memory.buffer).copyWithin(INPUT, at, end);
    // A row that is longer is not looked through again for every piece of it.
    due = Math.max(PIECE, 2 * waiting);
  };

  /** Small pieces are read together, because every reading makes a segment. */
  const takePiece = (piece: Uint8Array) => {
    room(waiting + piece.length);
    new Uint8Array(memory.buffer).set(piece, INPUT + waiting);
    waiting += piece.length;
    if (waiting >= due) readRows(false);
  };

  return {
    segments,
    header: () => header,
    waiting: () => waiting,
    line: () => run.csvLine(),
    take: (bytes, last) => {
      const ready = () => run.csvFault() === 0 && waiting <= longest;
      for (let from = 0; from < bytes.length && ready(); from += PIECE)
        takePiece(bytes.subarray(from, from + PIECE));
      if (last && run.csvFault() === 0) readRows(true);
    },
    fault: () => {
      const kind = run.csvFault();
      if (kind === 0) return null;
      const message =
        kind === 2
          ? "a quote is not closed"
          : `the row has ${run.csvCells()} cells, the header ${header?.length}`;
      return { line: run.csvLine(), message };
    },
  };
}
