import { solveLinear } from "../../stats/linalg.ts";

/**
 * Minimises `|A w - b|² / rows + ridge |w|²` over weights that are not negative and add to one, exactly, by an active
 * set method (Lawson and Hanson 1974, chapter 23, with the sum as an equality). Columns of `a` belong to weights.
 */
export function simplexLeastSquares(
  a: readonly Float64Array[],
  b: Float64Array,
  ridge: number,
): Float64Array {
  const n = a.length;
  const rows = b.length;
  const gram = new Float64Array(n * n);
  const right = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let row = 0; row < rows; row++) sum += a[i]![row]! * a[j]![row]!;
      gram[i * n + j] = sum / rows + (i === j ? ridge : 0);
      gram[j * n + i] = gram[i * n + j]!;
    }
    for (let row = 0; row < rows; row++) right[i]! += (a[i]![row]! * b[row]!) / rows;
  }
  return activeSet(gram, right);
}

/** Relative size below which a violation of the optimality conditions is rounding. */
const TOLERANCE = 1e-12;

/** Minimises `w'G w / 2 - r'w` on the simplex. */
function activeSet(gram: Float64Array, right: Float64Array): Float64Array {
  const n = right.length;
  const gradient = (w: Float64Array) =>
    Float64Array.from({ length: n }, (_, i) => {
      let sum = -right[i]!;
      for (let j = 0; j < n; j++) if (w[j] !== 0) sum += gram[i * n + j]! * w[j]!;
      return sum;
    });
  const value = (i: number) => gram[i * n + i]! / 2 - right[i]!;
  const start = [...right.keys()].reduce((best, i) => (value(i) < value(best) ? i : best), 0);
  let passive = [start];
  let w = new Float64Array(n);
  w[start] = 1;
  const scale =
    right.reduce((size, v) => Math.max(size, Math.abs(v)), 0) +
    gram.reduce((s, v) => Math.max(s, Math.abs(v)), 0);
  for (let round = 0; round < 50 * n; round++) {
    const g = gradient(w);
    const level = passive.reduce((sum, i) => sum + g[i]! * w[i]!, 0);
    let entering = -1;
    for (let i = 0; i < n; i++) {
      if (passive.includes(i)) continue;
      if (g[i]! - level < -TOLERANCE * scale && (entering < 0 || g[i]! < g[entering]!)) entering = i;
    }
    if (entering < 0) return w;
    passive.push(entering);
    for (;;) {
      const target = equalityMinimum(gram, right, passive);
      const blocking = passive.filter((_, place) => target[place]! <= 0);
      if (blocking.length === 0) {
        w = new Float64Array(n);
        for (const [place, i] of passive.entries()) w[i] = target[place]!;
        break;
      }
      let step = 1;
      for (const [place, i] of passive.entries()) {
        if (target[place]! <= 0) step = Math.min(step, w[i]! / (w[i]! - target[place]!));
      }
      for (const [place, i] of passive.entries()) w[i] = w[i]! + step * (target[place]! - w[i]!);
      const out = new Set(passive.filter((i, place) => target[place]! <= 0 && w[i]! <= 1e-15));
      for (const i of out) w[i] = 0;
      const left = passive.filter(i => !out.has(i));
      if (left.length === passive.length) return w;
      passive = left;
    }
  }
  return w;
}

/** Minimum over the passive weights that add to one: the optimality conditions as a linear system. */
function equalityMinimum(gram: Float64Array, right: Float64Array, passive: readonly number[]): Float64Array {
  const n = right.length;
  const p = passive.length;
  const size = p + 1;
  const system = new Float64Array(size * size);
  const rhs = new Float64Array(size);
  for (const [a, i] of passive.entries()) {
    for (const [b, j] of passive.entries()) system[a * size + b] = gram[i * n + j]!;
    system[a * size + p] = 1;
    system[p * size + a] = 1;
    rhs[a] = right[i]!;
  }
  rhs[p] = 1;
  return (solveLinear(system, rhs) ?? new Float64Array(size)).slice(0, p);
}
