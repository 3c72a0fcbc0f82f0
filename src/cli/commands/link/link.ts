import { type Command, flag, option } from "../../command.ts";
import { join } from "./join.ts";
import { explain, judge } from "./pair.ts";
import { rehearseKinds, sample, score } from "./trial.ts";

export const link: Command = {
  name: "link",
  summary: "join records of the book that describe one event",
  arguments: "[KIND]",
  count: [0, 1],
  about: `Compares the records of a kind (of all but the sources and those that state numbers when none is named) by the fields that identify it, and shows what it would join
and what came near, each with the evidence field by field. Nothing changes until --write: then each joined pair becomes a decision in the
journal. A person decides with --same and --different; those go before any rule. An event keeps the id that it was first given.`,
  options: {
    threshold: { value: "P", help: "probability from which a pair is joined (default 0.999)" },
    write: { help: "append what the rule joins to the journal, a decision a pair" },
    same: { value: "A,B", help: "decide that two records are one event" },
    different: { value: "A,B", help: "decide that two records are two events; splits one that holds both" },
    explain: { value: "A,B", help: "the evidence for and against one pair" },
    rehearse: { help: "try the rule on made-up second reports of every record: precision and recall" },
    pictures: {
      value: "DIR",
      help: "write the pictures as SVG: completeness, levels, unlinkables, thresholds; with --explain the waterfall",
    },
    sample: { value: "N", help: "print a sheet of N pairs to judge, without scores (CSV)" },
    labels: {
      value: "FILE",
      help: "a judged sheet: precision, recall, F1 and B-cubed of the rule, with intervals",
    },
    learn: {
      value: "FILE",
      help: "a judged sheet of one kind: m is counted on its pairs too, beside the decisions in the journal",
    },
    out: { value: "FILE", help: "with --sample: write the sheet to a file" },
    near: { value: "N", help: "how many near pairs to show (default 5; all 50 with --json)" },
    reason: { value: "TEXT", help: "why you decide so, for whoever reads the journal" },
    by: { value: "NAME", help: "who decides, for the journal (default: your user name)" },
  },
  examples: [
    ["custodes link training", "what would be joined, and what came near"],
    ["custodes link training --explain chn-zaf-2015-11-instructors,chn-zaf-jmpd-fujian", "why, or why not"],
    [
      `custodes link deployment --different afg-huawei-cctv,afg-kabul-dahua --reason "two vendors"`,
      "decide that they are two",
    ],
    ["custodes link incident --rehearse", "how the rule does on reports with known truth"],
    ["custodes link training --sample 200 --out sheet.csv", "a sheet for a person to label"],
    ["custodes link training --labels sheet.csv", "what the labelled sheet says of the rule"],
  ],
  run: async invocation => {
    if (option(invocation, "explain") !== null) return explain(invocation);
    if (flag(invocation, "rehearse")) return rehearseKinds(invocation);
    if (option(invocation, "sample") !== null) return sample(invocation);
    if (option(invocation, "labels") !== null) return score(invocation);
    const judged = (["same", "different"] as const).filter(name => option(invocation, name) !== null);
    if (judged.length > 0) return judge(invocation, judged);
    return join(invocation);
  },
};
