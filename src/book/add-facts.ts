import { UserError } from "../codebook/errors.ts";
import { parseFacts } from "../codebook/facts/parse-facts.ts";
import type { OpenBook } from "./book.ts";
import { sha256 } from "./canonical.ts";
import { parsedKey } from "./evidence/evidence.ts";
import type { Entry } from "./types.ts";

export interface FactsFiles {
  readonly by: string;
  /** Path of each file (`facts/<kind>[-topic].csv`, `facts/series-<topic>.csv`) and its text; null takes the file away. */
  readonly files: ReadonlyMap<string, string | null>;
}

/**
 * Takes facts files into a book, in one durable entry. Files that the book has already are passed over; null where nothing
 * is new. Throws a `UserError` with every problem of form of every file, and then nothing has been written.
 * Whether references between files hold is for `validateFacts` of the codebook room.
 */
export async function addFacts(book: OpenBook, { by, files }: FactsFiles): Promise<Entry | null> {
  book.mayWrite();
  const known = book.facts;
  const fresh = [...files].filter(([path, text]) =>
    text === null ? path in known : known[path] !== sha256(text),
  );
  if (fresh.length === 0) return null;
  const texts = fresh.filter((file): file is [string, string] => file[1] !== null);
  const parsed = texts.map(([path, text]) => parseFacts(book.codebook, path, text));
  const problems = parsed.flatMap(facts => facts.problems);
  if (problems.length > 0) throw new UserError(problems);
  const hashes = await book.putAll(texts.map(([, text]) => Buffer.from(text)));
  for (const [index, facts] of parsed.entries())
    book.parts.index.remember(parsedKey(hashes[index]!, texts[index]![0]), facts);
  const stored = new Map(texts.map(([path], index) => [path, hashes[index]!]));
  const data = { files: Object.fromEntries(fresh.map(([path]) => [path, stored.get(path) ?? null])) };
  return book.append({ by, act: "facts", data, objects: [...new Set(hashes)] });
}
