import type { BookEffects } from "../book/index.ts";
import { addFacts, createBook, type OpenBook, replaceCodebook, sha256 } from "../book/index.ts";
import { type BookFolder, readBookFolder } from "./book-folder.ts";
import { checkBookFolder } from "./check-book-folder.ts";

export interface BuildOptions {
  /** Who takes the facts in, for the journal. */
  readonly by: string;
  readonly effects?: Partial<BookEffects>;
}

/** What an update changed. All lists are empty where the book was current. */
export interface BookUpdate {
  readonly codebook: boolean;
  /** Facts files that are new or other than before, and those that were taken away. */
  readonly facts: readonly string[];
  readonly removed: readonly string[];
  /** Articles that are new or other than before. */
  readonly articles: readonly string[];
}

/**
 * Makes a book in `dir` of a folder of codebook, facts and articles (or of what was read from one), and returns it open. The folder is checked first:
 * a `UserError` carries every problem of all files, and nothing has been written then.
 */
export async function buildBook(
  dir: string,
  sourceFolder: string | BookFolder,
  { by, effects = {} }: BuildOptions,
): Promise<OpenBook> {
  const source = typeof sourceFolder === "string" ? await readBookFolder(sourceFolder) : sourceFolder;
  checkBookFolder(source);
  const book = await createBook(dir, { codebook: source.codebook, by, effects });
  await takeIn(book, source, { by });
  return book;
}

export interface UpdateOptions {
  readonly by: string;
  /** Facts files that the book has and the folder no longer has: these are taken away. Default: none. */
  readonly remove?: readonly string[];
}

/** Brings an open book up to a folder. Only changed files get a new entry; all are checked before the first is written. */
export async function updateBook(
  book: OpenBook,
  source: BookFolder,
  options: UpdateOptions,
): Promise<BookUpdate> {
  checkBookFolder(source);
  return takeIn(book, source, options);
}

async function takeIn(
  book: OpenBook,
  source: BookFolder,
  { by, remove = [] }: UpdateOptions,
): Promise<BookUpdate> {
  const before = { ...book.facts };
  const codebook = await replaceCodebook(book, { by, files: source.codebook });
  const removed = remove.filter(path => path in before && !source.facts.has(path));
  const gone = removed.map((path): [string, null] => [path, null]);
  await addFacts(book, { by, files: new Map<string, string | null>([...source.facts, ...gone]) });
  const facts = [...source.facts]
    .filter(([path, text]) => before[path] !== sha256(text))
    .map(([path]) => path);
  const articles = await captureArticles(book, source, by);
  return { codebook: codebook !== null, facts, removed, articles };
}

/** What the entry of a captured article says of it. */
export interface ArticleCapture {
  readonly name: string;
  readonly role: "article";
}

/** Captures the articles that the book does not have yet under their name, one entry each. */
async function captureArticles(book: OpenBook, { articles }: BookFolder, by: string): Promise<string[]> {
  if (articles.size === 0) return [];
  const known = await articlesOf(book);
  const fresh = [...articles].filter(([path, bytes]) => known.get(nameOf(path)) !== sha256(bytes));
  for (const [path, bytes] of fresh) {
    const data: ArticleCapture = { name: nameOf(path), role: "article" };
    await book.append({ by, act: "capture", data, objects: [await book.put(bytes)] });
  }
  return fresh.map(([path]) => nameOf(path));
}

const nameOf = (path: string) => path.slice(path.lastIndexOf("/") + 1);

/** Articles that a book has captured: name -> SHA-256 of the newest bytes under that name. */
export async function articlesOf(book: Pick<OpenBook, "entries">): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for await (const { act, data, objects } of book.entries()) {
    const { name, role } = (data ?? {}) as Partial<ArticleCapture>;
    if (act === "capture" && role === "article" && name !== undefined && objects[0])
      known.set(name, objects[0]);
  }
  return known;
}
