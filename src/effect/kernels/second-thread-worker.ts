import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { adoptKernels, bindKernels } from "../../stats/kernels/load.ts";
import { makeCalls } from "./calls.ts";
import { type SecondThreadData, STATES } from "./second-thread.ts";
import { wasm } from "./wasm.ts";

// The other side of `second-thread.ts`: sleeps until there are calls to make, and ends when there are none for long.

/** Milliseconds without work after which it gives up. */
const PATIENCE = 5000;

const { module, state, list } = workerData as SecondThreadData;
adoptKernels(wasm, module);

type Kernel = (...given: number[]) => unknown;
let kernels: readonly Kernel[] = [];

/** The memory may be another one than last time. */
function takeMemory(): void {
  for (;;) {
    const received = receiveMessageOnPort(parentPort!);
    if (received === undefined) return;
    kernels = Object.values(
      bindKernels<Record<string, Kernel>>(wasm, received.message as WebAssembly.Memory),
    );
  }
}

function leave(): void {
  Atomics.store(state, 0, STATES.gone);
  Atomics.notify(state, 0);
}

Atomics.store(state, 0, STATES.ready);
parentPort!.postMessage("ready");
for (;;) {
  const isIdle = Atomics.wait(state, 0, STATES.ready, PATIENCE) === "timed-out";
  if (isIdle && Atomics.compareExchange(state, 0, STATES.ready, STATES.gone) === STATES.ready) break;
  if (Atomics.load(state, 0) !== STATES.busy) continue;
  try {
    takeMemory();
    makeCalls(list, state[1]!, kernels);
  } catch (error) {
    leave();
    throw error;
  }
  Atomics.store(state, 0, STATES.ready);
  Atomics.notify(state, 0);
}
