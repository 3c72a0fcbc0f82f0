import type { Worker } from "node:worker_threads";
import { canShare } from "../work/threads.ts";
import { explainRows, type KindRows, type LinkedKind, type LinkKindOptions, linkRows } from "./link-rows.ts";
import type { RecordPair } from "./propose-events.ts";

/** What a thread is asked: to link a kind, or what stands for and against pairs of its records. */
export type LinkJob =
  | { readonly job: "link"; readonly of: KindRows; readonly options: LinkKindOptions }
  | {
      readonly job: "explain";
      readonly of: KindRows;
      readonly pairs: readonly (readonly [string, string])[];
    };

type Done = LinkedKind | (RecordPair | null)[];

export type LinkAnswer = { readonly id: number } & (
  | { readonly answer: unknown }
  | { readonly fault: string }
);

/** Does a job in this thread. */
export const doJob = (job: LinkJob): Done =>
  job.job === "link" ? linkRows(job.of, job.options) : explainRows(job.of, job.pairs);

/** From source (tests) the build's copy runs, because Node 20 does not load TypeScript; from a build it is the neighbouring file. */
const workerFile = () =>
  import.meta.url.endsWith(".ts")
    ? new URL("../../../dist/link/book/link-worker.js", import.meta.url)
    : new URL("./link-worker.js", import.meta.url);

/** The thread that links, kept for a while: the kinds of a book are linked one after the other, and the second finds it warm. */
let kept: { readonly worker: Worker; idle: NodeJS.Timeout | null; jobs: number } | null = null;

/** Milliseconds after its last job that the thread waits for another. */
const IDLE = 5000;

function thread() {
  if (kept) {
    if (kept.idle !== null) clearTimeout(kept.idle);
    kept.idle = null;
    return kept;
  }
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const mine = { worker: new Worker(workerFile(), { env: {} }), idle: null, jobs: 0 };
  kept = mine;
  return mine;
}

let last = 0;

/**
 * Links a kind, or explains pairs, in a thread of its own: comparing every record with every other takes a second and more, in which a server
 * would answer nobody. Where there are no threads it is done here.
 */
export async function doJobApart(job: LinkJob): Promise<Done> {
  if (!canShare()) return doJob(job);
  const mine = thread();
  const { worker } = mine;
  const id = ++last;
  mine.jobs++;
  worker.ref();
  try {
    return await new Promise((resolve, reject) => {
      const left = (code: number) =>
        fail(new Error(`the thread that links ended (${code}) without an answer`));
      const heard = (message: LinkAnswer) => {
        if (message.id !== id) return;
        stop();
        if ("fault" in message) reject(new Error(message.fault));
        else resolve(message.answer as Done);
      };
      const fail = (error: Error) => {
        stop();
        if (kept === mine) kept = null;
        reject(error);
      };
      const stop = () => worker.off("message", heard).off("error", fail).off("exit", left);
      worker.on("message", heard).on("error", fail).on("exit", left);
      worker.postMessage({ id, job });
    });
  } finally {
    if (--mine.jobs === 0) rest(mine);
  }
}

/** Lets the thread end by itself, and holds up nobody who wants to end meanwhile. */
function rest(mine: NonNullable<typeof kept>): void {
  mine.worker.unref();
  mine.idle = setTimeout(() => {
    if (kept === mine) kept = null;
    void mine.worker.terminate();
  }, IDLE).unref();
}
