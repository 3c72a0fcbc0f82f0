import type { Worker } from "node:worker_threads";
import { compiledKernels } from "../../stats/kernels/load.ts";
import type { SharedComparer } from "../compare/compare.ts";
import { wasm } from "../kernels/wasm.ts";
import { int32s } from "../memory.ts";
import { chunkDoer, doHere } from "./here.ts";
import type { Step, TaskName, Work } from "./steps.ts";

export interface ToWorker {
  readonly task: TaskName;
  readonly given: unknown;
  readonly chunks: number;
  /** The next chunk that nobody has taken. */
  readonly next: Int32Array;
  /** What rows are compared with, by its number; sent once. */
  readonly comparer: { readonly id: number; readonly shared: SharedComparer | null } | null;
}

export type FromWorker =
  | { readonly ready: true }
  | { readonly at: number; readonly result: unknown }
  | { readonly done: true }
  | { readonly fault: string };

/**
 * The modules of a worker as the one script that the build makes of them (scripts/one-script.mjs), or, where it was not made or they were compiled after it, as
 * they are. From source (tests) those of the build run, because Node 20 does not load TypeScript.
 */
function workerFile(): URL {
  const fromSource = import.meta.url.endsWith(".ts");
  const folder = new URL(fromSource ? "../../../dist/link/work/" : "./", import.meta.url);
  const modules = new URL("worker.js", folder);
  const script = new URL("one-worker.cjs", folder);
  const { existsSync, statSync } = process.getBuiltinModule("node:fs");
  if (!existsSync(script)) return modules;
  // An installed package has no source, and its files the times of their unpacking.
  const compiledHere = existsSync(new URL("../../../src/", folder));
  return compiledHere && statSync(script).mtimeMs < statSync(modules).mtimeMs ? modules : script;
}

/** Are there threads that share memory with this one? */
export const canShare = (): boolean =>
  typeof process !== "undefined" &&
  Boolean(process.versions?.node) &&
  typeof process.getBuiltinModule === "function";

/** Threads that wait for work, this one among them. */
export interface Threads {
  /** Those that have started by now. */
  readonly ready: readonly Helper[];
  /** When all have, or did not start at all. */
  readonly started: Promise<unknown>;
  /** From now on the program does not end before they are stopped. */
  readonly hold: () => void;
  readonly stop: () => Promise<unknown>;
}

const NO_THREADS: Threads = {
  ready: [],
  started: Promise.resolve(),
  hold: () => {},
  stop: async () => null,
};

/**
 * Starts so many threads, this one among them. It takes a while until they can work: who still has a table to read starts them before, and gives them
 * to `linkTableOnThreads`, which stops them.
 */
export function startThreads(count: number): Threads {
  if (count < 2 || !canShare()) return NO_THREADS;
  const ready: Helper[] = [];
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const workers = Array.from(
    { length: count - 1 },
    () => new Worker(workerFile(), { env: {}, workerData: compiledKernels(wasm) }),
  );
  const started = workers.map(
    worker =>
      new Promise<void>(resolve => {
        worker.unref();
        worker.once("message", () => {
          ready.push({ worker, comparers: new Map() });
          resolve();
        });
        // One that does not start is done without; one that stops later is heard of where it is waited for.
        worker.on("error", () => resolve());
      }),
  );
  return {
    ready,
    started: Promise.all(started),
    hold: () => {
      for (const worker of workers) worker.ref();
    },
    stop: () => Promise.all(workers.map(worker => worker.terminate())),
  };
}

/**
 * Does the work with so many threads, or with those that were started before. What comes out is what `doHere` gives, to the byte. A worker takes part as soon as it has
 * started, and is not waited for unless told: a small table may be done before.
 */
export async function doOnThreads<T>(
  work: Work<T>,
  threads: number | Threads,
  { wait = false }: { wait?: boolean } = {},
): Promise<T> {
  if (typeof threads === "number" && (threads < 2 || !canShare())) return doHere(work);
  const { ready, started, hold, stop } = typeof threads === "number" ? startThreads(threads) : threads;
  hold();
  try {
    if (wait) await started;
    let next = work.next();
    while (!next.done) next = work.next(await share(next.value, ready));
    return next.value;
  } finally {
    await stop();
  }
}

/** A worker that has started, and the comparers that it was sent, by their number. */
export interface Helper {
  readonly worker: Worker;
  readonly comparers: Map<SharedComparer, number>;
}

/** Does one step together with the workers that have started, also with those that start meanwhile. */
async function share(step: Step, ready: readonly Helper[]): Promise<unknown[]> {
  const results = new Array<unknown>(step.chunks);
  const next = int32s(1);
  let failed: unknown = null;
  const others: Promise<void>[] = [];
  const ask = () => {
    // A step of one chunk is done before a worker has heard of it.
    while (step.chunks > 1 && others.length < ready.length) {
      const { worker, comparers } = ready[others.length]!;
      const helping = helped(worker, { ...messageOf(step, comparers), next }, results);
      others.push(
        helping.catch(error => {
          failed ??= error;
        }),
      );
    }
  };
  ask();
  const chunk = chunkDoer(step);
  for (let at = Atomics.add(next, 0, 1); at < step.chunks; at = Atomics.add(next, 0, 1)) {
    results[at] = chunk(at);
    // Between two chunks results of the workers come in.
    await new Promise(resolve => setImmediate(resolve));
    if (failed !== null) break;
    ask();
  }
  await Promise.all(others);
  if (failed !== null) throw failed;
  return results;
}

function messageOf({ task, given, chunks }: Step, comparers: Map<SharedComparer, number>) {
  const { comparer: shared, ...rest } = given as { comparer?: SharedComparer };
  if (!shared) return { task, given, chunks, comparer: null };
  const known = comparers.get(shared);
  const id = known ?? comparers.size;
  comparers.set(shared, id);
  return { task, given: rest, chunks, comparer: { id, shared: known === undefined ? shared : null } };
}

/** Has a worker take chunks until none is left. */
function helped(worker: Worker, message: ToWorker, results: unknown[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const left = () => fail(new Error("a thread ended before its work was done"));
    const heard = (answer: FromWorker) => {
      if ("at" in answer) results[answer.at] = answer.result;
      else if ("done" in answer) finish(resolve);
      else if ("fault" in answer) fail(new Error(answer.fault));
    };
    const fail = (error: Error) => finish(() => reject(error));
    const finish = (then: () => void) => {
      worker.off("message", heard).off("error", fail).off("exit", left);
      then();
    };
    worker.on("message", heard).on("error", fail).on("exit", left);
    worker.postMessage(message);
  });
}
