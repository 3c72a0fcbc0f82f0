import { cuesNamed } from "../analysis/cues.ts";
import { inside, overlaps } from "../analysis/spans.ts";
import type { CodeMention, Sentence } from "../analysis/types.ts";
import { actsIn } from "../claims/acts.ts";
import type { Clause, Context, Scene } from "../claims/context.ts";
import { hasCue } from "../claims/draft.ts";
import { isOfMaker, ownedBy } from "../claims/owned.ts";
import { dateText, nearestDate } from "../claims/period.ts";
import { polarityOf } from "../claims/polarity.ts";
import type { EventFrame } from "../frames/events.ts";
import type { CandidateRecord, Span } from "../types.ts";
import { affectedIn } from "./affected.ts";
import { rated } from "./confidence.ts";
import { countrySpan } from "./evidence.ts";
import { Fields, putDate } from "./fields.ts";
import { toldAct } from "./told-acts.ts";
import { isWeakened } from "./weakened.ts";

interface Telling {
  readonly context: Context;
  readonly scene: Scene;
  readonly clause: Clause;
  readonly frame: EventFrame;
}

/** Shortest phrase that tells an act without a name by itself, in words ("agreement" is too little). */
const LEAST_WORDS = 2;
const LEAST_CHARACTERS = 4;

/** "signed a police cooperation agreement": an act without a name, in so many words and with a verb that makes it. */
function isMade({ context, scene: { sentence }, clause }: Telling, span: Span): boolean {
  const words = sentence.words.filter(word => inside([word.start, word.end], span));
  const least = context.language?.grammar.bareNames ? LEAST_CHARACTERS : LEAST_WORDS;
  const made = sentence.cues.some(
    ({ name, span: cue }) =>
      (name === "signed" || name === "planned" || name === "cancelled") &&
      inside(cue, clause.span) &&
      !inside(cue, span),
  );
  return made && words.length >= least;
}

/** The first code of the clause; of an act the longest, which says more ("cooperate on policing" over "memorandum"). */
function codeOf({ scene: { sentence }, clause, frame }: Telling): CodeMention | undefined {
  const found = sentence.codes.filter(each => each.list === frame.list && inside(each.span, clause.span));
  const length = ({ span }: CodeMention): number => span[1] - span[0];
  return frame.title === "" ? found[0] : found.sort((a, b) => length(b) - length(a))[0];
}

/** An act without a noun of its own, by what was done. */
function toldRecord({ context, scene, clause, frame }: Telling): CandidateRecord | null {
  const { sentence } = scene;
  const told = frame.counterpart === "" ? null : toldAct(context, scene, clause);
  if (!told) return null;
  const kind = context.lexicon.codebook.kinds.get(frame.kind)!;
  const fields = new Fields(kind);
  fields.put(frame.code, told.code, told.span);
  fields.put(frame.title, context.document.text.slice(...told.span), told.span);
  const put = (field: string, countries: readonly string[]) => {
    for (const country of countries)
      fields.put(field, country, countrySpan(context, sentence, clause.span, country));
  };
  put(frame.country, told.actors);
  put(frame.counterpart, told.counterparts);
  // "After Nauru dropped Taiwan on 15 January": a date behind the act is its own.
  const own = nearestDate(sentence, clause.span, told.span);
  if (own && own.span[0] >= told.span[1]) fields.put(frame.date, dateText(own), own.span);
  else putDate(fields, frame.date, sentence, clause.span);
  return rated(kind, fields, {
    sentence,
    clause: clause.span,
    trigger: "verb",
    at: told.span,
    weakened: isWeakened(context, scene, clause.span),
  });
}

function eventRecord(telling: Telling): CandidateRecord | null {
  return namedRecord(telling) ?? toldRecord(telling);
}

/** Countries that a clause names only as makers of things ("Chinese firms", "Israeli spyware"): nothing happened there. */
function makersIn({ context, scene: { sentence }, clause, frame }: Telling): ReadonlySet<string> {
  const { language, lexicon } = context;
  const supply = lexicon.frames.find(each => each.object.list === frame.object?.list);
  const here = sentence.places.filter(({ span }) => inside(span, clause.span));
  if (!supply || !language || here.length === 0) return NOWHERE;
  const told = { sentence, grammar: language.grammar, frame: supply };
  const [makers, others] = [new Set<string>(), new Set<string>()];
  for (const place of here) (isOfMaker(ownedBy(told, place)) ? makers : others).add(place.country);
  for (const country of others) makers.delete(country);
  return makers;
}

const NOWHERE: ReadonlySet<string> = new Set();

/** A word of being able stands before a phrase in its clause ("let the police", "can"). */
const isEnabled = (sentence: Sentence, clause: Span, [at]: Span): boolean =>
  cuesNamed(sentence, "able").some(({ span }) => inside(span, clause) && span[1] <= at);

/** Characters between a verb and what it is done to ("was endorsed", "endorsed the"). */
const BESIDE = 12;

const isBeside = (verb: Span, title: Span): boolean =>
  !overlaps(verb, title) && Math.max(verb[0] - title[1], title[0] - verb[1]) <= BESIDE;

/** "The firm denies that the system spies": what is said not to have happened is no candidate, which cannot say that it is denied. */
const isDenied = ({ context, scene: { sentence }, clause, frame }: Telling, { span }: CodeMention): boolean =>
  frame.title === "" &&
  cuesNamed(sentence, "negation").length > 0 &&
  polarityOf(context, sentence, { span: clause.span, about: span, isVerb: false }) === "negative";

function namedRecord(telling: Telling): CandidateRecord | null {
  const { context, scene, clause, frame } = telling;
  const { sentence } = scene;
  const { codebook, entities } = context.lexicon;
  const code = codeOf(telling);
  if (!code || isDenied(telling, code)) return null;
  const kind = codebook.kinds.get(frame.kind)!;
  const fields = new Fields(kind);
  fields.put(frame.code, code.code, code.span);
  if (frame.title !== "") {
    const act = actsIn(context.document.text, sentence, context.language).find(each =>
      inside(code.span, each.span),
    );
    if (!act && !isMade(telling, code.span)) return null;
    const { text } = context.document;
    const title = act?.span ?? code.span;
    // "The initiative was endorsed by Cuba": what is done to an act that is named is told by the verb.
    const done = frame.counterpart === "" ? null : toldAct(context, scene, clause);
    if (act && done && done.code !== code.code && isBeside(done.verb, title)) {
      delete fields.values[frame.code];
      fields.put(frame.code, done.code, done.verb);
    }
    fields.put(frame.title, act?.name ?? text.slice(...code.span), title);
  }
  const makers = makersIn(telling);
  const places = clause.places.length > 0 ? clause.places : sentence.places.map(place => place.country);
  for (const country of places) {
    if (!makers.has(country))
      fields.put(frame.country, country, countrySpan(context, sentence, clause.span, country));
  }
  // "systems that help governments spy": what a thing is good for has not happened.
  const isPossible = frame.object !== null && isEnabled(sentence, clause.span, code.span);
  if (isPossible && fields.values[frame.country] === undefined) return null;
  putDate(fields, frame.date, sentence, clause.span);
  for (const mention of sentence.entities)
    if (
      inside(mention.span, clause.span) &&
      frame.entities?.kinds.includes(entities.get(mention.id)?.kind ?? "")
    )
      fields.put(frame.entities.field, mention.id, mention.span);
  const object = sentence.codes.find(
    each => each.list === frame.object?.list && inside(each.span, sentence.span),
  );
  if (frame.object && object) fields.put(frame.object.field, object.code, object.span);
  const who = frame.affected === "" ? null : affectedIn(context, scene, clause);
  if (who) fields.put(frame.affected, who.words, who.span);
  if (!frame.needs.some(id => fields.values[id] !== undefined)) return null;
  return rated(kind, fields, {
    sentence,
    clause: clause.span,
    trigger: hasCue(sentence, clause.span, "happens", "signed") ? "verb" : "noun",
    at: code.span,
    weakened: sentence.question || isPossible || isWeakened(context, scene, clause.span),
  });
}

/** Candidates of the kinds that are told by a code of their own: incidents, policies. */
export function eventRecords(
  context: Context,
  scene: Scene,
  frames: readonly EventFrame[],
): CandidateRecord[] {
  return frames.flatMap(frame =>
    scene.clauses.flatMap(clause => eventRecord({ context, scene, clause, frame }) ?? []),
  );
}
