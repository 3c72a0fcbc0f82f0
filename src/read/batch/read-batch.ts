import { timeoutOf } from "../intake/limits.ts";
import type { OcrOptions } from "../intake/ocr.ts";
import { sniff } from "../intake/sniff.ts";
import type { Lexicon } from "../lexicon.ts";
import { Pool } from "./pool.ts";
import { BATCH_MEMORY, type Done, Slot } from "./slot.ts";
import type { BatchJob, BatchResult } from "./types.ts";
import type { Task } from "./worker.ts";

export interface BatchOptions {
  /** Most workers, each on a core of its own. There is one to begin with, and others where they pay. */
  readonly workers: number;
  /** Bytes of all documents together, where they are known beforehand. */
  readonly total?: number;
  /** Give the whole reading of each document as JSON. */
  readonly json?: boolean;
  readonly ocr?: OcrOptions | null;
  /** Milliseconds and MiB that one document may take. */
  readonly timeout?: number;
  readonly memory?: number;
}

/** Documents that are on the way, for each worker: enough that none waits, few enough for memory. */
const AHEAD = 3;

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

/** The bytes of a document, or that there are none. */
async function bytesOf(job: BatchJob): Promise<Uint8Array | BatchResult> {
  try {
    return await job.bytes();
  } catch (error) {
    const { code = "not-read", message } = error as NodeJS.ErrnoException;
    return failed(job, code === "ENOENT" ? "not-found" : "not-read", message);
  }
}

/** Reads one document on a slot. A page that its structure was too much for is read once more without it. */
async function readOne(
  job: BatchJob,
  bytes: Uint8Array,
  slot: Slot,
  { ocr = null, timeout }: Pick<BatchOptions, "ocr" | "timeout">,
): Promise<BatchResult> {
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
  options: BatchOptions,
): AsyncGenerator<BatchResult | { readonly note: Note }> {
  const { workers, total = null, json = false, memory = BATCH_MEMORY } = options;
  const data = { codebook: lexicon.codebook, entities: [...lexicon.entities.values()], json };
  const most = Math.max(1, workers);
  const pool = new Pool({ most, total, makeSlot: () => new Slot({ data, memory }) });
  const ahead: Promise<BatchResult | { readonly note: Note }>[] = [];
  const start = async (job: BatchJob) => {
    const slot = await pool.take();
    const begun = performance.now();
    let size = 0;
    try {
      const bytes = await bytesOf(job);
      if (!(bytes instanceof Uint8Array)) return bytes;
      size = bytes.length;
      return await readOne(job, bytes, slot, options);
    } finally {
      pool.give(slot, size, performance.now() - begun);
    }
  };
  try {
    for await (const job of jobs) {
      ahead.push("note" in job ? Promise.resolve(job) : start(job));
      if (ahead.length >= most * AHEAD) yield await ahead.shift()!;
    }
    while (ahead.length > 0) yield await ahead.shift()!;
  } finally {
    await pool.close();
  }
}
