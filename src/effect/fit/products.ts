/** `X'WX`. */
export const gramOf = (columns: readonly Float64Array[], weights: Float64Array | null): Float64Array =>
  columns.length === 0 ? new Float64Array(0) : momentsOf(columns[0]!, columns, { weights }).gram;

/** Rows that are taken at a time, so that they stay in the cache while every pair of columns is multiplied. */
export const BLOCK = 1024;

/** What the products of columns are weighted by. */
export interface Weighted {
  readonly weights: Float64Array | null;
  /** The columns with the effects still in them: where most of their entries are 0, products are taken over the others. */
  readonly raw?: readonly Float64Array[];
}

/** `X'WX`, `X'Wy` and `y'Wy`. */
export function momentsOf(y: Float64Array, columns: readonly Float64Array[], { weights, raw }: Weighted) {
  const k = columns.length;
  const gram = new Float64Array(k * k);
  const products = new Float64Array(k);
  let squares = 0;
  const filled = k > MANY && raw !== undefined ? filledRows(raw, y.length) : null;
  if (filled !== null) addSparseProducts(columns, { raw: raw!, filled, weights }, gram);
  else if (k > MANY) addProductsByBlocks(columns, weights, gram);
  for (let from = 0; from < y.length; from += BLOCK) {
    const rows = { from, to: Math.min(y.length, from + BLOCK), weights };
    squares += partialProduct(y, y, rows);
    for (let i = 0; i < k; i++) {
      products[i]! += partialProduct(columns[i]!, y, rows);
      if (k <= MANY)
        for (let j = 0; j <= i; j++) gram[i * k + j]! += partialProduct(columns[i]!, columns[j]!, rows);
    }
  }
  for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) gram[j * k + i] = gram[i * k + j]!;
  return { gram, products, squares };
}

/** Columns with more than this share of entries other than 0 are not sparse. */
const SPARSE = 0.1;

/** The rows of each column whose entry is not 0; null where there are many. */
function filledRows(raw: readonly Float64Array[], n: number): Int32Array[] | null {
  let room = SPARSE * n * raw.length;
  const filled: Int32Array[] = [];
  for (const column of raw) {
    const rows: number[] = [];
    for (let row = 0; row < n; row++) if (column[row] !== 0) rows.push(row);
    room -= rows.length;
    if (room < 0) return null;
    filled.push(Int32Array.from(rows));
  }
  return filled;
}

interface Sparse {
  readonly raw: readonly Float64Array[];
  readonly filled: readonly Int32Array[];
  readonly weights: Float64Array | null;
}

/**
 * `X'WMX` from the raw columns on one side, because taking effects out is a projection: `(MX)'W MX = X'W MX`. The error of the solve enters
 * in first order here; the refinement on the residuals takes it out of the coefficients again.
 */
function addSparseProducts(
  columns: readonly Float64Array[],
  { raw, filled, weights }: Sparse,
  gram: Float64Array,
): void {
  const k = columns.length;
  for (let i = 0; i < k; i++) {
    const rows = filled[i]!;
    const values = raw[i]!;
    for (let j = 0; j < k; j++) {
      const column = columns[j]!;
      let sum = 0;
      for (const row of rows) sum += values[row]! * column[row]! * (weights === null ? 1 : weights[row]!);
      // Both orders of a pair, averaged.
      gram[Math.max(i, j) * k + Math.min(i, j)]! += i === j ? sum : sum / 2;
    }
  }
}

interface Rows {
  readonly from: number;
  readonly to: number;
  readonly weights: Float64Array | null;
}

/** Sum of products over some rows. */
export function partialProduct(a: Float64Array, b: Float64Array, { from, to, weights }: Rows): number {
  let sum = 0;
  if (weights === null) for (let i = from; i < to; i++) sum += a[i]! * b[i]!;
  else for (let i = from; i < to; i++) sum += weights[i]! * a[i]! * b[i]!;
  return sum;
}

/** From this many columns on, whole columns no longer stay in the cache between two products. */
export const MANY = 32;
const BLOCK_ROWS = 256;

/** Adds the products of columns to the lower half of `gram`, a block of rows after the other, two by two columns at a time. */
function addProductsByBlocks(
  columns: readonly Float64Array[],
  weights: Float64Array | null,
  gram: Float64Array,
): void {
  const k = columns.length;
  const n = columns[0]!.length;
  const left = columns.map(() => new Float64Array(BLOCK_ROWS));
  const right = columns.map(() => new Float64Array(BLOCK_ROWS));
  for (let from = 0; from < n; from += BLOCK_ROWS) {
    const rows = Math.min(BLOCK_ROWS, n - from);
    for (let j = 0; j < k; j++) {
      for (let row = 0; row < rows; row++) {
        const value = columns[j]![from + row]!;
        right[j]![row] = value;
        left[j]![row] = weights === null ? value : weights[from + row]! * value;
      }
    }
    for (let i = 0; i < k; i += 2) {
      const [a, b] = [left[i]!, left[Math.min(i + 1, k - 1)]!];
      for (let j = 0; j <= i; j += 2) {
        const [c, d] = [right[j]!, right[Math.min(j + 1, k - 1)]!];
        let [ac, ad, bc, bd] = [0, 0, 0, 0];
        for (let row = 0; row < rows; row++) {
          ac += a[row]! * c[row]!;
          ad += a[row]! * d[row]!;
          bc += b[row]! * c[row]!;
          bd += b[row]! * d[row]!;
        }
        gram[i * k + j]! += ac;
        if (j < i) gram[i * k + j + 1]! += ad;
        if (i + 1 < k) {
          gram[(i + 1) * k + j]! += bc;
          gram[(i + 1) * k + j + 1]! += bd;
        }
      }
    }
  }
}

/** `X'Wy`. */
export function productsWith(
  y: Float64Array,
  columns: readonly Float64Array[],
  weights: Float64Array | null,
): Float64Array {
  return Float64Array.from(columns, column => innerProduct(column, y, weights));
}

export function innerProduct(a: Float64Array, b: Float64Array, weights: Float64Array | null): number {
  let sum = 0;
  if (weights === null) for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  else for (let i = 0; i < a.length; i++) sum += weights[i]! * a[i]! * b[i]!;
  return sum;
}

/** Adds `X b` to `out`. */
export function combine(
  columns: readonly Float64Array[],
  b: ArrayLike<number>,
  out: Float64Array,
): Float64Array {
  for (let j = 0; j < columns.length; j++) {
    const value = b[j]!;
    if (value === 0) continue;
    const column = columns[j]!;
    for (let i = 0; i < out.length; i++) out[i]! += value * column[i]!;
  }
  return out;
}

/** `a - b`. */
export function difference(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < out.length; i++) out[i] = a[i]! - b[i]!;
  return out;
}

/** `a b`, entry by entry. */
export function product(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let i = 0; i < out.length; i++) out[i] = a[i]! * b[i]!;
  return out;
}
