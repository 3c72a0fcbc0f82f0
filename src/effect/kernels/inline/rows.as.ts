// How lists, pairs of numbers and their sums stand in the memory. Kernels import these, and nothing is left of them but the instructions.

/** Byte of an entry of a list of pairs: a row's two columns, or a node's two sums. */
@inline
export function pairAt(list: usize, i: i32): usize {
  return list + (<usize>i << 4);
}

/** An entry of a list of whole numbers of 4 bytes: a code, or where a group begins. */
@inline
export function intAt(list: usize, i: i32): i32 {
  return load<i32>(list + (<usize>i << 2));
}

/** An entry of a list of numbers, such as a weight, for both columns of a pair. */
@inline
export function splatAt(list: usize, i: i32): v128 {
  return v128.load64_splat(list + (<usize>i << 3));
}

@inline
export function pairOf(a: f64, b: f64): v128 {
  return f64x2.replace_lane(f64x2.splat(a), 1, b);
}

@inline
export function addTo(at: usize, value: v128): void {
  v128.store(at, f64x2.add(v128.load(at), value));
}
