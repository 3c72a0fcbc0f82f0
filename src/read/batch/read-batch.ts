import { timeoutOf } from "../intake/limits.ts";
import type { OcrOptions } from "../intake/ocr.ts";
import { sniff } from "../intake/sniff.ts";
import type { Lexicon } from "../lexicon.ts";
import { BATCH_MEMORY, type Done, Slot } from "./slot.ts";
import type { BatchJob, BatchResult } from "./types.ts";
import type { Task } from "./worker.ts";

export interface BatchOptions {
  /** Workers, each on a core of its own. */
  readonly workers: number;
  /** Give the whole reading of each document as JSON. */
  readonly json?: boolean;
  readonly ocr?: OcrOptions | null;
  /** Milliseconds and MiB that one document may take. */
  readonly timeout?: number;
  readonly memory?: number;
}

/** Documents that are on the way, for each worker: enough that none waits, few enough for memory. */
const AHEAD = 3;

/** Workers that are free, and those who wait for one. */
class Free {
  readonly #slots: Slot[];
  readonly #waiting: ((slot: Slot) => void)[] = [];
  constructor(slots: readonly Slot[]) {
    this.#slots = [...slots];
  }

  async take(): Promise<Slot> {
    return this.#slots.pop() ?? new Promise(resolve => this.#waiting.push(resolve));
  }

  give(slot: Slot): void {
    const next = this.#waiting.shift();
    if (next) next(slot);
    else this.#slots.push(slot);
  }
}

const failed = (job: BatchJob, code: string, reason: string): BatchResult => ({
  name: job.name,
  outcome: "failed",
  reasons: [...(job.warnings ?? []), reason],
  code,
  url: job.options?.url ?? "",
  captured: job.captured ?? "",
  title: job.title ?? "",
  language: "",
  characters: 0,
  claims: 0,
  records: 0,
  json: "",
});

function resultOf(job: BatchJob, done: Done): BatchResult {
  if (done.stage === "failed") return failed(job, done.code, done.reason);
  if (done.stage === "ended")
    return failed(job, `${done.during === "parsing" ? "parse" : "read"}-${done.code}`, done.reason);
  const { document, partial, claims, records, json } = done;
  return {
    name: job.name,
    outcome: partial ? "partly-read" : "read",
    reasons: document.warnings,
    code: "",
    url: document.url,
    captured: job.captured ?? "",
    title: document.title,
    language: document.language,
    characters: document.characters,
    claims,
    records,
    json,
  };
}

/** Reads one document on a slot. A page that its structure was too much for is read once more without it. */
async function readOne(
  job: BatchJob,
  slot: Slot,
  ocr: OcrOptions | null,
  timeout: number | undefined,
): Promise<BatchResult> {
  let bytes: Uint8Array;
  try {
    bytes = await job.bytes();
  } catch (error) {
    const { code = "not-read", message } = error as NodeJS.ErrnoException;
    return failed(job, code === "ENOENT" ? "not-found" : "not-read", message);
  }
  const format = sniff(bytes, { name: job.name, mime: job.options?.mime ?? "" });
  const options = { ...job.options, name: job.name, timeout: timeout ?? timeoutOf(format), ocr };
  const task: Task = { bytes, options, title: job.title ?? "", warnings: job.warnings ?? [] };
  const done = await slot.run(task);
  const again = done.stage === "ended" && done.during === "parsing" && format === "html";
  return resultOf(job, again ? await slot.run({ ...task, options: { ...options, structure: false } }) : done);
}

/**
 * Reads documents on several cores and gives what came of each in the order of the jobs, whoever is ready first. A document that
 * fails, hangs or takes too much memory is a result like the others and stops nothing. Node only.
 */
export async function* readBatch<Note>(
  jobs: AsyncIterable<BatchJob | { readonly note: Note }>,
  lexicon: Lexicon,
  { workers, json = false, ocr = null, timeout, memory = BATCH_MEMORY }: BatchOptions,
): AsyncGenerator<BatchResult | { readonly note: Note }> {
  const data = { codebook: lexicon.codebook, entities: [...lexicon.entities.values()], json };
  const slots = Array.from({ length: Math.max(1, workers) }, () => new Slot({ data, memory }));
  const free = new Free(slots);
  const ahead: Promise<BatchResult | { readonly note: Note }>[] = [];
  const start = async (job: BatchJob) => {
    const slot = await free.take();
    try {
      return await readOne(job, slot, ocr, timeout);
    } finally {
      free.give(slot);
    }
  };
  try {
    for await (const job of jobs) {
      ahead.push("note" in job ? Promise.resolve(job) : start(job));
      if (ahead.length >= slots.length * AHEAD) yield await ahead.shift()!;
    }
    while (ahead.length > 0) yield await ahead.shift()!;
  } finally {
    await Promise.all(slots.map(slot => slot.close()));
  }
}
