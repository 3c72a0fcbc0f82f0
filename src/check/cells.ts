import type { Claim, Document } from "../read/types.ts";

/** A document with the claims that are made in it. */
interface Spoken {
  readonly document: Document;
  readonly claims: readonly Claim[];
}

const PARTING = "\n\n";

/**
 * A cell of a table is checked as a sentence is: by its row, the head of its column and itself in words, which stand behind the text, each a
 * paragraph of its own. The evidence is asked of those words; where the claim stands in the document is left to the caller.
 */
export function asSentences(document: Document, claims: readonly Claim[]): Spoken {
  if (!claims.some(({ told }) => told)) return { document, claims };
  let { text } = document;
  const spoken = claims.map(claim => {
    if (!claim.told) return claim;
    const from = text.length + PARTING.length;
    const { text: words, span } = claim.told;
    text += PARTING + words;
    return {
      ...claim,
      sentence: [from, from + words.length] as const,
      span: [from + span[0], from + span[1]] as const,
      text: words.slice(...span),
    };
  });
  return { document: { ...document, text }, claims: spoken };
}
