import { inside } from "../analysis/spans.ts";
import type { FrameCue } from "../analysis/types.ts";
import { type Material, wordIndex } from "./material.ts";

/** Words between "it" and its verb ("it has since reached"). */
const POINTER_REACH = 3;

/** The pointer back is the subject of the verb. */
export function isSubject({ assumed, sentence: { words } }: Material, trigger: FrameCue | null): boolean {
  if (assumed === null || trigger === null || trigger.span[0] < assumed) return false;
  const between = wordIndex(words, trigger.span[0]) - wordIndex(words, assumed);
  return between <= POINTER_REACH;
}

/** Words from what follows a number to the people it counts ("200 таджикских пограничников"). */
const COUNTED_REACH = 2;

/** "formará a 150 gendarmes": people who are counted behind the verb can only be taught. */
export function teachesPeople(
  { sentence, clause, frame, people, grammar }: Material,
  trigger: FrameCue | null,
): boolean {
  if (!trigger || frame.needsObject) return false;
  // "sent ten advisers": who is counted behind it goes to teach, if to anything.
  if (
    trigger.part === "gives" &&
    sentence.frames.some(
      cue => cue.frame === frame && cue.part === "sends" && cue.span[0] === trigger.span[0],
    )
  )
    return false;
  return sentence.quantities.some(({ span, unitSpan }) => {
    if (!unitSpan || !inside(span, clause)) return false;
    const behind = span[0] >= trigger.span[1];
    if (!grammar.verbFirst && behind !== (trigger.part === "gives")) return false;
    const at = wordIndex(sentence.words, unitSpan[0]);
    const counted = sentence.words.slice(at, at + COUNTED_REACH);
    return counted.some(
      ({ stem, start, end }) =>
        people(stem) && sentence.cues.some(cue => cue.name === "state" && inside([start, end], cue.span)),
    );
  });
}

/** "A seminar for 35 officials": a noun of the frame with people counted right behind it. */
export function isAttended({ sentence, clause, frame, people }: Material): boolean {
  if (frame.needsObject) return false;
  const nouns = sentence.frames.filter(
    cue => cue.frame === frame && cue.part === "nouns" && inside(cue.span, clause),
  );
  return sentence.quantities.some(({ span, unitSpan }) => {
    if (!unitSpan || !nouns.some(noun => noun.span[1] <= span[0] && inside(span, clause))) return false;
    const at = wordIndex(sentence.words, unitSpan[0]);
    return sentence.words.slice(at, at + COUNTED_REACH).some(({ stem }) => people(stem));
  });
}
