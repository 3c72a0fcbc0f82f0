// What a user waits for: the shipped book made from nothing, and an article checked, each in a process of its own, against the goals and
// beside a bare Node process of the same run. And of a check that part which reads and checks: from having the bytes of the text, the code
// loaded and the book open, to having the findings. The command itself says how long that took. Programs that import the modules have no
// kept code: for them it is measured for the first text that a book of this head is asked about (the engine is loaded and the indicators
// are computed in it), for that text again in another process (what the index answered is kept beside it), and for the same text again in the
// same process.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const BIN = join(root, "bin", "custodes.js");
const articles = join(root, "books", "security", "articles");
const GOALS = { build: 3000, check: 1500, part: 100 };
const RUNS = 5;

/** Another text may be given: `ARTICLE=path npm run bench -- cold`. */
const article = process.env.ARTICLE ?? join(articles, readdirSync(articles).sort()[0]);

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), "custodes-bench-cold-"));
  const book = join(folder, "security");
  const bare = median(() => wall(["-e", "0"], folder));
  try {
    const build = median(() => {
      rmSync(book, { recursive: true, force: true });
      return wall([BIN, "query", "select 1"], folder);
    });
    const forget = () => rmSync(join(book, "index.answers"), { force: true });
    const first = medians(() => {
      forget();
      return part(book);
    });
    const again = medians(() => part(book));
    forget();
    const firstWall = wall([BIN, "check", article, "--json"], folder);
    const check = median(() => wall([BIN, "check", article, "--json"], folder));
    const inCheck = median(() => measured([BIN, "check", article, "--json"], folder));
    return [
      result("shipped book from nothing, index and first answer, against 3 s", build, GOALS.build, bare),
      result("check of an article, whole process, against 1.5 s", check, GOALS.check, bare),
      result("the same, the first time for a head of the book", firstWall, GOALS.check, bare),
      {
        name: "reading and checking in it, against 100 ms",
        ratio: inCheck / GOALS.part,
        detail: `${ms(inCheck)}, where the command has kept its code`,
      },
      partResult("reading and checking by the modules, new process, against 100 ms", again),
      partResult("the same, the first time for a head of the book", first),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ms = milliseconds => `${milliseconds.toFixed(0)} ms`;

const result = (name, milliseconds, goal, bare) => ({
  name,
  ratio: milliseconds / goal,
  detail: `${ms(milliseconds)}; ${(milliseconds / bare).toFixed(1)} times a bare Node process (${ms(bare)})`,
});

const partResult = (name, { open, read, check, warm }) => ({
  name,
  ratio: (read + check) / GOALS.part,
  detail: `reading ${ms(read)}, checking ${ms(check)}; again in the same process ${ms(warm)}; opening the book ${ms(open)}`,
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

/** Prints what a process measured of itself, when it ends. */
const LISTENER = `data:text/javascript,process.on("exit", () => {
  for (const { duration } of performance.getEntriesByType("measure")) process.stderr.write("\\n" + duration);
})`;

/** Milliseconds that a command took for its part, by its own measure. */
function measured(words, folder) {
  const { status, stderr } = spawnSync(process.execPath, ["--import", LISTENER, ...words], {
    env: { ...process.env, CUSTODES_DATA: folder },
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(String(stderr));
  return Number(String(stderr).split("\n").at(-1));
}

function median(measure) {
  const times = Array.from({ length: RUNS }, measure).sort((a, b) => a - b);
  return times[RUNS >> 1];
}

/** Medians of each of the times that a measure gives. */
function medians(measure) {
  const all = Array.from({ length: RUNS }, measure);
  const of = key => all.map(times => times[key]).sort((a, b) => a - b)[RUNS >> 1];
  return Object.fromEntries(Object.keys(all[0]).map(key => [key, of(key)]));
}

/** The times of a process that opens a book and checks a text in it. */
function part(book) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    fileURLToPath(import.meta.url),
    book,
    article,
  ]);
  if (status !== 0) throw new Error(String(stderr));
  return JSON.parse(String(stdout));
}

/** What the process of `part` does. */
async function measure(dir, path) {
  const { openBook } = await import("../dist/book/open.js");
  const { readBytes } = await import("../dist/check/bytes.js");
  const { checkWithAppeals } = await import("../dist/check/appeal/apply.js");
  const bytes = readFileSync(path);
  const times = {};
  const timed = async (name, work) => {
    const begun = performance.now();
    const done = await work();
    times[name] = performance.now() - begun;
    return done;
  };
  const book = await timed("open", () => openBook(dir));
  const check = ({ document, claims, entities }) => checkWithAppeals(document, claims, book, { entities });
  const read = await timed("read", () => readBytes(bytes, book, { name: path }));
  await timed("check", () => check(read));
  await timed("warm", async () => check(await readBytes(bytes, book, { name: path })));
  await book.close();
  process.stdout.write(JSON.stringify(times));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await measure(process.argv[2], process.argv[3]);
