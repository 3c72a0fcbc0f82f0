import { askThread, inNode, threadFile } from "../../codebook/thread.ts";
import { type Compute, HERE } from "./compute.ts";

/** What the thread is asked. */
export type Question = {
  readonly [K in keyof Compute]: { readonly call: K; readonly given: Parameters<Compute[K]> };
}[keyof Compute];

const ask = (question: Question) => askThread(threadFile(import.meta.url, "./worker.js"), question);

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
