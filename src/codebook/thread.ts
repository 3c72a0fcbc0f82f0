import { UserError } from "./errors.ts";
import type { Problem } from "./types.ts";

/** What a thread says: how far it is, and once an answer. A `UserError` crosses as its problems, any other error as its words. */
export type ThreadMessage =
  | { readonly told: unknown }
  | { readonly value: unknown }
  | { readonly problems: readonly Problem[] }
  | { readonly fault: string };

export interface AskOptions {
  /** Ends the thread, whatever it is at; the promise is rejected with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Hears what the thread tells before it answers. */
  readonly onTold?: (told: never) => void;
}

/** Are there threads of Node? In a browser the work is done where it is asked for. */
export const inNode = () => typeof process !== "undefined" && Boolean(process.versions?.node);

/**
 * The file of a thread that stands beside the module of this address. From source (tests) it is the build's copy, because Node 20 does not
 * load TypeScript.
 */
export const threadFile = (module: string, name: string): URL =>
  new URL(name, module.endsWith(".ts") ? module.replace(/\/src\/(?!.*\/src\/)/, "/dist/") : module);

/** Asks a thread of its own one question, so that this one goes on answering meanwhile. The other side is `answerInThread`. */
export async function askThread(
  file: URL,
  question: unknown,
  { signal, onTold }: AskOptions = {},
): Promise<unknown> {
  const { Worker } = await import("node:worker_threads");
  signal?.throwIfAborted();
  const worker = new Worker(file, { workerData: question });
  return new Promise((resolve, reject) => {
    const cancel = () => {
      void worker.terminate();
      reject(signal!.reason);
    };
    const settle = (act: () => void) => {
      signal?.removeEventListener("abort", cancel);
      act();
    };
    signal?.addEventListener("abort", cancel, { once: true });
    worker.on("message", (message: ThreadMessage) => {
      if ("told" in message) onTold?.(message.told as never);
      else if ("value" in message) settle(() => resolve(message.value));
      else if ("problems" in message) settle(() => reject(new UserError(message.problems)));
      else settle(() => reject(new Error(message.fault)));
    });
    worker.once("error", error => settle(() => reject(error)));
    worker.once("exit", () => settle(() => reject(new Error("the thread ended without an answer"))));
  });
}
