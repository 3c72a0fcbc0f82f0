import type { CheckedClaim, CheckedDocument } from "../types.ts";

/** The finding of a document as `custodes check --json` prints it: the keys of the contract, and some more. The text itself stays out. */
export function toJson({ document, claims, notes, summary, as_of }: CheckedDocument) {
  const { title, language, sha256, characters, url, publisher, published, warnings } = document;
  return {
    document: { title, language, sha256, characters, url, publisher, published, warnings },
    claims: claims.map(claimJson),
    notes,
    summary,
    as_of,
  };
}

function claimJson(claim: CheckedClaim) {
  const { finding, ...read } = claim;
  const {
    verdict,
    reasons,
    for: supporting,
    against,
    related,
    indicator,
    claimed,
    band,
    missing,
    corrected,
    left = 0,
  } = finding;
  return {
    ...read,
    attribution: read.attribution ?? { to: "", span: [0, 0] },
    finding: {
      verdict,
      reasons,
      for: supporting,
      against,
      related,
      indicator,
      claimed,
      band,
      missing,
      ...(corrected ? { corrected } : {}),
      ...(left > 0 ? { left } : {}),
    },
  };
}
