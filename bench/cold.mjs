// What a user waits for: the shipped book made from nothing, and an article checked, each in a process of its own, against the
// goals (3 s and 1.5 s) and beside a bare Node process of the same run.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const BIN = join(root, "bin", "custodes.js");
const articles = join(root, "books", "security", "articles");
const GOALS = { build: 3000, check: 1500 };
const RUNS = 5;

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), "custodes-bench-cold-"));
  const article = join(articles, readdirSync(articles).sort()[0]);
  const bare = median(() => wall(["-e", "0"], folder));
  try {
    const build = median(() => {
      rmSync(join(folder, "security"), { recursive: true, force: true });
      return wall([BIN, "query", "select 1"], folder);
    });
    const check = median(() => wall([BIN, "check", article, "--json"], folder));
    return [
      result("shipped book from nothing, index and first answer, against 3 s", build, GOALS.build, bare),
      result("check of the sample article, against 1.5 s", check, GOALS.check, bare),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const result = (name, milliseconds, goal, bare) => ({
  name,
  ratio: milliseconds / goal,
  detail: `${milliseconds.toFixed(0)} ms; ${(milliseconds / bare).toFixed(1)} times a bare Node process (${bare.toFixed(0)} ms)`,
});

/** Milliseconds of a Node process from its start to its end, with a data directory of its own. */
function wall(words, folder) {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, {
    env: { ...process.env, CUSTODES_DATA: folder },
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(String(stderr));
  return performance.now() - begun;
}

function median(measure) {
  const times = Array.from({ length: RUNS }, measure).sort((a, b) => a - b);
  return times[RUNS >> 1];
}
