import { parentPort, workerData } from "node:worker_threads";
import { UserError } from "./errors.ts";
import type { ThreadMessage } from "./thread.ts";

/** The thread's side of `askThread`: one question in, what `tell` is given and one answer out, and it ends. Node only. */
export async function answerInThread<Question>(
  work: (question: Question, tell: (told: unknown) => void) => unknown,
): Promise<void> {
  const say = (message: ThreadMessage) => parentPort?.postMessage(message);
  try {
    say({ value: await work(workerData as Question, told => say({ told })) });
  } catch (error) {
    if (error instanceof UserError) say({ problems: error.problems });
    else say({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
