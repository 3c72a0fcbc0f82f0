import { type Invocation, option } from "./command.ts";
import { writeOutput } from "./output.ts";

/** Did the user name a file for a picture? */
export const wantsPicture = (invocation: Invocation): boolean =>
  option(invocation, "svg") !== null || option(invocation, "png") !== null;

/** Writes a picture to the files that `--svg` and `--png` name. */
export async function writePicture(invocation: Invocation, svg: string): Promise<void> {
  const { effects } = invocation;
  const [drawn, bitmap] = [option(invocation, "svg"), option(invocation, "png")];
  if (drawn !== null) writeOutput(drawn, svg, effects);
  if (bitmap === null) return;
  const { svgToPng } = await import("../site/index.ts");
  writeOutput(bitmap, await svgToPng(svg), effects);
}
