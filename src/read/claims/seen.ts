import { inside } from "../analysis/spans.ts";
import type { FrameCue, Sentence } from "../analysis/types.ts";
import { distinct } from "../distinct.ts";
import type { Frame } from "../frames/types.ts";
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

const NOTHING: readonly Situation[] = [];
const NOWHERE: readonly (readonly Situation[])[] = [];
const NO_THEMES: readonly string[] = [];

/** Without a word of a frame, a thing and a name of the book nothing is seen; most sentences have none of them. */
const tellsNothing = ({ frames, codes, entities }: Sentence): boolean =>
  frames.length === 0 && codes.length === 0 && entities.length === 0;

const kindOf = ({ entities }: Lexicon, id: string): string => entities.get(id)?.kind ?? "";

/** Words by which a frame of things is told where no name of the book is. */
const TELLING: ReadonlySet<FrameCue["part"]> = new Set([
  "gives",
  "takes",
  "passives",
  "sends",
  "buyers",
  "made",
]);

/**
 * Without a word of the frame only what is given, or who gives such things, can bring it to mind. A frame of things needs a verb, or a name of the book
 * besides ("Huawei cameras").
 */
function maySee(
  { frames, codes, entities }: Sentence,
  clause: Span,
  frame: Frame,
  lexicon: Lexicon,
): boolean {
  const isAny = !frame.needsObject || entities.length > 0;
  for (const cue of frames)
    if (cue.frame === frame && (isAny || TELLING.has(cue.part)) && inside(cue.span, clause)) return true;
  if (frame.needsObject) return false;
  return (
    codes.some(({ list, span }) => list === frame.object.list && inside(span, clause)) ||
    entities.some(({ id, span }) => frame.giverKinds.includes(kindOf(lexicon, id)) && inside(span, clause))
  );
}

/** What some situations tell of. */
const kindsOf = (seen: readonly (readonly Situation[])[]): readonly string[] =>
  seen.every(({ length }) => length === 0)
    ? NO_THEMES
    : distinct(seen.flatMap(each => each.map(({ frame }) => frame.kind)));

/**
 * What each frame sees in each clause, none in one that the list does not reach. A clause that opens with a pronoun and has a verb of a frame goes on
 * with that frame where one of the last sentences told of it ("Courses spread fast. They reached 40 countries.").
 */
export function situationsOf(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  { grammar, frames, nouns }: LanguageLexicon,
): readonly (readonly (readonly Situation[])[])[] {
  const { language } = frames;
  const people = (stem: string) => nouns.units.get(stem)?.includes(PERSON) ?? false;
  /** What each of the last sentences told of. */
  const themes: (readonly string[])[] = [];
  return sentences.map(sentence => {
    const seen = tellsNothing(sentence) ? NOWHERE : sentence.clauses.map(clause => seenIn(sentence, clause));
    if (themes.push(kindsOf(seen)) > THEME_REACH) themes.shift();
    return seen;
  });

  function seenIn(sentence: Sentence, clause: Span): readonly Situation[] {
    let seen: Situation[] | null = null;
    for (const frame of lexicon.frames) {
      if (!maySee(sentence, clause, frame, lexicon)) continue;
      const goesOn = themes.some(kinds => kinds.includes(frame.kind));
      const assumed = goesOn ? pointerOf(sentence, clause) : null;
      const m = { sentence, clause, lexicon, frame, grammar, language, people, assumed };
      const situation = situationOf(m);
      if (situation === null) continue;
      if (seen === null) seen = [situation];
      else seen.push(situation);
    }
    if (seen === null) return NOTHING;
    const all = seen;
    return all.length > 1 ? all.filter(one => isOwn(one, all, sentence, clause)) : all;
  }
}
