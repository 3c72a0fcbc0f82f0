/** Bounds the weight that a single pair can bring, so that one overwhelming pair cannot outvote many that disagree. */
export const CAP = 10;

/** Rows that decisions keep apart from each row. */
export function apartFrom(apart: readonly (readonly [number, number])[]): Map<number, number[]> {
  const separate = new Map<number, number[]>();
  for (const [a, b] of apart)
    for (const [row, other] of [
      [a, b],
      [b, a],
    ] as const)
      separate.set(row, [...(separate.get(row) ?? []), other]);
  return separate;
}
