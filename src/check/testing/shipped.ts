import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OpenBook } from "../../book/book.ts";
import { addFacts, createBook } from "../../book/index.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const shipped = join(root, "books/security");

export const articlePath = (name: string): string => join(shipped, "articles", name);
export const sharedPath = (name: string): string => join(root, "../shared", name);

async function textsOf(folder: string, ending: string): Promise<[string, string][]> {
  const names = (await readdir(folder)).filter(name => name.endsWith(ending)).sort();
  return Promise.all(
    names.map(async name => [name, await readFile(join(folder, name), "utf8")] as [string, string]),
  );
}

export interface TestBook {
  readonly book: OpenBook;
  remove(): Promise<void>;
}

interface BookOptions {
  /** Changes the text of a facts file, or leaves it out by giving null. */
  readonly change?: (name: string, text: string) => string | null;
}

/** A book of the shipped codebook and facts in a folder of its own. */
export async function shippedBook({ change = (_, text) => text }: BookOptions = {}): Promise<TestBook> {
  const dir = await mkdtemp(join(tmpdir(), "custodes-check-"));
  const codebook = new Map(await textsOf(join(shipped, "codebook"), ".yaml"));
  const book = await createBook(join(dir, "book"), { codebook, by: "test" });
  const files = (await textsOf(join(shipped, "facts"), ".csv")).flatMap(([name, text]) => {
    const changed = change(name, text);
    return changed === null ? [] : [[`facts/${name}`, changed] as const];
  });
  await addFacts(book, { by: "test", files: new Map(files) });
  const remove = async () => {
    await book.close();
    await rm(dir, { recursive: true, force: true });
  };
  return { book, remove };
}

/** A facts file without the rows that have one of the ids. */
export const withoutRows = (text: string, ids: readonly string[]): string =>
  text
    .split("\n")
    .filter(line => !ids.includes(line.split(",")[0] ?? ""))
    .join("\n");
