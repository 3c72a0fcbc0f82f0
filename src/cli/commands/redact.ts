import { UserError } from "../../codebook/errors.ts";
import { type Command, flag, type Invocation, option } from "../command.ts";
import { entryNumber, withBook } from "../open.ts";
import { author } from "./init.ts";

export const redact: Command = {
  name: "redact",
  summary: "destroy what must not be kept; the fact of it stays",
  arguments: "",
  count: [0, 0],
  about: `Destroys the bytes of an object, the values of a record or of one of its fields, or the data of an entry. Their hashes and the fact of the
redaction stay, and the chain still verifies. It cannot be undone. Other copies of the book keep what they hold.
The reason is written into the journal: say why, without telling what.`,
  options: {
    object: { value: "SHA256", help: "an object (a capture, say)" },
    record: { value: "ID", help: "a record" },
    field: { value: "FIELD", help: "with --record: only this field" },
    entry: { value: "ENTRY", help: "the data of an entry of the journal" },
    reason: { value: "TEXT", help: "why (required)" },
    by: { value: "NAME", help: "who decides, for the journal (default: your user name)" },
    yes: { help: "do it; without this it only says what it would destroy" },
  },
  examples: [
    [
      `custodes redact --record slb-visit-2023 --field note --reason "could endanger a source" --yes`,
      "the values of one field",
    ],
    [`custodes redact --object 3b5d... --reason "names a private person" --yes`, "a capture"],
  ],
  run: async invocation => {
    const { effects } = invocation;
    const target = targetOf(invocation);
    const reason = option(invocation, "reason");
    if (reason === null)
      throw new UserError({
        code: "usage",
        message: "--reason is missing",
        hint: "say why, without telling what",
      });
    if (!flag(invocation, "yes")) {
      effects.err(`custodes: this would destroy ${JSON.stringify(target)} for ever; say --yes to do it`);
      return 2;
    }
    const { redact: destroy, OpenBook } = await import("../../book/index.ts");
    const done = await withBook(
      invocation,
      async book => {
        if (!(book instanceof OpenBook)) throw new Error("this book cannot be written to");
        return destroy(book, { ...target, by: author(invocation), reason });
      },
      { write: true },
    );
    if (flag(invocation, "json")) effects.out(`${JSON.stringify(done)}\n`);
    else {
      effects.out(
        `destroyed ${done.objects.length} objects and ${done.statements} statements; entry ${done.entry.seq} says so\n`,
      );
      if (done.mentions.length > 0)
        effects.out(`entries ${done.mentions.join(", ")} still name the record: look at them\n`);
      if (done.files.length > 0)
        effects.out(`files in the book's folder may still hold it: ${done.files.join(", ")}\n`);
    }
    return 0;
  },
};

type Target = { object: string } | { record: string; field?: string } | { entry: number };

function targetOf(invocation: Invocation): Target {
  const object = option(invocation, "object");
  const record = option(invocation, "record");
  const field = option(invocation, "field");
  const entry = entryNumber(option(invocation, "entry"), "--entry");
  const targets: Target[] = [
    ...(object === null ? [] : [{ object }]),
    ...(record === null ? [] : [{ record, ...(field !== null && { field }) }]),
    ...(entry === null ? [] : [{ entry }]),
  ];
  if (targets.length === 1 && (field === null || record !== null)) return targets[0]!;
  throw new UserError({
    code: "usage",
    message: `${targets.length} targets were named`,
    expected: "one of --object, --record (with --field), --entry",
  });
}
