// Columns and codes brought into the order of the base effect, two columns side by side, and back. Rows already in that order are only joined;
// others go to the next free place of their group (a counting sort, which keeps the order within a group).

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

export function joinColumns(a: usize, b: usize, n: i32, pair: usize): void {
  for (let row = 0; row < n; row++) v128.store(pair + (<usize>row << 4), both(a, b, row));
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
