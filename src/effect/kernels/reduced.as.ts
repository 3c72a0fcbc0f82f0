// The product of the reduced matrix D'W(I - P)D and a pair of vectors, interleaved, so that one SIMD register holds both. Rows stand in the order
// of the base effect, whose group g fills the places `pointers[g]` to `pointers[g + 1] - 1`. Groups of one row contribute nothing.

@inline
function pair(at: usize, node: i32): usize {
  return at + (<usize>node << 4);
}

@inline
function node(nodes: usize, i: i32): i32 {
  return load<i32>(nodes + (<usize>i << 2));
}

@inline
function add(at: usize, value: v128): void {
  v128.store(at, f64x2.add(v128.load(at), value));
}

/** One slot: `out += D'(I - P)D p` over the groups `first` to `last - 1`. */
export function applyOne(pointers: usize, first: i32, last: i32, nodes: usize, inverse: usize, p: usize, out: usize): void {
  let from = load<i32>(pointers + (<usize>first << 2));
  for (let g = first; g < last; g++) {
    const to = load<i32>(pointers + (<usize>(g + 1) << 2));
    if (to - from >= 2) {
      let sum = f64x2.splat(0);
      for (let i = from; i < to; i++) sum = f64x2.add(sum, v128.load(pair(p, node(nodes, i))));
      const mean = f64x2.mul(sum, v128.load64_splat(inverse + (<usize>g << 3)));
      for (let i = from; i < to; i++) {
        const at = node(nodes, i);
        add(pair(out, at), f64x2.sub(v128.load(pair(p, at)), mean));
      }
    }
    from = to;
  }
}
