import { distance, inside, overlaps } from "../analysis/spans.ts";
import type { Cue, Sentence } from "../analysis/types.ts";
import type { CueName } from "../lexicon.ts";
import type { Span } from "../types.ts";
import { actsIn } from "./acts.ts";
import type { Clause, Context, Draft, Scene } from "./context.ts";
import { clauseAt, draft, hasCue } from "./draft.ts";

/** Where the cause stands as seen from the cue: behind it, or before it. */
const CAUSE_SIDE: readonly (readonly [CueName, "after" | "before"])[] = [
  ["aligned", "after"],
  ["because", "after"],
  ["after", "after"],
  ["therefore", "before"],
];

const words = (text: string, span: Span): string =>
  text
    .slice(...span)
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:–—-]+|[\s,;:–—.-]+$/g, "")
    .replace(/^that.s$/i, "");

/** The things of the book that a part of a sentence names: kinds of frames, acts, entities; else its words. */
function named(context: Context, scene: Scene, span: Span): string[] {
  const { sentence } = scene;
  const acts = actsIn(context.document.text, sentence, context.language).filter(act =>
    inside(act.span, span),
  );
  const frames = sentence.frames
    .filter(cue => cue.part === "nouns" && inside(cue.span, span))
    .map(cue => cue.frame.kind);
  const entities = sentence.entities.filter(entity => inside(entity.span, span)).map(entity => entity.id);
  const found = [...acts.map(act => act.name), ...entities, ...frames];
  return found.length > 0 ? [...new Set(found)] : [words(context.document.text, span)].filter(Boolean);
}

/** "after" is a cause only behind a change or with something of the book behind it; "after 2019" is a date. */
function isCause(sentence: Sentence, cue: Cue, clause: Clause): boolean {
  if (cue.name !== "after") return true;
  if (
    sentence.dates.some(
      date =>
        overlaps(date.span, cue.span) || (date.span[0] >= cue.span[1] && date.span[0] - cue.span[1] < 3),
    )
  )
    return false;
  const behind: Span = [cue.span[1], clause.span[1]];
  const change = hasCue(sentence, [clause.span[0], cue.span[0]], "causes", "rose", "fell");
  return change && sentence.frames.some(found => inside(found.span, behind));
}

/** What a cause is read with. */
interface Causal {
  readonly context: Context;
  readonly scene: Scene;
  /** Spans of claims that the sentence has already. */
  readonly taken: readonly Span[];
  /** What the sentence before claims, in measures, for a "because" that answers it. */
  readonly previous: readonly string[];
}

function causeClaim(
  { context, scene, taken, previous }: Causal,
  cue: Cue,
  side: "after" | "before",
): Draft | null {
  const clause = clauseAt(scene, cue.span);
  // "X did this, sparking Y": the clause before the cue's belongs to the claim, and so does the one after "because".
  const opens = distance(cue.span, [clause.span[0], clause.span[0]]) === 0;
  const i = scene.clauses.indexOf(clause);
  const before = opens && i > 0 ? scene.clauses[i - 1]! : clause;
  const whole: Span = [before.span[0], clause.span[1]];
  // Where the other half has a claim of its own, this one is the half that gives the reason.
  const span = before !== clause && taken.some(each => overlaps(each, before.span)) ? clause.span : whole;
  const left = named(context, scene, [whole[0], cue.span[0]]);
  const right = named(context, scene, [cue.span[1], whole[1]]);
  // "Because ..." alone answers the sentence before; without one there is nothing that it explains.
  const cause = side === "after" ? right : left;
  const effect = side === "after" ? left : right;
  if (effect.length === 0) effect.push(...previous);
  if (cause.length === 0 || effect.length === 0) return null;
  const common = draft({ context, scene, span, clause }, { kind: "attribute", form: "cause" });
  const places = [...new Set([...before.places, ...clause.places])];
  return {
    ...common,
    places: places.length > 0 ? places : common.places,
    entities: [...new Set([...before.entities, ...clause.entities])],
    roles: { ...common.roles, cause, effect },
  };
}

/** Claims that one thing made another happen: "because", "thanks to", "aligns with", "after" and what they join. */
export function causeClaims(causal: Causal): Draft[] {
  const { scene } = causal;
  const { sentence } = scene;
  for (const [name, side] of CAUSE_SIDE)
    for (const cue of sentence.cues)
      if (cue.name === name && isCause(sentence, cue, clauseAt(scene, cue.span)))
        return [causeClaim(causal, cue, side) ?? []].flat();
  return [];
}
