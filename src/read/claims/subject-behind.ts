import { NUMBER, SIGN } from "../../text/tokens/token.ts";
import type { PlaceMention } from "../../text/types.ts";
import { inside } from "../analysis/spans.ts";
import type { FrameCue } from "../analysis/types.ts";
import type { Span } from "../types.ts";
import { preposition } from "./governing.ts";
import { type Material, wordIndex } from "./material.ts";

/** A name right behind the verb, with nothing between. */
export const isNext = (
  { sentence: { words } }: Material,
  { span, form }: PlaceMention,
  trigger: FrameCue,
): boolean => form !== "demonym" && words[wordIndex(words, trigger.span[1])]?.start === span[0];

/** "Se lo regaló China": a name right behind the verb is its subject, where none stands before it. */
export function isSubjectNext(m: Material, place: PlaceMention, trigger: FrameCue): boolean {
  const { sentence, clause, grammar } = m;
  if (!grammar.behind || !isNext(m, place, trigger)) return false;
  const isBefore = (span: Span): boolean => inside(span, clause) && span[1] <= trigger.span[0];
  return (
    !sentence.entities.some(({ span }) => isBefore(span)) &&
    !sentence.places.some(other => isBefore(other.span) && preposition(m, other) === "")
  );
}

/** Words between a verb and the subject behind it ("اشترت وزارة الداخلية المصرية"). */
const SUBJECT_REACH = 4;

/** In a language whose verb stands first: whether a place belongs to the subject right behind the verb. */
export function isSubjectBehind(m: Material, place: PlaceMention, trigger: FrameCue): boolean {
  const { sentence, grammar } = m;
  const taking = trigger.part === "takes";
  if (!grammar.verbFirst || place.span[0] < trigger.span[1]) return false;
  // "لتزويد الأردن": behind a verb that a preposition is written together with stands its object.
  const verb = sentence.words[wordIndex(sentence.words, trigger.span[0])];
  if (
    grammar.attached.has(verb?.key[0] ?? "") &&
    sentence.places.some(({ span }) => span[1] <= trigger.span[0])
  )
    return false;
  const from = wordIndex(sentence.words, trigger.span[1]);
  const to = wordIndex(sentence.words, place.span[0]);
  if (to - from > SUBJECT_REACH) return false;
  const named = [...sentence.entities, ...sentence.places];
  if (named.some(({ span }) => span[0] >= trigger.span[1] && span[1] <= place.span[0])) return false;
  const between = sentence.words.slice(from, to);
  // "درب مدربون من وزارة الداخلية الروسية": those who teach have "of" before whose they are.
  const teaches = sentence.frames.some(
    ({ frame, part, span }) => frame === m.frame && part === "teachers" && span[0] === between[0]?.start,
  );
  const isOfTeachers = between.every(
    ({ key, kind }) => kind !== SIGN && kind !== NUMBER && !grammar.locating.has(key),
  );
  if (teaches && isOfTeachers) return true;
  return between.every(
    ({ key, kind }) => (taking || kind !== NUMBER) && kind !== SIGN && !grammar.prepositions.has(key),
  );
}
