import { type Column, columnOfCells } from "./columns.ts";
import { type Dictionary, dictionary, hashOf } from "./dictionary.ts";
import { cut, grown, int32s } from "./memory.ts";

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

/** Reads CSV (RFC 4180) straight into coded columns, piece by piece. */
export interface CsvCoder {
  /** Takes the next bytes; false once something was wrong, after which nothing more is read. */
  readonly push: (bytes: Uint8Array) => boolean;
  readonly end: () => CodedCsv;
}

/** Bytes that one row may have; in a longer one a quote is not closed, and looking for its end would go on for ever. */
const LONGEST_ROW = 1 << 24;

/** Empty lines are skipped; every row needs as many cells as the header. */
export function csvCoder(delimiter: string): CsvCoder {
  const rows = rowCoder(delimiter.charCodeAt(0));
  let rest = new Uint8Array(0);
  let first = true;
  return {
    push: bytes => {
      const piece = joined(rest, first ? withoutMark(bytes) : bytes);
      first = false;
      rest = piece.slice(rows.take(piece, false));
      if (rest.length > LONGEST_ROW) rows.refuse("a quote is not closed");
      return rows.fault() === null;
    },
    end: () => {
      rows.take(rest, true);
      return rows.fault() ?? rows.result();
    },
  };
}

/** As `csvCoder`, for a text that is there whole. Lone surrogates become U+FFFD. */
export function readCodedCsv(csv: string | Uint8Array, delimiter: string): CodedCsv {
  const coder = csvCoder(delimiter);
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

/** Codes the rows of pieces of bytes. */
function rowCoder(delimiter: number) {
  const cells = cellReader(delimiter);
  let header: string[] | null = null;
  let dictionaries: Dictionary[] = [];
  let codes: Int32Array[] = [];
  let count = 0;
  let line = 1;
  let fault: CsvFault | null = null;

  const keepHeader = (width: number) => {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    header = Array.from({ length: width }, (_, at) => decoder.decode(cells.at(at)));
    dictionaries = header.map(() => dictionary());
    codes = header.map(() => int32s(1024));
  };
  const keepRow = (width: number) => {
    if (width !== dictionaries.length) {
      fault = { line, message: `the row has ${width} cells, the header ${dictionaries.length}` };
      return;
    }
    if (count === codes[0]!.length) codes = codes.map(one => grown(one, 2 * one.length));
    for (let at = 0; at < width; at++) codes[at]![count] = cells.codeIn(dictionaries[at]!, at);
    count++;
  };

  /** Codes the rows that are whole in `bytes` (all of them if these are the last) and returns where the rest begins. */
  const take = (bytes: Uint8Array, last: boolean): number => {
    let at = 0;
    while (fault === null) {
      while (bytes[at] === NEWLINE || bytes[at] === RETURN) {
        if (bytes[at] === NEWLINE || (bytes[at + 1] !== NEWLINE && at + 1 < bytes.length)) line++;
        at++;
      }
      if (at >= bytes.length) break;
      const next = cells.row(bytes, at, last);
      if (next === "open") fault = { line, message: "a quote is not closed" };
      if (typeof next !== "number") break;
      if (header === null) keepHeader(cells.width());
      else keepRow(cells.width());
      line += cells.lines();
      at = next;
    }
    return at;
  };
  return {
    take,
    fault: () => fault,
    refuse: (message: string) => {
      fault ??= { line, message };
    },
    result: (): CodedCsv => ({
      header: header ?? [],
      rows: count,
      columns: dictionaries.map((one, at) => columnOfCells(cut(codes[at]!, count), one.cells())),
    }),
  };
}

/** Finds the cells of one row: where each begins and ends, in the bytes given or, where quotes had to be taken out, in bytes of its own. */
function cellReader(delimiter: number) {
  let bytes: Uint8Array = new Uint8Array(0);
  let from: Int32Array = new Int32Array(16);
  let to: Int32Array = new Int32Array(16);
  /** Cells whose quotes were taken out, by their place in the row. */
  const rewritten = new Map<number, Uint8Array>();
  let width = 0;
  let lines = 0;

  const plainEnd = (start: number) => {
    let at = start;
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === delimiter || byte === NEWLINE || byte === RETURN) break;
    }
    return at;
  };
  /** Keeps a cell that begins with a quote and returns its end, or -1 if the quote does not close. */
  const quoted = (start: number): number => {
    let close = start + 1;
    let doubled = false;
    for (; ; close++) {
      if (close >= bytes.length) return -1;
      const byte = bytes[close]!;
      if (byte === NEWLINE) lines++;
      if (byte !== QUOTE) continue;
      if (bytes[close + 1] !== QUOTE) break;
      doubled = true;
      close++;
    }
    const end = plainEnd(close + 1);
    // What follows the closing quote belongs to the cell.
    if (doubled || end > close + 1) rewritten.set(width, unquoted(bytes, { start, close, end }));
    keep(start + 1, close);
    return end;
  };
  const plain = (start: number): number => {
    const end = plainEnd(start);
    keep(start, end);
    return end;
  };
  const keep = (start: number, end: number) => {
    if (width === from.length) {
      from = grown(from, 2 * from.length);
      to = grown(to, 2 * to.length);
    }
    from[width] = start;
    to[width++] = end;
  };

  /** Where the next row begins; `open` for a quote that never closes; `partial` where more bytes are needed. */
  const row = (source: Uint8Array, start: number, last: boolean): number | "open" | "partial" => {
    bytes = source;
    width = 0;
    lines = 0;
    if (rewritten.size > 0) rewritten.clear();
    for (let at = start; ; at++) {
      const end = bytes[at] === QUOTE ? quoted(at) : plain(at);
      if (end < 0) return last ? "open" : "partial";
      if (end >= bytes.length) return last ? end : "partial";
      at = end;
      if (bytes[at] === delimiter) continue;
      // A carriage return at the very end may have its newline in the next piece.
      if (bytes[at] === RETURN && at + 1 >= bytes.length && !last) return "partial";
      if (bytes[at] === RETURN && bytes[at + 1] === NEWLINE) at++;
      lines++;
      return at + 1;
    }
  };
  const at = (place: number) => rewritten.get(place) ?? bytes.subarray(from[place]!, to[place]!);
  const codeIn = (known: Dictionary, place: number) => {
    const own = rewritten.size > 0 ? rewritten.get(place) : undefined;
    if (own) return known.codeOf(own, 0, own.length, hashOf(own, 0, own.length));
    const start = from[place]!;
    const end = to[place]!;
    return known.codeOf(bytes, start, end, hashOf(bytes, start, end));
  };
  return { row, at, codeIn, width: () => width, lines: () => lines };
}

/** What stands between two quotes, and after the second up to `end`, with doubled quotes made single. */
function unquoted(
  bytes: Uint8Array,
  { start, close, end }: { start: number; close: number; end: number },
): Uint8Array {
  const cell = new Uint8Array(end - start);
  let length = 0;
  for (let at = start + 1; at < close; at++) {
    cell[length++] = bytes[at]!;
    if (bytes[at] === QUOTE) at++;
  }
  for (let at = close + 1; at < end; at++) cell[length++] = bytes[at]!;
  return cell.subarray(0, length);
}
