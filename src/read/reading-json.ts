import { locate, type Origin } from "./intake/origins.ts";
import type { CandidateRecord, Claim, Document, Span } from "./types.ts";

/** What was read of a document, as data for other programs: each span stands beside where it is in the original. */
export interface ReadingJson {
  readonly document: Omit<Document, "text" | "origins">;
  readonly claims: readonly (Claim & { readonly origin: readonly Origin[] })[];
  readonly records: readonly (CandidateRecord & {
    readonly origins: Readonly<Record<string, readonly Origin[]>>;
  })[];
}

/** The text stays in the file it came from. */
export function readingJson(
  source: Document,
  claims: readonly Claim[],
  records: readonly CandidateRecord[],
): ReadingJson {
  const { text: _, origins: __, ...document } = source;
  const of = (span: Span) => locate(source, span);
  return {
    document,
    claims: claims.map(claim => ({ ...claim, origin: of(claim.span) })),
    records: records.map(record => ({
      ...record,
      origins: Object.fromEntries(Object.entries(record.spans).map(([field, span]) => [field, of(span)])),
    })),
  };
}
