// The exact reduced matrix for badly connected panels: how strongly two nodes of the largest slot are joined by groups of the base that they
// share, and its dense part for slots of few nodes.

import { intAt } from "./inline/rows.as";

@inline
function number(list: usize, i: i32): f64 {
  return load<f64>(list + (<usize>i << 3));
}

@inline
function addNumber(list: usize, i: i32, value: f64): void {
  const at = list + (<usize>i << 3);
  store<f64>(at, load<f64>(at) + value);
}

/**
 * Lists the groups of the rows of each node from `lowest` to `highest - 1`, and with weights the rows' shares of them. `next` holds the first place of
 * each node.
 */
export function listGroups(
  pointers: usize, first: i32, last: i32, nodes: usize, lowest: i32, highest: i32,
  inverse: usize, weights: usize, next: usize, groups: usize, shares: usize,
): void {
  let i = intAt(pointers, first);
  for (let g = first; g < last; g++) {
    const to = intAt(pointers, g + 1);
    for (; i < to; i++) {
      const node = intAt(nodes, i);
      if (node < lowest || node >= highest) continue;
      const at = next + (<usize>node << 2);
      const place = load<i32>(at);
      store<i32>(at, place + 1);
      store<i32>(groups + (<usize>place << 2), g);
      if (weights != 0) store<f64>(shares + (<usize>place << 3), number(weights, i) * number(inverse, g));
    }
  }
}

/**
 * Edges from node `first` on to higher nodes, until `last` or until the room for edges may not suffice for one more; the node reached is returned
 * and the number of edges kept at `count`. `starts` holds the places of each node in `groups`; `sum` must be 0 and is left so.
 */
export function joinNodes(
  starts: usize, first: i32, last: i32, groups: usize, shares: usize,
  pointers: usize, nodes: usize, inverse: usize, weights: usize,
  sum: usize, touched: usize, from: usize, to: usize, weight: usize, room: i32, count: usize,
): i32 {
  let edges = 0;
  let node = first;
  for (; node < last; node++) {
    let found = 0;
    const end = intAt(starts, node + 1);
    for (let place = intAt(starts, node); place < end; place++) {
      const g = intAt(groups, place);
      const own = weights == 0 ? number(inverse, g) : number(shares, place);
      const stop = intAt(pointers, g + 1);
      for (let other = intAt(pointers, g); other < stop; other++) {
        const neighbour = intAt(nodes, other);
        const at = sum + (<usize>neighbour << 3);
        const before = load<f64>(at);
        if (before == 0) {
          store<i32>(touched + (<usize>found << 2), neighbour);
          found += 1;
        }
        store<f64>(at, before + (weights == 0 ? own : own * number(weights, other)));
      }
    }
    const enough = found <= room - edges;
    for (let i = 0; i < found; i++) {
      const neighbour = intAt(touched, i);
      const at = sum + (<usize>neighbour << 3);
      if (enough && neighbour > node) {
        store<i32>(from + (<usize>edges << 2), node);
        store<i32>(to + (<usize>edges << 2), neighbour);
        store<f64>(weight + (<usize>edges << 3), load<f64>(at));
        edges += 1;
      }
      store<f64>(at, 0);
    }
    if (!enough) break;
  }
  store<i32>(count, edges);
  return node;
}

/**
 * Adds the parts of the reduced matrix in which slots of few nodes take part: `wide` has `small` columns for each node of the largest slot, `block`
 * is small by small. `lists` holds for each of the `slots` the address of its nodes and the column of its first one. `sums` must be 0 and is left so.
 */
export function coupleGroups(
  pointers: usize, first: i32, last: i32, inverse: usize, weights: usize, large: usize, lists: usize, slots: i32,
  small: i32, wide: usize, block: usize, sums: usize, touched: usize,
): void {
  let from = intAt(pointers, first);
  for (let g = first; g < last; g++) {
    const to = intAt(pointers, g + 1);
    let found = 0;
    for (let i = from; i < to; i++) {
      const w = weights == 0 ? 1 : number(weights, i);
      const row = wide + ((<usize>intAt(large, i) * <usize>small) << 3);
      for (let s = 0; s < slots; s++) {
        const c = intAt(intAt(lists, 2 * s), i) + intAt(lists, 2 * s + 1);
        const at = sums + (<usize>c << 3);
        if (load<f64>(at) == 0) {
          store<i32>(touched + (<usize>found << 2), c);
          found += 1;
        }
        store<f64>(at, load<f64>(at) + w);
        addNumber(row, c, w);
        for (let t = 0; t < slots; t++)
          if (t != s) addNumber(block, (intAt(intAt(lists, 2 * t), i) + intAt(lists, 2 * t + 1)) * small + c, w);
      }
    }
    const share = number(inverse, g);
    for (let i = from; i < to; i++) {
      const w = share * (weights == 0 ? 1 : number(weights, i));
      const row = wide + ((<usize>intAt(large, i) * <usize>small) << 3);
      for (let k = 0; k < found; k++) {
        const c = intAt(touched, k);
        addNumber(row, c, -w * number(sums, c));
      }
    }
    for (let k = 0; k < found; k++) {
      const c = intAt(touched, k);
      const w = share * number(sums, c);
      for (let l = 0; l < found; l++) addNumber(block, c * small + intAt(touched, l), -w * number(sums, intAt(touched, l)));
    }
    for (let k = 0; k < found; k++) store<f64>(sums + (<usize>intAt(touched, k) << 3), 0);
    from = to;
  }
}
