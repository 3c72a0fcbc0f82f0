import { answerInThread } from "../../codebook/thread-worker.ts";
import type { Question } from "./apart.ts";
import { HERE } from "./compute.ts";

/** The thread's side of `apart.ts`. */
await answerInThread<Question>(({ call, given }) => HERE[call](...(given as [never, never])));
