import type { Book } from "../book/types.ts";

/** What is in a book, for the terminal: counts of records by kind, and of statements and country-year values. */
export async function summary(book: Book): Promise<string> {
  const kinds = [...book.codebook.kinds.values()];
  const counts = await Promise.all(kinds.map(({ id }) => countOf(book, id)));
  const statements = await countOf(book, "statements");
  const series = await countOf(book, "series");
  const parts = kinds.map(
    ({ plural }, index) => `${counts[index]!.toLocaleString("en")} ${plural.en.toLowerCase()}`,
  );
  return `${book.codebook.title.en}: ${parts.join(", ")};
${statements.toLocaleString("en")} statements, ${series.toLocaleString("en")} country-year values; head ${book.head.seq}:${book.head.hash.slice(0, 12)}
What is counted is what is documented, never all there is.
`;
}

async function countOf(book: Book, view: string): Promise<number> {
  const [row] = await book.sql<{ n: number }>(
    `select count(*)::integer as n from "${view.replaceAll('"', '""')}"`,
  );
  return row?.n ?? 0;
}
