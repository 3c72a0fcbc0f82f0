import type { Claim } from "../../read/types.ts";

/** Claims of a document by where their sentences begin: what stands beside a number is asked for with every figure. */
const SENTENCES = new WeakMap<readonly Claim[], ReadonlyMap<number, readonly Claim[]>>();

function bySentence(claims: readonly Claim[]): ReadonlyMap<number, readonly Claim[]> {
  const known = SENTENCES.get(claims);
  if (known) return known;
  const sorted = new Map<number, Claim[]>();
  for (const claim of claims) {
    const beside = sorted.get(claim.sentence[0]);
    if (beside) beside.push(claim);
    else sorted.set(claim.sentence[0], [claim]);
  }
  SENTENCES.set(claims, sorted);
  return sorted;
}

/** All claims of the sentence of one, itself among them. */
export const ofSentence = (
  claims: readonly Claim[],
  { sentence }: Pick<Claim, "sentence">,
): readonly Claim[] => bySentence(claims).get(sentence[0]) ?? [];

/** The other claims of the sentence of one. */
export const besideIt = (claims: readonly Claim[], claim: Pick<Claim, "id" | "sentence">): readonly Claim[] =>
  ofSentence(claims, claim).filter(({ id }) => id !== claim.id);
