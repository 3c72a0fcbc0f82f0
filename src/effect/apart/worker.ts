import { parentPort, workerData } from "node:worker_threads";
import { UserError } from "../../codebook/errors.ts";
import type { Problem } from "../../codebook/types.ts";
import { estimateAll } from "../estimate.ts";
import type { Progress } from "../progress.ts";
import { estimateStaggered } from "../staggered/estimate.ts";
import type { Question } from "./apart.ts";

export type Message =
  | { readonly progress: Progress }
  | { readonly value: unknown }
  | { readonly problems: readonly Problem[] }
  | { readonly fault: string };

/** The thread's side of `apart.ts`: one question in, progress and one answer out, and it ends. */
function answer({ call, data, formula, options }: Question): Message {
  const onProgress = (progress: Progress) => parentPort?.postMessage({ progress } satisfies Message);
  try {
    const value =
      call === "staggered"
        ? estimateStaggered(data, formula, { ...options, onProgress })
        : estimateAll(data, formula, { ...options, onProgress });
    return { value };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.postMessage(answer(workerData as Question));
