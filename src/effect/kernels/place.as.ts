// Columns and codes brought into the order of the base effect, two columns side by side, and back. Rows already in that order are only joined;
// others go to the next free place of their group (a counting sort, which keeps the order within a group).

import { addTo } from "./inline/rows.as";

@inline
function nextPlace(codes: usize, row: i32, next: usize): usize {
  const at = next + (<usize>load<i32>(codes + (<usize>row << 2)) << 2);
  const place = load<i32>(at);
  store<i32>(at, place + 1);
  return <usize>place;
}

@inline
function both(a: usize, b: usize, row: i32): v128 {
  return v128.load64_lane(b + (<usize>row << 3), v128.load64_zero(a + (<usize>row << 3)), 1);
}

/** Two rows at a time. */
@inline
function join(a: usize, b: usize, n: i32, pair: usize, sums: usize): void {
  const shift = sums == 0 ? f64x2.splat(0) : v128.load(sums);
  let sum = f64x2.splat(0);
  let sumNext = sum;
  let squares = sum;
  let squaresNext = sum;
  const even = n & ~1;
  for (let row = 0; row < even; row += 2) {
    const left = v128.load(a + (<usize>row << 3));
    const right = v128.load(b + (<usize>row << 3));
    const first = v128.shuffle<f64>(left, right, 0, 2);
    const second = v128.shuffle<f64>(left, right, 1, 3);
    v128.store(pair + (<usize>row << 4), first);
    v128.store(pair + (<usize>row << 4), second, 16);
    if (sums != 0) {
      const moved = f64x2.sub(first, shift);
      const movedNext = f64x2.sub(second, shift);
      sum = f64x2.add(sum, moved);
      sumNext = f64x2.add(sumNext, movedNext);
      squares = f64x2.add(squares, f64x2.mul(moved, moved));
      squaresNext = f64x2.add(squaresNext, f64x2.mul(movedNext, movedNext));
    }
  }
  if (n > even) {
    const last = both(a, b, even);
    v128.store(pair + (<usize>even << 4), last);
    if (sums != 0) {
      const moved = f64x2.sub(last, shift);
      sum = f64x2.add(sum, moved);
      squares = f64x2.add(squares, f64x2.mul(moved, moved));
    }
  }
  if (sums != 0) {
    addTo(sums + 16, f64x2.add(sum, sumNext));
    addTo(sums + 32, f64x2.add(squares, squaresNext));
  }
}

export function joinColumns(a: usize, b: usize, n: i32, pair: usize): void {
  join(a, b, n, pair, 0);
}

/** Takes on the way the sums of both columns less the shifts at `sums`, and of their squares, which are added behind. */
export function joinAndSum(a: usize, b: usize, n: i32, pair: usize, sums: usize): void {
  join(a, b, n, pair, sums);
}

export function sortColumns(codes: usize, a: usize, b: usize, n: i32, next: usize, pair: usize): void {
  for (let row = 0; row < n; row++) v128.store(pair + (nextPlace(codes, row, next) << 4), both(a, b, row));
}

export function sortCodes(codes: usize, values: usize, n: i32, next: usize, out: usize): void {
  for (let row = 0; row < n; row++) store<i32>(out + (nextPlace(codes, row, next) << 2), load<i32>(values + (<usize>row << 2)));
}

export function sortNumbers(codes: usize, values: usize, n: i32, next: usize, out: usize): void {
  for (let row = 0; row < n; row++) store<f64>(out + (nextPlace(codes, row, next) << 3), load<f64>(values + (<usize>row << 3)));
}

export function partColumns(pair: usize, n: i32, a: usize, b: usize): void {
  for (let row = 0; row < n; row++) {
    const value = v128.load(pair + (<usize>row << 4));
    v128.store64_lane(a + (<usize>row << 3), value, 0);
    v128.store64_lane(b + (<usize>row << 3), value, 1);
  }
}

export function unsortColumns(codes: usize, n: i32, next: usize, pair: usize, a: usize, b: usize): void {
  for (let row = 0; row < n; row++) {
    const value = v128.load(pair + (nextPlace(codes, row, next) << 4));
    v128.store64_lane(a + (<usize>row << 3), value, 0);
    v128.store64_lane(b + (<usize>row << 3), value, 1);
  }
}

export function unsortNumbers(codes: usize, n: i32, next: usize, values: usize, out: usize): void {
  for (let row = 0; row < n; row++) store<f64>(out + (<usize>row << 3), load<f64>(values + (nextPlace(codes, row, next) << 3)));
}
