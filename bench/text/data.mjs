// Development data of ../shared/bench, read where it lies; nothing of it is kept here.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const shared = fileURLToPath(new URL("../../../shared/bench/", import.meta.url));

let half = "";

/** Scores only rows with an odd or an even index, so that the other half can be held out; "" takes all. */
export function takeHalf(name) {
  half = name;
}

const taken = (_row, i) => half === "" || (i % 2 === 0) === (half === "even");

/** Rows of a JSON Lines file of the shared collections, or null when the file is absent. */
export function rows(path) {
  const file = shared + path;
  if (!existsSync(file)) return null;
  const bytes = readFileSync(file);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter(line => line !== "")
    .map(line => JSON.parse(line))
    .filter(taken);
}

/** Precision, recall and F1 in percent from counts. */
export function prf(correct, predicted, gold) {
  const p = predicted ? correct / predicted : 0;
  const r = gold ? correct / gold : 0;
  const f = p + r ? (2 * p * r) / (p + r) : 0;
  return [p, r, f].map(x => Math.round(x * 1000) / 10);
}

/** Largest one-to-one pairing that maximises pairs first, then a weight; small sets, so by augmenting paths. */
export function pair(gold, predicted, fits) {
  const match = new Array(predicted.length).fill(-1);
  const attempt = (g, seen) => {
    const order = predicted
      .map((p, i) => [fits(gold[g], p), i])
      .filter(([w]) => w > 0)
      .sort((a, b) => b[0] - a[0]);
    for (const [, i] of order) {
      if (seen.has(i)) continue;
      seen.add(i);
      if (match[i] < 0 || attempt(match[i], seen)) {
        match[i] = g;
        return true;
      }
    }
    return false;
  };
  for (let g = 0; g < gold.length; g++) attempt(g, new Set());
  return match.flatMap((g, i) => (g < 0 ? [] : [[g, i]]));
}
