// Links one table with custodes: node custodes-link.mjs TABLE.csv SPEC.json|- CLUSTERS.csv [THREADS]. Prints JSON with times in milliseconds and
// the peak of memory. With `-` the specification is proposed from the columns; the column `gold` is never looked at.
import { readFileSync, writeFileSync } from "node:fs";
import {
  clustersCsv,
  linkTableOnThreads,
  proposeSpec,
  readTable,
  startThreads,
} from "../../dist/link/index.js";

const [file, specFile, out, threads = "2"] = process.argv.slice(2);
const started = performance.now();
const idle = process.cpuUsage();
const helpers = startThreads(Number(threads));
const read = readTable(readFileSync(file), file);
const columns = new Map([...read.columns].filter(([name]) => name !== "gold"));
const table = { rows: read.rows, columns };
const readDone = performance.now();
const given = specFile === "-" ? null : JSON.parse(readFileSync(specFile, "utf8"));
const spec = given
  ? { id: given.id, fields: given.fields, block: given.block, seed: 1 }
  : proposeSpec(table).spec;
const planned = performance.now();
const result = await linkTableOnThreads(table, spec, { threads: helpers });
const linked = performance.now();
const used = process.cpuUsage(idle);
writeFileSync(out, clustersCsv(table, result));
console.log(
  JSON.stringify({
    read: readDone - started,
    plan: planned - readDone,
    link: linked - planned,
    pairs: result.compared,
    cpu: (used.user + used.system) / 1000,
    memory: process.resourceUsage().maxRSS / 1024,
  }),
);
