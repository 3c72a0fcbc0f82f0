import { UserError } from "../../../codebook/errors.ts";
import type { Data, Estimate, Progress } from "../../../effect/index.ts";
import { flag, type Invocation, option } from "../../command.ts";
import { estimateOneDate, isOneDate } from "./one-date.ts";
import { estimateOptions, isStaggered, staggeredOptions, windowOf } from "./options.ts";
import { isTable, tableText } from "./output.ts";
import { drawPlot } from "./plot.ts";

/** Estimates every formula of the command line on the data and prints what was asked for. */
export async function estimateFormulas(invocation: Invocation, data: Data): Promise<readonly Estimate[]> {
  const { effects } = invocation;
  const effect = await import("../../../effect/index.ts");
  const frame = effect.readData(data);
  if (isOneDate(option(invocation, "method"))) return estimateOneDate(invocation, effect, frame);
  const json = flag(invocation, "json");
  const print = (value: unknown, text: () => string) =>
    effects.out(json ? `${JSON.stringify(value)}\n` : text());
  if (isStaggered(option(invocation, "method"), effect.STAGGERED_METHODS)) {
    const [formula, ...more] = invocation.arguments;
    if (more.length > 0)
      throw new UserError({
        code: "usage",
        message: "staggered designs take one formula",
        received: more.join(" "),
      });
    const report = effect.estimateStaggered(frame, formula!, {
      ...staggeredOptions(invocation),
      onProgress: ({ done, total, what }) => effects.progress(`${done + 1} of ${total}: ${what}`),
    });
    if (report.estimates.length === 0) throw noneRan(report.refused);
    await drawPlot(invocation, {
      own: () => effect.reportPicture(report, windowOf(invocation)),
      estimates: report.estimates,
      data: frame,
      formula: formula!,
    });
    print(report, () =>
      isTable(invocation)
        ? tableText(invocation, effect, effect.withinWindow(report.estimates, windowOf(invocation)))
        : effect.formatStaggered(report, windowOf(invocation)),
    );
    return report.estimates;
  }
  const onProgress = ({ what }: Progress) => effects.progress(`estimating ${what}`);
  const options = { ...estimateOptions(invocation), onProgress };
  const estimates = invocation.arguments.flatMap(formula => effect.estimateAll(frame, formula, options));
  const result = estimates.length === 1 ? estimates[0]! : { estimates };
  await drawPlot(invocation, {
    own: () => effect.estimatesPicture(estimates),
    estimates,
    data: frame,
    formula: invocation.arguments[0]!,
  });
  print(result, () =>
    isTable(invocation) ? tableText(invocation, effect, estimates) : effect.formatEstimates(result),
  );
  return estimates;
}

const noneRan = (refused: readonly { method: string; reason: string }[]) =>
  new UserError({
    code: "no-estimator",
    message: `no estimator can run on these data: ${refused.map(({ method, reason }) => `${method}: ${reason}`).join("; ")}`,
  });
