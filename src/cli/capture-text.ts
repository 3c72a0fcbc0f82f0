import type { Book } from "../book/types.ts";
import type { TextOf } from "../link/index.ts";

/** Reads the texts of captures of a book. A capture that cannot be read tells nothing, and is no reason to stop. */
export function captureTexts(book: Book): TextOf {
  const known = new Map<string, Promise<string | null>>();
  return sha256 => {
    const text = known.get(sha256) ?? captureText(book, sha256);
    known.set(sha256, text);
    return text;
  };
}

async function captureText(book: Book, sha256: string): Promise<string | null> {
  const bytes = await book.get(sha256);
  if (bytes === null) return null;
  const { readDocument } = await import("../read/index.ts");
  try {
    return (await readDocument(bytes)).text;
  } catch {
    return null;
  }
}
