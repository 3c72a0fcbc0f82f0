import { UserError } from "../../codebook/errors.ts";
import { type Command, option } from "../command.ts";
import { readTextInput } from "../input.ts";

export const judge: Command = {
  name: "judge",
  summary: "apply the verdict rule to claims and evidence given as data",
  arguments: "FILE|-",
  count: [1, 1],
  about: `Reads JSON Lines, one {"id", "claim", "evidence": [...]} a line, and prints a verdict a line, with its flags, the set that the
number claims and the band. No book is used. The keys are described in docs/explanation/verdicts.md.
A line that cannot be read gives a line with "error"; the others are judged, and the exit code is 2.

With --table the lines are English statements about a CSV ("Peru had the most officers"), and each gets "supported", "contradicted" or null: null is
most of the time, since only a statement whose words the table has is answered. How often that is right stands in docs/performance.md.`,
  options: {
    table: { value: "FILE.csv", help: "hold each line of FILE against this table instead" },
  },
  examples: [
    ["custodes judge cases.jsonl", "a verdict for each line"],
    ["custodes judge statements.txt --table courses.csv", "what a table says about each statement"],
    [
      `echo '{"id":"a","claim":{"value":900,"qualifier":"nearly"},"evidence":[{"class":"independent","value":893}]}' | custodes judge -`,
      "one line from standard input",
    ],
  ],
  run: async invocation => {
    const {
      arguments: [file],
      effects,
    } = invocation;
    const table = option(invocation, "table");
    if (table !== null) {
      const { judgeByTable } = await import("./judge-table.ts");
      return judgeByTable(table, file!, effects);
    }
    const { text, name } = await readTextInput(file!, effects);
    const { judgeLines } = await import("../../check/index.ts");
    const { lines, problems } = judgeLines(text, name);
    for (const line of lines) effects.out(`${JSON.stringify(line)}\n`);
    if (problems.length > 0) throw new UserError(problems);
    return 0;
  },
};
