import type { Calls } from "../../kernels/calls.ts";
import type { Block } from "./base-order.ts";
import type { FastPanel } from "./panel.ts";

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

/** `out = D'W(I - P)D p` for places of vectors. */
export function applyReduced(panel: FastPanel, p: number, out: number): void {
  const { pointers, inverse, weights, slots, scratch } = panel.places;
  const [one, two] = slots;
  panel.visitSums([out], (block, _part, { calls, outs }) => {
    const { first, last, from, to } = block;
    const own = outs[0]!;
    if (two === undefined) calls.applyOne(pointers, first, last, inverse, weights, one!.nodes, p, own);
    else if (slots.length === 2) {
      calls.applyTwo(
        ...([pointers, first, last, inverse, weights, one!.nodes, two.nodes] as const),
        ...([p, p + 16 * two.offset, own, own + 16 * two.offset] as const),
      );
    } else {
      calls.zeroBytes(scratch + 16 * from, 16 * (to - from));
      for (const { nodes, offset } of slots) calls.addNodes(nodes, from, to, p + 16 * offset, 1, scratch);
      scatterCentred(panel, block, own, calls);
    }
  });
}
