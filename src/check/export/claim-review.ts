import { claimWords } from "../../read/claim-words.ts";
import { wordingOf } from "../explain/word.ts";
import type { CheckedClaim, CheckedDocument, Verdict } from "../types.ts";
import { addressOf } from "./identify.ts";

/** A place on a scale of 1 (false) to 5 (true), for readers of ClaimReview that want a number. Verdicts without a place have none. */
const RATING: Partial<Record<Verdict, number>> = {
  supported: 5,
  imprecise: 3,
  outdated: 3,
  misattributed: 3,
  disputed: 3,
  contradicted: 1,
};

interface Options {
  readonly language?: string;
}

/** schema.org Claim, one for each claim of the text; whom the text credits stands in `creditText`. */
export const toClaims = ({ document, claims }: CheckedDocument) =>
  claims.map(claim => ({ "@context": "https://schema.org", ...claimOf(claim, document) }));

/** schema.org ClaimReview, one for each claim that was checked; opinions and promotion have none. Dates are those of the document. */
export function toClaimReviews(
  { document, claims, as_of }: CheckedDocument,
  { language = "en" }: Options = {},
) {
  return claims
    .filter(({ finding }) => !["not-checkable", "promotional"].includes(finding.verdict))
    .map(claim => reviewOf(claim, { document, as_of, language }));
}

function claimOf(claim: CheckedClaim, document: CheckedDocument["document"]) {
  const address = addressOf(document);
  const { publisher, published, title, language, url } = document;
  return {
    "@type": "Claim",
    "@id": `${address}#${claim.id}`,
    text: claimWords(claim),
    inLanguage: language,
    ...(publisher ? { author: { "@type": "Organization", name: publisher } } : {}),
    ...(claim.attribution?.to ? { creditText: claim.attribution.to } : {}),
    ...(published ? { datePublished: published } : {}),
    appearance: {
      "@type": "CreativeWork",
      "@id": address,
      ...(url ? { url } : {}),
      ...(title ? { name: title } : {}),
      inLanguage: language,
    },
  };
}

function reviewOf(
  claim: CheckedClaim,
  { document, as_of, language }: Pick<CheckedDocument, "document" | "as_of"> & { language: string },
) {
  const { finding } = claim;
  const rating = RATING[finding.verdict];
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "@id": `${addressOf(document)}#review-${claim.id}`,
    claimReviewed: claimWords(claim),
    reviewBody: finding.reasons.map(({ text }) => text).join(" "),
    inLanguage: language,
    version: as_of,
    author: { "@type": "Organization", name: "Custodes" },
    itemReviewed: claimOf(claim, document),
    reviewRating: {
      "@type": "Rating",
      alternateName: wordingOf(language).verdicts[finding.verdict] ?? finding.verdict,
      ...(rating ? { ratingValue: rating, bestRating: 5, worstRating: 1 } : {}),
    },
    citation: [...finding.for, ...finding.against].map(({ record, label, sources }) => ({
      "@type": "CreativeWork",
      identifier: record,
      name: label,
      isBasedOn: sources.map(identifier => ({ "@type": "CreativeWork", identifier })),
    })),
  };
}
