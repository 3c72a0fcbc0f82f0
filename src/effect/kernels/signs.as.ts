// Sums of numbers under random signs, for two lists side by side.

import { pairAt } from "./inline/rows.as";

/** Numbers whose signs make one byte of a draw. */
const BLOCK: i32 = 8;

/** Entry b: the sum of the pairs of a block, those whose bit is not set taken negatively; false, and nothing written, where all are 0. */
@inline
function fillTable(values: usize, table: usize): bool {
  let any = v128.load(values);
  let sum = f64x2.splat(0);
  for (let i = 0; i < BLOCK; i++) {
    any = v128.or(any, v128.load(pairAt(values, i)));
    sum = f64x2.add(sum, v128.load(pairAt(values, i)));
  }
  if (!v128.any_true(any)) return false;
  v128.store(table, f64x2.neg(sum));
  for (let i = 0; i < BLOCK; i++) {
    const twice = f64x2.mul(f64x2.splat(2), v128.load(pairAt(values, i)));
    const bit = 1 << i;
    for (let low = 0; low < bit; low++) v128.store(pairAt(table, bit + low), f64x2.add(v128.load(pairAt(table, low)), twice));
  }
  return true;
}

/**
 * Adds to the pair of sums of every draw the pairs of `blocks` blocks, under its signs: `signs` has a byte for each block and draw. `table` has room for
 * 256 pairs.
 */
export function addSigned(values: usize, blocks: i32, signs: usize, draws: i32, table: usize, sums: usize): void {
  for (let block = 0; block < blocks; block++) {
    if (!fillTable(pairAt(values, block * BLOCK), table)) continue;
    const own = signs + <usize>(block * draws);
    for (let draw = 0; draw < draws; draw++) {
      const to = pairAt(sums, draw);
      const entry = table + (<usize>load<u8>(own + draw) << 4);
      v128.store(to, f64x2.add(v128.load(to), v128.load(entry)));
    }
  }
}
