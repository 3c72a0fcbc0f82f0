import { UserError } from "../../codebook/errors.ts";
import { type Command, flag, option } from "../command.ts";
import { readTextInput } from "../input.ts";
import { estimateOptions, isStaggered, staggeredOptions } from "./estimate-options.ts";

export const estimate: Command = {
  name: "estimate",
  summary: "estimate a panel model, from a formula and a table",
  arguments: "FORMULA",
  count: [1, 1],
  about: `Formulas as users of fixest write them: "y ~ x1 + x2 | country + year | endog ~ instrument". How standard errors are computed is always
your choice: without --vcov it lists what there is. Everything that was dropped is counted and printed.
--method staggered runs the estimators for treatment that starts at different times side by side, each with the assumption it needs:
twfe, event-study, sun-abraham, callaway-santanna, imputation, two-stage, extended-twfe, stacked name them one by one.`,
  options: {
    data: { value: "FILE", help: "table as CSV, header first (- for standard input; required)" },
    vcov: {
      value: "SPEC",
      help: "iid, hc1, cluster:country, cluster:country+year, nw:2, dk:2, conley:200:lat+lon (required)",
    },
    ssc: { value: "SPEC", help: "small-sample correction (default: fixest's)" },
    method: {
      value: "NAME",
      help: "ols (default), poisson, logit, probit, negbin; staggered, or one of its estimators (see below)",
    },
    cohort: { value: "COLUMN", help: "staggered: first treated time (empty or 0: never)" },
    treatment: { value: "COLUMN", help: "staggered: 0/1 column that the first treated time is taken from" },
    controls: { value: "WHO", help: "staggered: never (default) or notyet treated units as controls" },
    bootstrap: { value: "CLUSTER", help: "wild cluster bootstrap over this column" },
    draws: { value: "N", help: "draws of a bootstrap" },
    seed: { value: "N", help: "seed of a bootstrap (default 1)" },
    weights: { value: "COLUMN", help: "weights of the rows" },
    panel: { value: "UNIT,TIME", help: "columns that make the panel, for lags and for nw and dk" },
    split: { value: "COLUMN", help: "one estimate for each value of a column" },
    subset: { value: "CONDITION", help: "rows to keep" },
    singletons: { value: "RULE", help: "drop (default) or keep rows that are alone in a fixed effect" },
    level: { value: "P", help: "coverage of the intervals (default 0.95)" },
  },
  examples: [
    [
      `custodes estimate "y ~ x | country + year" --data panel.csv --vcov cluster:country`,
      "two-way fixed effects, clustered",
    ],
    [
      `custodes estimate "deaths ~ treated | country" --data panel.csv --method poisson --vcov hc1 --json`,
      "Poisson, as data",
    ],
    [
      `custodes estimate "lemp ~ 1 | county + year" --data mpdta.csv --method staggered --cohort first --vcov cluster:county`,
      "staggered adoption, every estimator side by side",
    ],
  ],
  run: async invocation => {
    const { effects } = invocation;
    const file = option(invocation, "data");
    if (file === null)
      throw new UserError({ code: "usage", message: "--data is missing", expected: "--data FILE" });
    const { text } = await readTextInput(file, effects);
    const effect = await import("../../effect/index.ts");
    const formula = invocation.arguments[0]!;
    const json = flag(invocation, "json");
    if (isStaggered(option(invocation, "method"), effect.STAGGERED_METHODS)) {
      const report = effect.estimateStaggered(text, formula, staggeredOptions(invocation));
      effects.out(json ? `${JSON.stringify(report)}\n` : effect.formatStaggered(report));
    } else {
      const result = effect.estimateFromCsv(text, formula, estimateOptions(invocation));
      effects.out(json ? `${JSON.stringify(result)}\n` : effect.formatEstimates(result));
    }
    return 0;
  },
};
