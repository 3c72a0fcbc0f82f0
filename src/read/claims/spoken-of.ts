import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { distinct } from "../distinct.ts";
import type { Lexicon } from "../lexicon.ts";

/** Who was last told to give. */
export interface Giver {
  readonly countries: readonly string[];
  readonly entities: readonly string[];
}

/** What the text has been speaking of, for "this training", "the two companies", "there". */
export interface Focus {
  /** Last giver by kind of frame. */
  readonly givers: Map<string, Giver>;
  /** Countries last named as a place where something happens. */
  places: readonly string[];
  placesParagraph: number;
}

export const newFocus = (): Focus => ({ givers: new Map(), places: [], placesParagraph: -PLACE_REACH });

/** Two sentences back, "there" no longer points. */
export const PLACE_REACH = 3;

/** The one firm that a sentence names is what "the firm" means behind it, whatever the sentence says of it. */
export function nameFirm(sentence: Sentence, { entities, frames }: Lexicon, focus: Focus): void {
  if (sentence.entities.length === 0) return;
  const told = sentence.entities.filter(({ span }) => !sentence.asides.some(aside => inside(span, aside)));
  for (const { kind, needsObject, giverKinds } of frames) {
    if (!needsObject) continue;
    // "NSO Group makes Pegasus" names one firm.
    const makerOf = (id: string) => (entities.get(id)?.kind === "product" && entities.get(id)?.parent) || id;
    const firms = told
      .filter(({ id }) => giverKinds.includes(entities.get(id)?.kind ?? ""))
      .map(({ id }) => makerOf(id));
    const [id] = firms;
    if (id === undefined || firms.some(other => other !== id)) continue;
    const country = entities.get(id)?.country ?? "";
    focus.givers.set(kind, { countries: country === "" ? [] : [country], entities: [id] });
  }
}

/** Where a sentence says that it happens is what "there" means behind it. */
export function namePlaces({ places, index }: Sentence, focus: Focus): void {
  if (places.length === 0) return;
  const located = places.filter(place => place.form === "name" || place.form === "place");
  if (located.length === 0) return;
  focus.places = distinct(located.map(place => place.country));
  focus.placesParagraph = index;
}
