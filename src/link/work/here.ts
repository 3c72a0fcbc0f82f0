import type { Step, Work } from "./steps.ts";
import { TASKS, type Task } from "./tasks.ts";

/** What does the chunks of a step. */
export const chunkDoer = ({ task, given }: Pick<Step, "task" | "given">): ((chunk: number) => unknown) =>
  (TASKS[task] as Task<unknown, unknown>)(given);

/** Does all of the work in this thread. */
export function doHere<T>(work: Work<T>): T {
  let next = work.next();
  while (!next.done) {
    const step = next.value;
    const chunk = chunkDoer(step);
    next = work.next(Array.from({ length: step.chunks }, (_, at) => chunk(at)));
  }
  return next.value;
}
