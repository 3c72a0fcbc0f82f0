import type { Entry } from "../../book/types.ts";
import { type Command, flag, option } from "../command.ts";
import { withBook } from "../open.ts";
import { formatTable } from "../table.ts";

export const log: Command = {
  name: "log",
  summary: "list the entries of the journal",
  arguments: "",
  count: [0, 0],
  about:
    "Prints who wrote what into the book and when, newest last. An entry's number is what --as-of and diff take.",
  options: {
    from: { value: "ENTRY", help: "first entry" },
    to: { value: "ENTRY", help: "last entry" },
  },
  examples: [
    ["custodes log", "the whole journal"],
    ["custodes log --from 10 --json", "entries from 10 on, with their hashes"],
  ],
  run: async invocation => {
    const { effects } = invocation;
    const { entryNumber } = await import("../open.ts");
    const range = {
      from: entryNumber(option(invocation, "from"), "--from"),
      to: entryNumber(option(invocation, "to"), "--to"),
    };
    const entries = await withBook(invocation, async book => {
      const list: Entry[] = [];
      for await (const entry of book.entries({
        ...(range.from !== null && { from: range.from }),
        ...(range.to !== null && { to: range.to }),
      }))
        list.push(entry);
      return list;
    });
    if (flag(invocation, "json")) effects.out(`${JSON.stringify({ entries })}\n`);
    else
      effects.out(
        formatTable(
          ["entry", "at", "by", "act", "what", "hash"],
          entries.map(({ seq, at, by, act, data, hash }) => [seq, at, by, act, data, hash.slice(0, 12)]),
          { width: effects.columns },
        ),
      );
    return 0;
  },
};
