// Compiles src/ to dist/ with the TypeScript compiler: plain ES modules, no bundler to hold in one's head.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
if (process.argv.includes("--clean")) rmSync(`${root}/dist`, { recursive: true, force: true });
const tsc = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const { status } = spawnSync(process.execPath, [tsc, "-p", `${root}/tsconfig.build.json`], {
  stdio: "inherit",
});
process.exitCode = status ?? 1;
