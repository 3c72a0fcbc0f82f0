import type { Fit } from "./fit/fit.ts";
import type { Design } from "./model/design.ts";
import { type Combination, combineTerms, shares } from "./staggered/aggregate.ts";
import type { Distribution, TermEstimate } from "./vcov/inference.ts";

/**
 * The coefficients of `sunab()` averaged by time since treatment, and over all times from treatment on (`ATT`), with the sample shares
 * of the cohorts, which are taken as known (Sun and Abraham 2021, section 4.1). Empty where the model has no such coefficients.
 */
export function averagedCells(
  fit: Fit,
  design: Design,
  inference: { matrix: Float64Array; distribution: Distribution; level?: number },
): { readonly names: ReadonlySet<string>; readonly terms: readonly TermEstimate[] } {
  const cells = new Map(
    design.columns.flatMap(column => (column.cell ? [[column.name, column] as const] : [])),
  );
  const used = fit.names.flatMap((name, position) => {
    const column = cells.get(name);
    return column === undefined
      ? []
      : [{ position, relative: column.cell!.relative, size: sizeOf(column.values, design) }];
  });
  if (used.length === 0) return { names: new Set(), terms: [] };
  const sizes: number[] = [];
  for (const { position, size } of used) sizes[position] = size;
  const period = [...cells.values()][0]!.name.split("::")[0]!;
  const over = (name: string, part: typeof used): Combination => ({
    name,
    weights: shares(
      part.map(({ position }) => position),
      sizes,
    ),
  });
  const relatives = [...new Set(used.map(({ relative }) => relative))].sort((a, b) => a - b);
  const after = used.filter(({ relative }) => relative >= 0);
  const combinations = [
    ...relatives.map(at =>
      over(
        `${period}::${at}`,
        used.filter(({ relative }) => relative === at),
      ),
    ),
    ...(after.length > 0 ? [over("ATT", after)] : []),
  ];
  return { names: new Set(cells.keys()), terms: combineTerms(fit, combinations, inference) };
}

function sizeOf(values: Float64Array, { weights }: Design): number {
  let sum = 0;
  for (let row = 0; row < values.length; row++) sum += values[row]! * (weights?.[row] ?? 1);
  return sum;
}
