import { parentPort, workerData } from "node:worker_threads";
import { UserError } from "../../codebook/errors.ts";
import type { Problem, StudyDeclaration } from "../../codebook/types.ts";
import type { BookPanel } from "./panel.ts";
import { estimateStudy, type StudyResult } from "./study.ts";

/** What the thread is asked, and what it answers. */
export interface Question {
  readonly panel: BookPanel;
  readonly study: StudyDeclaration;
}
export type Answer =
  | { readonly value: StudyResult }
  | { readonly problems: readonly Problem[] }
  | { readonly fault: string };

/** The thread's side of `apart.ts`: one question in, one answer out, and it ends. */
async function answer({ panel, study }: Question): Promise<Answer> {
  try {
    return { value: await estimateStudy(panel, study) };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.postMessage(await answer(workerData as Question));
