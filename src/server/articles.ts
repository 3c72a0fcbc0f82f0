import type { Book } from "../book/types.ts";
import type { ArticleRef } from "../site/index.ts";

/** A text kept in the book: a `capture` whose data has the role `article`. */
export interface KeptArticle extends ArticleRef {
  readonly name: string;
  readonly mime: string;
}

/** Id of a text in addresses: the first twelve digits of the SHA-256 of its bytes. */
export const articleId = (sha256: string): string => sha256.slice(0, 12);

function fieldOf(data: unknown, name: string): string {
  const value =
    typeof data === "object" && data !== null ? (data as Record<string, unknown>)[name] : undefined;
  return typeof value === "string" ? value : "";
}

/** Every text kept in a book, oldest first; a text that was kept twice is there once. */
export async function allArticles(book: Book): Promise<KeptArticle[]> {
  const rows = await book.sql<{ seq: number }>(
    "SELECT seq FROM entries WHERE act = 'capture' AND contains(data, 'article') ORDER BY seq",
  );
  const articles = new Map<string, KeptArticle>();
  for (const { seq } of rows)
    for await (const entry of book.entries({ from: Number(seq), to: Number(seq) })) {
      const sha256 = entry.objects[0];
      if (fieldOf(entry.data, "role") !== "article" || sha256 === undefined) continue;
      const name = fieldOf(entry.data, "name");
      const id = articleId(sha256);
      if (!articles.has(id))
        articles.set(id, {
          id,
          sha256,
          name,
          mime: fieldOf(entry.data, "mime"),
          title: fieldOf(entry.data, "title") || name || id,
          seq: entry.seq,
          at: entry.at,
        });
    }
  return [...articles.values()];
}

/**
 * The texts of a book as lists show them, in the order in which they first came. Of a text that came again under its name
 * with other words only the newest is listed; the address of the older one still works.
 */
export function newestByName(articles: readonly KeptArticle[]): KeptArticle[] {
  const byName = new Map<string, KeptArticle>();
  for (const article of articles) byName.set(article.name || article.id, article);
  return [...byName.values()];
}

/** The texts kept in a book as lists show them. */
export const articlesOf = async (book: Book): Promise<KeptArticle[]> => newestByName(await allArticles(book));
