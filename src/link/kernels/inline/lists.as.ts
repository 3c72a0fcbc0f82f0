// Where the entries of lists stand.

/** Of four bytes each. */
@inline
export function at4(base: usize, index: i32): usize {
  return base + (<usize>index << 2);
}

/** Of eight. */
@inline
export function at8(base: usize, index: i32): usize {
  return base + (<usize>index << 3);
}
