import { type Beside, besideIn, withTables } from "./beside.ts";
import { actClaims } from "./claims/acts.ts";
import { claimBehindAside } from "./claims/behind-aside.ts";
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
import { supposedClaims, withoutSupposed } from "./claims/suppositions.ts";
import type { Lexicon } from "./lexicon.ts";
import { hasLetters } from "./phrases.ts";
import { stages } from "./stage.ts";
import { readTables } from "./tables/index.ts";
import { isOfTable } from "./tables/of-table.ts";
import type { Claim, Document, Span } from "./types.ts";

const spans = (drafts: readonly Draft[]) => drafts.map(({ span }) => span);

const hasVerb = ({ language }: Context, { sentence }: Scene): boolean =>
  language !== null &&
  sentence.words.some(({ key }) => language.grammar.verbs.has(key) || language.grammar.passive.has(key));

/** The claims of one sentence. Builders run from the most specific to the least; each sees what is claimed before it. */
function claimsOf(context: Context, scene: Scene, previous: readonly string[]): Draft[] {
  const { sentence } = scene;
  if (sentence.heading && !sentence.question && sentence.quantities.length === 0) return [];
  if (isOfTable(context.document, sentence)) return [];
  // A number of a page or a list stands alone and asserts nothing.
  if (!sentence.words.some(hasLetters)) return [];
  const promotion = promotionClaims(context, scene);
  if (promotion.length > 0) return promotion;
  const series = seriesClaims(context, scene);
  const alone = [...series, ...numberClaims(context, scene, spans(series))];
  const { language, lexicon, document } = context;
  const numbers = language
    ? withCompanions(alone, { text: document.text, codebook: lexicon.codebook, language })
    : alone;
  if (sentence.question) return numbers.length > 0 ? numbers : questionClaims(context, scene);
  const told = withoutSupposed(context, scene);
  const supposed = told === scene ? [] : supposedClaims(context, scene, spans(numbers));
  const acts = supposed.length > 0 ? [] : actClaims(context, scene);
  const quotations = quotationClaims(context, scene);
  const studies = studyClaims(context, scene, spans(numbers));
  const found = [...numbers, ...acts, ...quotations, ...studies, ...supposed];
  if (told.clauses.length === 0) return found;
  const claimed: Claimed = { found, taken: spans(found) };
  const { taken } = claimed;
  if (studies.length === 0) {
    add(claimed, relationClaims(context, told, taken));
    add(claimed, eventClaims(context, told, taken));
    add(claimed, causeClaims({ context, scene, taken, previous }));
    if (!found.some(({ form }) => form === "cause")) add(claimed, alignedClaims(context, scene));
  }
  add(claimed, superlativeClaims(context, told, taken));
  // Most items of lists are no sentences: names, places, dates.
  if (!sentence.item || hasVerb(context, scene)) add(claimed, remainingClaims(context, told, taken));
  add(claimed, claimBehindAside(context, told, taken));
  return found;
}

/** What is claimed of a sentence so far, and where. */
interface Claimed {
  readonly found: Draft[];
  readonly taken: Span[];
}

function add({ found, taken }: Claimed, more: readonly Draft[]): void {
  for (const draft of more) {
    found.push(draft);
    taken.push(draft.span);
  }
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

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Gives a draft of a stretch its place in the document. */
function placed(draft: Writable<Draft>, by: number): Draft {
  if (by > 0) {
    draft.span = moved(draft.span, by);
    draft.sentence = moved(draft.sentence, by);
    draft.attribution = movedAttribution(draft.attribution, by);
    draft.parts = draft.parts.map(part => movedVoice(part, by));
  }
  return draft;
}

/** Gives a draft its place among the claims. A draft is of one claim, so it becomes that claim itself. */
function claimOf(document: Document, draft: Writable<Draft>, n: number): Claim {
  draft.id = `c${n}`;
  draft.text = document.text.slice(draft.span[0], draft.span[1]);
  return draft;
}

/** What a document asserts, and what of it was left aside. */
export interface Asserted {
  /** In order of the text, each with the exact characters that state it. */
  readonly claims: Claim[];
  readonly beside: Beside;
}

/** Everything that a document asserts, and where its notes, lists of sources and tables are, in one pass. */
export function readAsserted(document: Document, lexicon: Lexicon): Asserted {
  let previous: readonly string[] = [];
  const found: Draft[] = [];
  const beside = { sources: [] as Span[], rows: [] as Span[] };
  for (const stage of stages(document, lexicon)) {
    const { offset, context, scenes } = stage;
    const drafts: Draft[] = [];
    for (const scene of scenes) {
      const own = claimsOf(context, scene, previous);
      // A question between a claim and its reason ("Why?") is stepped over.
      if (!scene.sentence.question)
        previous = own
          .map(({ measure }) => measure)
          .filter(Boolean)
          .slice(-1);
      drafts.push(...own);
    }
    for (const draft of drafts.sort(byPlace)) found.push(placed(draft, offset));
    const { sources, rows } = besideIn(stage);
    beside.sources.push(...sources);
    beside.rows.push(...rows);
  }
  const tables = readTables(document, lexicon);
  const cells = tables.claims;
  // What is kept of a table is not numbered; a claim of each reading is.
  const all = cells.length > 0 ? [...found, ...cells.map(cell => ({ ...cell }))].sort(byPlace) : found;
  const claims = all.map((draft, i) => claimOf(document, draft, i + 1));
  return { claims, beside: withTables(beside, document, tables) };
}

/** Everything that a document asserts, in order of its text, each claim with the exact characters that state it. */
export const readClaims = (document: Document, lexicon: Lexicon): Claim[] =>
  readAsserted(document, lexicon).claims;
