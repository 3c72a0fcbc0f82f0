import { parentPort, workerData } from "node:worker_threads";
import { adoptKernels } from "../../stats/kernels/load.ts";
import type { SharedComparer } from "../compare/compare.ts";
import { loadWorldly } from "../compare/worldly.ts";
import { wasm } from "../kernels/wasm.ts";
import { chunkDoer } from "./here.ts";
import type { FromWorker, ToWorker } from "./threads.ts";

// One thread of those that share out the chunks of a step: takes the next chunk that nobody has taken until none is left.

const port = parentPort!;
const comparers = new Map<number, SharedComparer>();
const answer = (message: FromWorker) => port.postMessage(message);

adoptKernels(wasm, workerData as WebAssembly.Module);
answer({ ready: true });

port.on("message", async ({ task, given, chunks, next, comparer }: ToWorker) => {
  try {
    if (comparer?.shared) comparers.set(comparer.id, comparer.shared);
    const missing = loadWorldly(comparer?.shared?.fields.map(({ column }) => column.type) ?? []);
    if (missing) await missing;
    const known = comparer && { comparer: comparers.get(comparer.id) };
    const chunk = chunkDoer({ task, given: { ...(given as object), ...known } });
    for (let at = Atomics.add(next, 0, 1); at < chunks; at = Atomics.add(next, 0, 1))
      answer({ at, result: chunk(at) });
    answer({ done: true });
  } catch (error) {
    answer({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
