// Sorting where numbers stand, by insertion or as a heap where they are many.

import { at4 } from "./lists.as";

/** At most so many are sorted by insertion. */
export const FEW: i32 = 32;

function sinkRow(base: usize, root: i32, length: i32): void {
  const own = i32.load(at4(base, root));
  let at = root;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= length) break;
    if (child + 1 < length && i32.load(at4(base, child)) < i32.load(at4(base, child + 1))) child++;
    if (own >= i32.load(at4(base, child))) break;
    i32.store(at4(base, at), i32.load(at4(base, child)));
    at = child;
  }
  i32.store(at4(base, at), own);
}

/** Sorts rows, ascending. */
export function sortRows(base: usize, length: i32): void {
  if (length <= FEW) {
    for (let end = 1; end < length; end++) {
      const row = i32.load(at4(base, end));
      let at = end;
      for (; at > 0 && i32.load(at4(base, at - 1)) > row; at--)
        i32.store(at4(base, at), i32.load(at4(base, at - 1)));
      i32.store(at4(base, at), row);
    }
    return;
  }
  for (let root = (length >> 1) - 1; root >= 0; root--) sinkRow(base, root, length);
  for (let end = length - 1; end > 0; end--) {
    const last = i32.load(at4(base, end));
    i32.store(at4(base, end), i32.load(base));
    i32.store(base, last);
    sinkRow(base, 0, end);
  }
}
