// `npm run bench -- NAME...`: runs the benchmarks of bench/, each a file that exports `run()`. A benchmark prints ratios against a
// baseline or a peer measured in the same run, because absolute times say more about the machine than about the code.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const known = readdirSync(folder)
  .filter(name => name.endsWith(".mjs") && name !== "run.mjs")
  .map(name => name.slice(0, -4))
  .sort();
const asked = process.argv.slice(2);
if (asked.includes("--help")) {
  console.log(`usage: npm run bench -- [NAME...]\n\nbenchmarks: ${known.join(", ")}`);
  process.exit(0);
}
const unknown = asked.filter(name => !known.includes(name));
if (unknown.length > 0) {
  console.error(`there is no benchmark ${unknown.join(", ")}; there are ${known.join(", ")}`);
  process.exit(2);
}
for (const name of asked.length > 0 ? asked : known) {
  console.log(`\n# ${name}`);
  const { run } = await import(`./${name}.mjs`);
  // A benchmark may hand its results over one by one.
  for await (const { name: what, ratio, detail } of await run())
    console.log(`${what}: ${ratio === null ? "" : `ratio ${format(ratio)}`}${detail ? `  (${detail})` : ""}`);
}

function format(ratio) {
  return typeof ratio === "number" ? ratio.toPrecision(3) : String(ratio);
}
