// Sums of numbers under random signs, for two lists side by side.

import { pairAt } from "./inline/rows.as";

/** Numbers whose signs make one byte of a draw. */
const BLOCK: i32 = 8;
/** Entries of a table. */
const TABLE: i32 = 256;

/** Entry b: the sum of the pairs of a block, those whose bit is not set taken negatively. */
@inline
function fillTable(values: usize, table: usize): void {
  let sum = f64x2.splat(0);
  for (let i = 0; i < BLOCK; i++) sum = f64x2.add(sum, v128.load(pairAt(values, i)));
  v128.store(table, f64x2.neg(sum));
  for (let i = 0; i < BLOCK; i++) {
    const twice = f64x2.mul(f64x2.splat(2), v128.load(pairAt(values, i)));
    const bit = 1 << i;
    for (let low = 0; low < bit; low++) v128.store(pairAt(table, bit + low), f64x2.add(v128.load(pairAt(table, low)), twice));
  }
}

/** The entry that a sign byte names. */
@inline
function entryAt(table: usize, sign: usize): v128 {
  return v128.load(table + (<usize>load<u8>(sign) << 4));
}

/** Adds to the sums of all draws what two blocks give whose tables and whose signs stand one behind the other. */
@inline
function entriesOfTwo(tables: usize, sign: usize, draws: i32): v128 {
  return f64x2.add(entryAt(tables, sign), entryAt(pairAt(tables, TABLE), sign + <usize>draws));
}

/**
 * Adds to the pair of sums of every draw the pairs of `blocks` blocks, under its signs: `signs` has a byte for each block and draw. `tables` has room for
 * four tables of 256 pairs, so that a sum is read and written once for four blocks.
 */
export function addSigned(values: usize, blocks: i32, signs: usize, draws: i32, tables: usize, sums: usize): void {
  let block: i32 = 0;
  for (; block + 4 <= blocks; block += 4) {
    for (let i = 0; i < 4; i++) fillTable(pairAt(values, (block + i) * BLOCK), pairAt(tables, i * TABLE));
    const own = signs + <usize>(block * draws);
    for (let draw = 0; draw < draws; draw++) {
      const to = pairAt(sums, draw);
      const sign = own + <usize>draw;
      const four = f64x2.add(
        entriesOfTwo(tables, sign, draws),
        entriesOfTwo(pairAt(tables, 2 * TABLE), sign + <usize>(2 * draws), draws),
      );
      v128.store(to, f64x2.add(v128.load(to), four));
    }
  }
  for (; block < blocks; block++) {
    fillTable(pairAt(values, block * BLOCK), tables);
    const own = signs + <usize>(block * draws);
    for (let draw = 0; draw < draws; draw++) {
      const to = pairAt(sums, draw);
      v128.store(to, f64x2.add(v128.load(to), entryAt(tables, own + <usize>draw)));
    }
  }
}
