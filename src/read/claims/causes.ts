import { cuesNamed } from "../analysis/cues.ts";
import { distance, inside, overlaps } from "../analysis/spans.ts";
import type { Cue, Sentence } from "../analysis/types.ts";
import type { CueName } from "../lexicon.ts";
import { isWritten } from "../phrases.ts";
import type { Span } from "../types.ts";
import { actsIn } from "./acts.ts";
import type { Clause, Context, Draft, Scene } from "./context.ts";
import { clauseAt, draft, hasCue } from "./draft.ts";

/** Where the cause stands as seen from the cue: behind it, or before it. */
const CAUSE_SIDE: readonly (readonly [CueName, "after" | "before"])[] = [
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
  // "sales fell": what changed is told by its words and not by its kind.
  const moves = hasCue(sentence, span, "rose", "fell");
  const frames = sentence.frames
    .filter(cue => !moves && cue.part === "nouns" && inside(cue.span, span))
    .map(cue => cue.frame.kind);
  const entities = sentence.entities.filter(entity => inside(entity.span, span)).map(entity => entity.id);
  const found = [...acts.map(act => act.name), ...entities, ...frames];
  return found.length > 0
    ? [...new Set(found)]
    : [
        words(
          context.document.text,
          withoutFrame(sentence, span, context.language?.grammar.that ?? new Set()),
        ),
      ].filter(Boolean);
}

/** Without whoever says it before, the word that joins it to what stands before, and words that only lend weight. */
export function withoutFrame(sentence: Sentence, [from, to]: Span, that: ReadonlySet<string>): Span {
  let span: Span = [from, to];
  const { attribution } = sentence;
  const verb =
    attribution &&
    sentence.cues.find(
      cue =>
        (cue.name === "says" || cue.name === "findings") &&
        cue.span[0] >= attribution.span[1] &&
        inside(cue.span, span),
    );
  if (attribution && verb && inside(attribution.span, span)) span = [saidFrom(sentence, verb, that), to];
  for (const cue of sentence.cues) {
    if (!["joining", "subordinating", "stance"].includes(cue.name) || !inside(cue.span, span)) continue;
    const [first, last] = edges(sentence, span);
    if (cue.span[0] === first) span = [cue.span[1], span[1]];
    else if (cue.name === "stance" && cue.span[1] === last) span = [span[0], cue.span[0]];
  }
  return span;
}

/** Words between a verb of saying and its "that" ("announced in January 2023 that"). */
const THAT_REACH = 6;

function saidFrom({ words }: Sentence, verb: Cue, that: ReadonlySet<string>): number {
  const at = words.findIndex(word => word.start >= verb.span[1]);
  if (at < 0) return verb.span[1];
  const mark = words.slice(at, at + THAT_REACH).find(word => that.has(word.key));
  return mark?.end ?? verb.span[1];
}

/** First and last character of the words of a span. */
function edges(sentence: Sentence, span: Span): Span {
  const inner = sentence.words.filter(word => inside([word.start, word.end], span) && isWritten(word));
  return [inner[0]?.start ?? span[0], inner.at(-1)?.end ?? span[1]];
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

/** A clause that goes on with "and" takes in the one that it goes on from ("where a roof collapsed and killed 16 people"). */
function startOf({ sentence, clauses }: Scene, clause: Clause, joints: ReadonlySet<string>): number {
  let i = clauses.indexOf(clause);
  const joins = ({ span }: Clause) =>
    sentence.words.some(word => word.start === span[0] && joints.has(word.key));
  while (i > 0 && joins(clauses[i]!)) i--;
  return clauses[i]!.span[0];
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
  const whole: Span = [
    startOf(scene, before, context.language?.grammar.listJoints ?? new Set()),
    clause.span[1],
  ];
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

/**
 * "This expansion aligns with the 2022 Initiative": that one thing goes with an act or plan is a statement about both and no cause. It is told where a
 * named act stands behind the words; "in line with demand" says nothing of one.
 */
export function alignedClaims(context: Context, scene: Scene): Draft[] {
  const { sentence } = scene;
  for (const cue of cuesNamed(sentence, "aligned")) {
    const clause = clauseAt(scene, cue.span);
    const acts = actsIn(context.document.text, sentence, context.language).filter(act =>
      inside(act.span, [cue.span[1], clause.span[1]]),
    );
    const aligned = named(context, scene, [clause.span[0], cue.span[0]]);
    if (acts.length === 0 || aligned.length === 0) continue;
    const common = draft(
      { context, scene, span: clause.span, clause },
      // The date in the act's name is the act's.
      { kind: "attribute", form: "statement", period: [null, null], periodKind: "" },
    );
    const roles = { ...common.roles, aligned, "aligned-with": acts.map(({ name }) => name) };
    return [{ ...common, subject: common.subject || aligned.join(" and "), roles }];
  }
  return [];
}

/** Claims that one thing made another happen: "because", "thanks to", "after" and what they join. */
export function causeClaims(causal: Causal): Draft[] {
  const { scene } = causal;
  const { sentence } = scene;
  for (const [name, side] of CAUSE_SIDE)
    for (const cue of cuesNamed(sentence, name))
      if (isCause(sentence, cue, clauseAt(scene, cue.span)))
        return [causeClaim(causal, cue, side) ?? []].flat();
  return [];
}
