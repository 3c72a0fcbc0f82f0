import { sumsOf } from "../data/gathered.ts";
import { eachNumbers, firstOf, type Numbers } from "../data/taken.ts";

/** Weighted variation of a column about its mean, or its square where it does not vary. */
export function variationOf(column: Numbers, weights: Float64Array | null): number {
  return variation(shiftedSums(column, weights));
}

interface ShiftedSums {
  /** What every value was lessened by. */
  readonly shift: number;
  /** Sum of the weights. */
  readonly total: number;
  readonly sum: number;
  readonly squares: number;
}

export function variation({ shift, total, sum, squares }: ShiftedSums): number {
  const about = squares - (sum * sum) / total;
  const raw = squares + shift * (2 * sum + shift * total);
  return about > 1e-20 * raw ? about : raw;
}

/** Taking out the first value keeps the digits of columns such as years, whose mean is large beside their variation. */
function shiftedSums(column: Numbers, weights: Float64Array | null): ShiftedSums {
  const known = weights === null ? sumsOf(column) : null;
  if (known?.missing === 0) return { ...known, total: column.length };
  const shift = column.length === 0 ? 0 : firstOf(column);
  const sums = { shift, total: 0, sum: 0, squares: 0 };
  eachNumbers(column, (part, from) => addSums(sums, part, weights, from));
  return sums;
}

/** Sums of a part in numbers of its own, which stay in registers. */
function addSums(
  sums: { readonly shift: number; total: number; sum: number; squares: number },
  part: Float64Array,
  weights: Float64Array | null,
  from: number,
): void {
  const { shift } = sums;
  let { total, sum, squares } = sums;
  for (let i = 0; i < part.length; i++) {
    const w = weights === null ? 1 : weights[from + i]!;
    const value = part[i]! - shift;
    total += w;
    sum += w * value;
    squares += w * value * value;
  }
  Object.assign(sums, { total, sum, squares });
}
