import { parentPort, workerData } from "node:worker_threads";
import { parsers } from "./parsers.ts";

/** The worker's side of `host.ts`: one document in, one page or one failure out, and it ends. */
const { format, input, url } = workerData as {
  format: keyof typeof parsers;
  input: string | Uint8Array;
  url: string;
};

try {
  parentPort?.postMessage({ page: await parsers[format](input as never, { url }) });
} catch (error) {
  parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
}
