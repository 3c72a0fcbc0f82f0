import type { Calls } from "../../kernels/calls.ts";
import type { Block } from "./base-order.ts";
import type { FastPanel } from "./panel.ts";
import type { Slot } from "./places.ts";

/** `out += D'W(I - P)` of the scratch, which is overwritten. */
export function scatterCentred(
  { places }: FastPanel,
  { first, last, from, to }: Block,
  out: number,
  calls: Calls,
): void {
  const { pointers, inverse, weights, slots, scratch } = places;
  calls.finishRows(pointers, first, last, inverse, weights, 0, 0, 0, 0, scratch);
  for (const { nodes, offset } of slots)
    calls.scatterRows(nodes, from, to, weights, scratch, out + 16 * offset);
}

/** `out = D'W(I - P)D p` for places of vectors of `width` pairs a node; more than one only beside at most two slots. */
export function applyReduced(panel: FastPanel, p: number, out: number, width = 1): void {
  const [one, two] = panel.places.slots;
  if (two === undefined) applyOne(panel, one!, { p, out, width });
  else if (panel.slots > 2) applyMany(panel, p, out);
  else {
    const small = panel.smallSlot();
    if (small !== null) small.apply(p, out, width);
    else applyTwo(panel, [one!, two], { p, out, width });
  }
}

interface Vectors {
  readonly p: number;
  readonly out: number;
  readonly width: number;
}

function applyOne(panel: FastPanel, { nodes }: Slot, { p, out, width }: Vectors): void {
  const { pointers, inverse, weights, diagonal } = panel.places;
  panel.visitSums(
    [out],
    ({ first, last }, _part, { calls, outs }) =>
      calls.sweepMeans(width, pointers, first, last, inverse, weights, nodes, p, outs[0]!),
    {},
    width,
  );
  panel.workspace.run.addDiagonal(width, diagonal, p, panel.size, out);
}

function applyTwo(panel: FastPanel, [one, two]: readonly [Slot, Slot], { p, out, width }: Vectors): void {
  const { pointers, inverse, weights } = panel.places;
  const second = 16 * width * two.offset;
  panel.visitSums(
    [out],
    ({ first, last }, _part, { calls, outs }) => {
      const rows = [pointers, first, last, inverse, weights, one.nodes, two.nodes] as const;
      const vectors = [p, p + second, outs[0]!, outs[0]! + second] as const;
      if (width === 1) calls.applyTwo(...rows, ...vectors);
      else calls.applyWide(width, ...rows, ...vectors);
    },
    {},
    width,
  );
}

function applyMany(panel: FastPanel, p: number, out: number): void {
  const { slots, scratch } = panel.places;
  panel.visitSums([out], (block, _part, { calls, outs }) => {
    const { from, to } = block;
    calls.zeroBytes(scratch + 16 * from, 16 * (to - from));
    for (const { nodes, offset } of slots) calls.addNodes(nodes, from, to, p + 16 * offset, 1, scratch);
    scatterCentred(panel, block, outs[0]!, calls);
  });
}
