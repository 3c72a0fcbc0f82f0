// Numbers coded by level through a hash table.

@inline
function slotOf(bits: u64, mask: i32): i32 {
  return <i32>((bits * 0x9e3779b97f4a7c15) >> 33) & mask;
}

/** Slot of a value in a table with linear probing: where it is, or the empty one (code -1) where it belongs. */
@inline
function probe(bits: u64, keys: usize, slots: usize, mask: i32): i32 {
  let slot = slotOf(bits, mask);
  while (load<i32>(slots + (<usize>slot << 2)) >= 0 && load<u64>(keys + (<usize>slot << 3)) != bits) slot = (slot + 1) & mask;
  return slot;
}

/**
 * Codes values by a hash table in order of first appearance, and lists the distinct ones. Stops before a value that would be one more than
 * `most`; the rows done are returned, the number of distinct values is kept at `size`.
 */
export function hashCodes(
  values: usize, n: i32, keys: usize, slots: usize, mask: i32, codes: usize, distinct: usize, size: usize, most: i32,
): i32 {
  let known = load<i32>(size);
  let row = 0;
  for (; row < n; row++) {
    // Adding 0 makes -0 and 0 one value.
    const value = load<f64>(values + (<usize>row << 3)) + 0;
    if (!(abs(value) < Infinity)) {
      store<i32>(codes + (<usize>row << 2), -1);
      continue;
    }
    const bits = reinterpret<u64>(value);
    const slot = probe(bits, keys, slots, mask);
    let code = load<i32>(slots + (<usize>slot << 2));
    if (code < 0) {
      if (known == most) break;
      code = known++;
      store<u64>(keys + (<usize>slot << 3), bits);
      store<i32>(slots + (<usize>slot << 2), code);
      store<f64>(distinct + (<usize>code << 3), value);
    }
    store<i32>(codes + (<usize>row << 2), code);
  }
  store<i32>(size, known);
  return row;
}

/** Fills an empty table with the distinct values. */
export function hashAgain(distinct: usize, size: i32, keys: usize, slots: usize, mask: i32): void {
  for (let code = 0; code < size; code++) {
    const bits = load<u64>(distinct + (<usize>code << 3));
    const slot = probe(bits, keys, slots, mask);
    store<u64>(keys + (<usize>slot << 3), bits);
    store<i32>(slots + (<usize>slot << 2), code);
  }
}

/** Writes for each code the rank of its value among the distinct ones in ascending order. */
export function rankCodes(sorted: usize, size: i32, keys: usize, slots: usize, mask: i32, ranks: usize): void {
  for (let rank = 0; rank < size; rank++) {
    const slot = probe(load<u64>(sorted + (<usize>rank << 3)), keys, slots, mask);
    store<i32>(ranks + (<usize>load<i32>(slots + (<usize>slot << 2)) << 2), rank);
  }
}
