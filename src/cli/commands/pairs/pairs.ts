import type { Hash } from "node:crypto";
import { UserError } from "../../../codebook/errors.ts";
import type { LinkResult, PairExplanation, Spec, Table } from "../../../link/index.ts";
import { type Command, flag, type Invocation, option } from "../../command.ts";
import { readPieces } from "../../input.ts";
import { writeOutput } from "../../output.ts";
import { writePictures } from "../../pictures.ts";
import { version } from "../../version.ts";
import { hashed, newHash, workFolder } from "../../work-folder.ts";
import { labelsIn, qualityOn } from "./labels.ts";
import { readFile, specFor } from "./spec.ts";
import { askedThreads, MANY_ROWS, threadsAhead, usualThreads } from "./threads.ts";

export const pairs: Command = {
  name: "pairs",
  summary: "find the rows of any CSV that describe the same thing",
  arguments: "FILE|-",
  count: [1, 1],
  about: `Fellegi and Sunter's model on any table: rows that agree on a blocking rule are compared, the weight of each field is estimated without
labels, and rows are joined above a threshold. Without --spec it proposes a specification from the columns, prints it and uses it;
keep it, change it, and give it back. Precision and recall as the model expects them stand beside every threshold.`,
  options: {
    out: { value: "CLUSTERS.csv", help: "write id,cluster to a file" },
    spec: { value: "SPEC.yaml", help: "what to compare and which pairs, as printed by an earlier run" },
    parameters: {
      value: "FILE.json",
      help: "m and u of an earlier run (its --json), used instead of training",
    },
    plan: { help: "count the pairs of every rule and what is new, compare nothing" },
    threshold: {
      value: "P",
      help: "match probability from which pairs are joined (default: the best expected F1, which is said)",
    },
    labels: {
      value: "LABELS.csv",
      help: "pairs that somebody judged (two ids, 1 or 0): precision, recall, F1 and B-cubed with intervals",
    },
    learn: {
      value: "LABELS.csv",
      help: "pairs that somebody judged: m is counted on them too (judge with --labels on others, or the figures flatter)",
    },
    sample: {
      value: "N",
      help: "with --out: write a sheet of N pairs to judge, without scores, instead of the clusters",
    },
    decisions: {
      value: "FILE.csv",
      help: "pairs that somebody decided on (two ids, 1 or 0): they are kept together or apart, whatever the evidence",
    },
    threads: {
      value: "N",
      help: "threads that share the work (default: one a processor, 16 at most, for 20,000 rows or more); the result is the same for any number",
    },
    resume: {
      value: "DIR",
      help: "keep the work in a folder part by part; after an interruption the same command goes on from there",
    },
    explain: { value: "A,B", help: "the evidence for and against one pair, field by field" },
    pictures: {
      value: "DIR",
      help: "write the pictures as SVG: completeness, levels, unlinkables, thresholds; with --explain the waterfall",
    },
  },
  examples: [
    ["custodes pairs people.csv --out clusters.csv", "propose a specification, link, write the clusters"],
    [
      "custodes pairs people.csv --spec people.yaml --threshold 0.9 --out clusters.csv",
      "with your own specification and threshold",
    ],
    ["custodes pairs people.csv --explain p17,p203", "why two rows were joined, or were not"],
  ],
  run: async invocation => {
    const { effects } = invocation;
    const started = performance.now();
    const { pieces, name } = await readPieces(invocation.arguments[0]!, effects);
    const {
      clusterPieces,
      conflictsJson,
      diagnoseLink,
      formatDiagnosis,
      formatExplanation,
      formatLink,
      formatPlan,
      formatSpec,
      formatStratified,
      learnFrom,
      linkTableOnThreads,
      parametersJson,
      picturesOf,
      planLink,
      readParameters,
      rowSheet,
      startThreads,
      readTableFrom,
      waterfallOf,
      waterfallPicture,
    } = await import("../../../link/index.ts");
    // They start while the table is read.
    const ahead = flag(invocation, "plan") ? null : startThreads(threadsAhead(invocation));
    const folder = option(invocation, "resume");
    const hash = newHash();
    const table = readTableFrom(folder === null ? pieces : hashed(pieces, hash), name);
    const { spec, reasons } = await specFor(table, invocation);
    if (flag(invocation, "plan")) {
      const plan = planLink(table, spec);
      effects.out(
        flag(invocation, "json")
          ? `${JSON.stringify({ spec, plan })}\n`
          : [...reasons.map(reason => `# ${reason}`), formatSpec(spec), formatPlan(plan)].join("\n"),
      );
      return 0;
    }
    const file = option(invocation, "parameters");
    const given = file === null ? undefined : readParameters(readFile(file, "parameters", invocation), file);
    const decided = await labelsIn("decisions", { table, spec, invocation });
    const judged = await labelsIn("learn", { table, spec, invocation });
    const options = {
      threads: askedThreads(invocation) ?? usualThreads(table.rows >= MANY_ROWS),
      progress: folder === null ? effects.progress : (line: string) => effects.err(`custodes: ${line}`),
      decisions: decided?.pairs,
    };
    const unlearned = await linkTableOnThreads(table, spec, {
      ...options,
      ...(ahead && options.threads > 1 && { threads: ahead }),
      store:
        folder === null ? undefined : workFolder(folder, workOf(hash, { spec, file, invocation }), effects),
      parameters: given,
    });
    const learned = judged && learnFrom(unlearned, judged);
    // What is kept of the first run is of other parameters.
    const result = learned
      ? await linkTableOnThreads(table, spec, { ...options, parameters: () => learned })
      : unlearned;
    const out = option(invocation, "out");
    const size = sampleSize(invocation);
    const sheet = size === null ? null : rowSheet(table, result, size);
    if (out !== null) writeOutput(out, sheet?.csv ?? clusterPieces(table, result), effects);
    if (sheet?.fewer) effects.err(`custodes: ${sheet.fewer}`);
    const quality = await qualityOn(table, result, invocation);
    const explanation = await explanationOf(table, result, invocation);
    const diagnosis = diagnoseLink(result);
    writePictures(invocation, "", {
      ...picturesOf(diagnosis),
      ...(explanation && { waterfall: waterfallPicture(waterfallOf(explanation)) }),
    });
    if (flag(invocation, "json"))
      effects.out(
        `${JSON.stringify({
          records: table.rows,
          pairs_compared: result.compared,
          clusters: result.clusters.count,
          spec,
          parameters: parametersJson(result),
          conflicts: conflictsJson(table, result),
          diagnosis,
          ...(sheet && { sheet: { ...sheet, csv: undefined } }),
          ...(quality && { quality: quality.quality, stratified: quality.stratified }),
          ...(explanation && { explanation }),
          milliseconds: Math.round(performance.now() - started),
        })}\n`,
      );
    else if (explanation) effects.out(formatExplanation(explanation));
    else
      effects.out(
        [
          ...reasons.map(reason => `# ${reason}`),
          formatSpec(spec),
          formatLink(table, result, quality?.quality),
          ...(quality?.stratified ? [formatStratified(quality.stratified), ""] : []),
          formatDiagnosis(diagnosis),
          "",
        ].join("\n"),
      );
    return 0;
  },
};

/** A name for all that the pairs and their weights depend on: the table, what is compared, given parameters, and the version. */
function workOf(
  table: Hash,
  { spec, file, invocation }: { spec: Spec; file: string | null; invocation: Invocation },
): string {
  const { fields, block, largest_group, seed } = spec;
  const parameters = file === null ? "" : readFile(file, "parameters", invocation);
  return newHash()
    .update(JSON.stringify([version(), table.digest("hex"), fields, block, largest_group, seed, parameters]))
    .digest("hex");
}

/** Pairs that `--sample` asks for, null where it was not given. */
function sampleSize(invocation: Invocation): number | null {
  const text = option(invocation, "sample");
  if (text === null) return null;
  if (option(invocation, "out") === null)
    throw new UserError({
      code: "usage",
      message: "--sample needs a file for the sheet",
      hint: "add --out SHEET.csv",
    });
  const size = Number(text);
  if (Number.isInteger(size) && size > 0) return size;
  throw new UserError({
    code: "usage",
    message: `--sample is "${text}"`,
    expected: "a whole number above 0",
  });
}

async function explanationOf(
  table: Table,
  result: LinkResult,
  invocation: Invocation,
): Promise<PairExplanation | null> {
  const asked = option(invocation, "explain");
  if (asked === null) return null;
  const names = asked.split(",").map(name => name.trim());
  if (names.length !== 2 || names[0] === names[1])
    throw new UserError({
      code: "usage",
      message: `--explain is "${asked}"`,
      expected: "two different rows, joined by a comma",
    });
  const { explainPair } = await import("../../../link/index.ts");
  return explainPair(table, result, [names[0]!, names[1]!]);
}
