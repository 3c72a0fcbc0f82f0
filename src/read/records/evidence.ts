import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Context } from "../claims/context.ts";
import type { Span } from "../types.ts";

type Item = { readonly span: Span };

/** How many sentences back what "this training" or "there" points to is looked for. */
const REACH = 40;

/**
 * The characters that bear a field: its name in the clause, else in the sentence, else where the text last named it, which is
 * what the clause points back to. The clause itself where nothing names it.
 */
function nearest(
  { sentences }: Context,
  sentence: Sentence,
  clause: Span,
  namesIn: (sentence: Sentence) => readonly Item[],
): Span {
  const here = namesIn(sentence);
  const own = here.find(({ span }) => inside(span, clause)) ?? here[0];
  if (own) return own.span;
  for (let back = 1; back <= Math.min(REACH, sentence.index); back++) {
    const last = namesIn(sentences[sentence.index - back]!).at(-1);
    if (last) return last.span;
  }
  return clause;
}

/** Where an entity is named. */
export const entitySpan = (context: Context, sentence: Sentence, clause: Span, id: string): Span =>
  nearest(context, sentence, clause, ({ entities }) =>
    entities.filter(each => each.id === id && !each.pointed),
  );

/** Where a country is named; where it is not, one of its firms or products names it as well. */
export function countrySpan(context: Context, sentence: Sentence, clause: Span, country: string): Span {
  const { entities } = context.lexicon;
  const home = (id: string): string => {
    const entity = entities.get(id);
    return entity?.country || entities.get(entity?.parent ?? "")?.country || "";
  };
  return nearest(context, sentence, clause, each => {
    const places = each.places.filter(place => place.country === country);
    return places.length > 0
      ? places
      : each.entities.filter(({ id, pointed }) => !pointed && home(id) === country);
  });
}
