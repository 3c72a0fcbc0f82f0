import { UserError } from "../../../codebook/errors.ts";
import type { Data, Estimate, Picture } from "../../../effect/index.ts";
import { type Invocation, option } from "../../command.ts";
import { wantsPicture, writePicture } from "../../picture.ts";
import { estimateOptions, staggeredOptions, windowOf } from "./options.ts";

type Effect = typeof import("../../../effect/index.ts");

/** What there is to draw. */
export interface Drawing {
  /** What the method draws where no kind was asked for. */
  readonly own: () => Picture;
  readonly estimates: readonly Estimate[];
  readonly data: Data;
  readonly formula: string;
}

type Draw = (effect: Effect, drawing: Drawing, invocation: Invocation) => Picture;

const PLOTS: Readonly<Record<string, Draw>> = {
  coef: (effect, { estimates }) => effect.estimatesPicture(estimates),
  event: (effect, { estimates, own }, invocation) =>
    estimates.some(one => "event" in one) ? own() : effect.eventsPicture(estimates, windowOf(invocation)),
  binned: (effect, { data, formula }, invocation) => {
    const { weights, subset, panel, singletons } = estimateOptions(invocation, { anyMethod: true });
    const chosen = Object.entries({ weights, subset, panel, singletons }).filter(
      ([, value]) => value !== undefined,
    );
    return effect.binnedPicture(data, formula, Object.fromEntries(chosen));
  },
  timing: (effect, { data, formula }, invocation) =>
    effect.timingOf(data, formula, staggeredOptions(invocation)),
};

/** Draws where `--svg` or `--png` asks for it: what `--plot` names, else what suits the method. */
export async function drawPlot(invocation: Invocation, drawing: Drawing): Promise<void> {
  const kind = option(invocation, "plot");
  const draw = kind === null ? null : PLOTS[kind];
  if (draw === undefined)
    throw new UserError({
      code: "usage",
      message: `--plot is "${kind}"`,
      expected: Object.keys(PLOTS).join(", "),
    });
  if (!wantsPicture(invocation)) {
    if (kind === null) return;
    throw new UserError({
      code: "usage",
      message: "--plot has no file to draw into",
      hint: "name one with --svg FILE or --png FILE",
    });
  }
  const effect = await import("../../../effect/index.ts");
  const picture = draw === null ? drawing.own() : draw(effect, drawing, invocation);
  await writePicture(invocation, effect.standaloneSvg(picture));
}
