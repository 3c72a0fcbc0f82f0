import { UserError } from "../../../codebook/errors.ts";
import { type Command, option } from "../../command.ts";
import { readTextInput } from "../../input.ts";
import { estimateFormulas } from "./formulas.ts";
import { ESTIMATE_EXAMPLES, ESTIMATE_OPTIONS } from "./help.ts";
import { estimateOnBook } from "./study.ts";

export const estimate: Command = {
  name: "estimate",
  summary: "estimate a panel model, on a table or on a panel built from the book",
  arguments: "[FORMULA...]",
  count: [0, 20],
  about: `Formulas as users of fixest write them: "y ~ x1 + x2 | country + year | endog ~ instrument". How standard errors are computed is always
your choice: without --vcov it lists what there is. Everything that was dropped is counted and printed. Several formulas make several columns (--table).
--method staggered runs the estimators for treatment that starts at different times side by side, each with the assumption it needs:
twfe, event-study, sun-abraham, callaway-santanna, imputation, two-stage, extended-twfe, stacked name them one by one.
For a change at one date: --method synth (synthetic control), sdid (synthetic difference-in-differences) and did compare treated units with controls,
"y ~ 1 | unit + time"; its (interrupted time series) looks at one series alone, "y ~ time".

With --study the data are a panel that the book builds by a recorded query; without a formula everything that the study declares is
estimated. --keep writes the estimate into the book with the digest of its panel, --explain walks from a coefficient to its observations, their
records and sources, and --stale names the kept estimates whose evidence has changed since. Without arguments it lists the studies.`,
  options: ESTIMATE_OPTIONS,
  examples: ESTIMATE_EXAMPLES,
  run: async invocation => {
    const file = option(invocation, "data");
    const onBook = ["study", "explain", "stale"].some(name => invocation.options.has(name));
    if (file !== null && onBook)
      throw new UserError({
        code: "usage",
        message: "--data and the book cannot both be the data",
        expected: "--data FILE, or --study ID, --explain ID, --stale",
      });
    if (onBook || (file === null && invocation.arguments.length === 0)) return estimateOnBook(invocation);
    if (file === null)
      throw new UserError({
        code: "usage",
        message: "--data is missing",
        expected: "--data FILE, or --study ID",
      });
    if (invocation.arguments.length === 0)
      throw new UserError({
        code: "usage",
        message: "the formula is missing",
        expected: `"y ~ x | country + year"`,
      });
    const { text } = await readTextInput(file, invocation.effects);
    await estimateFormulas(invocation, text);
    return 0;
  },
};
