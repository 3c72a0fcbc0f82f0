// Logistic regression with a ridge penalty on all weights but the first, by Newton's method (Hastie, Tibshirani and Friedman, The Elements of
// Statistical Learning, 2nd ed., section 4.4.1 and equation 4.26). Rows are lists of names of signs that are there.

const sigmoid = x => 1 / (1 + Math.exp(-x));

/** Solves a symmetric positive definite system in place (Cholesky). */
function solve(a, b) {
  const n = b.length;
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) a[j][j] -= a[j][k] ** 2;
    a[j][j] = Math.sqrt(a[j][j]);
    for (let i = j + 1; i < n; i++) {
      for (let k = 0; k < j; k++) a[i][j] -= a[i][k] * a[j][k];
      a[i][j] /= a[j][j];
    }
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) b[i] -= a[i][k] * b[k];
    b[i] /= a[i][i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i] -= a[k][i] * b[k];
    b[i] /= a[i][i];
  }
  return b;
}

const STEPS = 30;

/**
 * Weights by sign, "" the intercept, for rows `{signs, right, counts}` that count as so many (one where not said); `ridge` is the penalty. A sign that few rows have says little and stays near
 * nothing, so that none has to be left out.
 */
export function fitted(rows, ridge) {
  const names = ["", ...new Set(rows.flatMap(({ signs }) => signs))];
  const at = new Map(names.map((name, i) => [name, i]));
  const columns = rows.map(({ signs }) => [0, ...signs.map(sign => at.get(sign))]);
  const weights = names.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((w, i) => (i === 0 ? 0 : -ridge * w));
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? (i === 0 ? 1e-9 : ridge) : 0)));
    for (const [r, { right, counts = 1 }] of rows.entries()) {
      const p = sigmoid(columns[r].reduce((sum, i) => sum + weights[i], 0));
      for (const i of columns[r]) {
        gradient[i] += counts * ((right ? 1 : 0) - p);
        for (const j of columns[r]) hessian[i][j] += counts * p * (1 - p);
      }
    }
    const move = solve(hessian, gradient);
    for (const i of weights.keys()) weights[i] += move[i];
    if (Math.max(...move.map(Math.abs)) < 1e-8) break;
  }
  return Object.fromEntries(names.map((name, i) => [name, weights[i]]));
}

export const predict = (weights, signs) =>
  sigmoid(signs.reduce((sum, sign) => sum + (weights[sign] ?? 0), weights[""]));

/** Intercept and slope of `right` on one number. */
export function fitLine(rows) {
  let [a, b] = [0, 0];
  for (let step = 0; step < STEPS; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-9, 0, 1e-9];
    for (const { x, right, counts = 1 } of rows) {
      const p = sigmoid(a + b * x);
      const [e, w] = [counts * ((right ? 1 : 0) - p), counts * p * (1 - p)];
      [ga, gb, haa, hab, hbb] = [ga + e, gb + e * x, haa + w, hab + w * x, hbb + w * x * x];
    }
    const det = haa * hbb - hab * hab;
    [a, b] = [a + (hbb * ga - hab * gb) / det, b + (haa * gb - hab * ga) / det];
  }
  return [a, b];
}

export const onLine = ([a, b], x) => sigmoid(a + b * x);
