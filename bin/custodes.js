#!/usr/bin/env node
// The command `custodes`. Everything is in src/cli; this file only says how it is loaded, and what to do when it was not built.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { openScript } from "./one-script.js";

const dist = new URL("../dist/", import.meta.url);
const modules = new URL("cli/main.js", dist);
if (!existsSync(fileURLToPath(modules))) {
  process.stderr.write(
    "custodes: dist/ is missing; run `npm ci` (or `npm run build`) in the project folder first\n",
  );
  process.exit(3);
}
// Patterns are compiled to machine code at once, and not to byte code for their first use and again for their second. Kept code is of these
// settings too, so they come before it.
setFlagsFromString("--no-regexp-tier-up");
const script = openScript(dist);
const { main } = script ?? (await import(modules.href));
process.exitCode = await main(process.argv.slice(2));
// Of all commands a check runs the most code that others run too.
if (process.argv[2] === "check" && process.exitCode === 0) script?.keep();
