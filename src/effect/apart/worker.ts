import { answerInThread } from "../../codebook/thread-worker.ts";
import { estimateAll } from "../estimate.ts";
import { estimateStaggered } from "../staggered/estimate.ts";
import type { Question } from "./apart.ts";

/** The thread's side of `apart.ts`. */
await answerInThread<Question>(({ call, data, formula, options }, onProgress) =>
  call === "staggered"
    ? estimateStaggered(data, formula, { ...options, onProgress })
    : estimateAll(data, formula, { ...options, onProgress }),
);
