import { UserError } from "../../../codebook/errors.ts";
import type { Estimate, Picture, RegressionTable } from "../../../effect/index.ts";
import { type Invocation, option } from "../../command.ts";
import { wantsPicture, writePicture } from "../../picture.ts";

type Effect = typeof import("../../../effect/index.ts");

const FORMATS = ["text", "markdown", "html", "latex", "typst"] as const;

export const isTable = (invocation: Invocation): boolean => option(invocation, "table") !== null;

/** Models side by side in the format of `--table`. */
export function tableText(
  invocation: Invocation,
  effect: Effect,
  estimates: readonly Estimate[],
  headings?: readonly string[],
): string {
  const asked = option(invocation, "table");
  const format = FORMATS.find(one => one === asked);
  if (format === undefined)
    throw new UserError({ code: "usage", message: `--table is "${asked}"`, expected: FORMATS.join(", ") });
  const write: Record<(typeof FORMATS)[number], (table: RegressionTable) => string> = {
    text: effect.terminalTable,
    markdown: effect.markdownTable,
    html: effect.htmlTable,
    latex: effect.latexTable,
    typst: effect.typstTable,
  };
  return write[format](effect.regressionTable(estimates, headings === undefined ? {} : { headings }));
}

/** Draws where `--svg` or `--png` asks for it; the picture is only made then. */
export async function drawPicture(invocation: Invocation, make: () => Picture): Promise<void> {
  if (!wantsPicture(invocation)) return;
  const { standaloneSvg } = await import("../../../effect/index.ts");
  await writePicture(invocation, standaloneSvg(make()));
}
