// Mixed pages of the observatory at 200 requests a second, open loop: a request is sent when its time has come, whether or not
// earlier ones were answered, and its time runs from then. Beside it, in turn, a bare Node server that sends a fixed string.
// node bench/pages.mjs [SECONDS]
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const RATE = 200;
/** Milliseconds in which 99 of 100 pages must have arrived. */
const LIMIT = 20;

/** How often each sort of page is asked for, in parts of the whole. Within a sort every page is as likely as another. */
const MIX = {
  home: 10,
  article: 10,
  country: 18,
  record: 25,
  source: 14,
  entity: 6,
  series: 2,
  measure: 4,
  indicator: 3,
  list: 4,
  search: 2,
  data: 2,
};

export async function run({ seconds = 10 } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "custodes-bench-pages-"));
  const observatory = await child("pages/observatory.mjs", join(folder, "book"));
  const bare = await child("pages/bare.mjs");
  try {
    const { pages } = observatory.hello;
    const random = mulberry32(20240607);
    const plan = Array.from({ length: seconds * RATE }, () => pick(pages, random));
    await load(
      bare.hello.url,
      plan.slice(0, RATE).map(() => "/"),
    );
    const early = await load(observatory.hello.url, plan.slice(0, 3 * RATE));
    await observatory.next();
    const rest = Array.from({ length: seconds * RATE }, () => pick(pages, random));
    const first = await load(observatory.hello.url, rest);
    const again = await load(observatory.hello.url, rest);
    const base = await load(
      bare.hello.url,
      plan.map(() => "/"),
    );
    const fresh = new Set(rest.filter(path => !plan.slice(0, 3 * RATE).includes(path))).size;
    return [
      result(`pages, p99 against ${LIMIT} ms, in the first 3 s of a server`, early, base, early.p99 / LIMIT),
      result(
        `pages, p99 against ${LIMIT} ms, then ${fresh} pages for the first time`,
        first,
        base,
        first.p99 / LIMIT,
      ),
      result(`pages, p99 against ${LIMIT} ms, the same pages again`, again, base, again.p99 / LIMIT),
      result(
        "pages, median against a bare Node server, many for the first time",
        first,
        base,
        first.p50 / base.p50,
      ),
      result(
        "pages, median against a bare Node server, the same pages again",
        again,
        base,
        again.p50 / base.p50,
      ),
    ];
  } finally {
    await Promise.all([observatory.end(), bare.end()]);
    await rm(folder, { recursive: true, force: true });
  }
}

function result(name, { p50, p99, max, failed }, base, ratio) {
  const ms = value => value.toFixed(2);
  const failures = failed > 0 ? `, ${failed} FAILED` : "";
  return {
    name,
    ratio,
    detail: `p50 ${ms(p50)}, p99 ${ms(p99)}, max ${ms(max)} ms; bare p50 ${ms(base.p50)}, p99 ${ms(base.p99)} ms; ${RATE}/s${failures}`,
  };
}

/** Sends the requests of a plan at their times and gives quantiles of the times to the last byte, in milliseconds. */
async function load(url, plan) {
  const agent = new Agent({ keepAlive: true });
  const begun = performance.now() + 50;
  let failed = 0;
  const times = await Promise.all(
    plan.map(async (path, i) => {
      const due = begun + (i * 1000) / RATE;
      await until(due);
      // A timer may fire a little early; the time then runs from the sending.
      const from = Math.min(due, performance.now());
      const status = await fetchWhole(`${url}${path}`, agent);
      if (status !== 200) failed++;
      return performance.now() - from;
    }),
  );
  agent.destroy();
  times.sort((a, b) => a - b);
  const quantile = q => times[Math.min(times.length - 1, Math.floor(q * times.length))];
  return { p50: quantile(0.5), p99: quantile(0.99), max: times.at(-1), failed };
}

const until = due => new Promise(resolve => setTimeout(resolve, Math.max(0, due - performance.now())));

const fetchWhole = (url, agent) =>
  new Promise((resolve, reject) => {
    get(url, { agent }, response => response.resume().on("end", () => resolve(response.statusCode))).on(
      "error",
      reject,
    );
  });

function pick(pages, random) {
  const total = Object.values(MIX).reduce((sum, part) => sum + part, 0);
  let at = random() * total;
  for (const [sort, part] of Object.entries(MIX)) {
    at -= part;
    if (at < 0 && pages[sort].length > 0) return pages[sort][Math.floor(random() * pages[sort].length)];
  }
  return "/";
}

/** A seeded generator (mulberry32), so that every run asks for the same pages. */
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Starts a script that says one line of JSON when it is ready and ends with its input. */
async function child(script, ...args) {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const process_ = spawn(process.execPath, [path, ...args], { stdio: ["pipe", "pipe", "inherit"] });
  const exited = new Promise(resolve => process_.once("exit", resolve));
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const line = await Promise.race([
      lines.next(),
      exited.then(code => Promise.reject(new Error(`${script} ended with code ${code}`))),
    ]);
    return JSON.parse(line.value);
  };
  return {
    hello: await next(),
    next,
    end: () => {
      process_.stdin.end();
      return exited;
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { name, ratio, detail } of await run({
    ...(process.argv[2] && { seconds: Number(process.argv[2]) }),
  }))
    console.log(`${name}: ${ratio.toFixed(2)}  (${detail})`);
