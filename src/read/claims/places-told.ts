import { cuesNamed } from "../analysis/cues.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { distinct } from "../distinct.ts";
import type { Grammar } from "../grammar.ts";
import type { Span } from "../types.ts";
import { type Focus, PLACE_REACH } from "./spoken-of.ts";

/** "there" that points to a place, and not the one of "there were". */
function pointsThere(sentence: Sentence, clause: Span, grammar: Grammar | undefined): boolean {
  return cuesNamed(sentence, "there").some(cue => {
    if (!inside(cue.span, clause)) return false;
    const next = sentence.words.find(word => word.start >= cue.span[1]);
    return !(next && grammar?.passive.has(next.key) && cue.span[0] === clause[0]);
  });
}

/** A place named as a place, not as a property ("Kazakhstan", not "Kazakh"). */
export const isNamed = (place: Sentence["places"][number]): boolean => place.form !== "demonym";

/** What a clause can point back with. */
interface Back {
  readonly focus: Focus;
  readonly grammar: Grammar | undefined;
}

const NOWHERE: readonly string[] = [];

/**
 * Countries named in a clause, or pointed to from it. A clause that names no place of its own stays where the sentence was
 * ("In Serbia, where a roof collapsed and killed 16 people"), unless it is set against what came before.
 */
export function placesOf(sentence: Sentence, clause: Span, { focus, grammar }: Back): readonly string[] {
  if (sentence.places.length === 0 && cuesNamed(sentence, "there").length === 0) return NOWHERE;
  const told = (place: Sentence["places"][number]) =>
    !sentence.asides.some(aside => inside(place.span, aside));
  const inClause = sentence.places.filter(place => inside(place.span, clause) && told(place));
  const before = sentence.places.filter(place => isNamed(place) && place.span[1] <= clause[0] && told(place));
  const contrast = cuesNamed(sentence, "contrasting").some(cue => cue.span[0] === clause[0]);
  if (!inClause.some(isNamed) && before.length > 0 && !contrast) {
    const from = sentence.clauses.findLast(span => before.some(place => inside(place.span, span)))!;
    const stay = before.filter(place => inside(place.span, from)).map(place => place.country);
    return distinct([...stay, ...inClause.map(place => place.country)]);
  }
  const named = inClause.some(isNamed);
  const countries = inClause.map(place => place.country);
  const back =
    pointsThere(sentence, clause, grammar) && !named && focus.placesParagraph >= sentence.index - PLACE_REACH;
  return distinct(back ? [...focus.places, ...countries] : countries);
}
