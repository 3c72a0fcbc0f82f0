// Fuzzes every intake with fixed seeds: `npm run fuzz` reads 100,000 damaged inputs, `npm run fuzz -- 5000 7` that many from another
// start, `npm run fuzz -- 5000 7 pdf html` of these kinds alone. Each input must end in a document, whole or in part, or in a refusal with a reason, within the time that one may take.
// Prints how long it will take, how far it is, a line a kind, and the seed of whatever fails; `npm run fuzz -- --one html 1234`
// repeats one.
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

const root = new URL("../dist/read/intake/testing/", import.meta.url);
/** Milliseconds after which an input counts as hanging. */
const LIMIT = 60_000;
/** Seeds of one worker's turn. */
const TURN = 500;
/** Inputs of each kind that the time of a run is estimated from. */
const SAMPLE = 20;
/** Milliseconds between two lines about how far a run is. */
const TELL = 15_000;

if (isMainThread) await main(process.argv.slice(2));
else await work(workerData);

async function work({ kind, from, to }) {
  // As in the workers of the reader: pdf.js leaves promises behind that nobody waits for.
  process.on("unhandledRejection", () => undefined);
  const { fuzzOne } = await import(new URL("fuzz-run.js", root));
  // The first document of a worker pays for loading the parsers.
  await fuzzOne(kind, from).catch(() => undefined);
  for (let seed = from; seed < to; seed++) {
    parentPort.postMessage({ seed });
    const start = performance.now();
    const outcome = await fuzzOne(kind, seed).catch(error => ({ failure: error.message }));
    parentPort.postMessage({ seed, outcome, milliseconds: performance.now() - start });
  }
}

/** One turn in a worker of its own, which is ended where an input hangs; the seeds after that go on in another. */
function turn(task, told) {
  return new Promise(resolve => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    let current = task.from;
    let timer;
    const end = (reason, next) => {
      clearTimeout(timer);
      if (reason) told({ seed: current, outcome: { failure: reason }, milliseconds: LIMIT });
      worker.removeAllListeners();
      void worker.terminate();
      resolve(next);
    };
    worker.on("message", message => {
      clearTimeout(timer);
      if (message.outcome) return told(message);
      current = message.seed;
      timer = setTimeout(() => end(`${task.kind}, seed ${current}: hangs`, current + 1), LIMIT);
    });
    worker.on("error", error => end(`${task.kind}, seed ${current}: ${error.message}`, current + 1));
    worker.on("exit", () => end(null, task.to));
  });
}

async function fuzzKind(kind, start, count, cores, done = () => undefined) {
  const totals = {
    read: 0,
    "partly-read": 0,
    refused: 0,
    failed: 0,
    milliseconds: 0,
    slowest: 0,
    slowestSeed: 0,
  };
  const told = ({ seed, outcome, milliseconds }) => {
    if (outcome.failure) {
      totals.failed++;
      console.log(outcome.failure);
    } else totals[outcome]++;
    totals.milliseconds += milliseconds;
    done();
    if (milliseconds > totals.slowest) Object.assign(totals, { slowest: milliseconds, slowestSeed: seed });
  };
  let next = start;
  const end = start + count;
  const run = async () => {
    while (next < end) {
      let from = next;
      const to = Math.min(end, from + TURN);
      next = to;
      while (from < to) from = await turn({ kind, from, to }, told);
    }
  };
  await Promise.all(Array.from({ length: cores }, run));
  return totals;
}

function minutes(milliseconds) {
  return `${(milliseconds / 60_000).toFixed(1)} minutes`;
}

/** Tells from a sample of each kind how long a run takes, and from time to time how far it is; a function that counts one input. */
async function progress(kinds, start, each, cores) {
  if (each <= SAMPLE) return () => () => undefined;
  const cost = {};
  for (const kind of kinds) cost[kind] = (await fuzzKind(kind, start, SAMPLE, 1)).milliseconds / SAMPLE;
  const left = Object.fromEntries(kinds.map(kind => [kind, each]));
  const rest = () => kinds.reduce((sum, kind) => sum + (left[kind] * cost[kind]) / cores, 0);
  const begin = performance.now();
  const whole = rest();
  let last = begin;
  console.error(`${each * kinds.length} inputs on ${cores} cores: about ${minutes(whole)}`);
  return kind => () => {
    left[kind]--;
    const now = performance.now();
    if (now - last < TELL) return;
    last = now;
    const told = whole - rest();
    const pace = told > 0 ? (now - begin) / told : 1;
    console.error(`${kind}: ${each - left[kind]} of ${each}; about ${minutes(rest() * pace)} left`);
  };
}

async function main(words) {
  const { KINDS } = await import(new URL("fuzz.js", root));
  if (words[0] === "--one") {
    const { fuzzOne } = await import(new URL("fuzz-run.js", root));
    console.log(await fuzzOne(words[1], Number(words[2])));
    return;
  }
  const [count = 100_000, start = 1_000_000] = words.slice(0, 2).map(Number);
  const kinds = words.length > 2 ? words.slice(2) : KINDS;
  const each = Math.ceil(count / kinds.length);
  const cores = availableParallelism();
  const tell = await progress(kinds, start, each, cores);
  let failed = 0;
  for (const kind of kinds) {
    const totals = await fuzzKind(kind, start, each, cores, tell(kind));
    failed += totals.failed;
    console.log(
      `${kind}: ${each} inputs, ${totals.read} read, ${totals["partly-read"]} in part, ${totals.refused} refused, ${totals.failed} failed; slowest ${totals.slowest.toFixed(0)} ms (seed ${totals.slowestSeed})`,
    );
  }
  console.log(`${each * kinds.length} inputs, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
