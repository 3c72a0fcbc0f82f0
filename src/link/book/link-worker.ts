import { parentPort } from "node:worker_threads";
import { doJob, type LinkAnswer, type LinkJob } from "./apart.ts";

parentPort?.on("message", ({ id, job }: { id: number; job: LinkJob }) => {
  const answer = (message: LinkAnswer) => parentPort?.postMessage(message);
  try {
    answer({ id, answer: doJob(job) });
  } catch (error) {
    answer({ id, fault: error instanceof Error ? error.message : String(error) });
  }
});
