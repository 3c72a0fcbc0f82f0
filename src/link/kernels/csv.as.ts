// Finds the cells of a CSV (RFC 4180) and turns its rows into columns: `../table/csv.ts` and `../table/segments.ts` say the same in plain code. A cell is an address and a
// length, of four bytes each; the length has its highest bit set where quotes inside must be undone.

const NEWLINE: i32 = 10;
const RETURN: i32 = 13;
const QUOTE: i32 = 34;
const UNDO: i32 = 1 << 31;

let line: i32 = 1;
let rowsRead: i32 = 0;
let cellsRead: i32 = 0;
/** 1: a row has as many cells as `cellsRead` says and not as many as the header; 2: a quote is not closed. */
let fault: i32 = 0;

export function csvLine(): i32 {
  return line;
}
export function csvRows(): i32 {
  return rowsRead;
}
export function csvCells(): i32 {
  return cellsRead;
}
export function csvFault(): i32 {
  return fault;
}

@inline
function byteAt(at: usize): i32 {
  return <i32>load<u8>(at);
}

/** The end of a cell that is not quoted, or of what follows a closing quote. Up to 15 bytes behind the end are read. */
@inline
function cellEnd(at: usize, end: usize, delimiter: i32): usize {
  const delimiters = i8x16.splat(<i8>delimiter);
  while (at < end) {
    const bytes = v128.load(at);
    const ends = v128.or(
      i8x16.eq(bytes, delimiters),
      v128.or(i8x16.eq(bytes, i8x16.splat(10)), i8x16.eq(bytes, i8x16.splat(13))),
    );
    const found = i8x16.bitmask(ends);
    if (found != 0) return min(end, at + <usize>ctz(found));
    at += 16;
  }
  return end;
}

/**
 * Finds the cells of the rows that are whole between two addresses (all of them if these are the last), `most` rows at most, of `width` cells each unless it
 * is negative; returns where the rest begins.
 */
export function parseRows(at: usize, end: usize, last: bool, delimiter: i32, width: i32, most: i32, cells: usize): usize {
  rowsRead = 0;
  let all = 0;
  while (fault == 0 && rowsRead < most) {
    while (at < end && (byteAt(at) == NEWLINE || byteAt(at) == RETURN)) {
      if (byteAt(at) == NEWLINE || (at + 1 < end && byteAt(at + 1) != NEWLINE)) line++;
      at++;
    }
    if (at >= end) break;
    const start = at;
    let lines = 0;
    cellsRead = 0;
    for (;;) {
      let from = at;
      let undo = 0;
      let length: i32;
      if (at < end && byteAt(at) == QUOTE) {
        from = ++at;
        for (;;) {
          if (at >= end) {
            if (last) fault = 2;
            return start;
          }
          const byte = byteAt(at);
          if (byte == NEWLINE) lines++;
          if (byte == QUOTE) {
            if (at + 1 >= end || byteAt(at + 1) != QUOTE) break;
            undo = UNDO;
            at++;
          }
          at++;
        }
        const close = at;
        at = cellEnd(at + 1, end, delimiter);
        if (at > close + 1) undo = UNDO;
        length = <i32>((undo != 0 ? at : close) - from);
      } else {
        at = cellEnd(at, end, delimiter);
        length = <i32>(at - from);
      }
      const place = cells + (<usize>(all + cellsRead) << 3);
      i32.store(place, <i32>from);
      i32.store(place, length | undo, 4);
      cellsRead++;
      if (at >= end) {
        if (!last) return start;
        break;
      }
      const byte = byteAt(at);
      if (byte == delimiter) {
        at++;
        continue;
      }
      if (byte == RETURN) {
        if (at + 1 >= end && !last) return start;
        if (at + 1 < end && byteAt(at + 1) == NEWLINE) at++;
      }
      lines++;
      at++;
      break;
    }
    if (width >= 0 && cellsRead != width) {
      fault = 1;
      break;
    }
    all += cellsRead;
    rowsRead++;
    line += lines;
  }
  return at;
}

/** Copies a cell whose quotes must be undone, and returns its new end. */
function undone(from: usize, length: i32, into: usize): usize {
  let inside = true;
  const end = from + <usize>length;
  for (let at = from; at < end; at++) {
    const byte = load<u8>(at);
    if (inside && byte == QUOTE) {
      if (at + 1 < end && byteAt(at + 1) == QUOTE) at++;
      else {
        inside = false;
        continue;
      }
    }
    i32.store8(into++, byte);
  }
  return into;
}

/** Copies cells column by column to `into`, which has 16 bytes more than they need, and the end of each to `ends`; returns the bytes of all. */
export function byColumn(cells: usize, rows: i32, width: i32, into: usize, ends: usize): i32 {
  let to = into;
  for (let place = 0; place < width; place++)
    for (let row = 0; row < rows; row++) {
      const cell = cells + (<usize>(row * width + place) << 3);
      const from = <usize>(<u32>i32.load(cell));
      const length = i32.load(cell, 4);
      if (length < 0) to = undone(from, length & ~UNDO, to);
      else {
        if (length <= 16) v128.store(to, v128.load(from));
        else memory.copy(to, from, <usize>length);
        to += <usize>length;
      }
      i32.store(ends, <i32>(to - into));
      ends += 4;
    }
  return <i32>(to - into);
}
