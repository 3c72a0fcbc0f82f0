import { parentPort, workerData } from "node:worker_threads";
import { UserError } from "../../codebook/errors.ts";
import type { Answer, Question } from "./apart.ts";
import { HERE } from "./compute.ts";

/** The worker's side of `apart.ts`: one question in, one answer out, and it ends. */
function answer({ call, given }: Question): Answer {
  try {
    return { value: HERE[call](...(given as [never, never])) };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.postMessage(answer(workerData as Question));
