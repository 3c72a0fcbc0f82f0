import { wordingOf } from "../explain/word.ts";
import type { CheckedClaim, CheckedDocument, Verdict } from "../types.ts";

/** A place on a scale of 1 (false) to 5 (true), for readers of ClaimReview that want a number. Verdicts without a place have none. */
const RATING: Partial<Record<Verdict, number>> = {
  supported: 5,
  imprecise: 3,
  outdated: 3,
  misattributed: 3,
  disputed: 3,
  contradicted: 1,
};

/** schema.org ClaimReview, one for each claim that was checked; opinions and promotion have none. Dates are those of the document. */
export function toClaimReviews(
  { document, claims, as_of }: CheckedDocument,
  { language = "en" }: { language?: string } = {},
) {
  return claims
    .filter(({ finding }) => !["not-checkable", "promotional"].includes(finding.verdict))
    .map(claim => reviewOf(claim, { document, as_of, language }));
}

function reviewOf(
  claim: CheckedClaim,
  { document, as_of, language }: Pick<CheckedDocument, "document" | "as_of"> & { language: string },
) {
  const { finding } = claim;
  const rating = RATING[finding.verdict];
  const appearance = {
    "@type": "CreativeWork",
    ...(document.url ? { url: document.url } : {}),
    name: document.title,
    inLanguage: document.language,
  };
  return {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    claimReviewed: claim.text,
    reviewBody: finding.reasons.map(({ text }) => text).join(" "),
    inLanguage: language,
    version: as_of,
    author: { "@type": "Organization", name: "Custodes" },
    itemReviewed: {
      "@type": "Claim",
      appearance,
      ...(document.published ? { datePublished: document.published } : {}),
      ...(claim.attribution?.to ? { author: { "@type": "Thing", name: claim.attribution.to } } : {}),
    },
    reviewRating: {
      "@type": "Rating",
      alternateName: wordingOf(language).verdicts[finding.verdict] ?? finding.verdict,
      ...(rating ? { ratingValue: rating, bestRating: 5, worstRating: 1 } : {}),
    },
    citation: [...finding.for, ...finding.against].map(({ record, label, sources }) => ({
      "@type": "CreativeWork",
      identifier: record,
      name: label,
      isBasedOn: sources,
    })),
  };
}
