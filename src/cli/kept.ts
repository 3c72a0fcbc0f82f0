import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { Book } from "../book/types.ts";
import { UserError } from "../codebook/errors.ts";
import type { KeptArticle } from "../server/index.ts";
import type { Effects } from "./effects.ts";
import { type Input, readInput } from "./input.ts";

/** The texts kept in a book, each under its newest words. */
export async function keptArticles(book: Book): Promise<KeptArticle[]> {
  const { articlesOf } = await import("../server/articles.ts");
  return articlesOf(book);
}

/** The bytes of an article: a file, an address or standard input, else a text kept in the book, by its id or its name. */
export async function articleInput(word: string, book: Book, effects: Effects): Promise<Input> {
  const isFile = statSync(resolve(effects.cwd, word), { throwIfNoEntry: false })?.isFile();
  if (word === "-" || word.includes("://") || isFile) return readInput(word, effects);
  const kept = await keptArticles(book);
  const named = kept.find(({ id, sha256, name }) => [id, sha256, name].includes(word));
  const bytes = named ? await book.get(named.sha256) : null;
  if (named && bytes) return { bytes, name: named.name, url: "", mime: named.mime };
  throw new UserError({
    code: "not-found",
    file: word,
    message: named
      ? "the bytes of this article were redacted"
      : "there is no such file, and the book keeps no such article",
    hint: "`custodes watch --list` lists the articles that the book keeps",
  });
}
