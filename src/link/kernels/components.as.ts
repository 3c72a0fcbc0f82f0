// Connected components of pairs: `componentsOf` of the file of that name in plain code. The caller lays out the memory.

import { at4, at8 } from "./inline/lists.as";
import { rootOf } from "./inline/root-of.as";

/**
 * Puts the pairs from the threshold on together by component, in `order`, and where each component starts in `starts`; returns their number. `parent`, a
 * tree of rows, is used up; `next` has an entry a row.
 */
export function components(length: i32, a: usize, b: usize, probability: usize, threshold: f64, parent: usize, rows: i32, next: usize, order: usize, starts: usize): i32 {
  for (let pair = 0; pair < length; pair++) {
    if (f64.load(at8(probability, pair)) < threshold) continue;
    const x = rootOf(parent, i32.load(at4(a, pair)));
    const y = rootOf(parent, i32.load(at4(b, pair)));
    if (x < y) i32.store(at4(parent, y), x);
    else i32.store(at4(parent, x), y);
  }
  memory.fill(next, 0, <usize>rows << 2);
  for (let pair = 0; pair < length; pair++) {
    if (f64.load(at8(probability, pair)) < threshold) continue;
    const place = at4(next, rootOf(parent, i32.load(at4(a, pair))));
    i32.store(place, i32.load(place) + 1);
  }
  let count = 0;
  let end = 0;
  i32.store(starts, 0);
  for (let root = 0; root < rows; root++) {
    const place = at4(next, root);
    const pairs = i32.load(place);
    if (pairs == 0) continue;
    i32.store(place, end);
    end += pairs;
    i32.store(at4(starts, ++count), end);
  }
  for (let pair = 0; pair < length; pair++) {
    if (f64.load(at8(probability, pair)) < threshold) continue;
    const place = at4(next, rootOf(parent, i32.load(at4(a, pair))));
    const to = i32.load(place);
    i32.store(at4(order, to), pair);
    i32.store(place, to + 1);
  }
  return count;
}
