import { LIMITS } from "./limits.ts";
import type { OcrOptions } from "./ocr.ts";
import type { Page } from "./page.ts";
import type { ParserOptions, parsers } from "./parsers.ts";
import { type Failure, failureOf } from "./refusal.ts";

export type ParsedFormat = keyof typeof parsers;

/** What came of parsing: a page, or why there is none. */
export type Outcome = { readonly page: Page } | Failure;

export interface ParseOptions {
  readonly url: string;
  /** Milliseconds; the worker is ended when they have passed. */
  readonly timeout?: number;
  /** MiB of heap. */
  readonly memory?: number;
  /** False: parse where it is called. */
  readonly isolate?: boolean;
  /** How pictures of pages are read; null or left out: they are not. */
  readonly ocr?: OcrOptions | null;
}

/** Share of the time within which a parser that can stop early has to have stopped. */
const EARLY = 0.75;

const toldOf = ({ url, timeout = LIMITS.parseTimeout, ocr = null }: ParseOptions): ParserOptions => ({
  url,
  budget: timeout * EARLY,
  ocr,
});

/**
 * The compiled worker. From source (tests) the build's copy runs, because Node 20 does not load TypeScript; from a build it is
 * the neighbouring file.
 */
const workerFile = () =>
  import.meta.url.endsWith(".ts")
    ? new URL("../../../dist/read/intake/worker.js", import.meta.url)
    : new URL("./worker.js", import.meta.url);

const ended = (code: string, failure: string): Failure => ({
  failure,
  code,
  hint: "check that the file opens elsewhere, or split it",
});

const inNode = () => typeof process !== "undefined" && Boolean(process.versions?.node);

/** In a browser the page's own sandbox is the limit, and the parser runs where it is called. */
async function parseHere(
  format: ParsedFormat,
  input: string | Uint8Array,
  options: ParserOptions,
): Promise<Outcome> {
  const { parsers } = await import("./parsers.ts");
  try {
    return { page: await parsers[format](input as never, options) };
  } catch (error) {
    return failureOf(error);
  }
}

/** Parses foreign bytes in a worker of their own, which is ended when it takes too long or too much memory. */
export async function parseApart(
  format: ParsedFormat,
  input: string | Uint8Array,
  options: ParseOptions,
): Promise<Outcome> {
  if (!inNode() || options.isolate === false) return parseHere(format, input, toldOf(options));
  // Asked for at run time, so that nothing that runs in a browser imports a module of Node.
  const { Worker } = process.getBuiltinModule("node:worker_threads");
  const { memory = LIMITS.parseMemory, ocr } = options;
  const timeout = (options.timeout ?? LIMITS.parseTimeout) + (ocr ? ocr.timeout + ocr.pageTimeout : 0);
  return new Promise<Outcome>(resolve => {
    const worker = new Worker(workerFile(), {
      workerData: { format, input, options: toldOf(options) },
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
      env: {},
      stdin: false,
    });
    const finish = (outcome: Outcome) => {
      clearTimeout(timer);
      resolve(outcome);
      void worker.terminate();
    };
    const timer = setTimeout(
      () => finish(ended("parse-timeout", `parsing took longer than ${timeout / 1000} s`)),
      timeout,
    );
    worker.once("message", finish);
    worker.once("error", (error: Error & { code?: string }) =>
      finish(
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? ended("parse-memory", `parsing needed more than ${memory} MiB of memory`)
          : failureOf(error),
      ),
    );
    worker.once("exit", () => finish(ended("parse-parse", "the parser ended without an answer")));
  });
}
