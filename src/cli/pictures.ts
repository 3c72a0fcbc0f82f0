import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Invocation, option } from "./command.ts";
import { writeOutput } from "./output.ts";

/** Writes pictures as SVG files into the folder that `--pictures` names, if it was given. */
export function writePictures(
  invocation: Invocation,
  prefix: string,
  pictures: Readonly<Record<string, string>>,
): void {
  const folder = option(invocation, "pictures");
  if (folder === null) return;
  const { effects } = invocation;
  mkdirSync(resolve(effects.cwd, folder), { recursive: true });
  for (const [name, svg] of Object.entries(pictures))
    writeOutput(join(folder, `${prefix}${name}.svg`), svg, effects);
}
