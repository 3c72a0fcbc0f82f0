// Compiles src/ to dist/ with the TypeScript compiler: plain ES modules, which programs import; and puts those of the command line together as
// one script, from which it starts quicker, and likewise those of a thread that links.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { writeScript, writeWorker } from "./one-script.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
if (process.argv.includes("--clean")) rmSync(`${root}/dist`, { recursive: true, force: true });
const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const { status } = spawnSync(process.execPath, [tsc, "-p", `${root}/tsconfig.build.json`], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
if (status === 0) {
  await writeScript(`${root}/dist`);
  await writeWorker(`${root}/dist`);
}
