import { UserError } from "../../../codebook/errors.ts";
import { flag, type Invocation, option } from "../../command.ts";
import { withBook } from "../../open.ts";
import { writePictures } from "../../pictures.ts";
import { author } from "../init.ts";
import { namedKind, pairOption } from "./options.ts";

/** The evidence for and against one pair. */
export async function explain(invocation: Invocation): Promise<number> {
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
  } = await import("../../../link/index.ts");
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

/** What a person decides of a pair, in the journal. */
export async function judge(
  invocation: Invocation,
  judged: readonly ("same" | "different")[],
): Promise<number> {
  const { effects } = invocation;
  const { decide, formatConflict } = await import("../../../link/index.ts");
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
