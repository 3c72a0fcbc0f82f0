// memory.mjs FILE ROWS NAMES MODEL FORMULA: how much more memory an estimate took at its peak than stood there with the data, in bytes.
import { readFileSync, writeFileSync } from "node:fs";
import { estimateAll, frameOf } from "../../dist/effect/index.js";

const [file, rows, names, model, formula] = process.argv.slice(2);
const n = Number(rows);
const { buffer, byteOffset } = readFileSync(file);
const columns = names
  .split(",")
  .map((name, i) => [name, new Float64Array(buffer, byteOffset + 8 * i * n, n)]);
// A child begins with the peak of its parent; this forgets it (proc(5), clear_refs).
writeFileSync("/proc/self/clear_refs", "5");
const peak = () => 1024 * Number(/VmHWM:\s*(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
const before = process.memoryUsage.rss();
estimateAll(frameOf(Object.fromEntries(columns)), formula, { vcov: "cluster:id", model });
console.log(Math.max(0, peak() - before));
