import { strongSolver } from "../schur.ts";
import type { Slots } from "../sweeps.ts";
import type { FastStrong } from "./gradients.ts";
import type { FastPanel } from "./panel.ts";

/** The strong solver of `schur.ts` for a panel in the memory of the kernels; null where there is none. */
export function fastStrong(panel: FastPanel): FastStrong | null {
  const strong = strongSolver(slotsOf(panel));
  if (strong === null) return null;
  const vector = (at: number) => panel.workspace.doubles(at, 2 * panel.size);
  return {
    apply: (p, out) => strong.apply(vector(p), vector(out)),
    precondition: (residual, out) => strong.precondition(vector(residual), vector(out)),
  };
}

/** A copy of the panel for the plain code. */
function slotsOf({ workspace, places, order, size }: FastPanel): Slots {
  const { rows, groups } = order;
  return {
    pointers: order.pointers,
    nodes: places.slots.map(({ nodes, offset }) => {
      const own = workspace.ints(nodes, rows).slice();
      if (offset > 0) for (let i = 0; i < rows; i++) own[i]! += offset;
      return own;
    }),
    multipliers: null,
    baseMultiplier: null,
    size,
    weights: places.weights === 0 ? null : workspace.doubles(places.weights, rows).slice(),
    baseInverse: workspace.doubles(places.inverse, groups).slice(),
    diagonal: workspace.doubles(places.diagonal, size).map(value => (value > 0 ? 1 / value : 0)),
  };
}
