import type { Book } from "../../book/types.ts";
import type { Document } from "../../read/types.ts";
import { capturesOf, plainText, textOf } from "./captured.ts";

/** Words in a row that are compared; six are not written alike by chance. */
const WIDTH = 6;
/** Share of the shorter text's stretches that stand in the other, from which the two are one text. */
const SAME_TEXT = 0.5;
/** A text with fewer stretches than this is too short to tell. */
const LEAST = 30;

/**
 * Sources whose captured text is that of the document, or repeats it: most stretches of words of the shorter stand in the other
 * (containment of shingles; Broder, "On the resemblance and containment of documents", 1997, section 2). Empty where nothing is captured.
 */
export async function sourcesRepeating(book: Book, document: Document): Promise<ReadonlySet<string>> {
  const captures = await capturesOf(book);
  const own = captures.length === 0 ? new Set<string>() : stretches(plainText(document.text));
  const found = new Set<string>();
  if (own.size < LEAST) return found;
  for (const { source, capture } of captures)
    if (!found.has(source) && containment(own, stretches(await textOf(book, capture))) >= SAME_TEXT)
      found.add(source);
  return found;
}

/** Words, or single characters where a script has no spaces. */
const tokens = (plain: string): string[] => plain.match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? [];

export function stretches(plain: string): Set<string> {
  const words = tokens(plain);
  const found = new Set<string>();
  for (let at = 0; at + WIDTH <= words.length; at++) found.add(words.slice(at, at + WIDTH).join(" "));
  return found;
}

/** Share of the smaller set that the other holds, 0 to 1; 0 where the smaller is too small to tell. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  if (few.size < LEAST) return 0;
  let shared = 0;
  for (const each of few) if (many.has(each)) shared++;
  return shared / few.size;
}
