import { flag, type Invocation, option } from "../../command.ts";
import { readTextInput } from "../../input.ts";
import { withBook } from "../../open.ts";
import { writeOutput } from "../../output.ts";
import { kinds, namedKind, numberOption } from "./options.ts";

/** Tries the rule of each kind on second reports with known truth. */
export async function rehearseKinds(invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const { decisionsOf, formatRehearsal, judgedBy, recordsOf, REHEARSAL_METHOD, rehearse } = await import(
    "../../../link/index.ts"
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

/** A sheet of pairs for a person to judge. */
export async function sample(invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const { decisionsOf, judgedBy, labellingSheet, modelOf, recordsOf } = await import(
    "../../../link/index.ts"
  );
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

/** What a judged sheet says of the rule. */
export async function score(invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const { decisionsOf, formatStratified, judgedBy, kindQuality, modelOf, readLabels, readTable, recordsOf } =
    await import("../../../link/index.ts");
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
