import { parentPort } from "node:worker_threads";
import { doJob, type LinkAnswer, type LinkJob } from "./apart.ts";

parentPort?.once("message", (job: LinkJob) => {
  const answer = (message: LinkAnswer) => parentPort?.postMessage(message);
  try {
    answer({ answer: doJob(job) });
  } catch (error) {
    answer({ fault: error instanceof Error ? error.message : String(error) });
  }
});
