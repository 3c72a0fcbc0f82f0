import { UserError } from "../../../codebook/errors.ts";
import type { Data, Estimate } from "../../../effect/index.ts";
import { flag, type Invocation, option } from "../../command.ts";
import { interruptedOptions, syntheticOptions } from "./options.ts";
import { isTable, tableText } from "./output.ts";
import { type Drawing, drawPlot } from "./plot.ts";

type Effect = typeof import("../../../effect/index.ts");

const BLOCK = ["synth", "sdid", "did"] as const;

/** Methods for a change at one date: with weighted controls, or with the series alone. */
export const isOneDate = (method: string | null): boolean =>
  method === "its" || BLOCK.some(name => name === method);

/** Runs the method of `--method` on the one formula and prints what was asked for. */
export async function estimateOneDate(
  invocation: Invocation,
  effect: Effect,
  data: Data,
): Promise<readonly Estimate[]> {
  const method = option(invocation, "method")!;
  const [formula, ...more] = invocation.arguments;
  if (more.length > 0)
    throw new UserError({
      code: "usage",
      message: `--method ${method} takes one formula`,
      received: more.join(" "),
    });
  const block = BLOCK.find(name => name === method);
  const { estimate, text, drawing } =
    block === undefined
      ? series(effect, data, formula!, invocation)
      : units(effect, data, formula!, { invocation, block });
  await drawPlot(invocation, drawing);
  const { out } = invocation.effects;
  if (flag(invocation, "json")) out(`${JSON.stringify(estimate)}\n`);
  else out(isTable(invocation) ? tableText(invocation, effect, [estimate]) : text());
  return [estimate];
}

interface Done {
  readonly estimate: Estimate;
  readonly text: () => string;
  readonly drawing: Drawing;
}

function series(effect: Effect, data: Data, formula: string, invocation: Invocation): Done {
  const estimate = effect.estimateInterrupted(data, formula, interruptedOptions(invocation));
  return {
    estimate,
    text: () => effect.formatInterrupted(estimate),
    drawing: { own: () => effect.interruptedPicture(estimate), data, estimates: [estimate], formula },
  };
}

interface Block {
  readonly invocation: Invocation;
  readonly block: (typeof BLOCK)[number];
}

function units(effect: Effect, data: Data, formula: string, { invocation, block }: Block): Done {
  const estimate = effect.estimateSynthetic(data, formula, {
    method: block,
    ...syntheticOptions(invocation),
  });
  return {
    estimate,
    text: () => effect.formatSynthetic(estimate),
    drawing: { own: () => effect.syntheticPicture(estimate), data, estimates: [estimate], formula },
  };
}
