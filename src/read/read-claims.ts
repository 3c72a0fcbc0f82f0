import { actClaims } from "./claims/acts.ts";
import { alignedClaims, causeClaims } from "./claims/causes.ts";
import { withCompanions } from "./claims/companions.ts";
import type { Context, Draft, Scene } from "./claims/context.ts";
import { numberClaims } from "./claims/numbers.ts";
import { promotionClaims } from "./claims/promotion.ts";
import { quotationClaims } from "./claims/quotations.ts";
import { relationClaims } from "./claims/relations.ts";
import { seriesClaims } from "./claims/series.ts";
import { eventClaims, questionClaims, remainingClaims, superlativeClaims } from "./claims/statements.ts";
import { studyClaims } from "./claims/studies.ts";
import type { Lexicon } from "./lexicon.ts";
import { stages } from "./stage.ts";
import type { Claim, Document, Span } from "./types.ts";

const spans = (drafts: readonly Draft[]) => drafts.map(({ span }) => span);

/** The claims of one sentence. Builders run from the most specific to the least; each sees what is claimed before it. */
function claimsOf(context: Context, scene: Scene, previous: readonly string[]): Draft[] {
  const { sentence } = scene;
  if (sentence.heading && !sentence.question && sentence.quantities.length === 0) return [];
  // A number of a page or a list stands alone and asserts nothing.
  if (!sentence.words.some(word => /\p{L}/u.test(word.key))) return [];
  const promotion = promotionClaims(context, scene);
  if (promotion.length > 0) return promotion;
  const series = seriesClaims(context, scene);
  const alone = [...series, ...numberClaims(context, scene, spans(series))];
  const { language, lexicon, document } = context;
  const numbers = language
    ? withCompanions(alone, { text: document.text, codebook: lexicon.codebook, language })
    : alone;
  if (sentence.question) return numbers.length > 0 ? numbers : questionClaims(context, scene);
  const acts = actClaims(context, scene);
  const quotations = quotationClaims(context, scene);
  const studies = studyClaims(context, scene, spans(numbers));
  const found = [...numbers, ...acts, ...quotations, ...studies];
  if (studies.length === 0) {
    found.push(...relationClaims(context, scene, spans(found)));
    found.push(...eventClaims(context, scene, spans(found)));
    found.push(...causeClaims({ context, scene, taken: spans(found), previous }));
    if (!found.some(({ form }) => form === "cause")) found.push(...alignedClaims(context, scene));
  }
  found.push(...superlativeClaims(context, scene, spans(found)));
  found.push(...remainingClaims(context, scene, spans(found)));
  return found;
}

const byPlace = (a: Draft, b: Draft): number => a.span[0] - b.span[0] || b.span[1] - a.span[1];

const moved = ([from, to]: Span, by: number): Span => [from + by, to + by];

const movedVoice = <T extends { readonly span: Span }>(voice: T, by: number): T => ({
  ...voice,
  span: moved(voice.span, by),
});

function movedAttribution(attribution: Claim["attribution"], by: number): Claim["attribution"] {
  if (!attribution) return null;
  const own = movedVoice(attribution, by);
  return own.chain ? { ...own, chain: own.chain.map(voice => movedVoice(voice, by)) } : own;
}

/** A draft of a stretch as it stands in the document, with its place among the claims. */
function claimOf(document: Document, draft: Draft, by: number, n: number): Claim {
  const span = by === 0 ? draft.span : moved(draft.span, by);
  const placed = { ...draft, id: `c${n}`, text: document.text.slice(span[0], span[1]), span };
  if (by === 0) return placed;
  placed.sentence = moved(draft.sentence, by);
  placed.attribution = movedAttribution(draft.attribution, by);
  placed.parts = draft.parts.map(part => movedVoice(part, by));
  return placed;
}

/** Everything that a document asserts, in order of its text, each claim with the exact characters that state it. */
export function readClaims(document: Document, lexicon: Lexicon): Claim[] {
  let previous: readonly string[] = [];
  const claims: Claim[] = [];
  for (const { offset, context, scenes } of stages(document, lexicon)) {
    const drafts: Draft[] = [];
    for (const scene of scenes) {
      const found = claimsOf(context, scene, previous);
      // A question between a claim and its reason ("Why?") is stepped over.
      if (!scene.sentence.question)
        previous = found
          .map(({ measure }) => measure)
          .filter(Boolean)
          .slice(-1);
      drafts.push(...found);
    }
    for (const draft of drafts.sort(byPlace))
      claims.push(claimOf(document, draft, offset, claims.length + 1));
  }
  return claims;
}
