// Columns one below the other, with two rows in a register.

/** Bytes from a column to the next: those of 16,384 rows, and some more, so that the same row of all columns is not looked for in the same few lines of the cache. */
export const STRIDE: usize = 131_392;

/** Byte of a row of a column. */
@inline
export function rowAt(column: usize, row: i32): usize {
  return column + (<usize>row << 3);
}

@inline
export function columnAt(columns: usize, c: i32): usize {
  return columns + <usize>c * STRIDE;
}

/** The lanes of each of two registers added up, side by side. */
@inline
export function lanesAdded(a: v128, b: v128): v128 {
  return f64x2.add(v128.shuffle<f64>(a, b, 0, 2), v128.shuffle<f64>(a, b, 1, 3));
}
