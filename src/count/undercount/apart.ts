import { UserError } from "../../codebook/errors.ts";
import type { Problem } from "../../codebook/types.ts";
import { type Compute, HERE } from "./compute.ts";

/** What the worker is asked, and what it answers. */
export type Question = {
  readonly [K in keyof Compute]: { readonly call: K; readonly given: Parameters<Compute[K]> };
}[keyof Compute];
export type Answer =
  | { readonly value: unknown }
  | { readonly problems: readonly Problem[] }
  | { readonly fault: string };

/** From source (tests) the build's copy runs, because Node 20 does not load TypeScript; from a build it is the neighbouring file. */
const workerFile = () =>
  import.meta.url.endsWith(".ts")
    ? new URL("../../../dist/count/undercount/worker.js", import.meta.url)
    : new URL("./worker.js", import.meta.url);

async function ask(question: Question): Promise<unknown> {
  const { Worker } = await import("node:worker_threads");
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(), { workerData: question });
    worker.once("message", (answer: Answer) => {
      if ("value" in answer) resolve(answer.value);
      else if ("problems" in answer) reject(new UserError(answer.problems));
      else reject(new Error(answer.fault));
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the worker ended without an answer")));
  });
}

const inNode = () => typeof process !== "undefined" && Boolean(process.versions?.node);

/**
 * Works estimates out in a thread of their own, so that a server goes on answering meanwhile; in a browser, where there are no such
 * threads, in this one.
 */
export const apart: Compute = {
  undercount: async (table, options) =>
    inNode()
      ? (ask({ call: "undercount", given: [table, options] }) as ReturnType<Compute["undercount"]>)
      : HERE.undercount(table, options),
  overLinks: async (reports, options) =>
    inNode()
      ? (ask({ call: "overLinks", given: [reports, options] }) as ReturnType<Compute["overLinks"]>)
      : HERE.overLinks(reports, options),
};
