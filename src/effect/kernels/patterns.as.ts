// Two slots without weights, one of which is small: which of its levels a group has (at most one row in each) is a pattern, and groups have few of them;
// how many rows two levels share is a table of cells. Vectors hold `width` pairs a node.

@inline
function levelAt(nodes: usize, i: i32): u32 {
  return load<u32>(nodes + (<usize>i << 2));
}

/**
 * The pattern of each group, a bit a level: `keys` lists those that are `known`, and `table`, which begins with zeros and has more places than twice
 * `most`, finds them. How many are known then; -1 where there are more than `most` or a group has two rows in a level.
 */
export function groupPatterns(
  pointers: usize, first: i32, last: i32, nodes: usize, table: usize, mask: i32, keys: usize, known: i32, most: i32, patterns: usize,
): i32 {
  let from = load<i32>(pointers + (<usize>first << 2));
  let before: u64 = 0;
  let pattern = -1;
  for (let g = first; g < last; g++) {
    const to = load<i32>(pointers + (<usize>(g + 1) << 2));
    let key: u64 = 0;
    let twice: u64 = 0;
    for (let i = from; i < to; i++) {
      const bit = <u64>1 << levelAt(nodes, i);
      twice |= key & bit;
      key |= bit;
    }
    if (twice != 0) return -1;
    if (pattern < 0 || key != before) {
      let slot = <i32>((key * 0x9e3779b97f4a7c15) >> 33) & mask;
      while (load<i32>(table + (<usize>slot << 2)) > 0 && load<u64>(keys + (<usize>(load<i32>(table + (<usize>slot << 2)) - 1) << 3)) != key)
        slot = (slot + 1) & mask;
      pattern = load<i32>(table + (<usize>slot << 2)) - 1;
      if (pattern < 0) {
        if (known == most) return -1;
        pattern = known++;
        store<u64>(keys + (<usize>pattern << 3), key);
        store<i32>(table + (<usize>slot << 2), known);
      }
      before = key;
    }
    store<i32>(patterns + (<usize>g << 2), pattern);
    from = to;
  }
  return known;
}

/** Counts the rows of each cell, a row of `small` cells for every level of the large slot. */
export function countCells(large: usize, nodes: usize, from: i32, to: i32, small: i32, cells: usize): void {
  for (let i = from; i < to; i++) {
    const at = cells + (<usize>(levelAt(large, i) * small + levelAt(nodes, i)) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
}

@inline
function pairOfNode(vector: usize, node: i32, w: i32, width: i32): usize {
  return vector + (<usize>(node * width + w) << 4);
}

/** What the slots add to each other: `out += N q` and `outQ += N'p` for the cells N. */
export function applyCells(
  width: i32, cells: usize, large: i32, small: i32, p: usize, q: usize, out: usize, outQ: usize,
): void {
  for (let w = 0; w < width; w++) {
    let cell = cells;
    for (let f = 0; f < large; f++) {
      const own = v128.load(pairOfNode(p, f, w, width));
      let sum = f64x2.splat(0);
      for (let y = 0; y < small; y++, cell += 4) {
        const count = f64x2.splat(<f64>load<u32>(cell));
        const to = pairOfNode(outQ, y, w, width);
        sum = f64x2.add(sum, f64x2.mul(count, v128.load(pairOfNode(q, y, w, width))));
        v128.store(to, f64x2.add(v128.load(to), f64x2.mul(count, own)));
      }
      const at = pairOfNode(out, f, w, width);
      v128.store(at, f64x2.add(v128.load(at), sum));
    }
  }
}

/** For each pattern the sum over its levels. */
export function patternTotals(width: i32, keys: usize, count: i32, q: usize, totals: usize): void {
  for (let k = 0; k < count; k++)
    for (let w = 0; w < width; w++) {
      let sum = f64x2.splat(0);
      for (let key = load<u64>(keys + (<usize>k << 3)); key != 0; key &= key - 1)
        sum = f64x2.add(sum, v128.load(pairOfNode(q, <i32>ctz(key), w, width)));
      v128.store(pairOfNode(totals, k, w, width), sum);
    }
}

/** Takes the sums of each pattern from its levels. */
export function lessenLevels(width: i32, keys: usize, count: i32, sums: usize, outQ: usize): void {
  for (let k = 0; k < count; k++)
    for (let key = load<u64>(keys + (<usize>k << 3)); key != 0; key &= key - 1)
      for (let w = 0; w < width; w++) {
        const to = pairOfNode(outQ, <i32>ctz(key), w, width);
        v128.store(to, f64x2.sub(v128.load(to), v128.load(pairOfNode(sums, k, w, width))));
      }
}
