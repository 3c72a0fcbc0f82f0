import { type Command, flag } from "../command.ts";
import { entryNumber, withBook } from "../open.ts";

export const diff: Command = {
  name: "diff",
  summary: "say what changed between two entries of the journal",
  arguments: "FROM [TO]",
  count: [1, 2],
  about:
    "Records that were added, removed or changed between the book as of FROM and as of TO (the newest entry when left out), field by field.",
  options: {},
  examples: [
    ["custodes diff 3", "what changed since entry 3"],
    ["custodes diff 3 7 --json", "between two entries, as data"],
  ],
  run: async invocation => {
    const { effects } = invocation;
    const from = entryNumber(invocation.arguments[0]!, "FROM")!;
    const to = entryNumber(invocation.arguments[1] ?? null, "TO");
    const { diffBook, formatDiff } = await import("../../book/index.ts");
    const changes = await withBook(invocation, book => diffBook(book, { from, to: to ?? book.head.seq }));
    effects.out(flag(invocation, "json") ? `${JSON.stringify(changes)}\n` : formatDiff(changes));
    return 0;
  },
};
