import { inside, overlaps } from "../analysis/spans.ts";
import type { Clause, Context, Scene } from "../claims/context.ts";
import { hasCue } from "../claims/draft.ts";
import { makersOf } from "../claims/givers.ts";
import type { Situation } from "../claims/situation.ts";
import { EVENT_FRAMES } from "../frames/events.ts";
import type { Frame } from "../frames/types.ts";
import type { CueName } from "../lexicon.ts";
import type { Span } from "../types.ts";
import { toldAct } from "./told-acts.ts";

/** A country that takes, or a giver that gives by a verb: less than that is talk of the subject. */
export const tells = ({ takers, trigger, giverCountries, givers, counted }: Situation): boolean =>
  takers.length > 0 && (trigger !== null || counted || giverCountries.length + givers.length > 0);

/** What is neither there nor coming: a record of it would say the opposite of its sentence. */
const DENIED: readonly CueName[] = ["negation", "cancelled", "comparisons", "opinions"];

/**
 * "Togo: 250 cameras of the firm Dahua watch over Lomé": a maker of the book, a thing of the frame and one other country in a clause that has no
 * verb of the frame still tell who has whose things. An act upon the maker ("banned") is told by its own kind of record.
 */
export function impliedIn(context: Context, scene: Scene, clause: Clause, frame: Frame): Situation | null {
  const { lexicon } = context;
  const { sentence } = scene;
  if (sentence.entities.length === 0 || sentence.codes.length === 0) return null;
  if (!frame.needsObject || clause.situations.some(each => each.frame === frame && tells(each))) return null;
  if (sentence.question || DENIED.some(name => hasCue(sentence, clause.span, name))) return null;
  const within = <T extends { readonly span: Span }>(items: readonly T[]): T[] =>
    items.filter(
      ({ span }) => inside(span, clause.span) && !sentence.asides.some(aside => inside(span, aside)),
    );
  const codes = within(sentence.codes);
  if (codes.some(({ list }) => EVENT_FRAMES.some(event => event.list === list))) return null;
  const objects = codes.filter(({ list }) => list === frame.object.list);
  const kindOf = (id: string): string => lexicon.entities.get(id)?.kind ?? "";
  const makers = within(sentence.entities).filter(({ id }) => frame.giverKinds.includes(kindOf(id)));
  // A product whose name is the word for the thing ("its Safe City project") may be of any maker.
  const isWord = (span: Span): boolean => objects.some(object => overlaps(object.span, span));
  if (makers.every(({ id, span }) => kindOf(id) === "product" && isWord(span))) return null;
  const givers = [...new Set(makers.flatMap(({ id }) => makersOf(id, lexicon, frame)))];
  const homes = new Set(givers.map(id => lexicon.entities.get(id)?.country ?? ""));
  const others = within(sentence.places).filter(({ country }) => !homes.has(country));
  const named = others.length > 0 ? others : opening(sentence, clause, homes);
  const [taker, ...more] = [...new Map(named.map(each => [each.country, each])).values()];
  if (objects.length === 0 || givers.length === 0 || !taker || more.length > 0) return null;
  if (toldAct(context, scene, clause)) return null;
  return {
    frame,
    trigger: null,
    giverCountries: [...homes].filter(Boolean),
    givers,
    takers: [{ country: taker.country, span: taker.span }],
    objects,
    counted: false,
    pointsBack: false,
  };
}

/** "Togo: 250 cameras ...": a place that opens the sentence before the clause. */
const opening = (sentence: Scene["sentence"], clause: Clause, homes: ReadonlySet<string>) =>
  sentence.places.filter(({ span, country }) => span[1] <= clause.span[0] && !homes.has(country));
