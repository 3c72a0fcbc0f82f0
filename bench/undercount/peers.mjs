import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

import { hierarchicalModels } from "../../dist/count/undercount/loglinear/models.js";

/** Where bench/setup-undercount.sh installs the packages of R. */
const library = fileURLToPath(new URL("../../.tmp/undercount-r", import.meta.url));
const environment = {
  ...process.env,
  R_LIBS: [library, process.env.R_LIBS].filter(Boolean).join(delimiter),
};
const beside = name => fileURLToPath(new URL(name, import.meta.url));

/** The table as a CSV of combinations with a count. */
function combinations({ lists, counts }) {
  const rows = Array.from({ length: counts.length - 1 }, (_, at) => at + 1).map(set =>
    [...lists.map((_, list) => (set >> list) & 1), counts[set]].join(","),
  );
  return `${[...lists, "count"].join(",")}\n${rows.join("\n")}\n`;
}

function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "custodes-bench-undercount-"));
  try {
    return work((name, text) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    }, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lastLineOf(program, given) {
  const { status, stdout } = spawnSync(program, given, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: environment,
  });
  return status === 0 ? stdout.trim().split("\n").at(-1) : null;
}

/** What an R script prints for tables of five and four lists; null where R, or a package that the script needs, is not there. */
export function ofR(script, { five, four, draws }) {
  return inFolder(kept => {
    const files = [five, four].flatMap(table => [
      kept(`${table.lists.length}.csv`, combinations(table)),
      kept(
        `${table.lists.length}.models`,
        hierarchicalModels(table.lists.length)
          .map(({ terms }) => [...terms].join(" "))
          .join("\n"),
      ),
    ]);
    const line = lastLineOf("Rscript", [beside(script), ...files, String(draws)]);
    return line === null ? null : JSON.parse(line);
  });
}

const CLASSES = 10;
const BURNIN = 2000;
const asked = ({ draws, thinning, chains }) => [CLASSES, BURNIN, draws, thinning, chains].map(String);

/** Seconds of processor and draws of N of each chain, from a line of numbers. */
function sampled(numbers, { draws, chains }) {
  const [seconds, ...all] = numbers.map(Number);
  const chain = at => Float64Array.from(all.slice(at * draws, (at + 1) * draws));
  return { seconds, chains: Array.from({ length: chains }, (_, at) => chain(at)) };
}

/** The plain sampler in C++ (latent-class.cpp); null where there is no compiler. */
export function plainSampler(table, options) {
  return inFolder((kept, folder) => {
    const program = join(folder, "latent-class");
    const built = spawnSync("c++", ["-O2", "-std=c++17", "-o", program, beside("latent-class.cpp")]);
    if (built.status !== 0) return null;
    const line = lastLineOf(program, [kept("table.csv", combinations(table)), ...asked(options)]);
    return { name: "plain Gibbs in C++", ...sampled(line.split(" "), options) };
  });
}

/** The sampler of R's package LCMCR; null where it is not there. */
export function lcmcrSampler(table, options) {
  return inFolder(kept => {
    const csv = kept("table.csv", combinations(table));
    const line = lastLineOf("Rscript", [beside("lcmcr.R"), csv, ...asked(options)]);
    if (line === null) return null;
    const [version, ...numbers] = line.split(" ");
    return { name: `LCMCR ${version}`, ...sampled(numbers, options) };
  });
}
