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

export type LinkAnswer = { readonly answer: unknown } | { readonly fault: string };

/** Does a job in this thread. */
export const doJob = (job: LinkJob): Done =>
  job.job === "link" ? linkRows(job.of, job.options) : explainRows(job.of, job.pairs);

/** From source (tests) the build's copy runs, because Node 20 does not load TypeScript; from a build it is the neighbouring file. */
const workerFile = () =>
  import.meta.url.endsWith(".ts")
    ? new URL("../../../dist/link/book/link-worker.js", import.meta.url)
    : new URL("./link-worker.js", import.meta.url);

/**
 * Links a kind, or explains pairs, in a thread of its own: comparing every record with every other takes a second and more, in which a server
 * would answer nobody. Where there are no threads it is done here.
 */
export async function doJobApart(job: LinkJob): Promise<Done> {
  if (!canShare()) return doJob(job);
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const worker = new Worker(workerFile(), { env: {} });
  try {
    return await new Promise((resolve, reject) => {
      worker.once("message", (message: LinkAnswer) =>
        "fault" in message ? reject(new Error(message.fault)) : resolve(message.answer as Done),
      );
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("the thread that links ended without an answer")));
      worker.postMessage(job);
    });
  } finally {
    await worker.terminate();
  }
}
