import { UserError } from "../../codebook/errors.ts";
import type { EstimateOptions } from "../../effect/index.ts";
import { type Command, flag, type Invocation, option } from "../command.ts";
import { readTextInput } from "../input.ts";

export const estimate: Command = {
  name: "estimate",
  summary: "estimate a panel model, from a formula and a table",
  arguments: "FORMULA",
  count: [1, 1],
  about: `Formulas as users of fixest write them: "y ~ x1 + x2 | country + year | endog ~ instrument". How standard errors are computed is always
your choice: without --vcov it lists what there is. Everything that was dropped is counted and printed.`,
  options: {
    data: { value: "FILE", help: "table as CSV, header first (- for standard input; required)" },
    vcov: {
      value: "SPEC",
      help: "iid, hc1, cluster:country, cluster:country+year, nw:2, dk:2, conley:200:lat+lon (required)",
    },
    ssc: { value: "SPEC", help: "small-sample correction (default: fixest's)" },
    method: { value: "NAME", help: "ols (default), poisson, logit, probit, negbin" },
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
  ],
  run: async invocation => {
    const { effects } = invocation;
    const file = option(invocation, "data");
    if (file === null)
      throw new UserError({ code: "usage", message: "--data is missing", expected: "--data FILE" });
    const { text } = await readTextInput(file, effects);
    const { estimateFromCsv, formatEstimates } = await import("../../effect/index.ts");
    const result = estimateFromCsv(text, invocation.arguments[0]!, optionsOf(invocation));
    effects.out(flag(invocation, "json") ? `${JSON.stringify(result)}\n` : formatEstimates(result));
    return 0;
  },
};

function optionsOf(invocation: Invocation): EstimateOptions {
  const given = (name: string) => option(invocation, name) ?? undefined;
  const model = given("method");
  const singletons = given("singletons");
  const panel = given("panel");
  const level = given("level");
  return {
    ...only("vcov", given("vcov")),
    ...only("ssc", given("ssc")),
    ...only("weights", given("weights")),
    ...only("split", given("split")),
    ...only("subset", given("subset")),
    ...(model !== undefined && {
      model: oneOf("method", model, ["ols", "poisson", "logit", "probit", "negbin"] as const),
    }),
    ...(singletons !== undefined && {
      singletons: oneOf("singletons", singletons, ["drop", "keep"] as const),
    }),
    ...(panel !== undefined && { panel: panelOf(panel) }),
    ...(level !== undefined && { level: probability("level", level) }),
  };
}

const only = <K extends string>(name: K, value: string | undefined): { [P in K]?: string } =>
  (value === undefined ? {} : { [name]: value }) as { [P in K]?: string };

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find(one => one === value);
  if (found === undefined)
    throw new UserError({ code: "usage", message: `--${name} is "${value}"`, expected: known.join(", ") });
  return found;
}

function panelOf(text: string): { unit: string; time: string } {
  const [unit, time, ...rest] = text.split(",");
  if (!unit || !time || rest.length > 0)
    throw new UserError({
      code: "usage",
      message: `--panel is "${text}"`,
      expected: "UNIT,TIME, as in country,year",
    });
  return { unit, time };
}

function probability(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0 && value < 1))
    throw new UserError({
      code: "usage",
      message: `--${name} is "${text}"`,
      expected: "a number between 0 and 1",
    });
  return value;
}
