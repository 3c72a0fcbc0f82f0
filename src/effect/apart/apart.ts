import { askThread, inNode, threadFile } from "../../codebook/thread.ts";
import { type Data, estimateAll } from "../estimate.ts";
import type { Estimate, EstimateOptions } from "../options.ts";
import type { OnProgress } from "../progress.ts";
import { estimateStaggered } from "../staggered/estimate.ts";
import type { StaggeredRunOptions } from "../staggered/methods.ts";
import type { StaggeredReport } from "../staggered/report.ts";

/** Options that can be sent to a thread. */
type Sendable<Options> = Omit<Options, "clock" | "onProgress" | "partialler">;

export type Question =
  | {
      readonly call: "model";
      readonly data: Data;
      readonly formula: string;
      readonly options: Sendable<EstimateOptions>;
    }
  | {
      readonly call: "staggered";
      readonly data: Data;
      readonly formula: string;
      readonly options: Sendable<StaggeredRunOptions>;
    };

export interface ApartOptions {
  /** Ends the thread, whatever it is at; the promise is rejected with the reason of the signal. */
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/**
 * `estimateAll` in a thread of its own (Node), so that this one stays free and the work can be cancelled. Columns over a `SharedArrayBuffer` are
 * not copied. In a browser it runs in the calling thread, which may be a worker of the page.
 */
export async function estimateAllApart(
  data: Data,
  formula: string,
  { signal, onProgress, ...options }: Sendable<EstimateOptions> & ApartOptions = {},
): Promise<Estimate[]> {
  const apart = apartOf(signal, onProgress);
  if (!inNode()) return estimateAll(data, formula, { ...options, ...apart.here });
  return (await ask({ call: "model", data, formula, options }, apart)) as Estimate[];
}

/** `estimateStaggered` in the same way. */
export async function estimateStaggeredApart(
  data: Data,
  formula: string,
  { signal, onProgress, ...options }: Sendable<StaggeredRunOptions> & ApartOptions = {},
): Promise<StaggeredReport> {
  const apart = apartOf(signal, onProgress);
  if (!inNode()) return estimateStaggered(data, formula, { ...options, ...apart.here });
  return (await ask({ call: "staggered", data, formula, options }, apart)) as StaggeredReport;
}

interface Apart {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: OnProgress;
  readonly here: { readonly onProgress: OnProgress };
}

/** In this thread a signal is looked at before each piece of the work. */
function apartOf(signal: AbortSignal | undefined, told: OnProgress = () => {}): Apart {
  signal?.throwIfAborted();
  const here: OnProgress = progress => {
    signal?.throwIfAborted();
    told(progress);
  };
  return { signal, onProgress: told, here: { onProgress: here } };
}

/** From source (tests) the build's copy runs, because Node 20 does not load TypeScript; from a build it is the neighbouring file. */
const ask = (question: Question, { signal, onProgress }: Apart) =>
  askThread(threadFile(import.meta.url, "./worker.js"), question, { signal, onTold: onProgress });
