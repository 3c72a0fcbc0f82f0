import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { makeAll, patternsMadeBy } from "./made-patterns.ts";

/**
 * No pattern of the source may take time that explodes with its input. Each is run over strings that are made of its own letters and
 * words, repeated 3,000 letters long and broken at the end: what backtracks exponentially, or with the third power, does not come
 * back from that. What is quadratic passes here; the tests of the readers cover long texts.
 */

const src = fileURLToPath(new URL("../src", import.meta.url));
/** Milliseconds after which a pattern counts as exploding; the slowest takes some hundred on a busy machine. */
const LIMIT = 30_000;

const LITERAL =
  /(?<=(?:^|[=(,:!&|?{}[;>]|return|=>)\s*)\/(?![*/])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=\s*(?:[.,;)\]}:?&|]|$))/gm;

interface Found {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

function patternsIn(file: string): Found[] {
  const text = readFileSync(join(src, file), "utf8");
  return [...text.matchAll(LITERAL)].flatMap(({ 1: source = "", 2: flags = "", index }) => {
    try {
      new RegExp(source, flags);
    } catch {
      // A division or a path in a comment that looks like a pattern.
      return [];
    }
    return [{ where: `src/${file}:${text.slice(0, index).split("\n").length}`, source, flags }];
  });
}

/** What is made of words of packs and codebooks stands in these rooms; these files make patterns of names of tags and fields, and of years. */
const ROOMS_OF_WORDS = /^(?:text|read|check)\//;
const NO_WORDS = /^(?:read\/intake\/(?:xml|flatten|email)|check\/forms\/year-alone)\.ts$/;

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
  name => /\.tsx?$/.test(name) && !/\.test\.ts/.test(name),
);
const found = files.flatMap(patternsIn);

/** Index of the pattern that did not come back, or -1. */
function explodes(patterns: readonly Found[], limit = LIMIT): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./patterns-worker.mjs", import.meta.url), {
      workerData: patterns.map(({ source, flags }) => [source, flags]),
    });
    let timer: NodeJS.Timeout | undefined;
    worker.on("error", reject);
    worker.on("message", (at: number | "done") => {
      clearTimeout(timer);
      if (at === "done") resolve(-1);
      else
        timer = setTimeout(() => {
          void worker.terminate();
          resolve(at);
        }, limit);
    });
  });
}

test("the patterns of the source are found", () => {
  expect(found.length).toBeGreaterThan(500);
  expect(found.map(({ where }) => where.split(":")[0])).toContain("src/read/intake/markdown.ts");
});

/** Patterns that do not come back, by where they stand. */
async function explodingOf(patterns: readonly Found[]): Promise<string[]> {
  const bad: string[] = [];
  for (let left = patterns; left.length > 0; ) {
    const at = await explodes(left);
    if (at < 0) break;
    bad.push(`${left[at]!.where} /${left[at]!.source}/`);
    left = left.slice(at + 1);
  }
  return bad;
}

test("no pattern explodes on strings of its own letters", async () => {
  expect(await explodingOf(found)).toEqual([]);
}, 600_000);

test("no pattern that is made of the words of a language or a codebook explodes", async () => {
  const made = await patternsMadeBy(makeAll);
  const walked = new Set(made.map(({ where }) => where.split(":")[0]));
  const makers = files.filter(
    name =>
      ROOMS_OF_WORDS.test(name) &&
      !NO_WORDS.test(name) &&
      /\bnew RegExp\(/.test(readFileSync(join(src, name), "utf8")),
  );
  expect(makers.length).toBeGreaterThan(5);
  expect(makers.filter(name => !walked.has(`src/${name}`))).toEqual([]);
  expect(made.length).toBeGreaterThan(1500);
  expect(await explodingOf(made)).toEqual([]);
}, 600_000);

test("patterns made elsewhere than in the source are not walked", async () => {
  const made = await patternsMadeBy(async () => {
    expect(new RegExp(["made", "here"].join("|")).test("here")).toBe(true);
  });
  expect(made).toEqual([]);
});

test("a pattern that explodes is found", async () => {
  // Nothing slow is asked here, and this one would take years.
  const pattern = { where: "here", source: "^(?:a+)+$", flags: "" };
  expect(await explodes([{ where: "", source: "b", flags: "" }, pattern], 3000)).toBe(1);
}, 60_000);
