import type { Book } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import { type Command, flag, type Invocation, option } from "../command.ts";
import { readInput } from "../input.ts";
import { keptArticles } from "../kept.ts";
import { withBook } from "../open.ts";
import { cellText } from "../table.ts";
import { author } from "./init.ts";

export const watch: Command = {
  name: "watch",
  summary: "say which findings of kept articles have moved",
  arguments: "[add FILE|URL|-]",
  count: [0, 2],
  about: `Checks again every article that the book keeps, and says which findings are other than at the last look: the verdict before, the verdict
after, and the entry of the journal that brought it. Both are made by the same code from the book then and the book now, so that
only what came into the book can move a finding. The look is recorded in the journal; where nothing has come in since, nothing is written.
\`watch add\` checks an article and keeps it in the book. Its text stays on this machine, in the book's folder.`,
  options: {
    list: { help: "only list the articles that the book keeps" },
    peek: { help: "say what has moved, and record no look" },
    language: { value: "CODE", help: "language of the reasons (en, zh, es, fr, pt, ru, ar)" },
    by: { value: "NAME", help: "who keeps it or looks, for the journal (default: your user name)" },
  },
  examples: [
    ["custodes watch add story.html", "keep an article"],
    ["custodes watch", "what has moved since the last look"],
    [
      "custodes watch --peek --json | jq '.articles[].moves'",
      "the same as data, without a mark in the journal",
    ],
  ],
  run: async invocation => {
    const [word, file] = invocation.arguments;
    if (word === undefined) {
      const write = !flag(invocation, "peek") && !flag(invocation, "list");
      return withBook(invocation, book => (flag(invocation, "list") ? list : look)(book, invocation), {
        write,
      });
    }
    if (word !== "add" || file === undefined)
      throw new UserError({
        code: "usage",
        message: word === "add" ? "the article is missing" : `watch knows no word "${word}"`,
        expected: "nothing, or: add FILE|URL|-",
      });
    return withBook(invocation, book => add(book, file, invocation), { write: true });
  },
};

async function add(book: Book, word: string, invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const { bytes, ...input } = await readInput(word, effects);
  const { checkBytes } = await import("../../check/index.ts");
  const { document, summary } = await checkBytes(bytes, book, input);
  const { name, mime } = input;
  const kept = (await keptArticles(book)).find(({ sha256 }) => sha256 === document.sha256);
  const data = { role: "article", name, mime, title: document.title || name };
  const seq =
    kept?.seq ??
    (await book.append({ by: author(invocation), act: "capture", data, objects: [await book.put(bytes)] }))
      .seq;
  const id = document.sha256.slice(0, 12);
  if (flag(invocation, "json"))
    effects.out(
      `${JSON.stringify({ id, sha256: document.sha256, name, seq, new: kept === undefined, summary })}\n`,
    );
  else
    effects.out(
      `${kept ? "the book has kept it already" : "kept"}: ${id} ${cellText(name)} (entry ${seq}, ${summary.claims} claims)\n`,
    );
  return 0;
}

async function list(book: Book, invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const articles = await keptArticles(book);
  if (flag(invocation, "json")) effects.out(`${JSON.stringify({ articles })}\n`);
  else if (articles.length === 0)
    effects.out("the book keeps no article; `custodes watch add FILE` keeps one\n");
  else
    for (const { id, name, title, seq } of articles)
      effects.out(`${id}  ${cellText(name)}  ${title === name ? "" : cellText(title)}  (entry ${seq})\n`);
  return 0;
}

async function look(book: Book, invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const { lookAgain, recordLook, watchToTerminal } = await import("../../check/index.ts");
  const articles = await keptArticles(book);
  const language = option(invocation, "language") ?? "en";
  const watched = await lookAgain(articles, book, {
    language,
    progress: ({ name }) => effects.progress(`looking at ${name} ...`),
  });
  const entry = flag(invocation, "peek") ? null : await recordLook(book, watched, author(invocation));
  if (flag(invocation, "json")) effects.out(`${JSON.stringify({ ...watched, entry })}\n`);
  else effects.out(watchToTerminal(watched, language));
  return 0;
}
