import type { PlaceMention } from "../../text/types.ts";
import type { Lexicon } from "../lexicon.ts";
import type { NameFound } from "./analyse.ts";
import type { CodeMention, EntityMention } from "./types.ts";

interface Found {
  readonly names: readonly NameFound[];
  readonly codes: readonly CodeMention[];
  readonly places: readonly PlaceMention[];
}

/**
 * Which names count. A strong name always does. A weak one (a common word, a short abbreviation) counts where the document also
 * names the entity in full, its parent or its child, or where its sentence speaks of a product of the trade or its country.
 * `sure` holds the entities named without doubt so far, and takes those of these sentences.
 */
export function keepEntities(
  sentences: readonly Found[],
  lexicon: Lexicon,
  sure: Set<string>,
): EntityMention[][] {
  for (const { names } of sentences) for (const { name } of names) if (!name.weak) sure.add(name.id);
  const related = new Set(sure);
  for (const entity of lexicon.entities.values()) {
    if (sure.has(entity.parent)) related.add(entity.id);
    if (sure.has(entity.id) && entity.parent) related.add(entity.parent);
  }
  return sentences.map(sentence =>
    sentence.names.flatMap(({ name, span }) => {
      const country = lexicon.entities.get(name.id)?.country;
      const spoken =
        sentence.codes.length > 0 ||
        sentence.places.some(place => place.country === country && country !== "");
      return !name.weak || related.has(name.id) || spoken ? [{ id: name.id, span }] : [];
    }),
  );
}
