#!/usr/bin/env node
// The command `custodes`. Everything is in src/cli; this file only says what to do when it was not built.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (!existsSync(fileURLToPath(main))) {
  process.stderr.write(
    "custodes: dist/ is missing; run `npm ci` (or `npm run build`) in the project folder first\n",
  );
  process.exit(3);
}
const { main: run } = await import(main.href);
process.exitCode = await run(process.argv.slice(2));
