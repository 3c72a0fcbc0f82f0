import type { Worker } from "node:worker_threads";
import { LIMITS } from "../intake/limits.ts";
import type { Answer, Task, WorkerData } from "./worker.ts";

/** One worker of the pool and the document that it is at. It is ended and made anew where a document takes too long or too much. */

export type Done =
  | Exclude<Answer, { stage: "parsed" }>
  | {
      readonly stage: "ended";
      readonly during: "parsing" | "reading";
      readonly code: "timeout" | "memory" | "crash";
      readonly reason: string;
    };

/** Milliseconds for claims and records: a start, and a rate far below what is measured, for a busy machine. */
const READ_TIMEOUT = 30_000;
const CHARACTERS_PER_MS = 20;
/** The first document of a worker also pays for loading the code. */
const START = 15_000;

export interface SlotOptions {
  readonly data: WorkerData;
  /** MiB of heap. */
  readonly memory: number;
}

const workerFile = () =>
  import.meta.url.endsWith(".ts")
    ? new URL("../../../dist/read/batch/worker.js", import.meta.url)
    : new URL("./worker.js", import.meta.url);

export class Slot {
  #worker: Worker | null = null;
  constructor(private readonly options: SlotOptions) {}

  async run(task: Task): Promise<Done> {
    const fresh = this.#worker === null;
    const worker = this.#worker ?? (await this.#start());
    const { ocr, timeout = LIMITS.parseTimeout } = task.options;
    const limit = timeout + (fresh ? START : 0) + (ocr ? ocr.timeout + ocr.pageTimeout : 0);
    return new Promise(resolve => {
      let during: "parsing" | "reading" = "parsing";
      const late = (milliseconds: number) =>
        setTimeout(() => {
          const reason = `${during} took longer than ${Math.round(milliseconds / 1000)} s`;
          finish({ stage: "ended", during, code: "timeout", reason });
        }, milliseconds);
      const answered = (answer: Answer) => {
        if (answer.stage !== "parsed") return finish(answer);
        during = "reading";
        clearTimeout(timer);
        timer = late(READ_TIMEOUT + answer.characters / CHARACTERS_PER_MS);
      };
      const broke = (error: Error & { code?: string }) => {
        const memory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        const reason = memory
          ? `${during} needed more than ${this.options.memory} MiB of memory`
          : error.message;
        finish({ stage: "ended", during, code: memory ? "memory" : "crash", reason });
      };
      const left = () =>
        finish({ stage: "ended", during, code: "crash", reason: "the worker ended without an answer" });
      const finish = (done: Done) => {
        clearTimeout(timer);
        worker.off("message", answered).off("error", broke).off("exit", left);
        if (done.stage === "ended") this.#drop();
        resolve(done);
      };
      let timer = late(limit);
      worker.on("message", answered).on("error", broke).on("exit", left);
      worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  async #start(): Promise<Worker> {
    const { Worker } = await import("node:worker_threads");
    const worker = new Worker(workerFile(), {
      workerData: this.options.data,
      resourceLimits: {
        maxOldGenerationSizeMb: this.options.memory,
        maxYoungGenerationSizeMb: 64,
        stackSizeMb: 4,
      },
      env: {},
      stdin: false,
    });
    // A worker that breaks between documents is found gone by the next.
    worker
      .on("error", () => undefined)
      .on("exit", () => {
        if (this.#worker === worker) this.#worker = null;
      });
    this.#worker = worker;
    return worker;
  }

  #drop(): void {
    void this.#worker?.terminate();
    this.#worker = null;
  }
}

/** What parsing and reading may take together: a parser's share and as much again. */
export const BATCH_MEMORY = LIMITS.parseMemory * 2;
