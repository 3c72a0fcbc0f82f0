import type { TASKS, Task } from "./tasks.ts";

type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;
export type Given<K extends TaskName> = Tasks[K] extends Task<infer G, unknown> ? G : never;
export type Result<K extends TaskName> = Tasks[K] extends Task<never, infer R> ? R : never;

/**
 * A part of the work that falls into chunks, none of which needs another: they may be done by any thread and in any order. The results come
 * back in the order of the chunks, so that the whole is the same whatever the number of threads.
 */
export interface Step {
  readonly task: TaskName;
  readonly given: unknown;
  readonly chunks: number;
}

/** Work written as a generator: it yields steps and gets their results, and does not know who does them. */
export type Work<T> = Generator<Step, T, unknown[]>;

export function* inChunks<K extends TaskName>(
  task: K,
  given: Given<K>,
  chunks: number,
): Generator<Step, Result<K>[], unknown[]> {
  return (yield { task, given, chunks }) as Result<K>[];
}
