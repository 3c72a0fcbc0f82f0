import { cuesNamed, hasCueNamed } from "../analysis/cues.ts";
import { inside, overlaps } from "../analysis/spans.ts";
import type { Span } from "../types.ts";
import type { Clause, Context, Draft, Scene } from "./context.ts";
import { draft } from "./draft.ts";
import { givenWords } from "./given-words.ts";
import type { Situation } from "./situation.ts";
import { isMoney } from "./units.ts";

/** A giver and a taker, or a giver and what it gives by a verb, make a relation; a noun alone does not. */
function isRelation({ trigger, giverCountries, givers, takers, objects }: Situation): boolean {
  const giver = giverCountries.length > 0 || givers.length > 0;
  if (takers.length > 0)
    return giver || trigger?.part === "takes" || (trigger !== null && objects.length > 0);
  return giver && trigger?.part === "gives" && (objects.length > 0 || givers.length > 0);
}

/** The objects a taker is told with: those of the clause. */
function relation(context: Context, scene: Scene, clause: Clause, { situation, span, taker }: One): Draft {
  const told = taker ? { ...situation, takers: [taker] } : situation;
  const alone = { span: clause.span, situations: [told], places: clause.places, entities: clause.entities };
  const common = draft({ context, scene, span, clause: alone }, { kind: "relation", form: "relation" });
  const givers = situation.giverCountries;
  const given = givenWords(context, scene, clause, situation);
  const places = taker ? [taker.country, ...givers] : [...clause.places];
  return {
    ...common,
    roles: {
      ...common.roles,
      ...(given.length > 0 && { object: given }),
      ...eachOf(context, scene, situation),
    },
    places: [...new Set(places)],
    entities: [...new Set([...clause.entities, ...situation.givers])],
  };
}

/** "Cameras and spyware": things that a joint of a list stands between are each given; "safe city cameras" are one thing. */
function eachOf({ language }: Context, { sentence }: Scene, { objects }: Situation): { each?: string[] } {
  const joints = language?.grammar.listJoints;
  if (!joints || objects.length < 2) return {};
  const parted = objects.slice(1).some((object, i) => {
    const between = sentence.words.filter(
      ({ start, end }) => start >= objects[i]!.span[1] && end <= object.span[0],
    );
    return between.length > 0 && between.every(({ key }) => joints.has(key));
  });
  return parted ? { each: [...new Set(objects.map(({ code }) => code))] } : {};
}

interface One {
  readonly situation: Situation;
  readonly span: Span;
  readonly taker?: Situation["takers"][number];
}

/**
 * The spans of a list: the first taker's runs from the start of the clause (or from the end of what came before), the others
 * are their own names, so that marks do not lie upon each other. A taker that stands before the verb gets the whole clause.
 */
function spansOf(clause: Span, { takers, trigger }: Situation): Span[] {
  if (takers.length <= 1) return [clause];
  const after = takers.filter(taker => !trigger || taker.span[0] > trigger.span[0]);
  if (after.length !== takers.length) {
    const last = takers.length - 1;
    return takers.map((taker, i) => (i < last ? taker.span : [taker.span[0], clause[1]]));
  }
  const last = takers.length - 1;
  return takers.map((taker, i) =>
    i === 0 ? [clause[0], taker.span[1]] : i === last ? [taker.span[0], clause[1]] : taker.span,
  );
}

/** "... have shifted after Chinese training": the giving is the cause in the clause, which is claimed as such. */
function joinsCause({ sentence }: Scene, clause: Clause): boolean {
  return cuesNamed(sentence, "after").some(
    cue => inside(cue.span, clause.span) && hasCueNamed(sentence, "causes", [clause.span[0], cue.span[0]]),
  );
}

/**
 * "Huawei built the centre in Vientiane, on a loan of $39.9 million": behind a comma the number tells what it cost, and what stands before
 * the comma is told beside it. Null where a number counts what was given.
 */
function besideMoney({ sentence }: Scene, { span }: Clause, { trigger, takers }: Situation): Span | null {
  const numbers = sentence.quantities.filter(q => inside(q.span, span));
  const [first] = numbers;
  if (!trigger || takers.length !== 1 || !first || !numbers.every(q => isMoney(q.unit))) return null;
  const comma = sentence.words.findLast(
    ({ key, start }) => key === "," && start >= trigger.span[1] && start < first.span[0],
  );
  return comma && takers[0]!.span[1] <= comma.start ? [span[0], comma.start] : null;
}

/** One claim for each taker of each clause that tells who gave what to whom. */
export function relationClaims(context: Context, scene: Scene, taken: readonly Span[]): Draft[] {
  const claims: Draft[] = [];
  for (const clause of scene.clauses) {
    const situation = clause.situations.find(isRelation);
    // A number that counts what was given already is the claim.
    if (!situation || joinsCause(scene, clause)) continue;
    if (taken.some(span => overlaps(span, clause.span))) {
      const span = besideMoney(scene, clause, situation);
      if (span && !taken.some(each => overlaps(each, span)))
        claims.push(relation(context, scene, clause, { situation, span, taker: situation.takers[0]! }));
      continue;
    }
    const spans = spansOf(clause.span, situation);
    if (situation.takers.length === 0)
      claims.push(relation(context, scene, clause, { situation, span: clause.span }));
    else
      situation.takers.forEach((taker, i) => {
        claims.push(relation(context, scene, clause, { situation, span: spans[i]!, taker }));
      });
  }
  return claims;
}
