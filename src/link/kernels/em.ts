import { type Loaded, loadKernels } from "../../stats/kernels/load.ts";
import type { EmOptions, Parameters, PatternCounts } from "../train/em.ts";
import type { Numbers } from "./arena.ts";
import { type Kernels, wasm } from "./wasm.ts";

/** A page that is left free. */
const HEAP = 65_536;

let loaded: Loaded<Kernels> | null | undefined;

/** The kernels of this thread, with a memory of their own. */
function kernelsOfThread(): Loaded<Kernels> | null {
  if (loaded !== undefined) return loaded;
  try {
    loaded = loadKernels<Kernels>(wasm, { shared: typeof SharedArrayBuffer !== "undefined" });
  } catch {
    loaded = null;
  }
  return loaded;
}

/** EM from a start, one iteration a call: returns the largest change of a parameter. `parameters` says where it is. */
export interface Iteration {
  readonly step: () => number;
  readonly parameters: () => Parameters;
}

/** Iterations in kernels; null where there are none. */
export function iterationInKernels(
  { fields, levels, counts }: PatternCounts,
  start: Parameters,
  fixed: NonNullable<EmOptions["fixed"]>,
): Iteration | null {
  const kernels = kernelsOfThread();
  if (!kernels) return null;
  const { run, memory } = kernels;
  run.startHeap(HEAP);
  const put = (array: Numbers) => {
    const at = run.allocate(array.byteLength) >>> 0;
    new Uint8Array(memory.buffer, at, array.byteLength).set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    );
    return at;
  };
  const starts = new Int32Array(fields.length + 1);
  for (const [field, { levels: count }] of fields.entries()) starts[field + 1] = starts[field]! + count;
  const all = starts[fields.length]!;
  const [m, u] = [start.m, start.u].map(rows => put(Float64Array.from(rows.flat()))) as [number, number];
  const share = put(Float64Array.of(start.lambda));
  const [sumsM, sumsU] = [put(new Float64Array(all)), put(new Float64Array(all))];
  const places = [put(starts), put(levels), put(counts)] as const;
  const bits = (fixed.lambda ? 1 : 0) + (fixed.m ? 2 : 0) + (fixed.u ? 4 : 0);
  const rows = (at: number) => {
    const flat = Array.from(new Float64Array(memory.buffer, at, all));
    return fields.map((_, field) => flat.slice(starts[field], starts[field + 1]));
  };
  const { length } = counts;
  return {
    step: () => run.iterate(fields.length, ...places, length, share, m, u, sumsM, sumsU, bits),
    parameters: () => ({
      lambda: new Float64Array(memory.buffer, share, 1)[0]!,
      m: fixed.m ? start.m : rows(m),
      u: fixed.u ? start.u : rows(u),
    }),
  };
}
