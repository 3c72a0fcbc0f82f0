import type { Book } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import type { Kind } from "../../codebook/types.ts";
import type { Judged, LinkedKind } from "../../link/index.ts";
import { type Command, flag, type Invocation, option } from "../command.ts";
import { readTextInput } from "../input.ts";
import { withBook } from "../open.ts";
import { writeOutput } from "../output.ts";
import { writePictures } from "../pictures.ts";
import { author } from "./init.ts";

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
    if (flag(invocation, "rehearse")) return tryOut(invocation);
    if (option(invocation, "sample") !== null) return sample(invocation);
    if (option(invocation, "labels") !== null) return score(invocation);
    const judged = (["same", "different"] as const).filter(name => option(invocation, name) !== null);
    if (judged.length > 0) return judge(invocation, judged);
    return list(invocation);
  },
};

async function list(invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const { decide, formatLinkedKind, linkKind, picturesOf } = await import("../../link/index.ts");
  const threshold = numberOption(invocation, "threshold", value => value > 0 && value < 1);
  const near = numberOption(invocation, "near", value => Number.isInteger(value) && value >= 0);
  const write = flag(invocation, "write");
  const sheet = option(invocation, "learn");
  const learned = sheet === null ? null : await readTextInput(sheet, effects);
  const linked = await withBook(
    invocation,
    async book => {
      const results: LinkedKind[] = [];
      const asked = learned ? [await namedKind(book, invocation, "learn")] : await kinds(book, invocation);
      for (const kind of asked) {
        const result = await linkKind(book, kind, {
          ...(threshold !== null && { threshold }),
          ...(learned && { judged: await judgedIn(learned, book, kind) }),
        });
        if (!write || result.proposed.joined.length === 0) {
          results.push(result);
          continue;
        }
        const judgements = result.proposed.joined.map(({ records, weight, probability }) => ({
          judgement: "same" as const,
          records,
          reason: { rule: "fellegi-sunter", weight, probability, threshold: result.proposed.threshold },
        }));
        const events = await decide(book, kind, { by: author(invocation), judgements });
        results.push({ ...result, events });
      }
      return results;
    },
    { write },
  );
  for (const { kind, diagnosis } of linked) writePictures(invocation, `${kind}-`, picturesOf(diagnosis));
  if (flag(invocation, "json")) effects.out(`${JSON.stringify({ kinds: linked.map(jsonOf) })}\n`);
  else effects.out(linked.map(result => formatLinkedKind(result, near === null ? {} : { near })).join("\n"));
  return 0;
}

/** Pairs that a sheet judges, by the ids of their records. */
async function judgedIn(
  { text, name }: { readonly text: string; readonly name: string },
  book: Book,
  kind: Kind,
): Promise<Judged[]> {
  const { readLabels, readTable, recordsOf } = await import("../../link/index.ts");
  const ids = (await recordsOf(book, kind)).map(row => String(row["id"]));
  const { pairs } = readLabels(
    readTable(text, name, { least: 1 }),
    new Map(ids.map((id, at) => [id, at])),
    name,
  );
  return pairs.map(({ a, b, same }) => ({ records: [ids[a]!, ids[b]!], same }));
}

/** Tries the rule of each kind on second reports with known truth. */
async function tryOut(invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const { decisionsOf, formatRehearsal, judgedBy, recordsOf, REHEARSAL_METHOD, rehearse } = await import(
    "../../link/index.ts"
  );
  const tried = await withBook(invocation, async book => {
    const results = [];
    for (const kind of await kinds(book, invocation)) {
      const judged = judgedBy(await decisionsOf(book, kind));
      results.push({ kind: kind.id, ...rehearse(kind, await recordsOf(book, kind), { judged }) });
    }
    return results;
  });
  effects.out(
    flag(invocation, "json")
      ? `${JSON.stringify({ method: REHEARSAL_METHOD, kinds: tried })}\n`
      : `${tried.map(one => `${one.kind}\n${formatRehearsal(one)}`).join("\n\n")}\n\n${REHEARSAL_METHOD}\n`,
  );
  return 0;
}

/** The kinds asked for: the one named, or all but that of the sources and those that state numbers, which are no happenings. */
async function kinds(book: Book, invocation: Invocation): Promise<Kind[]> {
  const { kindToLink } = await import("../../link/index.ts");
  const [id] = invocation.arguments;
  if (id !== undefined) return [kindToLink(book, id)];
  return [...book.codebook.kinds.values()].filter(
    ({ cited, identify, fields }) =>
      !cited &&
      identify.length > 0 &&
      !fields.some(field => field.type === "measure" && identify.includes(field.id)),
  );
}

const jsonOf = ({ kind, events, proposed, diagnosis }: LinkedKind) => ({
  kind,
  diagnosis,
  events: events.events,
  redirects: Object.fromEntries(events.redirects),
  conflicts: events.conflicts,
  ...proposed,
});

async function explain(invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const {
    decisionsOf,
    explainRecords,
    formatDecision,
    formatEvidence,
    judgedBy,
    recordsOf,
    waterfallOf,
    waterfallPicture,
  } = await import("../../link/index.ts");
  const records = pairOption(invocation, "explain");
  const { pair, decisions } = await withBook(invocation, async book => {
    const kind = await namedKind(book, invocation, "explain");
    const all = await decisionsOf(book, kind);
    const rows = await recordsOf(book, kind);
    const known = new Set(rows.map(({ id }) => id));
    const found = explainRecords(kind, rows, records, judgedBy(all));
    if (!found)
      throw new UserError({
        code: "unknown-record",
        message: `there is no ${kind.id} "${known.has(records[0]) ? records[1] : records[0]}"`,
        hint: "ids stand in the first column of `custodes query`",
      });
    const decided = all.filter(decision => records.every(record => decision.records.includes(record)));
    return { pair: found, decisions: decided };
  });
  writePictures(invocation, "", { waterfall: waterfallPicture(waterfallOf(pair)) });
  if (flag(invocation, "json")) effects.out(`${JSON.stringify({ ...pair, decisions })}\n`);
  else effects.out(`${[formatEvidence(pair), ...decisions.map(formatDecision)].join("\n")}\n`);
  return 0;
}

async function sample(invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const { decisionsOf, judgedBy, labellingSheet, modelOf, recordsOf } = await import("../../link/index.ts");
  const size = numberOption(invocation, "sample", value => Number.isInteger(value) && value > 0)!;
  const sheet = await withBook(invocation, async book => {
    const kind = await namedKind(book, invocation, "sample");
    const judged = judgedBy(await decisionsOf(book, kind));
    return labellingSheet(modelOf(kind, await recordsOf(book, kind), { judged }), size);
  });
  const out = option(invocation, "out");
  if (out !== null) writeOutput(out, sheet.csv, effects);
  if (flag(invocation, "json")) effects.out(`${JSON.stringify({ sheet })}\n`);
  else if (out === null) effects.out(sheet.csv);
  if (sheet.fewer !== null) effects.err(`custodes: ${sheet.fewer}`);
  return 0;
}

async function score(invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const { decisionsOf, formatStratified, judgedBy, kindQuality, modelOf, readLabels, readTable, recordsOf } =
    await import("../../link/index.ts");
  const file = option(invocation, "labels")!;
  const threshold = numberOption(invocation, "threshold", value => value > 0 && value < 1);
  const { text, name } = await readTextInput(file, effects);
  const sheet = readTable(text, name, { least: 1 });
  const { quality, leftOut } = await withBook(invocation, async book => {
    const kind = await namedKind(book, invocation, "labels");
    const judged = judgedBy(await decisionsOf(book, kind));
    const model = modelOf(kind, await recordsOf(book, kind), { judged });
    const labels = readLabels(sheet, new Map(model.ids.map((id, at) => [id, at])), name);
    return {
      quality: kindQuality(model, labels.pairs, threshold === null ? {} : { threshold }),
      leftOut: labels.leftOut,
    };
  });
  const { unknown, undecided, contradictory } = leftOut;
  if (flag(invocation, "json")) effects.out(`${JSON.stringify({ ...quality, left_out: leftOut })}\n`);
  else
    effects.out(
      `${formatStratified(quality)}\n${unknown + undecided + contradictory > 0 ? `left out: ${unknown} name a record that is not there, ${undecided} say neither 0 nor 1, ${contradictory} contradict each other\n` : ""}`,
    );
  return 0;
}

async function judge(invocation: Invocation, judged: readonly ("same" | "different")[]): Promise<number> {
  const { effects } = invocation;
  const { decide, formatConflict } = await import("../../link/index.ts");
  const reason = option(invocation, "reason");
  const judgements = judged.map(judgement => ({
    judgement,
    records: pairOption(invocation, judgement),
    reason: reason === null ? {} : { reason },
  }));
  const events = await withBook(
    invocation,
    async book => {
      const kind = await namedKind(book, invocation, judged[0]!);
      return decide(book, kind, { by: author(invocation), judgements });
    },
    { write: true },
  );
  if (flag(invocation, "json"))
    effects.out(
      `${JSON.stringify({ events: events.events, redirects: Object.fromEntries(events.redirects), conflicts: events.conflicts })}\n`,
    );
  else {
    const lines = judgements.map(({ judgement, records: [a, b] }) =>
      judgement === "same" ? `${a} and ${b} are event ${events.of.get(a)}` : `${a} and ${b} are different`,
    );
    // "Different" may set earlier decisions aside: who decides must see which.
    const parted = judgements.filter(({ judgement }) => judgement === "different");
    const touched = events.conflicts.filter(({ against }) =>
      parted.some(({ records }) => records.every(id => against.records.includes(id))),
    );
    effects.out(`${[...lines, ...touched.map(formatConflict)].join("\n")}\n`);
  }
  return 0;
}

async function namedKind(book: Book, invocation: Invocation, name: string): Promise<Kind> {
  const { kindToLink } = await import("../../link/index.ts");
  const [id] = invocation.arguments;
  if (id === undefined)
    throw new UserError({
      code: "usage",
      message: `--${name} needs a kind`,
      expected: [...book.codebook.kinds.keys()].join(", "),
    });
  return kindToLink(book, id);
}

function pairOption(invocation: Invocation, name: string): readonly [string, string] {
  const ids = option(invocation, name)!
    .split(",")
    .map(id => id.trim());
  if (ids.length !== 2 || ids.includes("") || ids[0] === ids[1])
    throw new UserError({
      code: "usage",
      message: `--${name} is "${option(invocation, name)}"`,
      expected: "two different ids, joined by a comma",
    });
  return [ids[0]!, ids[1]!];
}

function numberOption(invocation: Invocation, name: string, fits: (value: number) => boolean): number | null {
  const text = option(invocation, name);
  if (text === null) return null;
  const value = Number(text);
  if (!fits(value))
    throw new UserError({
      code: "usage",
      message: `--${name} is "${text}"`,
      expected: name === "threshold" ? "a probability between 0 and 1" : "a whole number",
    });
  return value;
}
