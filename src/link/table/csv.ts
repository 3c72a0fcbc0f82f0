import { kernelRowReader } from "../kernels/csv.ts";
import { type Column, columnOf } from "./columns.ts";
import { type Segment, segmentWriter } from "./segments.ts";

/** A CSV read into columns, or where and why it could not be. */
export type CodedCsv =
  | { readonly header: readonly string[]; readonly rows: number; readonly columns: readonly Column[] }
  | CsvFault;

export interface CsvFault {
  readonly line: number;
  readonly message: string;
}

const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;

/** Reads CSV (RFC 4180) straight into columns, piece by piece. */
export interface CsvCoder {
  /** Takes the next bytes; false once something was wrong, after which nothing more is read. */
  readonly push: (bytes: Uint8Array) => boolean;
  readonly end: () => CodedCsv;
}

/** Bytes that one row may have; in a longer one a quote is not closed, and looking for its end would go on for ever. */
const LONGEST_ROW = 1 << 24;

/** Reads the rows of pieces of bytes into segments. Empty lines are skipped; every row needs as many cells as the header. */
export interface RowReader {
  /** Takes the next bytes, the last of them or not. Once something was wrong nothing more is read. */
  readonly take: (bytes: Uint8Array, last: boolean) => void;
  /** Bytes of a row that is not whole yet. */
  readonly waiting: () => number;
  /** Line of the file that is read next. */
  readonly line: () => number;
  readonly fault: () => CsvFault | null;
  readonly header: () => readonly string[] | null;
  readonly segments: readonly Segment[];
}

/** `plain`: without kernels, to the same end. */
export function csvCoder(delimiter: string, { plain = false }: { plain?: boolean } = {}): CsvCoder {
  const point = delimiter.charCodeAt(0);
  const rows = (plain ? null : kernelRowReader(point, LONGEST_ROW)) ?? plainRowReader(point);
  let first = true;
  let refused: CsvFault | null = null;
  const fault = () => refused ?? rows.fault();
  return {
    push: bytes => {
      rows.take(first ? withoutMark(bytes) : bytes, false);
      first = false;
      if (rows.waiting() > LONGEST_ROW) refused ??= { line: rows.line(), message: "a quote is not closed" };
      return fault() === null;
    },
    end: () => {
      if (fault() === null) rows.take(new Uint8Array(0), true);
      return fault() ?? codedFrom(rows);
    },
  };
}

function codedFrom(reader: RowReader): CodedCsv {
  const { segments } = reader;
  const header = reader.header() ?? [];
  const rows = segments.reduce((sum, segment) => sum + segment.rows, 0);
  return { header, rows, columns: header.map((_, place) => columnOf({ segments, place, rows })) };
}

/** Bytes from which on starting kernels pays. */
const LARGE = 1 << 16;

/** As `csvCoder`, for a text that is there whole. Lone surrogates become U+FFFD. */
export function readCodedCsv(
  csv: string | Uint8Array,
  delimiter: string,
  { plain = csv.length < LARGE }: { plain?: boolean } = {},
): CodedCsv {
  const coder = csvCoder(delimiter, { plain });
  coder.push(typeof csv === "string" ? new TextEncoder().encode(csv) : csv);
  return coder.end();
}

const withoutMark = (bytes: Uint8Array) =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function plainRowReader(delimiter: number): RowReader {
  let rest = new Uint8Array(0);
  const segments: Segment[] = [];
  const cells = segmentWriter(segment => segments.push(segment));
  let header: readonly string[] | null = null;
  let line = 1;
  let fault: CsvFault | null = null;

  const keepRow = () => {
    if (header === null) header = cells.takeHeader();
    else if (cells.width() === header.length) cells.keepRow();
    else fault = { line, message: `the row has ${cells.width()} cells, the header ${header.length}` };
  };

  /** Reads the rows that are whole in `bytes` (all of them if these are the last) and returns where the rest begins. */
  const takeRows = (bytes: Uint8Array, last: boolean): number => {
    cells.makeRoom(bytes.length);
    let at = 0;
    while (fault === null) {
      while (bytes[at] === NEWLINE || bytes[at] === RETURN) {
        if (bytes[at] === NEWLINE || (bytes[at + 1] !== NEWLINE && at + 1 < bytes.length)) line++;
        at++;
      }
      if (at >= bytes.length) break;
      const next = rowEnd(bytes, at, last);
      if (next === "open") fault = { line, message: "a quote is not closed" };
      if (typeof next !== "number") {
        cells.dropRow();
        break;
      }
      keepRow();
      line += lines;
      at = next;
    }
    return at;
  };

  /** Line breaks of the row that was read last. */
  let lines = 0;

  /** Reads one row and returns where the next begins; `open` for a quote that never closes; `partial` where more bytes are needed. */
  const rowEnd = (bytes: Uint8Array, start: number, last: boolean): number | "open" | "partial" => {
    lines = 0;
    for (let at = start; ; at++) {
      at = bytes[at] === QUOTE ? quoted(bytes, at + 1) : cells.copyUntil(bytes, at, delimiter);
      if (at < 0) return last ? "open" : "partial";
      cells.endCell();
      if (at >= bytes.length) return last ? at : "partial";
      if (bytes[at] === delimiter) continue;
      // A carriage return at the very end may have its newline in the next piece.
      if (bytes[at] === RETURN && at + 1 >= bytes.length && !last) return "partial";
      if (bytes[at] === RETURN && bytes[at + 1] === NEWLINE) at++;
      lines++;
      return at + 1;
    }
  };

  /** Copies a cell after its opening quote, doubled quotes made single; what follows the closing quote belongs to the cell. -1 if none closes. */
  const quoted = (bytes: Uint8Array, start: number): number => {
    for (let at = start; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === NEWLINE) lines++;
      if (byte === QUOTE && bytes[++at] !== QUOTE) return cells.copyUntil(bytes, at, delimiter);
      cells.copy(byte);
    }
    return -1;
  };

  return {
    take: (bytes, last) => {
      const piece = joined(rest, bytes);
      rest = piece.slice(takeRows(piece, last));
      if (last) cells.endSegment();
    },
    waiting: () => rest.length,
    line: () => line,
    fault: () => fault,
    header: () => header,
    segments,
  };
}
