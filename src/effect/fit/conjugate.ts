/** A symmetric positive semi-definite system for two interleaved right-hand sides. */
export interface PairSystem {
  /** Writes the product of the matrix and `p` into `out`. */
  readonly apply: (p: Float64Array, out: Float64Array) => void;
  readonly right: Float64Array;
  /** Diagonal of the preconditioner, one entry a node; a node with 0 stays 0. */
  readonly diagonal: Float64Array;
  /** Weighted squares of the two columns: the solve ends where the residual is rounding of them. */
  readonly floor: readonly [number, number];
  readonly tolerance: number;
  readonly maxIterations: number;
}

export interface PairSolution {
  readonly solution: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Relative squared size below which a residual is rounding. */
const ROUNDING = 1e-30;

/**
 * Conjugate gradients with a diagonal preconditioner (Hestenes and Stiefel 1952; Golub and Van Loan, section 11.5),
 * for both columns in one sweep. Stops when r'M⁻¹r is `tolerance²` of its start, for each column by itself.
 */
export function conjugateGradients(system: PairSystem): PairSolution {
  const { right, diagonal, tolerance } = system;
  const inverse = diagonal.map(value => (value > 0 ? 1 / value : 0));
  const solution = new Float64Array(right.length);
  const residual = right.slice();
  const direction = precondition(residual, inverse);
  const product = new Float64Array(right.length);
  let energy = innerProducts(residual, direction);
  const target = energy.map((start, c) => Math.max(tolerance ** 2 * start, ROUNDING * system.floor[c]!));
  const open = () => energy.some((value, c) => value > target[c]!);
  let iterations = 0;
  while (open() && iterations < system.maxIterations) {
    system.apply(direction, product);
    const curvature = innerProducts(direction, product);
    const step = energy.map((value, c) =>
      value > target[c]! && curvature[c]! > 0 ? value / curvature[c]! : 0,
    );
    if (step.every(value => value === 0)) break;
    advance(solution, direction, step, 1);
    advance(residual, product, step, -1);
    const next = precondition(residual, inverse);
    const energies = innerProducts(residual, next);
    const ratio = energies.map((value, c) => (energy[c]! > 0 ? value / energy[c]! : 0));
    for (let i = 0; i < next.length; i += 2) {
      direction[i] = next[i]! + ratio[0]! * direction[i]!;
      direction[i + 1] = next[i + 1]! + ratio[1]! * direction[i + 1]!;
    }
    energy = energies;
    iterations += 1;
  }
  return { solution, iterations, converged: !open() };
}

function precondition(residual: Float64Array, inverse: Float64Array): Float64Array {
  const out = new Float64Array(residual.length);
  for (let node = 0; node < inverse.length; node++) {
    out[2 * node] = inverse[node]! * residual[2 * node]!;
    out[2 * node + 1] = inverse[node]! * residual[2 * node + 1]!;
  }
  return out;
}

function innerProducts(x: Float64Array, y: Float64Array): [number, number] {
  let a = 0;
  let b = 0;
  for (let i = 0; i < x.length; i += 2) {
    a += x[i]! * y[i]!;
    b += x[i + 1]! * y[i + 1]!;
  }
  return [a, b];
}

function advance(x: Float64Array, by: Float64Array, step: readonly number[], sign: 1 | -1): void {
  const [a, b] = [sign * step[0]!, sign * step[1]!];
  for (let i = 0; i < x.length; i += 2) {
    x[i]! += a * by[i]!;
    x[i + 1]! += b * by[i + 1]!;
  }
}
