import { bytesOf, cut, grown, int32s } from "../memory.ts";
import { type Cells, decodeCells } from "./cells.ts";
import { type Dictionary, dictionary, hashOf } from "./dictionary.ts";

/**
 * Rows of a table as bytes, column by column: the cells of the first column one after the other, nothing in between, then those of the second; and the
 * end of each cell, in the same order.
 */
export interface Segment {
  readonly rows: number;
  readonly bytes: Uint8Array;
  readonly ends: Int32Array;
}

/** The cells of one column in the segments of a table. */
export interface ColumnSource {
  readonly segments: readonly Segment[];
  /** The place of the column among the cells of a row. */
  readonly place: number;
  readonly rows: number;
}

/** Bytes of a segment, about. */
const SEGMENT = 1 << 24;

const NEWLINE = 10;
const RETURN = 13;

/** Writes cells into segments. */
export function segmentWriter(finished: (segment: Segment) => void) {
  let bytes = bytesOf(0);
  let ends = int32s(1024);
  let rows = 0;
  /** Ends of the bytes and the cells of the rows kept, and of those of the row that is being read. */
  let keptBytes = 0;
  let keptCells = 0;
  let end = 0;
  let cells = 0;

  const dropRow = () => {
    end = keptBytes;
    cells = keptCells;
  };
  const endSegment = () => {
    if (rows > 0)
      finished(byColumn({ rows, bytes: cut(bytes, keptBytes), ends: ends.subarray(0, keptCells) }));
    rows = 0;
    keptBytes = 0;
    keptCells = 0;
    dropRow();
  };
  return {
    endSegment,
    dropRow,
    /** Makes room for so many bytes. To be called between two rows. */
    makeRoom: (length: number) => {
      if (keptBytes + length <= bytes.length) return;
      if (keptBytes + length > SEGMENT) endSegment();
      const needed = keptBytes + length;
      if (needed > bytes.length) bytes = grown(bytes, Math.max(needed, Math.min(SEGMENT, 2 * bytes.length)));
    },
    /** Copies bytes up to the end of a cell that is not quoted, and returns it. */
    copyUntil: (from: Uint8Array, start: number, delimiter: number): number => {
      const { length } = from;
      let at = start;
      for (; at < length; at++) {
        const byte = from[at]!;
        if (byte === delimiter || byte === NEWLINE || byte === RETURN) break;
        bytes[end++] = byte;
      }
      return at;
    },
    copy: (byte: number) => {
      bytes[end++] = byte;
    },
    endCell: () => {
      if (cells === ends.length) ends = grown(ends, 2 * ends.length);
      ends[cells++] = end;
    },
    /** Cells of the row that is being read. */
    width: () => cells - keptCells,
    keepRow: () => {
      rows++;
      keptBytes = end;
      keptCells = cells;
    },
    /** The cells of the row that is being read as strings; the row is not kept. */
    takeHeader: (): string[] => {
      const starts = Float64Array.from([keptBytes, ...ends.subarray(keptCells, cells)]);
      const header = decodeCells({ bytes, starts });
      dropRow();
      return header;
    },
  };
}

/** A segment whose cells stand row by row, column by column. */
function byColumn({ rows, bytes, ends }: Segment): Segment {
  const width = ends.length / rows;
  const turned = { rows, bytes: bytesOf(bytes.length), ends: int32s(ends.length) };
  let end = 0;
  let cell = 0;
  for (let place = 0; place < width; place++)
    for (let from = place; from < ends.length; from += width) {
      for (let at = from === 0 ? 0 : ends[from - 1]!; at < ends[from]!; at++)
        turned.bytes[end++] = bytes[at]!;
      turned.ends[cell++] = end;
    }
  return turned;
}

/** First byte of the cells of a column in a segment. */
export const columnStart = ({ rows, ends }: Segment, place: number): number =>
  place === 0 ? 0 : ends[place * rows - 1]!;

/** Calls `visit` for every cell of a column, row by row. */
export function forEachCell(
  { segments, place }: ColumnSource,
  visit: (bytes: Uint8Array, from: number, to: number, row: number) => void,
): void {
  let row = 0;
  for (const segment of segments) {
    const { bytes, ends, rows } = segment;
    let from = columnStart(segment, place);
    for (let cell = place * rows; cell < (place + 1) * rows; cell++) {
      const to = ends[cell]!;
      visit(bytes, from, to, row++);
      from = to;
    }
  }
}

/** Reads single cells of a column, quickest where rows are read in their order. */
export function sourceReader({ segments, place }: ColumnSource): (row: number) => string {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let current = 0;
  let first = 0;
  return row => {
    while (row < first) first -= segments[--current]!.rows;
    while (row >= first + segments[current]!.rows) first += segments[current++]!.rows;
    const { bytes, ends, rows } = segments[current]!;
    const cell = place * rows + row - first;
    return decoder.decode(bytes.slice(cell === 0 ? 0 : ends[cell - 1], ends[cell]));
  };
}

/** Codes the distinct cells of a column in the order of their first row. */
export function codeCells(source: ColumnSource): { codes: Int32Array; cells: Cells } {
  const codes = int32s(source.rows);
  const known: Dictionary = dictionary();
  forEachCell(source, (bytes, from, to, row) => {
    codes[row] = known.codeOf(bytes, from, to, hashOf(bytes, from, to));
  });
  return { codes, cells: known.cells() };
}
