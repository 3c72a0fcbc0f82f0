import { expect, test } from "vitest";
import { loadKernels } from "../../stats/kernels/load.ts";
import { applyReduced } from "../fit/apply-reduced.ts";
import { seededRandom } from "../random.ts";
import { type Kernels, wasm } from "./wasm.ts";

test.each([false, true])("the reduced product is that of the plain code (memory shared: %s)", shared => {
  const { run, memory } = loadKernels<Kernels>(wasm, { shared });
  const random = seededRandom(3);
  const sizes = [3, 1, 4, 0, 7];
  const pointers = Int32Array.of(0, 3, 4, 8, 8, 15);
  const node = Int32Array.from({ length: 15 }, () => Math.floor(6 * random()));
  const baseInverse = Float64Array.from(sizes, size => (size > 0 ? 1 / size : 0));
  const p = Float64Array.from({ length: 12 }, random);
  const slots = {
    pointers,
    nodes: [node],
    multipliers: null,
    baseMultiplier: null,
    size: 6,
    weights: null,
    baseInverse,
    diagonal: new Float64Array(0),
  };
  const wanted = new Float64Array(12);
  applyReduced(slots, p, wanted);
  new Int32Array(memory.buffer, 64, 6).set(pointers);
  new Int32Array(memory.buffer, 128, 15).set(node);
  new Float64Array(memory.buffer, 256, 5).set(baseInverse);
  new Float64Array(memory.buffer, 512, 12).set(p);
  const counts = Array.from({ length: 6 }, (_, at) => node.filter(one => one === at).length);
  new Float64Array(memory.buffer, 768, 6).set(counts.map(count => (count > 0 ? 1 / count : 0)));
  run.sweepMeans(1, 64, 0, 3, 256, 0, 128, 512, 1024);
  run.sweepMeans(1, 64, 3, 5, 256, 0, 128, 512, 1024);
  run.addDiagonal(1, 768, 512, 6, 1024);
  for (const [at, value] of new Float64Array(memory.buffer, 1024, 12).entries())
    expect(value).toBeCloseTo(wanted[at]!, 14);
});
