import { type Command, flag, option } from "../command.ts";
import { readTextInput } from "../input.ts";

export const undercount: Command = {
  name: "undercount",
  summary: "estimate how many cases no list reports",
  arguments: "FILE|-",
  count: [1, 1],
  about: `Multiple systems estimation from a table of lists: one row a case with 0/1 columns, or one row a pattern with a count. All methods that
the data can carry stand side by side, each with its interval and assumptions; those that it cannot carry are refused with the reason.`,
  options: {
    count: { value: "COLUMN", help: "column of counts, where each row is a pattern" },
    stratum: { value: "COLUMN", help: "estimate within each value of this column" },
    level: { value: "P", help: "level of the intervals (default 0.95)" },
    seed: { value: "N", help: "seed of bootstraps and samplers (default 1)" },
    draws: { value: "N", help: "bootstrap resamples (default 1000)" },
  },
  examples: [
    ["custodes undercount lists.csv", "every method side by side"],
    ["custodes undercount lists.csv --json", "the estimates as data"],
  ],
  run: async invocation => {
    const { effects } = invocation;
    const { text, name } = await readTextInput(invocation.arguments[0]!, effects);
    const { undercountFromCsv, formatUndercount } = await import("../../count/index.ts");
    const options = {
      file: name,
      count: option(invocation, "count"),
      stratum: option(invocation, "stratum"),
      level: option(invocation, "level"),
      seed: option(invocation, "seed"),
      draws: option(invocation, "draws"),
      progress: effects.progress,
    };
    const result = undercountFromCsv(text, options);
    effects.out(
      flag(invocation, "json")
        ? `${JSON.stringify(result)}\n`
        : formatUndercount(result, { width: effects.columns }),
    );
    return 0;
  },
};
