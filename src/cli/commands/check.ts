import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { CheckedDocument } from "../../check/types.ts";
import { UserError } from "../../codebook/errors.ts";
import { type Command, flag, type Invocation, option } from "../command.ts";
import { readInput } from "../input.ts";
import { withBook } from "../open.ts";

export const check: Command = {
  name: "check",
  summary: "check an article claim by claim against the book",
  arguments: "FILE|URL|-",
  count: [1, 1],
  about: `Reads the article, finds its claims, and gives each a verdict with the reasons and the evidence on each side: supported, imprecise,
disputed, contradicted, misattributed, outdated, unverifiable, promotional or not-checkable. The article never supports itself, and
silence is never support. The text stays on this machine.`,
  options: {
    markdown: { help: "print Markdown for an editor's desk" },
    csv: { help: "print a table, one claim a row" },
    html: { value: "OUT", help: "write one self-contained page that works offline" },
    language: { value: "CODE", help: "language of the explanations (en, zh)" },
  },
  examples: [
    ["custodes check article.txt", "claims and verdicts in the terminal"],
    ["custodes check https://example.org/story --html story.html", "a page to send to an editor"],
    ["custodes check draft.md --json | jq .summary", "the result as data"],
  ],
  run: async invocation => {
    const { effects } = invocation;
    const formats = ["json", "markdown", "csv"].filter(name => flag(invocation, name));
    if (formats.length > 1)
      throw new UserError({
        code: "usage",
        message: `--${formats.join(" and --")} cannot go together`,
        hint: "give one of them",
      });
    const { bytes, ...input } = await readInput(invocation.arguments[0]!, effects);
    const language = option(invocation, "language") ?? "en";
    const { checkBytes } = await import("../../check/index.ts");
    const checked = await withBook(invocation, book => checkBytes(bytes, book, { ...input, language }));
    await print(checked, invocation, language);
    return 0;
  },
};

async function print(checked: CheckedDocument, invocation: Invocation, language: string): Promise<void> {
  const { effects } = invocation;
  const { toJson, toMarkdown, toCsv, toTerminal } = await import("../../check/index.ts");
  const html = option(invocation, "html");
  if (html !== null) {
    const { renderStandaloneArticle } = await import("../../site/index.ts");
    writeFileSync(resolve(effects.cwd, html), renderStandaloneArticle(checked));
    effects.err(`custodes: wrote ${html}`);
  }
  if (flag(invocation, "json")) effects.out(`${JSON.stringify(toJson(checked))}\n`);
  else if (flag(invocation, "markdown")) effects.out(toMarkdown(checked, { language }));
  else if (flag(invocation, "csv")) effects.out(toCsv(checked, { language }));
  else if (html === null) effects.out(toTerminal(checked, { width: effects.columns, language }));
}
