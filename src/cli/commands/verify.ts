import { bookPlace } from "../books.ts";
import { type Command, flag } from "../command.ts";
import { ensureBook } from "../open.ts";

export const verify: Command = {
  name: "verify",
  summary: "check that nothing in the book was changed or lost",
  arguments: "",
  count: [0, 0],
  about: `Recomputes the hash of every entry of the journal and of every object. One flipped bit is found and named. Needs no server and no
trust in whoever gave you the book. Exit code 0 when all holds, 1 when something does not.`,
  options: {},
  examples: [
    ["custodes verify", "the shipped book"],
    ["custodes verify --book ~/books/mine --json", "a book of yours, result as data"],
  ],
  run: async invocation => {
    const { effects } = invocation;
    const { verifyBook } = await import("../../book/index.ts");
    const { dir } = await ensureBook(invocation, bookPlace(invocation));
    const report = await verifyBook(dir, { progress: effects.progress });
    if (flag(invocation, "json")) effects.out(`${JSON.stringify(report)}\n`);
    else {
      for (const problem of report.problems) effects.out(`${problem.message}\n`);
      effects.out(
        report.ok
          ? `all holds: ${report.entries} entries, ${report.objects} objects, head ${report.head.seq}:${report.head.hash.slice(0, 12)}\n`
          : `${report.problems.length} problems in ${dir}\n`,
      );
    }
    return report.ok ? 0 : 1;
  },
};
