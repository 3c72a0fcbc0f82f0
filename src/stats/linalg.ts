/**
 * Dense linear algebra on small matrices. A matrix is a Float64Array by rows; the order `n` is given beside it
 * where it is not the square root of the length.
 */

/** The order of a square matrix. */
export const orderOf = (a: Float64Array): number => Math.round(Math.sqrt(a.length));

export interface OrderedCholesky {
  /** Lower factor of the kept rows and columns; rows and columns left out hold zeros. */
  readonly factor: Float64Array;
  /** For each column whether it is kept, 1, or a combination of earlier ones, 0. */
  readonly kept: Uint8Array;
}

/**
 * Cholesky factor of a positive semi-definite Gram matrix, in the order of its columns. A column whose squared
 * distance from the span of the earlier ones is at most `tolerance` times its reference length is left out.
 * `reference` defaults to the diagonal.
 */
export function orderedCholesky(
  gram: Float64Array,
  { tolerance = 1e-10, reference }: { tolerance?: number; reference?: ArrayLike<number> } = {},
): OrderedCholesky {
  const n = orderOf(gram);
  const factor = new Float64Array(n * n);
  const kept = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      if (kept[j] === 0) continue;
      let sum = gram[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * n + k]! * factor[j * n + k]!;
      factor[i * n + j] = sum / factor[j * n + j]!;
    }
    let pivot = gram[i * n + i]!;
    for (let k = 0; k < i; k++) pivot -= factor[i * n + k]! * factor[i * n + k]!;
    if (pivot > tolerance * (reference?.[i] ?? gram[i * n + i]!)) {
      factor[i * n + i] = Math.sqrt(pivot);
      kept[i] = 1;
    } else factor.fill(0, i * n, (i + 1) * n);
  }
  return { factor, kept };
}

/** Solves `L L' x = b` for the lower factor of `orderedCholesky`; entries left out are 0. */
export function choleskySolve(factor: Float64Array, b: ArrayLike<number>): Float64Array {
  const n = orderOf(factor);
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    const pivot = factor[i * n + i]!;
    for (let k = 0; k < i; k++) x[i]! -= factor[i * n + k]! * x[k]!;
    x[i] = pivot === 0 ? 0 : x[i]! / pivot;
  }
  for (let i = n - 1; i >= 0; i--) {
    const pivot = factor[i * n + i]!;
    for (let k = i + 1; k < n; k++) x[i]! -= factor[k * n + i]! * x[k]!;
    x[i] = pivot === 0 ? 0 : x[i]! / pivot;
  }
  return x;
}

/** The inverse of `L L'`; rows and columns left out hold zeros. */
export function choleskyInverse(factor: Float64Array): Float64Array {
  const n = orderOf(factor);
  const root = lowerInverse(factor, n);
  const inverse = new Float64Array(n * n);
  // `L^-T L^-1`, a row of `L^-1` at a time, so that memory is read in its order.
  for (let k = 0; k < n; k++) {
    for (let i = 0; i <= k; i++) {
      const value = root[k * n + i]!;
      if (value === 0) continue;
      for (let j = 0; j <= i; j++) inverse[i * n + j]! += value * root[k * n + j]!;
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) inverse[j * n + i] = inverse[i * n + j]!;
  return inverse;
}

/** The inverse of a lower triangular matrix; rows and columns left out hold zeros. */
function lowerInverse(factor: Float64Array, n: number): Float64Array {
  const root = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const pivot = factor[i * n + i]!;
    if (pivot === 0) continue;
    for (let k = 0; k < i; k++) {
      const value = factor[i * n + k]!;
      if (value === 0) continue;
      for (let j = 0; j <= k; j++) root[i * n + j]! -= value * root[k * n + j]!;
    }
    for (let j = 0; j < i; j++) root[i * n + j]! /= pivot;
    root[i * n + i] = 1 / pivot;
  }
  return root;
}

/** Averages a matrix with its transpose, in place. */
export function symmetrize(a: Float64Array): Float64Array {
  const n = orderOf(a);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const mean = (a[i * n + j]! + a[j * n + i]!) / 2;
      a[i * n + j] = mean;
      a[j * n + i] = mean;
    }
  }
  return a;
}

/** `a b`, where `a` has `inner` columns and `b` `inner` rows. */
export function multiply(a: Float64Array, b: Float64Array, inner: number): Float64Array {
  const rows = a.length / inner;
  const columns = b.length / inner;
  const product = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < inner; k++) {
      const value = a[i * inner + k]!;
      if (value === 0) continue;
      for (let j = 0; j < columns; j++) product[i * columns + j]! += value * b[k * columns + j]!;
    }
  }
  return product;
}

/** The transpose of a matrix with `columns` columns. */
export function transpose(a: Float64Array, columns: number): Float64Array {
  const rows = a.length / columns;
  const turned = new Float64Array(a.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) turned[j * rows + i] = a[i * columns + j]!;
  return turned;
}

/** `bread meat bread` for symmetric matrices. */
export function sandwich(bread: Float64Array, meat: Float64Array): Float64Array {
  const n = orderOf(bread);
  return symmetrize(multiply(multiply(bread, meat, n), bread, n));
}

/** `x' a x`. */
export function quadraticForm(a: Float64Array, x: ArrayLike<number>): number {
  const n = orderOf(a);
  let sum = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sum += x[i]! * a[i * n + j]! * x[j]!;
  return sum;
}

/** Solves `a x = b` by elimination with partial pivoting; null if `a` is singular to working precision. */
export function solveLinear(a: Float64Array, b: ArrayLike<number>): Float64Array | null {
  const n = b.length;
  const m = a.slice();
  const x = Float64Array.from(b);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(m[row * n + column]!) > Math.abs(m[pivot * n + column]!)) pivot = row;
    }
    if (!(Math.abs(m[pivot * n + column]!) > 1e-300)) return null;
    if (pivot !== column) swapRows(m, x, { n, a: pivot, b: column });
    for (let row = column + 1; row < n; row++) {
      const ratio = m[row * n + column]! / m[column * n + column]!;
      if (ratio === 0) continue;
      for (let k = column; k < n; k++) m[row * n + k]! -= ratio * m[column * n + k]!;
      x[row]! -= ratio * x[column]!;
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = row + 1; k < n; k++) x[row]! -= m[row * n + k]! * x[k]!;
    x[row]! /= m[row * n + row]!;
  }
  return x;
}

function swapRows(m: Float64Array, x: Float64Array, { n, a, b }: { n: number; a: number; b: number }): void {
  for (let k = 0; k < n; k++) [m[a * n + k], m[b * n + k]] = [m[b * n + k]!, m[a * n + k]!];
  [x[a], x[b]] = [x[b]!, x[a]!];
}

export interface Eigen {
  /** Not sorted; `values[j]` belongs to column `j` of `vectors`. */
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Eigenvalues and orthonormal eigenvectors of a symmetric matrix by cyclic Jacobi rotations. */
export function symmetricEigen(matrix: Float64Array): Eigen {
  const n = orderOf(matrix);
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let rotated = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const size = Math.sqrt(Math.abs(a[p * n + p]! * a[q * n + q]!));
        if (Math.abs(a[p * n + q]!) <= 1e-17 * size || a[p * n + q] === 0) continue;
        rotate(a, vectors, { n, p, q });
        rotated = true;
      }
    }
    if (!rotated) break;
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), vectors };
}

/** One Jacobi rotation that makes `a[p, q]` zero (Golub and Van Loan, Matrix Computations, section 8.5). */
function rotate(a: Float64Array, v: Float64Array, { n, p, q }: { n: number; p: number; q: number }): void {
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * a[p * n + q]!);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const [kp, kq] = [a[k * n + p]!, a[k * n + q]!];
    a[k * n + p] = c * kp - s * kq;
    a[k * n + q] = s * kp + c * kq;
  }
  for (let k = 0; k < n; k++) {
    const [pk, qk] = [a[p * n + k]!, a[q * n + k]!];
    a[p * n + k] = c * pk - s * qk;
    a[q * n + k] = s * pk + c * qk;
    const [vp, vq] = [v[k * n + p]!, v[k * n + q]!];
    v[k * n + p] = c * vp - s * vq;
    v[k * n + q] = s * vp + c * vq;
  }
}

/** `vectors diag(map(values)) vectors'`. */
export function fromEigen({ values, vectors }: Eigen, map: (value: number) => number): Float64Array {
  const n = values.length;
  const scaled = vectors.slice();
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) scaled[i * n + j]! *= map(values[j]!);
  return symmetrize(multiply(scaled, transpose(vectors, n), n));
}
