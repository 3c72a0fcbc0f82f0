// memory.mjs FILE ROWS NAMES MODEL FORMULA: how much more memory an estimate took at its peak than stood there with the data, in bytes.
import { readFileSync } from "node:fs";
import { estimateAll, frameOf } from "../../dist/effect/index.js";

const [file, rows, names, model, formula] = process.argv.slice(2);
const n = Number(rows);
const { buffer, byteOffset } = readFileSync(file);
const columns = names
  .split(",")
  .map((name, i) => [name, new Float64Array(buffer, byteOffset + 8 * i * n, n)]);
const before = process.memoryUsage.rss();
estimateAll(frameOf(Object.fromEntries(columns)), formula, { vcov: "cluster:id", model });
console.log(Math.max(0, 1024 * process.resourceUsage().maxRSS - before));
