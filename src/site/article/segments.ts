import type { CheckedClaim } from "../../check/types.ts";
import type { Span } from "../../read/types.ts";

/** A stretch of text that the same claims cover from end to end. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The claim whose mark is drawn: the shortest that covers the stretch; null outside of all claims. */
  readonly claim: CheckedClaim | null;
  /** Is it the first stretch that is drawn for that claim? */
  readonly first: boolean;
  /** Claims whose last character is the last of this stretch. */
  readonly ending: readonly CheckedClaim[];
}

const lengthOf = ({ span: [start, end] }: CheckedClaim) => end - start;

/**
 * Cuts `text[start, end)` at every border of a claim. Claims may overlap or hold one another: each stretch belongs to the
 * shortest claim over it, and every claim is in `ending` of exactly one stretch, so that none goes without its sign.
 */
export function segmentsOf([start, end]: Span, claims: readonly CheckedClaim[]): Segment[] {
  const inside = claims.filter(({ span }) => span[0] < end && span[1] > start && span[0] < span[1]);
  const clip = (at: number) => Math.min(end, Math.max(start, at));
  const borders = [start, end, ...inside.flatMap(({ span }) => span.map(clip))];
  const cuts = [...new Set(borders)].sort((a, b) => a - b);
  const drawn = new Set<string>();
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1]!;
    const covering = inside.filter(({ span }) => span[0] <= from && span[1] >= to);
    const claim = covering.sort((a, b) => lengthOf(a) - lengthOf(b))[0] ?? null;
    const first = claim !== null && !drawn.has(claim.id);
    if (claim !== null) drawn.add(claim.id);
    return { start: from, end: to, claim, first, ending: inside.filter(({ span }) => clip(span[1]) === to) };
  });
}
