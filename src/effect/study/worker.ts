import { answerInThread } from "../../codebook/thread-worker.ts";
import type { StudyDeclaration } from "../../codebook/types.ts";
import type { BookPanel } from "./panel.ts";
import { estimateStudy } from "./study.ts";

/** What the thread is asked. */
export interface Question {
  readonly panel: BookPanel;
  readonly study: StudyDeclaration;
}

/** The thread's side of `apart.ts`. */
await answerInThread<Question>(({ panel, study }) => estimateStudy(panel, study));
