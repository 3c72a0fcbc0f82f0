import type { Worker } from "node:worker_threads";
import { threadFile } from "../../codebook/thread.ts";
import { compiledKernels } from "../../stats/kernels/load.ts";
import { type Calls, listOfCalls, Notes } from "./calls.ts";
import { wasm } from "./wasm.ts";

/** What the thread is given when it starts. */
export interface SecondThreadData {
  readonly module: WebAssembly.Module;
  /** Where it is (`STATES`), and how many numbers of the list are calls. */
  readonly state: Int32Array;
  readonly list: Float64Array;
}

export const STATES = { starting: 0, ready: 1, busy: 2, gone: 3 } as const;

/** Whether threads share memory with this one; in a browser one thread does everything. */
export const canShare = (): boolean =>
  typeof process !== "undefined" &&
  Boolean(process.versions?.node) &&
  typeof process.getBuiltinModule === "function";

/** Looks at the state before this thread sleeps: some ten microseconds, which a pass of the other may be late by. */
const LOOKS = 500;

/** Milliseconds after which a thread that should be done with its calls, which take a few, is taken for lost. */
const LATE = 120_000;

/**
 * A thread beside this one that makes the calls of kernels it is left, over the same memory. It starts while this thread works on and is done without
 * until then; with nothing to do for some seconds it ends, and gives up the memory.
 */
export class SecondThread {
  readonly #state = new Int32Array(new SharedArrayBuffer(8));
  readonly #notes: Notes;
  readonly #worker: Worker;
  #shared = 0;
  /** When it is ready, or never will be. */
  readonly started: Promise<void>;
  /** The memory it was sent last. */
  #memory: WebAssembly.Memory | null = null;

  private constructor(module: WebAssembly.Module, names: readonly string[]) {
    const list = listOfCalls();
    this.#notes = new Notes(list, names);
    const { Worker } = process.getBuiltinModule("node:worker_threads");
    const workerData: SecondThreadData = { module, state: this.#state, list };
    this.#worker = new Worker(threadFile(import.meta.url, "./second-thread-worker.js"), {
      env: {},
      execArgv: [],
      workerData,
    });
    this.#worker.unref();
    this.started = new Promise(resolve => {
      this.#worker.once("message", () => resolve());
      // One that cannot start, or stops, is done without.
      this.#worker.on("error", () => {
        Atomics.store(this.#state, 0, STATES.gone);
        resolve();
      });
    });
  }

  static start(): SecondThread {
    const module = compiledKernels(wasm);
    return new SecondThread(
      module,
      WebAssembly.Module.exports(module).map(({ name }) => name),
    );
  }

  /** How often it has done its share. */
  get shared(): number {
    return this.#shared;
  }

  get isGone(): boolean {
    return Atomics.load(this.#state, 0) === STATES.gone;
  }

  /** Has it make the calls of `theirs` while this thread does `own`; false, and nothing done, where it is not ready. */
  share(
    { memory }: { memory: WebAssembly.Memory },
    theirs: (calls: Calls) => void,
    own: () => void,
  ): boolean {
    const state = this.#state;
    if (Atomics.load(state, 0) !== STATES.ready) return false;
    this.#notes.clear();
    theirs(this.#notes.calls);
    if (!this.#notes.isWhole) return false;
    state[1] = this.#notes.length;
    if (this.#memory !== memory) this.#worker.postMessage(memory);
    this.#memory = memory;
    if (Atomics.compareExchange(state, 0, STATES.ready, STATES.busy) !== STATES.ready) return false;
    Atomics.notify(state, 0);
    try {
      own();
    } finally {
      this.#wait();
    }
    if (this.isGone) throw new Error("the second thread of a solve failed");
    this.#shared += 1;
    return true;
  }

  #wait(): void {
    const state = this.#state;
    for (let look = 0; look < LOOKS; look++) if (Atomics.load(state, 0) !== STATES.busy) return;
    while (Atomics.load(state, 0) === STATES.busy) {
      if (Atomics.wait(state, 0, STATES.busy, LATE) === "timed-out") Atomics.store(state, 0, STATES.gone);
    }
  }
}
