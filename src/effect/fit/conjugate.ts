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
  /** Called once when the diagonal is predicted to take long; null where there is nothing stronger. */
  readonly stronger?: () => StrongPart | null;
  /** Told after every iteration. */
  readonly onStep?: ((iterations: number) => void) | undefined;
}

/** What replaces the matrix and its preconditioner in a hard case. */
export interface StrongPart {
  readonly apply: (p: Float64Array, out: Float64Array) => void;
  readonly precondition: (residual: Float64Array, out: Float64Array) => void;
}

export interface PairSolution {
  readonly solution: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Relative squared size below which a residual is rounding. */
export const ROUNDING = 1e-30;
/** From this iteration on the total is predicted, and from this prediction on something stronger is tried. */
export const FIRST_PREDICTION = 4;
export const TOO_MANY = 16;

/**
 * Preconditioned conjugate gradients (Hestenes and Stiefel 1952; Golub and Van Loan, section 11.5) for both columns in
 * one sweep. Stops when r'M⁻¹r is `tolerance²` of its start, for each column by itself. Begins with the diagonal and
 * goes over to the stronger preconditioner when the mean rate so far promises more than 16 iterations.
 */
export function conjugateGradients(system: PairSystem): PairSolution {
  const inverse = system.diagonal.map(value => (value > 0 ? 1 / value : 0));
  const weak: StrongPart = {
    apply: system.apply,
    precondition: (residual, out) => {
      for (let node = 0; node < inverse.length; node++) {
        out[2 * node] = inverse[node]! * residual[2 * node]!;
        out[2 * node + 1] = inverse[node]! * residual[2 * node + 1]!;
      }
    },
  };
  const solution = new Float64Array(system.right.length);
  const hasty = system.stronger !== undefined;
  const first = iterate(system, weak, { solution, residual: system.right.slice(), hasty, done: 0 });
  if (first.finished || !hasty) return { solution, iterations: first.iterations, converged: first.finished };
  const strong = system.stronger?.() ?? weak;
  const residual = residualOf(system, strong, solution);
  const second = iterate(system, strong, { solution, residual, hasty: false, done: first.iterations });
  return { solution, iterations: second.iterations, converged: second.finished };
}

/** Conjugate gradients with a preconditioner known to be strong from the start. */
export function strongGradients(system: PairSystem, strong: StrongPart): PairSolution {
  const solution = new Float64Array(system.right.length);
  const state = { solution, residual: system.right.slice(), hasty: false, done: 0 };
  const { iterations, finished } = iterate(system, strong, state);
  return { solution, iterations, converged: finished };
}

function residualOf(system: PairSystem, { apply }: StrongPart, solution: Float64Array): Float64Array {
  const product = new Float64Array(solution.length);
  apply(solution, product);
  return system.right.map((value, i) => value - product[i]!);
}

interface State {
  readonly solution: Float64Array;
  readonly residual: Float64Array;
  /** Whether to give up when the end is far. */
  readonly hasty: boolean;
  readonly done: number;
}

function iterate(system: PairSystem, part: StrongPart, { solution, residual, hasty, done }: State) {
  const { tolerance } = system;
  const scratch = new Float64Array(residual.length);
  part.precondition(system.right, scratch);
  const start = innerProducts(system.right, scratch);
  const target = start.map((energy, c) => Math.max(tolerance ** 2 * energy, ROUNDING * system.floor[c]!));
  const direction = new Float64Array(residual.length);
  part.precondition(residual, direction);
  let energy = innerProducts(residual, direction);
  const open = () => energy.some((value, c) => value > target[c]!);
  let iterations = done;
  while (open() && iterations < system.maxIterations) {
    if (
      hasty &&
      iterations >= FIRST_PREDICTION &&
      predictedIterations(energy, { start, target, iterations }) > TOO_MANY
    ) {
      return { iterations, finished: false };
    }
    part.apply(direction, scratch);
    const curvature = innerProducts(direction, scratch);
    const step = energy.map((value, c) =>
      value > target[c]! && curvature[c]! > 0 ? value / curvature[c]! : 0,
    );
    if (step.every(value => value === 0)) break;
    advance(solution, direction, step, 1);
    advance(residual, scratch, step, -1);
    part.precondition(residual, scratch);
    const energies = innerProducts(residual, scratch);
    const ratio = energies.map((value, c) => (energy[c]! > 0 ? value / energy[c]! : 0));
    const [first, second] = [ratio[0]!, ratio[1]!];
    for (let i = 0; i < scratch.length; i += 2) {
      direction[i] = scratch[i]! + first * direction[i]!;
      direction[i + 1] = scratch[i + 1]! + second * direction[i + 1]!;
    }
    energy = energies;
    iterations += 1;
    system.onStep?.(iterations);
  }
  return { iterations, finished: !open() };
}

interface Progress {
  readonly start: readonly number[];
  readonly target: readonly number[];
  readonly iterations: number;
}

/** Iterations in all if the mean rate of the slower column goes on. */
export function predictedIterations(
  energy: readonly number[],
  { start, target, iterations }: Progress,
): number {
  return Math.max(
    ...energy.map((value, c) => {
      if (value <= target[c]!) return iterations;
      const rate = Math.log(value / start[c]!);
      return rate >= 0 ? Number.POSITIVE_INFINITY : (iterations * Math.log(target[c]! / start[c]!)) / rate;
    }),
  );
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
  const a = sign * step[0]!;
  const b = sign * step[1]!;
  for (let i = 0; i < x.length; i += 2) {
    x[i]! += a * by[i]!;
    x[i + 1]! += b * by[i + 1]!;
  }
}
