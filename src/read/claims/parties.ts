import type { PlaceMention } from "../../text/types.ts";
import { cuesNamed } from "../analysis/cues.ts";
import { inside } from "../analysis/spans.ts";
import type { Span } from "../types.ts";
import { preposition } from "./governing.ts";
import { type Material, wordIndex } from "./material.ts";

/** ", the embassy in Nairobi said": whoever is credited behind what is told takes no part in it. */
export function speakerBehind({ sentence: { attribution, frames, words }, frame }: Material): Span | null {
  if (!attribution) return null;
  const told = frames.some(
    cue =>
      cue.frame === frame &&
      (cue.part === "gives" || cue.part === "takes") &&
      cue.span[1] <= attribution.span[0],
  );
  const comma = words[wordIndex(words, attribution.span[0]) - 1]?.key === ",";
  return told && comma ? attribution.span : null;
}

/** "Researchers at the University of Nairobi found": a town in the name of whoever studied it takes no part in what was found. */
export const isOfStudy = ({ sentence }: Material, { form, span }: PlaceMention): boolean =>
  form === "place" &&
  sentence.attribution !== null &&
  inside(span, sentence.attribution.span) &&
  cuesNamed(sentence, "studies").some(cue => inside(cue.span, sentence.attribution!.span));

/** "在中国人民公安大学接受培训": who stands before a verb of taking takes, unless a preposition makes it the host. */
export function isHost({ sentence: { words }, grammar, frame }: Material, span: Span): boolean {
  const before = words[wordIndex(words, span[0]) - 1]?.key ?? "";
  return grammar.locating.has(before) && grammar.by(frame).has(before);
}

/** Words between a firm and the system that is its ("Circles公司的SS7拦截系统"). */
const OWN_REACH = 12;

/** "海康威视的摄像头被肯尼亚警方使用": where the word for "of" stands behind whoever owns, whose what is given is gives it. */
export function ownsObject({ sentence, grammar, frame, clause }: Material, [, end]: Span): boolean {
  if (!grammar.bareNames || !frame.needsObject) return false;
  const from = wordIndex(sentence.words, end);
  const object = sentence.codes.find(
    ({ list, span }) => list === frame.object.list && span[0] >= end && span[1] <= clause[1],
  );
  if (!object) return false;
  const between = sentence.words.slice(from, wordIndex(sentence.words, object.span[0]));
  const named = [...sentence.places, ...sentence.entities].some(
    ({ span }) => span[0] >= end && span[1] <= object.span[0],
  );
  return (
    between.length <= OWN_REACH &&
    !named &&
    between.some(({ key }) => grammar.of.has(key)) &&
    between.every(({ key }) => !grammar.prepositions.has(key) && !grammar.agents.has(key))
  );
}

/** "赴山东警察学院参加培训": a verb of taking right before whoever gives, and another one behind. */
export const isReached = ({ sentence: { frames }, grammar, frame }: Material, [start]: Span): boolean =>
  grammar.bareNames &&
  !frame.needsObject &&
  frames.some(cue => cue.frame === frame && cue.part === "takes" && cue.span[1] === start);

/** "in Tonga": the place of something, by its preposition. */
export const isLocated = (m: Material, place: PlaceMention): boolean =>
  m.grammar.locating.has(preposition(m, place));

/** "由中兴通讯承建": whoever stands behind the word for "by" gives. */
export const isAgent = ({ sentence: { words }, grammar }: Material, span: Span): boolean =>
  grammar.agents.has(words[wordIndex(words, span[0]) - 1]?.key ?? "");

/** "从海康威视采购": where prepositions stand before names, one that marks the giver alone does so before a verb of taking too. */
export function isSource({ sentence: { words }, grammar, frame }: Material, span: Span): boolean {
  const before = words[wordIndex(words, span[0]) - 1]?.key ?? "";
  return (
    grammar.bareNames &&
    grammar.by(frame).has(before) &&
    !grammar.of.has(before) &&
    !grammar.listJoints.has(before) &&
    !grammar.locating.has(before)
  );
}

/** "Huawei technicians", "the firm's employees": people stand right behind the name. */
export function ownsPeople({ sentence: { words }, frame, people }: Material, [, end]: Span): boolean {
  if (!frame.needsObject) return false;
  let at = wordIndex(words, end);
  while (words[at]?.key === "'" || words[at]?.key === "s" || words[at]?.key === "’") at++;
  return people(words[at]?.stem ?? "");
}

/** Words between "against" and a place in its noun phrase ("against two Egyptian politicians"). */
const AGAINST_REACH = 3;

/** Whoever something is used against neither gives nor takes it. */
export function isAgainst({ sentence: { words }, grammar }: Material, { span }: PlaceMention): boolean {
  const at = wordIndex(words, span[0]);
  return words.slice(Math.max(0, at - AGAINST_REACH), at).some(({ key }) => grammar.against.has(key));
}
