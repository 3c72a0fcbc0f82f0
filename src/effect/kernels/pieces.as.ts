// Pieces of a column, one a cluster, in the order of the base effect.

/** The pieces of the clusters `g` and `g + 1`, side by side: the column in their rows, 0 elsewhere. */
export function pieceRows(column: usize, codes: usize, g: i32, n: i32, pair: usize): void {
  for (let i = 0; i < n; i++) {
    const value = load<f64>(column + (<usize>i << 3));
    const code = load<i32>(codes + (<usize>i << 2));
    const at = pair + (<usize>i << 4);
    store<f64>(at, code == g ? value : 0);
    store<f64>(at, code == g + 1 ? value : 0, 8);
  }
}
