import { parentPort, workerData } from "node:worker_threads";
import { UserError } from "../../codebook/errors.ts";
import type { Codebook } from "../../codebook/types.ts";
import { type ReadOptions, readDocument } from "../document.ts";
import type { EntityRow } from "../entity-names.ts";
import { createLexicon } from "../lexicon.ts";
import { readClaims } from "../read-claims.ts";
import { readRecords } from "../read-records.ts";
import { readingJson } from "../reading-json.ts";
import type { Document } from "../types.ts";

/** The worker's side of `pool.ts`: documents in, one after the other; of each what was read, or why it was not. */

export interface WorkerData {
  readonly codebook: Codebook;
  readonly entities: readonly EntityRow[];
  readonly json: boolean;
}

export interface Task {
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
  readonly title: string;
  readonly warnings: readonly string[];
}

export type Answer =
  | { readonly stage: "parsed"; readonly characters: number }
  | { readonly stage: "failed"; readonly code: string; readonly reason: string }
  | {
      readonly stage: "read";
      readonly document: Pick<Document, "title" | "language" | "characters" | "url" | "warnings">;
      readonly partial: boolean;
      readonly claims: number;
      readonly records: number;
      readonly json: string;
    };

const { codebook, entities, json } = workerData as WorkerData;
const lexicon = createLexicon(codebook, entities);
const send = (answer: Answer) => parentPort?.postMessage(answer);

async function read({ bytes, options, title, warnings }: Task): Promise<void> {
  const parsed = await readDocument(bytes, { ...options, isolate: false });
  send({ stage: "parsed", characters: parsed.characters });
  const document = {
    ...parsed,
    title: parsed.title || title,
    warnings: [...warnings, ...parsed.warnings],
  };
  const claims = readClaims(document, lexicon);
  const records = readRecords(document, lexicon);
  send({
    stage: "read",
    document: {
      title: document.title,
      language: document.language,
      characters: document.characters,
      url: document.url,
      warnings: document.warnings,
    },
    partial: document.partial === true || warnings.length > 0,
    claims: claims.length,
    records: records.length,
    json: json ? JSON.stringify(readingJson(document, claims, records)) : "",
  });
}

function failure(error: unknown): Answer {
  if (!(error instanceof UserError))
    return { stage: "failed", code: "fault", reason: error instanceof Error ? error.message : String(error) };
  const [problem] = error.problems;
  const hint = problem?.hint ? ` (${problem.hint})` : "";
  return { stage: "failed", code: problem?.code ?? "fault", reason: `${problem?.message ?? ""}${hint}` };
}

// pdf.js leaves promises behind that nobody waits for; of a damaged file they fail after its pages were read.
process.on("unhandledRejection", () => undefined);

parentPort?.on("message", (task: Task) => {
  read(task).catch(error => send(failure(error)));
});
