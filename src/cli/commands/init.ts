import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { UserError } from "../../codebook/errors.ts";
import { type Command, flag, type Invocation, option } from "../command.ts";

export const init: Command = {
  name: "init",
  summary: "make a new, empty book",
  arguments: "DIR",
  count: [1, 1],
  about: `Makes a book in DIR with the codebook of exported security and nothing else in it. Another field of study needs another codebook:
give its folder of YAML files with --codebook.`,
  options: {
    codebook: { value: "FOLDER", help: "folder of YAML files (default: the codebook of the shipped book)" },
    by: { value: "NAME", help: "who makes it, for the journal (default: your user name)" },
  },
  examples: [
    ["custodes init ~/books/mine", "an empty book on exported security"],
    ["custodes init ~/books/arms --codebook ./codebook", "a book on something else"],
  ],
  run: async invocation => {
    const { effects } = invocation;
    const dir = resolve(effects.cwd, invocation.arguments[0]!);
    const { createBook } = await import("../../book/index.ts");
    const book = await createBook(dir, {
      codebook: await codebookFiles(invocation),
      by: author(invocation),
      effects: { now: effects.now },
    });
    const { head } = book;
    await book.close();
    if (flag(invocation, "json")) effects.out(`${JSON.stringify({ book: dir, head })}\n`);
    else
      effects.out(
        `made a book in ${dir}\nwork on it with --book ${invocation.arguments[0]}, or from inside the folder\n`,
      );
    return 0;
  },
};

/** Who acts: the name given, else the user's. */
export function author(invocation: Invocation): string {
  const { env } = invocation.effects;
  return option(invocation, "by") ?? env["USER"] ?? env["USERNAME"] ?? "unknown";
}

async function codebookFiles(invocation: Invocation): Promise<ReadonlyMap<string, string>> {
  const given = option(invocation, "codebook");
  const { shippedBookFolder } = await import("../../import/index.ts");
  const folder =
    given === null ? join(shippedBookFolder(), "codebook") : resolve(invocation.effects.cwd, given);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError({
      code: "not-found",
      file: given ?? folder,
      message: "there is no such folder",
      expected: "a folder of YAML files",
    });
  const names = readdirSync(folder).filter(name => /\.ya?ml$/.test(name));
  if (names.length === 0)
    throw new UserError({
      code: "no-codebook",
      file: given ?? folder,
      message: "the folder holds no YAML files",
      hint: "see docs/reference/codebook.md for what a codebook is made of",
    });
  return new Map(names.sort().map(name => [name, readFileSync(join(folder, name), "utf8")]));
}
