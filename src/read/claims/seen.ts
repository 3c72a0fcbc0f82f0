import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { distinct } from "../distinct.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import { hasLetters } from "../phrases.ts";
import type { Span } from "../types.ts";
import { type Situation, situationOf } from "./situation.ts";

const PERSON = "person";

/** How many sentences back "it" may point to what is given. */
const THEME_REACH = 2;

/** "It has reached 82%": where the word that points back ends, which opens a clause. */
function pointerOf(sentence: Sentence, clause: Span): number | null {
  const pointer = sentence.cues.find(
    cue =>
      (cue.name === "they" || cue.name === "pointing") &&
      inside(cue.span, clause) &&
      !sentence.words.some(word => word.start >= clause[0] && word.end <= cue.span[0] && hasLetters(word)),
  );
  return pointer?.span[1] ?? null;
}

/** "The firm gave officers a course": one verb of two frames tells of the one whose things stand behind it. */
function isOfOther(one: Situation, all: readonly Situation[], { frames }: Sentence, clause: Span): boolean {
  const { frame, trigger, objects } = one;
  if (!frame.needsObject || !trigger || objects.length > 0) return false;
  const noun = (of: Situation): boolean =>
    frames.some(
      cue =>
        cue.frame === of.frame &&
        cue.part === "nouns" &&
        cue.span[0] >= trigger.span[1] &&
        inside(cue.span, clause),
    );
  return (
    !noun(one) &&
    all.some(other => other !== one && other.trigger?.span[0] === trigger.span[0] && noun(other))
  );
}

/** "supplies surveillance technology": a topic named where another frame has its verb, and this one no word at all, is no topic of it. */
function isOwn(one: Situation, all: readonly Situation[], sentence: Sentence, clause: Span): boolean {
  const { frames } = sentence;
  if (isOfOther(one, all, sentence, clause)) return false;
  if (one.trigger || one.givers.length > 0 || !all.some(other => other !== one && other.trigger)) return true;
  return frames.some(
    cue => cue.frame === one.frame && cue.part !== "to" && cue.part !== "by" && inside(cue.span, clause),
  );
}

/**
 * What each frame sees in each clause. A clause that opens with a pronoun and has a verb of a frame goes on with that frame
 * where one of the last sentences told of it ("Courses spread fast. They reached 40 countries.").
 */
export function situationsOf(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  { grammar, frames, nouns }: LanguageLexicon,
): (readonly (readonly Situation[])[])[] {
  const { language } = frames;
  const people = (stem: string) => nouns.units.get(stem)?.includes(PERSON) ?? false;
  const found: (readonly Situation[])[][] = [];
  const told: string[][] = [];
  for (const [i, sentence] of sentences.entries()) {
    const themes = distinct(told.slice(Math.max(0, i - THEME_REACH), i).flat());
    const clauses = sentence.clauses.map(clause => {
      const pointer = themes.length > 0 ? pointerOf(sentence, clause) : null;
      const seen: Situation[] = [];
      for (const frame of lexicon.frames) {
        const assumed = themes.includes(frame.kind) ? pointer : null;
        const situation = situationOf({
          sentence,
          clause,
          lexicon,
          frame,
          grammar,
          language,
          people,
          assumed,
        });
        if (situation) seen.push(situation);
      }
      return seen.length > 1 ? seen.filter(one => isOwn(one, seen, sentence, clause)) : seen;
    });
    found.push(clauses);
    told.push(clauses.flatMap(seen => seen.map(({ frame }) => frame.kind)));
  }
  return found;
}
