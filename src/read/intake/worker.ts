import { parentPort, workerData } from "node:worker_threads";
import { type ParserOptions, parsers } from "./parsers.ts";
import { failureOf } from "./refusal.ts";

/** The worker's side of `host.ts`: one document in, one page or one failure out, and it ends. */
const { format, input, options } = workerData as {
  format: keyof typeof parsers;
  input: string | Uint8Array;
  options: ParserOptions;
};

// pdf.js leaves promises behind that nobody waits for; of a damaged file they fail after its pages were read.
process.on("unhandledRejection", () => undefined);

try {
  parentPort?.postMessage({ page: await parsers[format](input as never, options) });
} catch (error) {
  parentPort?.postMessage(failureOf(error));
}
