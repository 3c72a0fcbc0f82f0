import type { Book } from "../book/types.ts";
import type { Beside } from "../read/beside.ts";
import type { Claim, Document } from "../read/types.ts";
import { asSentences } from "./cells.ts";
import { findOn } from "./find.ts";
import { prefetchCounts } from "./forms/own-counts.ts";
import { indicatorSource } from "./gather/indicator.ts";
import { loadShelf } from "./gather/shelf.ts";
import type { EntityRow, Shelf } from "./gather/types.ts";
import { withActsMeant } from "./match/act-meant.ts";
import { inOrder } from "./match/order.ts";
import { withOwnPlaces } from "./match/respectively.ts";
import { documentNotes } from "./notes.ts";
import type { CheckedClaim, CheckedDocument } from "./types.ts";

export interface CheckOptions {
  /** Language of the explanations; English where there is no wording for it. Default `en`. */
  readonly language?: string;
  /** Entities of the book, where the caller has read them already. */
  readonly entities?: readonly EntityRow[];
  /** What of the document was not read for claims, which a note then says. Default: nothing is said. */
  readonly beside?: Beside;
  /** Changes what the claims are held against, as a person's correction asks for. Default: nothing. */
  readonly adjust?: (shelf: Shelf) => Shelf;
}

/**
 * Checks the claims of a document against a book. The verdicts come from the evidence alone: the same document and the same
 * entry of the journal give the same findings, byte for byte.
 */
export async function checkDocument(
  document: Document,
  claims: readonly Claim[],
  book: Book,
  {
    language = "en",
    entities,
    beside = { sources: [], rows: [] },
    adjust = shelf => shelf,
  }: CheckOptions = {},
): Promise<CheckedDocument> {
  const indicators = indicatorSource(book);
  const spoken = asSentences(document, claims);
  const meant = withActsMeant(withOwnPlaces(spoken.claims, spoken.document), spoken.document);
  // Both only ask the book; what the indicators answer is fetched again, at no cost, when each claim is checked.
  const asked = prefetchCounts(meant, { codebook: book.codebook, indicators, text: spoken.document.text });
  const [loaded] = await Promise.all([
    loadShelf(book, { document: spoken.document, claims: meant, ...(entities ? { entities } : {}) }),
    asked,
  ]);
  const shelf = adjust(loaded);
  const context = { book, document: spoken.document, claims: meant, shelf, indicators, language };
  const checked = await Promise.all(
    claims.map(
      async (claim, at): Promise<CheckedClaim> => ({ ...claim, finding: await findOn(meant[at]!, context) }),
    ),
  );
  return {
    document,
    claims: checked,
    notes: documentNotes(document, claims, {
      own: shelf.own,
      beside,
      sources: shelf.sources,
      language,
      codebook: book.codebook,
    }),
    summary: summaryOf(checked),
    as_of: `${book.head.seq}:${book.head.hash}`,
  };
}

/** How many claims there are, and how many of each verdict, most first. */
export function summaryOf(claims: readonly CheckedClaim[]): CheckedDocument["summary"] {
  const counts = new Map<string, number>();
  for (const { finding } of claims) counts.set(finding.verdict, (counts.get(finding.verdict) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || inOrder(a[0], b[0]));
  return { claims: claims.length, by_verdict: Object.fromEntries(sorted) };
}
