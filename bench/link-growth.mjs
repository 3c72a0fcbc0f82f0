// How linking grows with the table: made-up people whose names grow rarer with the table, so that the pairs to compare grow in step with
// the rows (bench/link/data.mjs). RECORDS names the sizes (RECORDS=50000,...,10000000 needs 4 GB and some minutes), THREADS the threads, 1 unless
// told. SVG=FILE writes the picture of docs/performance.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writePeople } from "./link/data.mjs";
import { growthPicture } from "./link/growth-picture.mjs";
import { PEOPLE } from "./link/people.mjs";

const SIZES = (process.env["RECORDS"] ?? "50000,200000,500000,1000000").split(",").map(Number);
const THREADS = process.env["THREADS"] ?? "1";
const program = fileURLToPath(new URL("link/custodes-link.mjs", import.meta.url));

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), "custodes-growth-"));
  try {
    const measured = SIZES.map(records => measure(folder, records));
    if (process.env["SVG"]) writeFileSync(process.env["SVG"], `${growthPicture(measured)}\n`);
    const [first] = measured;
    return measured.map(({ records, pairs, seconds, memory }) => ({
      name: `${records} records, processor time a record against ${first.records}`,
      ratio: seconds / records / (first.seconds / first.records),
      detail: `${seconds.toFixed(1)} s, ${pairs} pairs, ${Math.round(memory)} MB`,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(folder, records) {
  const [table, spec, out] = ["table.csv", "spec.json", "clusters.csv"].map(name => join(folder, name));
  writePeople(table, records, { names: Math.sqrt(records / 200_000) });
  writeFileSync(spec, JSON.stringify(PEOPLE));
  const { pairs, cpu, memory } = JSON.parse(
    execFileSync(process.execPath, ["--max-old-space-size=8000", program, table, spec, out, THREADS], {
      encoding: "utf8",
    }),
  );
  return { records, pairs, seconds: cpu / 1000, memory };
}
